package io.github.dagsterfleet.dagster.requirement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts and verdicts agree with Python's {@code packaging} 26. */
final class RequirementTest {
    @Test
    void aRequirementIsCutIntoItsParts() {
        assertThat(Requirement.parse(" Dagster_K8s [a, b] >=1.0 , <2 ; os_name == 'nt' "))
                .contains(new Requirement(
                        "dagster-k8s", "Dagster_K8s [a, b]", ">=1.0 , <2", false, " ; os_name == 'nt'"));
    }

    @Test
    void parenthesesAreNoPartOfTheVersion() {
        assertThat(Requirement.parse("a (>=1,<2)").orElseThrow().version()).isEqualTo(">=1,<2");
    }

    @Test
    void aUrlClosesTheVersion() {
        assertThat(Requirement.parse("a @ https://x.org/a.whl").orElseThrow().isOpen())
                .isFalse();
    }

    @Test
    void runsOfSeparatorsAreOneInANormalisedName() {
        assertThat(Requirement.parse("A.-_b").orElseThrow().distribution()).isEqualTo("a-b");
    }

    @Test
    void onlyEqualityPins() {
        assertThat(Requirement.parse("a == 1.2").orElseThrow().isPinnedTo("1.2"))
                .isTrue();
        assertThat(Requirement.parse("a===1.2").orElseThrow().isPinnedTo("1.2")).isTrue();
        assertThat(Requirement.parse("a==1.2,<2").orElseThrow().isPinnedTo("1.2"))
                .isFalse();
        assertThat(Requirement.parse("a==1.2.*").orElseThrow().isPinnedTo("1.2"))
                .isFalse();
    }

    @Test
    void aVersionIsPutBetweenExtrasAndMarker() {
        assertThat(Requirement.parse("a[x]; extra == 'y'").orElseThrow().pinnedTo("1"))
                .isEqualTo("a[x]==1; extra == 'y'");
        assertThat(Requirement.parse("a ()").orElseThrow().pinnedTo("1")).isEqualTo("a==1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "a[]",
                "a>=1,",
                "a~=1.2.3",
                "a!=1.*",
                "a==1!2.0rc1.post2.dev3+local.1",
                "a===anything/at_all",
                "a@file:///x ;os_name=='a'",
                "a; python_version in '3.10 3.11' and (extra == 'b' or 'x' not in platform_version)"
            })
    void requirementsAreTaken(String text) {
        assertThat(Requirement.parse(text)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-a",
                "a-",
                "a b",
                "a 1.0",
                "a=1.0",
                "a>=",
                "a>=1.*",
                "a~=1",
                "a<1+local",
                "a (>=1",
                "a[b",
                "a[b c]",
                "a @",
                "a;",
                "a; python_version",
                "a; pythonversion < '3'",
                "a; os_name == 'x",
                "a; (os_name == 'x'",
                "a; os_name == 'x' andextra == 'y'"
            })
    void everythingElseIsNot(String text) {
        assertThat(Requirement.parse(text)).isEmpty();
    }
}
