package io.github.dagsterfleet.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the goal sends to Dagster+, and when it sends nothing. */
final class EnvApplyMojoTest {
    /** What must be seen nowhere. */
    private static final String VALUE = "not-to-be-seen";

    private final List<String> lines = new ArrayList<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final EnvApplyMojo mojo = new EnvApplyMojo();
    private HttpServer server;

    @TempDir
    Path folder;

    @BeforeEach
    void setUp() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            asked.add(body);
            String answer = body.contains("mutation ")
                    ? "{\"data\": {\"createOrUpdateSecretForScopes\": {\"__typename\": \"CreateOrUpdateSecretSuccess\","
                            + " \"secret\": {\"id\": \"1\"}}}}"
                    : "{\"data\": {\"secretsOrError\": {\"__typename\": \"Secrets\", \"secrets\": []}}}";
            exchange.sendResponseHeaders(200, answer.length());
            exchange.getResponseBody().write(answer.getBytes(StandardCharsets.UTF_8));
            exchange.close();
        });
        server.start();
        mojo.basedir = folder.toFile();
        mojo.repo = "web";
        mojo.environment = "prod";
        mojo.setLog(new SystemStreamLog() {
            @Override
            public void info(CharSequence line) {
                lines.add(line.toString());
            }

            @Override
            public void error(CharSequence line) {
                lines.add(line.toString());
            }
        });
        write(
                "environments/base.yaml",
                """
                format: 1
                organization: acme
                environments: [dev, prod]
                dagster: 1.13.27
                agents: {plus: {platform: serverless}}
                secrets: {github: {store: dagster-plus, keys: [token]}}
                """);
        write(
                "repos/web/repo.yaml",
                """
                agent: plus
                locations: {web: {code_source: {module_name: web}}}
                env: {TOKEN: {secret: github#token}}
                """);
    }

    @AfterEach
    void end() {
        server.stop(0);
    }

    private void write(String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private Map<String, String> plus() {
        return Map.of(
                "DAGSTER_CLOUD_URL",
                "http://127.0.0.1:" + server.getAddress().getPort(),
                "DAGSTER_CLOUD_API_TOKEN",
                "user:stand-in",
                "TOKEN",
                VALUE);
    }

    @Test
    void nothingIsSentUnlessSomebodyAgreed() {
        mojo.process = plus();

        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessage("nobody agreed to this, and nothing was sent; set dagster-fleet.yes");
        assertThat(lines).contains("  create  TOKEN  web (full)");
        assertThat(asked).hasSize(1).noneMatch(body -> body.contains("mutation "));
    }

    @Test
    void whatIsAgreedIsSentAndNotPrinted() throws Exception {
        mojo.process = plus();
        mojo.yes = true;

        mojo.execute();

        assertThat(asked).anyMatch(body -> body.contains("mutation ") && body.contains(VALUE));
        assertThat(lines).contains("1 done, 0 left alone").noneMatch(line -> line.contains(VALUE));
    }

    @Test
    void aMissingValueSendsNothing() {
        mojo.process = Map.of(
                "DAGSTER_CLOUD_URL",
                "http://127.0.0.1:" + server.getAddress().getPort(),
                "DAGSTER_CLOUD_API_TOKEN",
                "t");
        mojo.yes = true;

        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessage("nothing was done");
        assertThat(lines.get(0)).startsWith("error[env/no-value]");
    }
}
