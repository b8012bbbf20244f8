package io.github.dagsterfleet.plus;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Findings;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The proxy of {@code HTTPS_PROXY}, for every host but those of {@code NO_PROXY}, as Dagster's own client has it. */
final class EnvironmentProxy extends ProxySelector {
    private static final int DEFAULT_PORT = 80;

    private final Proxy proxy;
    private final List<String> without;

    private EnvironmentProxy(Proxy proxy, List<String> without) {
        this.proxy = proxy;
        this.without = without;
    }

    /** That of the JVM where the environment names none. */
    static ProxySelector of(Map<String, String> environment, Findings findings) {
        Optional<String> named = either(environment, "https_proxy").or(() -> either(environment, "all_proxy"));
        if (named.isEmpty()) {
            return Objects.requireNonNull(ProxySelector.getDefault());
        }
        Optional<InetSocketAddress> address = address(named.get());
        if (address.isEmpty()) {
            findings.add(Finding.of(
                            FindingCode.PLUS_ADDRESS,
                            "the proxy of `HTTPS_PROXY` is not of the form `http://HOST:PORT`")
                    .help("name one that asks for no user, or set `NO_PROXY=dagster.cloud`"));
            return Objects.requireNonNull(ProxySelector.getDefault());
        }
        List<String> without = Arrays.stream(
                        either(environment, "no_proxy").orElse("").split(","))
                .map(host -> host.strip().toLowerCase(Locale.ROOT))
                .filter(host -> !host.isEmpty())
                .toList();
        return new EnvironmentProxy(new Proxy(Proxy.Type.HTTP, address.get()), without);
    }

    /** In lower case first, as everywhere. */
    private static Optional<String> either(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name))
                .or(() -> Optional.ofNullable(environment.get(name.toUpperCase(Locale.ROOT))))
                .filter(value -> !value.isBlank());
    }

    /** Empty for what asks for a user too: Java sends no password through a tunnel unless told so when it starts. */
    private static Optional<InetSocketAddress> address(String text) {
        try {
            URI uri = new URI(text.contains("://") ? text : "http://" + text);
            return "http".equalsIgnoreCase(uri.getScheme()) && uri.getHost() != null && uri.getRawUserInfo() == null
                    ? Optional.of(InetSocketAddress.createUnresolved(
                            uri.getHost(), uri.getPort() < 0 ? DEFAULT_PORT : uri.getPort()))
                    : Optional.empty();
        } catch (URISyntaxException malformed) {
            return Optional.empty();
        }
    }

    @Override
    public List<Proxy> select(URI uri) {
        boolean direct =
                "http".equals(uri.getScheme()) || without.stream().anyMatch(host -> covers(host, uri.getHost()));
        return List.of(direct ? Proxy.NO_PROXY : proxy);
    }

    private static boolean covers(String without, String host) {
        String domain = without.startsWith(".") ? without.substring(1) : without;
        return without.equals("*") || host.equalsIgnoreCase(domain) || host.endsWith("." + domain);
    }

    @Override
    public void connectFailed(URI uri, SocketAddress address, IOException failure) {
        // told by the request that failed
    }
}
