package io.github.dagsterfleet.dagster;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.Related;
import io.github.dagsterfleet.fleet.MemoryFleet;
import io.github.dagsterfleet.fleet.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What only some environments of a repo have. */
final class VariableGapsTest {
    private static final String REPO = "repos/x/repo.yaml";
    private static final String IN_DEV = "repos/x/overlays/dev.yaml";
    private static final String IN_STAGING = "repos/x/overlays/staging.yaml";
    private static final String LOCATIONS =
            "agent: plus\nlocations: {a: {code_source: {module_name: a}}, b: {code_source: {module_name: b}}}\n";

    private static MemoryFleet fleet() {
        return new MemoryFleet()
                .with(
                        "environments/base.yaml",
                        """
                        format: 1
                        organization: acme
                        environments: [dev, staging, prod]
                        dagster: 1.13.27
                        agents: {plus: {platform: serverless}}
                        secrets: {github: {store: dagster-plus, keys: [token]}}
                        """)
                .with(REPO, LOCATIONS);
    }

    /** The message, and then the notes. */
    private static List<String> told(MemoryFleet fleet) {
        List<BuildTime.Copy> copies = new ArrayList<>();
        for (Target target : fleet.read().sound("x")) {
            copies.add(
                    new BuildTime.Copy(target, Derivation.derive(target).value().orElseThrow()));
        }
        return VariableGaps.find(copies).stream()
                .flatMap(VariableGapsTest::words)
                .toList();
    }

    private static Stream<String> words(Finding finding) {
        return Stream.concat(
                Stream.of(finding.message()), finding.related().stream().map(Related::message));
    }

    @Test
    void whatEveryEnvironmentHasIsNoGap() {
        assertThat(told(fleet().with(REPO, LOCATIONS + "env: {A: x}\n").with(IN_DEV, "env: {A: y}\n")))
                .isEmpty();
    }

    @Test
    void allGapsOfARepoAreOneFinding() {
        MemoryFleet fleet = fleet().with(IN_DEV, "env: {A: x, T: {secret: github#token}}\n")
                .with(IN_STAGING, "env: {T: {secret: github#token}}\nlocations: {a: {env: {H: x}}}\n");
        assertThat(told(fleet))
                .containsExactly(
                        "`A` of `a` and `b` is in `dev`, and not in `staging` and `prod`",
                        "`H` of `a` is in `staging`, and not in `dev` and `prod`",
                        "`T` of `a` and `b` is in `dev` and `staging`, and not in `prod`");
    }

    @Test
    void whatASharedFileSaysIsToldAlikeForEveryRepo() {
        assertThat(told(fleet().with("environments/prod.yaml", "defaults: {env: {A: x, B: x}}\n")))
                .containsExactly(
                        "`A` is in `prod`, and not in `dev` and `staging`",
                        "`B` is in `prod`, and not in `dev` and `staging`");
    }

    @Test
    void whatIsNotRequiredMayBeMissing() {
        assertThat(told(fleet().with(IN_DEV, "env: {A: {value: x, required: false}}\n")))
                .isEmpty();
    }

    @Test
    void whatSomebodyTookAwayWasNotForgotten() {
        assertThat(told(fleet().with(REPO, LOCATIONS + "env: {A: x}\n").with(IN_DEV, "env: {A: {$remove: true}}\n")))
                .isEmpty();
    }

    @Test
    void aLocationThatAnEnvironmentDoesNotHaveLacksNothing() {
        String only = "agent: plus\nlocations: {a: {code_source: {module_name: a}, environments: [dev], env: {A: x}},"
                + " b: {code_source: {module_name: b}}}\n";
        assertThat(told(fleet().with(REPO, only))).isEmpty();
    }
}
