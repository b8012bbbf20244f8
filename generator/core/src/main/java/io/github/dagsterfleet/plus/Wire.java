package io.github.dagsterfleet.plus;

import io.github.dagsterfleet.plus.Reply.Reason;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/** Sends one request and waits for all of its answer. No redirect is followed: the token is for this host alone. */
final class Wire {
    private static final Duration CONNECTING = Duration.ofSeconds(10);

    private final Connection connection;
    private final HttpClient client;

    Wire(Connection connection) {
        this.connection = connection;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .proxy(connection.proxy())
                .connectTimeout(CONNECTING)
                .build();
    }

    /** @param most how long the answer may take, to its last byte */
    Reply send(String body, Duration most) {
        HttpRequest request = HttpRequest.newBuilder(connection.endpoint())
                .header("Content-Type", "application/json")
                .header("User-Agent", "dagster-fleet")
                .header("Dagster-Cloud-Api-Token", connection.token().reveal())
                .header("Dagster-Cloud-Organization", connection.organization())
                .header("Dagster-Cloud-Deployment", connection.deployment())
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        CompletableFuture<HttpResponse<String>> answer = client.sendAsync(request, head -> new CappedBody());
        try {
            HttpResponse<String> response = answer.get(most.toMillis(), TimeUnit.MILLISECONDS);
            return new Reply.Answered(
                    response.statusCode(),
                    response.body(),
                    response.headers().firstValue("Retry-After"),
                    response.headers().firstValue("Location"));
        } catch (TimeoutException late) {
            answer.cancel(true);
            return new Reply.Silent(Reason.NO_ANSWER);
        } catch (ExecutionException failure) {
            return new Reply.Silent(reason(failure));
        } catch (InterruptedException stopped) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", stopped);
        }
    }

    /** By the kinds of what failed alone: their messages are not ours to show. */
    private static Reason reason(Throwable failure) {
        Reason reason = Reason.CUT_OFF;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnresolvedAddressException) {
                return Reason.UNKNOWN_HOST;
            }
            if (cause instanceof GeneralSecurityException) {
                return Reason.NOT_TRUSTED;
            }
            if (cause instanceof SSLException) {
                reason = Reason.NO_TLS;
            }
            if (cause instanceof HttpConnectTimeoutException || cause instanceof ConnectException) {
                reason = Reason.NO_CONNECTION;
            }
        }
        return reason;
    }
}
