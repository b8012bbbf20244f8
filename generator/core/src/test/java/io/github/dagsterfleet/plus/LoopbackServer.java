package io.github.dagsterfleet.plus;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Stands in for Dagster+: keeps what it is asked and answers what it is told, the last answer again and again. */
final class LoopbackServer implements AutoCloseable {
    static {
        System.setProperty("sun.net.httpserver.nodelay", "true"); // else each answer waits 40 ms for its last packet
    }

    /** What is done with one request. */
    interface Answer {
        void give(HttpExchange exchange) throws IOException;
    }

    /** What came in; names of headers begin with a capital, whoever sent them. */
    record Asked(String path, Map<String, List<String>> headers, String body) {
        String header(String name) {
            return String.join(",", headers.getOrDefault(name, List.of()));
        }
    }

    final List<Asked> asked = new ArrayList<>();
    private final Deque<Answer> answers = new ArrayDeque<>();
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();

    LoopbackServer(Answer... answers) {
        this.answers.addAll(List.of(answers));
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    private synchronized void handle(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        asked.add(new Asked(exchange.getRequestURI().toString(), Map.copyOf(exchange.getRequestHeaders()), body));
        Answer answer = answers.size() > 1 ? answers.remove() : answers.element();
        answer.give(exchange);
    }

    static Answer json(String body) {
        return answer(200, "application/json", body);
    }

    static Answer answer(int status, String type, String body, String... headers) {
        return exchange -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", type);
            for (int i = 0; i < headers.length; i += 2) {
                exchange.getResponseHeaders().set(headers[i], headers[i + 1]);
            }
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        };
    }

    /** Ends the connection without a word. */
    static Answer cut() {
        return HttpExchange::close;
    }

    /** Promises more than it sends, and then ends the connection. */
    static Answer cutInside() {
        return exchange -> {
            exchange.sendResponseHeaders(200, 1000);
            exchange.getResponseBody().write("{\"data\"".getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
            exchange.close();
        };
    }

    /** Sends its headers and nothing behind them, until the test is over. */
    static Answer hang() {
        return exchange -> exchange.sendResponseHeaders(200, 1000);
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
