package io.github.dagsterfleet.layer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.text.SourcePath;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rule 3 of merge.md on exclusive groups. */
class ExclusiveGroupTest {
    @Test
    void settingAMemberDropsTheOtherOfALowerLayer() {
        folds(
                """
                base: {code: {module: m}}
                repo: {code: {file: f}}
                """,
                """
                code.file: "f" | *repo set
                code.module: - | base set, *repo displaced
                """);
    }

    @Test
    void nestedMemberAndTopMemberDisplaceEachOther() {
        folds(
                """
                base: {build: {registry: r, directory: d}}
                environment: {image: i}
                repo: {build: {registry: s}}
                """,
                """
                build: … | *base set, environment displaced, repo merged
                build.directory: "d" | *base set
                build.registry: "s" | base set, environment displaced, *repo set
                image: - | environment set, *repo displaced
                """);
    }

    @Test
    void settingBesideAMemberDisplacesNothing() {
        folds(
                """
                base: {image: i}
                repo: {build: {directory: d}}
                """,
                """
                image: "i" | *base set
                build.directory: "d" | *repo set
                """);
    }

    @Test
    void itemOfAListIsAMember() {
        folds(
                """
                base: {dynamic: [version, readme]}
                environment: {version: "1"}
                repo: {dynamic: [version]}
                """,
                """
                dynamic: … | *base set, environment displaced, repo merged
                dynamic[0]: "readme" | *base set
                dynamic[1]: "version" | *repo set
                version: - | environment set, *repo displaced
                """);
    }

    @Test
    void removingOneMemberAndSettingAnotherWorksInOnePatch() {
        folds(
                """
                base: {code: {module: m}}
                repo: {code: {file: f, module: {$remove: true}}}
                """,
                """
                code.file: "f" | *repo set
                code.module: - | base set, *repo removed
                """);
    }

    @Test
    void lockedMemberIsADisplacement() {
        folds(
                """
                base: {code: {module: m}}
                repo: {code: {$lock: {file: f}, $reason: r}}
                """,
                """
                code: … | *base set, repo merged, repo locked
                code.file: "f" | *repo set
                code.module: - | base set, *repo displaced
                """);
    }

    @Test
    void resetAboveAMemberDisplacesWhenItBringsTheMemberBack() {
        folds(
                """
                base: {build: {registry: r}}
                environment: {image: i}
                repo: {build: {$reset: base}}
                """,
                """
                build: … | *base set, environment displaced, repo reset
                build.registry: "r" | *base set, environment displaced, repo reset
                image: - | environment set, *repo displaced
                """);
    }

    @Test
    void memberThatCannotBeSetDisplacesNothing() {
        folds(
                """
                base: {code: {module: {$lock: m, $reason: r}}}
                repo: {code: {file: f}}
                """,
                """
                code.module: "m" | *base set, base locked
                code.file: "f" | *repo set
                layer/lock-broken 2:15 `file` cannot take the place of `module`: a lower layer locks it
                """);
    }

    @Test
    void twoMembersInOnePartAreAnErrorAtBothLines() {
        assertThat(Stacks.misread(
                        """
                code:
                  file: f
                  module: m
                image: i
                build: {$replace: {registry: r}}
                """,
                        TestShapes.LOCATION))
                .isEqualTo(
                        """
                schema/exclusive 3:3 `module` and `file` exclude each other
                schema/exclusive 5:1 `build.registry` and `image` exclude each other
                """);
    }

    @Test
    void secondPartOfALayerDisplacesTheFirst() {
        Findings findings = new Findings();
        LayerPatch patch = new LayerReader(TestShapes.REPO)
                .read(
                        Stacks.yaml(
                                """
                location: {image: i}
                locations: {x: {build: {registry: r}}}
                """),
                        findings);
        Layer repo = new Layer(LayerName.REPO, new SourcePath("repo.yaml"), patch, false);
        assertThat(findings.list()).isEmpty();
        assertThat(Stacks.story(new Fold().fold(LayerStack.ofLocation(List.of(repo), "x"))))
                .isEqualTo(
                        """
                build.registry: "r" | *repo set
                image: - | repo set, *repo displaced
                """);
    }

    private static void folds(String layers, String expected) {
        assertThat(Stacks.fold(layers)).isEqualTo(expected);
    }
}
