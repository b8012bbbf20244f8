package io.github.dagsterfleet.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dagsterfleet.finding.Finding;
import org.junit.jupiter.api.Test;

class BorrowedSecretsTest {
    private static MemoryFleet.Read secrets(String secrets) {
        return new MemoryFleet()
                .append("environments/base.yaml", "secrets:\n" + secrets)
                .read();
    }

    @Test
    void oneArnForBothEnvironmentsOfAnEntry() {
        MemoryFleet.Read read = secrets(
                """
                  wh:
                    store: aws
                    keys: [k]
                    arn:
                      dev: arn:one
                      prod: arn:one
                """);

        assertThat(read.codes()).containsExactly("fleet/borrowed-secret environments/base.yaml:14");
        Finding finding = read.findings().get(0);
        assertThat(finding.message()).isEqualTo("`wh` of `prod` is the secret `wh` of `dev` too: both have this ARN");
        assertThat(finding.help())
                .containsExactly("give `prod` a secret of its own, or say `environments: [dev, prod]` there if one is"
                        + " meant for all of them");
    }

    @Test
    void oneArnUnderTwoNames() {
        assertThat(secrets(
                                """
                  wh-dev: {store: aws, keys: [k], environments: [dev], arn: {dev: arn:one}}
                  wh: {store: aws, keys: [k], environments: [prod], arn: {prod: arn:one}}
                """)
                        .codes())
                .containsExactly("fleet/borrowed-secret environments/base.yaml:10");
    }

    @Test
    void theEntryThatListsItsEnvironmentsIsMeantForAllOfThem() {
        assertThat(secrets(
                                "  wh: {store: aws, keys: [k], environments: [dev, prod], arn: {dev: arn:one, prod: arn:one}}\n")
                        .codes())
                .isEmpty();
    }

    @Test
    void anArnOfAnEnvironmentThatMayNotHaveItIsNotUsed() {
        assertThat(secrets(
                                """
                  wh: {store: aws, keys: [k], environments: [dev], arn: {dev: arn:one, prod: arn:one}}
                """)
                        .codes())
                .isEmpty();
    }

    @Test
    void othersMayShare() {
        MemoryFleet fleet = new MemoryFleet()
                .with(
                        "environments/base.yaml",
                        """
                        format: 1
                        organization: acme
                        environments: [dev, staging, prod]
                        dagster: 1.13.27
                        secrets:
                          wh: {store: aws, keys: [k], arn: {dev: arn:one, staging: arn:one, prod: arn:two}}
                        """);

        assertThat(fleet.read().codes()).isEmpty();
    }

    @Test
    void oneNameInTwoClustersIsTwoSecrets() {
        assertThat(secrets("  wh: {store: kubernetes, keys: [k]}\n").codes()).isEmpty();
    }
}
