package io.github.dagsterfleet.plus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.plus.LoopbackServer.Asked;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Scalar;
import io.github.dagsterfleet.syntax.json.JsonFormat;
import io.github.dagsterfleet.text.SourcePath;
import io.github.dagsterfleet.text.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What we send is what dg was seen to send: the same field, arguments, types, variables, headers and path. */
class RequestVectorsTest {
    private static final Path VECTORS = Path.of("..", "conformance", "vectors", "plus_requests.tsv");
    private static final Pattern OPERATION =
            Pattern.compile("\\w+ \\w+\\((?<types>[^)]*)\\) \\{\\s*(?<field>\\w+)\\((?<arguments>[^)]*)\\)");

    private static final Pattern PAIR = Pattern.compile("([$\\w]+): ([$\\w!]+)");

    /** A request of dg. */
    private record Row(
            String command, String path, Mapping headers, String field, Mapping arguments, Mapping variables) {
        static Row of(String line) {
            String[] cells = line.split("\t", -1);
            return new Row(
                    cells[0], cells[1], json(cells[2]), cells[3].replace("\"", ""), json(cells[4]), json(cells[5]));
        }
    }

    @Test
    void aVariableIsSetAsDgSetsIt() throws IOException {
        List<Row> rows = rows("createOrUpdateSecretForScopes");
        assertThat(rows).hasSize(3);
        for (Row row : rows) {
            Mapping variables = row.variables();
            Mapping said = variables.mapping("scopes").orElseThrow();
            Set<Scope> scopes = EnumSet.noneOf(Scope.class);
            Arrays.stream(Scope.values())
                    .filter(scope -> said.text(scope.field()).orElseThrow().equals("true"))
                    .forEach(scopes::add);
            Asked asked = asked(plus -> plus.put(
                    variables.text("secretName").orElseThrow(),
                    SecretValue.of(variables.text("secretValue").orElseThrow()),
                    scopes,
                    variables.scalar("locationName").filter(Scalar::isString).map(Scalar::text)));
            assertSame(row, asked, variables);
        }
    }

    @Test
    void variablesAreListedAsDgListsThoseOfOneLocation() throws IOException {
        Row row = rows("secretsOrError").stream()
                .filter(one -> one.command().equals("dg list envs"))
                .findFirst()
                .orElseThrow();
        Mapping everyLocation = json("{\"locationName\": null, \"scopes\": "
                + JsonFormat.INSTANCE.write(row.variables().mapping("scopes").orElseThrow()) + "}");
        assertSame(row, asked(DagsterPlus::variables), everyLocation);
    }

    private static void assertSame(Row row, Asked asked, Mapping variables) {
        Mapping body = json(asked.body());
        Matcher operation = OPERATION.matcher(body.text("query").orElseThrow());
        assertThat(operation.find()).isTrue();
        assertThat(operation.group("field")).isEqualTo(row.field());
        assertThat(arguments(operation.group("types"), operation.group("arguments")))
                .isEqualTo(arguments(row.arguments()));
        assertThat(body.mapping("variables")).isEqualTo(Optional.of(variables));
        assertThat(asked.path()).isEqualTo(row.path());
        Map<String, String> headers = new TreeMap<>();
        asked.headers().keySet().stream()
                .filter(name -> name.startsWith("Dagster-cloud-") || name.equals("Content-type"))
                .forEach(name -> headers.put(name, asked.header(name)));
        assertThat(headers.toString())
                .isEqualToIgnoringCase(texts(row.headers()).toString());
    }

    /** By argument, the variable it is given and the type of that. */
    private static Map<String, List<String>> arguments(String types, String arguments) {
        Map<String, String> typeOf = pairs(types);
        Map<String, List<String>> found = new TreeMap<>();
        pairs(arguments)
                .forEach((name, variable) ->
                        found.put(name, List.of(variable.substring(1), String.valueOf(typeOf.get(variable)))));
        return found;
    }

    private static Map<String, List<String>> arguments(Mapping arguments) {
        Map<String, List<String>> found = new TreeMap<>();
        arguments
                .keys()
                .forEach(name -> found.put(
                        name, arguments.scalars(name).stream().map(Scalar::text).toList()));
        return found;
    }

    private static Map<String, String> pairs(String list) {
        Map<String, String> pairs = new TreeMap<>();
        PAIR.matcher(list).results().forEach(pair -> pairs.put(pair.group(1), pair.group(2)));
        return pairs;
    }

    private static Map<String, String> texts(Mapping mapping) {
        Map<String, String> texts = new TreeMap<>();
        mapping.keys().forEach(key -> texts.put(key, mapping.text(key).orElseThrow()));
        return texts;
    }

    private static Asked asked(Consumer<DagsterPlus> question) {
        try (LoopbackServer server = new LoopbackServer(LoopbackServer.json("{}"))) {
            question.accept(DagsterPlusTest.speakingWith(server, new FakeTiming()));
            assertThat(server.asked).hasSize(1);
            return server.asked.get(0);
        }
    }

    private static List<Row> rows(String field) throws IOException {
        assumeTrue(Files.exists(VECTORS), "the vectors are not checked out");
        return Files.readAllLines(VECTORS).stream()
                .skip(1)
                .map(Row::of)
                .filter(row -> row.field().equals(field))
                .toList();
    }

    private static Mapping json(String text) {
        Findings findings = new Findings();
        Mapping read = (Mapping) JsonFormat.INSTANCE
                .read(new SourceText(new SourcePath("json"), text), findings)
                .orElseThrow();
        assertThat(findings.list()).isEmpty();
        return read;
    }
}
