package io.github.dagsterfleet.rule.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.fleet.MemoryFleet;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnequalVariablesTest {
    private static MemoryFleet group(String members) {
        return new MemoryFleet()
                .append(
                        "environments/base.yaml",
                        """
                        secrets: {wh: {store: kubernetes, keys: [BUCKET, OTHER]}}
                        groups: {g: {variables: [BUCKET], members: %s}}
                        """
                                .formatted(members));
    }

    private static List<String> notes(Finding finding) {
        return finding.related().stream().map(note -> note.message()).toList();
    }

    @Test
    void equalByAnyWayIsEqual() {
        assertThat(group("[a, b, c]")
                        .repo("a", "env: {BUCKET: x}\n")
                        .repo("b", "location: {env: {BUCKET: {value: x}}}\n")
                        .repo("c", "location: {container_context: {k8s: {env_vars: [BUCKET=x]}}}\n")
                        .read()
                        .codes())
                .isEmpty();
    }

    @Test
    void oddOneIsToldWithAllOthers() {
        MemoryFleet.Read read = group("[a, b, c]")
                .repo("a", "env: {BUCKET: x}\n")
                .repo("b", "env: {BUCKET: y}\n")
                .repo("c", "env: {BUCKET: x}\n")
                .read();

        assertThat(read.codes()).containsExactly("fleet/unequal-variable repos/b/repo.yaml:4");
        assertThat(notes(read.findings().get(0)))
                .containsExactly(
                        "in `dev` and `prod` it is `x` for `a` and `c`", "in `dev` and `prod` it is `y` for `b`");
    }

    @Test
    void environmentsInWhichAllIsWellAreNotTold() {
        MemoryFleet.Read read = group("[a, b]")
                .repo("a", "env: {BUCKET: x}\n")
                .repo("b", "env: {BUCKET: x}\n")
                .with("repos/b/overlays/prod.yaml", "env: {BUCKET: y}\n")
                .read();

        assertThat(read.codes()).containsExactly("fleet/unequal-variable repos/b/overlays/prod.yaml:1");
        assertThat(notes(read.findings().get(0)))
                .containsExactly("in `prod` it is `x` for `a`", "in `prod` it is `y` for `b`");
    }

    @Test
    void amongEqualsTheRepoThatSaysSoItselfIsTheOddOne() {
        assertThat(group("[a, b]")
                        .append("environments/base.yaml", "defaults: {env: {BUCKET: x}}\n")
                        .repo("a", "env: {BUCKET: y}\n")
                        .repo("b", "")
                        .read()
                        .codes())
                .containsExactly("fleet/unequal-variable repos/a/repo.yaml:4");
    }

    @Test
    void memberThatLacksIt() {
        MemoryFleet.Read read =
                group("[a, b]").repo("a", "env: {BUCKET: x}\n").repo("b", "").read();

        assertThat(read.codes()).containsExactly("fleet/unequal-variable repos/b/repo.yaml:3");
        assertThat(read.findings().get(0).label()).isEqualTo("not set");
    }

    @Test
    void memberLacksNothingWhereItDoesNotExist() {
        assertThat(group("[a, b]")
                        .repo("a", "env: {BUCKET: x}\n")
                        .repo("b", "environments: [dev]\nenv: {BUCKET: x}\n")
                        .read()
                        .codes())
                .isEmpty();
    }

    @Test
    void memberWithoutLocationsIsNotCompared() {
        assertThat(group("[a, b]")
                        .repo("a", "env: {BUCKET: x}\n")
                        .with("repos/b/repo.yaml", "agent: eks\nlocations: {}\n")
                        .read()
                        .codes())
                .noneMatch(code -> code.startsWith("fleet/unequal-variable"));
    }

    @Test
    void keysOfSecretsAreComparedAndShown() {
        MemoryFleet.Read read = group("[a, b, c]")
                .repo("a", "env_from: [wh]\n")
                .repo("b", "env: {BUCKET: {secret: wh#BUCKET}}\n")
                .repo("c", "env: {BUCKET: {secret: wh#OTHER}}\n")
                .read();

        assertThat(read.codes()).containsExactly("fleet/unequal-variable repos/c/repo.yaml:4");
        assertThat(notes(read.findings().get(0)))
                .containsExactly(
                        "in `dev` and `prod` it is the secret `wh#BUCKET` for `a` and `b`",
                        "in `dev` and `prod` it is the secret `wh#OTHER` for `c`");
    }

    @Test
    void variableThatNoMemberHasIsATypo() {
        assertThat(group("[a]").repo("a", "env: {BUKET: x}\n").read().codes())
                .containsExactly("fleet/unequal-variable environments/base.yaml:9");
    }

    @Test
    void memberWithErrorsIsNotCompared() {
        assertThat(group("[a, b]")
                        .repo("a", "env: {BUCKET: x}\n")
                        .repo("b", "")
                        .with("repos/b/overlays/prod.yaml", "agent: nobody\n")
                        .read()
                        .codes())
                .containsExactly("fleet/unknown-agent repos/b/overlays/prod.yaml:1");
    }

    @Test
    void memberWithoutALocationIsPromisedNothing() {
        assertThat(group("[a, b]")
                        .repo("a", "env: {BUCKET: x}\n")
                        .with("repos/b/repo.yaml", "agent: eks\nlocations: {}\n")
                        .read()
                        .codes())
                .noneMatch(code -> code.startsWith("fleet/unequal-variable"));
    }
}
