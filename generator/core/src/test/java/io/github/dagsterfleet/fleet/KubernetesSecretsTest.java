package io.github.dagsterfleet.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dagsterfleet.finding.Finding;
import org.junit.jupiter.api.Test;

class KubernetesSecretsTest {
    private static MemoryFleet.Read secrets(String secrets) {
        return new MemoryFleet()
                .append("environments/base.yaml", "secrets:\n" + secrets)
                .read();
    }

    @Test
    void namesAndKeysThatKubernetesCannotHaveAreRefused() {
        assertThat(secrets("  W_H: {store: kubernetes, keys: [k, \"a=b\", ä, " + "k".repeat(254) + "]}\n")
                        .findings())
                .extracting(Finding::message)
                .satisfiesExactlyInAnyOrder(
                        name -> assertThat(name).startsWith("`W_H` is no name that a Kubernetes Secret can have"),
                        sign -> assertThat(sign).startsWith("`a=b` is no key that a Kubernetes Secret can have"),
                        letter -> assertThat(letter).startsWith("`ä` is no key"),
                        longest -> assertThat(longest).startsWith("`kkk").endsWith("at most 253 characters"));
    }

    @Test
    void otherStoresHaveRulesOfTheirOwn() {
        assertThat(secrets(
                                """
                  W_H: {store: dagster-plus, keys: [a=b]}
                  "web/Key": {store: agent, keys: [X]}
                  web.k8s-1: {store: kubernetes, keys: [tls.crt, _x, A-b]}
                """)
                        .codes())
                .isEmpty();
    }

    @Test
    void noKeyHoldsWhatNobodyCanReferTo() {
        assertThat(secrets("  wh: {store: dagster-plus, keys: [\"a\\0b\", \"a b\", \"a#b\"]}\n")
                        .findings())
                .hasSize(3)
                .allSatisfy(finding -> assertThat(finding.code().id()).isEqualTo("schema/pattern"));
    }
}
