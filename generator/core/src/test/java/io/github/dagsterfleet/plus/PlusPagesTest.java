package io.github.dagsterfleet.plus;

import static io.github.dagsterfleet.plus.LoopbackServer.answer;
import static io.github.dagsterfleet.plus.LoopbackServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.finding.report.TextReport;
import io.github.dagsterfleet.plus.ConfigurationFile.Tool;
import io.github.dagsterfleet.plus.LoopbackServer.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The pages of these findings show what is printed; a server of our own stands in for Dagster+. */
class PlusPagesTest {
    private static final Path PAGES = Path.of("..", "docs", "findings");
    private static final String SCREEN = "```text\n";
    private static final Map<String, String> TOKEN = Map.of("DAGSTER_CLOUD_API_TOKEN", "user:0123456789abcdef");

    /** One page, and what its bad example comes to. */
    private record Case(FindingCode code, List<Finding> findings) {
        @Override
        public String toString() {
            return code.id();
        }
    }

    static Stream<Case> cases() {
        return Stream.of(
                connecting(FindingCode.PLUS_NO_TOKEN, Map.of()),
                connecting(FindingCode.PLUS_ADDRESS, Map.of("DAGSTER_CLOUD_URL", "http://dagster.example.com")),
                connecting(FindingCode.PLUS_MISMATCH, Map.of("DAGSTER_CLOUD_URL", "https://other.dagster.cloud")),
                connecting(
                        FindingCode.PLUS_CONFIGURATION,
                        Map.of(),
                        new ConfigurationFile(
                                Tool.DG, "~/.config/dg.toml", SecretValue.of("[cli.plus]\norganization = \"acme\n"))),
                listing(FindingCode.PLUS_UNAUTHORIZED, answer(401, "text/html", "")),
                listing(FindingCode.PLUS_NOT_FOUND, answer(404, "text/html", "")),
                setting(FindingCode.PLUS_REFUSED, error("TooManySecretsError", "Cannot have more than 1000 secrets.")),
                setting(FindingCode.PLUS_FAILED, error("PythonError", "OperationalError: connection closed")),
                listing(FindingCode.PLUS_ANSWER, answer(200, "text/html", "<html>Please log in</html>")),
                setting(FindingCode.PLUS_UNREACHABLE, answer(503, "text/html", "")));
    }

    @Test
    void everyCodeIsHere() {
        assertThat(cases().map(Case::code))
                .containsExactlyElementsOf(Arrays.stream(FindingCode.values())
                        .filter(code -> code.id().startsWith("plus/"))
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void thePageShowsWhatIsPrinted(Case bad) throws IOException {
        Path file = PAGES.resolve(bad.code().id() + ".md");
        String page = Files.readString(file);
        int start = page.indexOf(SCREEN) + SCREEN.length();
        int end = page.indexOf("```", start);
        String screen =
                new TextReport(false).print(bad.findings()).replaceAll("http://127.0.0.1:[0-9]+", Address.EUROPE);
        if (Boolean.getBoolean("pages.update")) {
            Files.writeString(file, page.substring(0, start) + screen + page.substring(end));
        }
        assertThat(page.substring(start, end)).isEqualTo(screen);
        assertThat(bad.findings()).extracting(Finding::code).containsExactly(bad.code());
    }

    private static Case connecting(FindingCode code, Map<String, String> environment, ConfigurationFile... files) {
        Findings findings = new Findings();
        Map<String, String> all = new TreeMap<>(code == FindingCode.PLUS_NO_TOKEN ? Map.of() : TOKEN);
        all.putAll(environment);
        assertThat(Connection.of(all, List.of(files), "acme", "prod", findings)).isEmpty();
        return new Case(code, findings.list());
    }

    private static Case listing(FindingCode code, Answer answer) {
        return asking(code, answer, plus -> plus.variables().findings());
    }

    private static Case setting(FindingCode code, Answer answer) {
        return asking(code, answer, plus -> plus.put(
                        "API_KEY", SecretValue.of("hunter2"), Set.of(Scope.FULL), Optional.of("hello"))
                .findings());
    }

    private static Case asking(FindingCode code, Answer answer, Function<DagsterPlus, List<Finding>> question) {
        try (LoopbackServer server = new LoopbackServer(answer)) {
            return new Case(code, question.apply(DagsterPlusTest.speakingWith(server, new FakeTiming())));
        }
    }

    private static Answer error(String type, String message) {
        return json("{\"data\": {\"createOrUpdateSecretForScopes\": {\"__typename\": \"" + type + "\", \"message\": \""
                + message + "\"}}}");
    }
}
