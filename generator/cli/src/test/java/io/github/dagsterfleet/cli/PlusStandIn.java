package io.github.dagsterfleet.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Scalar;
import io.github.dagsterfleet.syntax.json.JsonFormat;
import io.github.dagsterfleet.text.SourcePath;
import io.github.dagsterfleet.text.SourceText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/**
 * Stands in for Dagster+ on loopback: what it keeps is a file of the test, one variable a line, such as
 * {@code GITHUB_TOKEN web full,local}; {@code *} stands for every location. Whoever sets one adds a line.
 */
final class PlusStandIn implements AutoCloseable {
    /** Below the folder of the test. */
    static final String FILE = "dagster-plus.txt";

    private static final List<String> SCOPES = List.of("full", "branch", "local");

    private final HttpServer server;
    private final Path file;
    private final List<String> bodies = new CopyOnWriteArrayList<>();
    private volatile int refusedFrom = Integer.MAX_VALUE;
    private volatile int busyFrom = Integer.MAX_VALUE;

    PlusStandIn(Path folder) throws IOException {
        this.file = folder.resolve(FILE);
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    /** What a process says to reach it. */
    Map<String, String> environment() {
        return Map.of(
                "DAGSTER_CLOUD_URL",
                "http://127.0.0.1:" + server.getAddress().getPort(),
                "DAGSTER_CLOUD_API_TOKEN",
                "user:stand-in");
    }

    /** Refuses the mutation of this number and all that follow, counted from 0. */
    void refuseFrom(int mutation) {
        refusedFrom = mutation;
    }

    /** Is busy for a day from the mutation of this number on, counted from 0. */
    void busyFrom(int mutation) {
        busyFrom = mutation;
    }

    /** Everything that was asked, in order. */
    List<String> bodies() {
        return bodies;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        long mutations = bodies.stream().filter(PlusStandIn::isMutation).count();
        bodies.add(body);
        if (isMutation(body) && mutations >= busyFrom) {
            exchange.getResponseHeaders().add("Retry-After", "86400");
            exchange.sendResponseHeaders(503, -1);
            exchange.close();
            return;
        }
        byte[] answer = (isMutation(body) && mutations >= refusedFrom ? refusal(body) : answer(read(body)))
                .getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    private static boolean isMutation(String body) {
        return body.contains("mutation ");
    }

    private static Mapping read(String body) {
        return (Mapping) JsonFormat.INSTANCE
                .read(new SourceText(new SourcePath("body"), body), new Findings())
                .orElseThrow();
    }

    /** Repeats the value, as servers may. */
    private static String refusal(String body) {
        String value = read(body)
                .mapping("variables")
                .orElseThrow()
                .text("secretValue")
                .orElse("");
        return data(root(body), "InvalidSecretInputError", "\"message\": \"bad value " + value + "\"");
    }

    private static String root(String body) {
        return body.contains("deleteSecret(") ? "deleteSecret" : "createOrUpdateSecretForScopes";
    }

    private static String data(String root, String type, String members) {
        return "{\"data\": {\"" + root + "\": {\"__typename\": \"" + type + "\", " + members + "}}}";
    }

    private String answer(Mapping request) throws IOException {
        String operation = request.text("operationName").orElseThrow();
        Mapping variables = request.mapping("variables").orElseThrow();
        if (operation.equals("ListSecrets")) {
            List<String> secrets =
                    lines().stream().map(line -> secret(line.split(" ", -1))).toList();
            return data("secretsOrError", "Secrets", "\"secrets\": [" + String.join(", ", secrets) + "]");
        }
        List<String> lines = new ArrayList<>(lines());
        if (operation.equals("DeleteSecret")) {
            String id = variables.text("secretId").orElseThrow();
            lines.removeIf(line -> line.startsWith(id.replace('@', ' ') + " "));
            write(lines);
            return data("deleteSecret", "DeleteSecretSuccess", "\"secretId\": \"" + id + "\"");
        }
        put(lines, variables);
        write(lines);
        return data("createOrUpdateSecretForScopes", "CreateOrUpdateSecretSuccess", "\"secret\": {\"id\": \"new\"}");
    }

    private static void put(List<String> lines, Mapping variables) {
        String start = variables.text("secretName").orElseThrow() + " "
                + variables.text("locationName").orElse("*") + " ";
        Mapping scopes = variables.mapping("scopes").orElseThrow();
        List<Scalar> said =
                scopes.entries().stream().map(entry -> (Scalar) entry.value()).toList();
        List<String> chosen = new ArrayList<>();
        for (int i = 0; i < SCOPES.size(); i++) {
            if (said.get(i).text().equals("true")) {
                chosen.add(SCOPES.get(i));
            }
        }
        lines.removeIf(line -> line.startsWith(start));
        lines.add(start + String.join(",", chosen));
    }

    private static String secret(String... words) {
        List<String> scopes = List.of(words[2].split(",", -1));
        return "{\"id\": \"" + words[0] + "@" + words[1] + "\", \"secretName\": \"" + words[0]
                + "\", \"locationNames\": ["
                + (words[1].equals("*")
                        ? ""
                        : List.of(words[1].split(",", -1)).stream()
                                .map(name -> "\"" + name + "\"")
                                .collect(Collectors.joining(", ")))
                + "], \"fullDeploymentScope\": " + scopes.contains("full")
                + ", \"allBranchDeploymentsScope\": " + scopes.contains("branch")
                + ", \"localDeploymentScope\": " + scopes.contains("local") + "}";
    }

    private List<String> lines() throws IOException {
        return Files.exists(file)
                ? Files.readAllLines(file).stream()
                        .filter(line -> !line.isBlank())
                        .toList()
                : List.of();
    }

    private void write(List<String> lines) {
        try {
            Files.write(file, lines.stream().filter(line -> !line.isBlank()).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
