package io.github.dagsterfleet.plus;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.Findings;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnvironmentProxyTest {
    private final Findings findings = new Findings();

    private List<Proxy> chosen(String url, Map<String, String> environment) {
        return EnvironmentProxy.of(environment, findings).select(URI.create(url));
    }

    @ParameterizedTest
    @CsvSource({"HTTPS_PROXY, http://proxy:3128, 3128", "https_proxy, proxy:8080, 8080", "ALL_PROXY, http://proxy, 80"})
    void theProxyOfTheEnvironmentIsUsed(String variable, String value, int port) {
        assertThat(chosen("https://dagster.cloud/acme/graphql", Map.of(variable, value)))
                .containsExactly(new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved("proxy", port)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dagster.cloud", ".dagster.cloud", "example.com, DAGSTER.cloud", "*"})
    void someHostsAreReachedWithoutIt(String without) {
        assertThat(chosen("https://acme.dagster.cloud", Map.of("HTTPS_PROXY", "http://proxy", "NO_PROXY", without)))
                .containsExactly(Proxy.NO_PROXY);
    }

    @Test
    void anotherHostOfTheSameEndIsNot() {
        assertThat(chosen(
                        "https://mydagster.cloud", Map.of("HTTPS_PROXY", "http://proxy", "NO_PROXY", "dagster.cloud")))
                .doesNotContain(Proxy.NO_PROXY);
    }

    @Test
    void loopbackIsReachedWithoutIt() {
        assertThat(chosen("http://127.0.0.1:3000", Map.of("HTTPS_PROXY", "http://proxy")))
                .containsExactly(Proxy.NO_PROXY);
    }

    @Test
    void withoutOneThatOfTheJvmIsUsed() {
        assertThat(EnvironmentProxy.of(Map.of(), findings)).isSameAs(ProxySelector.getDefault());
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://me:hunter2@proxy:3128", "socks5://proxy:1080", "https://proxy", "http://"})
    void aProxyThatWeCannotSpeakWithIsAFindingWithoutItsPassword(String value) {
        chosen("https://dagster.cloud", Map.of("HTTPS_PROXY", value));
        assertThat(findings.list())
                .extracting(Finding::message)
                .containsExactly("the proxy of `HTTPS_PROXY` is not of the form `http://HOST:PORT`");
    }
}
