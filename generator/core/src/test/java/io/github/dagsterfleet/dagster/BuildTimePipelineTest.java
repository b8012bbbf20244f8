package io.github.dagsterfleet.dagster;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Site;
import io.github.dagsterfleet.fleet.MemoryFleet;
import io.github.dagsterfleet.fleet.Target;
import io.github.dagsterfleet.text.Span;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which lines of real sources are told when they make pyproject.toml differ between environments. */
final class BuildTimePipelineTest {
    private static final String REPO = "repos/x/repo.yaml";
    private static final String IN_PROD = "repos/x/overlays/prod.yaml";
    private static final String LOCATION = "locations: {a: {code_source: {module_name: a.definitions}}}\n";

    private static MemoryFleet fleet(String repo) {
        return new MemoryFleet()
                .with(
                        "environments/base.yaml",
                        """
                        format: 1
                        organization: acme
                        environments: [dev, staging, prod]
                        dagster: 1.13.27
                        agents: {eks: {platform: k8s, defaults: {location: {image: "registry.example.com/x:1"}}}}
                        defaults:
                          agent: eks
                          pyproject: {project: {name: x, version: 0.1.0, dependencies: [dagster]}}
                        """)
                .with(REPO, LOCATION + repo);
    }

    /** Each finding as its line and what is marked in it, with the lines of its notes. */
    private static List<String> refused(MemoryFleet fleet) {
        List<BuildTime.Copy> copies = new ArrayList<>();
        for (Target target : fleet.read().sound("x")) {
            Documents documents = Derivation.derive(target).value().orElseThrow();
            copies.add(new BuildTime.Copy(target, documents));
        }
        return BuildTime.check(copies).stream()
                .map(BuildTimePipelineTest::words)
                .toList();
    }

    private static String words(Finding finding) {
        assertThat(finding.code()).isEqualTo(FindingCode.DAGSTER_BUILD_TIME_DIFFERENCE);
        StringBuilder words = new StringBuilder(words(finding.site()));
        finding.related().forEach(related -> words.append(" because of ").append(words(related.site())));
        return words.toString();
    }

    private static String words(Site site) {
        Span span = ((Site.InSpan) site).span();
        return span.path() + ":" + span.line() + ": " + span.content();
    }

    @Test
    void theNameOfTheEnvironment() {
        assertThat(refused(fleet("pyproject: {project: {description: \"for ${environment.name}\"}}\n")))
                .containsExactly(REPO + ":2: \"for ${environment.name}\"");
    }

    @Test
    void theNameOfTheEnvironmentAsAWholeValue() {
        assertThat(refused(fleet("pyproject: {project: {description: \"${environment.name}\"}}\n")))
                .containsExactly(REPO + ":2: \"${environment.name}\"");
    }

    @Test
    void theNameOfTheEnvironmentInARequirement() {
        assertThat(refused(fleet("pyproject: {project: {dependencies: [\"lib-${environment.name}\", pandas]}}\n")))
                .containsExactly(REPO + ":2: \"lib-${environment.name}\"");
    }

    @Test
    void theNameOfTheEnvironmentByWayOfAVariable() {
        assertThat(
                        refused(
                                fleet(
                                        """
                        vars: {words: "for ${environment.name}"}
                        pyproject: {project: {description: "${vars.words}"}}
                        """)))
                .containsExactly(REPO + ":2: \"for ${environment.name}\"");
    }

    @Test
    void aVariableThatAnEnvironmentSays() {
        assertThat(refused(fleet(
                                """
                        vars: {words: usual}
                        pyproject: {project: {description: "${vars.words} things"}}
                        """)
                        .with(IN_PROD, "vars: {words: other}\n")))
                .containsExactly(IN_PROD + ":1: other");
    }

    @Test
    void anOverlay() {
        assertThat(refused(fleet("").with(IN_PROD, "pyproject: {project: {dependencies: [pandas]}}\n")))
                .containsExactly(IN_PROD + ":1: pandas");
    }

    @Test
    void anOverlayThatPinsWhatTheRepoAsksFor() {
        assertThat(refused(fleet("pyproject: {project: {dependencies: [pandas]}}\n")
                        .with(IN_PROD, "pyproject: {project: {dependencies: [pandas==2.2.3]}}\n")))
                .containsExactly(IN_PROD + ":1: pandas==2.2.3");
    }

    @Test
    void anOverlayThatTakesARequirementAway() {
        assertThat(refused(fleet("pyproject: {project: {dependencies: [pandas]}}\n")
                        .with(IN_PROD, "pyproject: {project: {dependencies: {$remove: [pandas]}}}\n")))
                .containsExactly(IN_PROD + ":1: pandas");
    }

    @Test
    void anOverlayThatOrdersAnew() {
        assertThat(refused(fleet("pyproject: {tool: {x: {order: [a, b]}}}\n")
                        .with(IN_PROD, "pyproject: {tool: {x: {order: [b, a]}}}\n")))
                .containsExactly(IN_PROD + ":1: [b, a]");
    }

    @Test
    void anOverlayThatSaysLess() {
        assertThat(refused(fleet("pyproject: {tool: {x: {order: [a, b]}}}\n")
                        .with(IN_PROD, "pyproject: {tool: {x: {order: [a]}}}\n")))
                .containsExactly(IN_PROD + ":1: [a]");
    }

    @Test
    void anOverlayThatTakesAKeyAway() {
        assertThat(refused(fleet("pyproject: {project: {description: words}}\n")
                        .with(IN_PROD, "pyproject: {project: {description: {$remove: true}}}\n")))
                .containsExactly(IN_PROD + ":1: $remove: true");
    }

    @Test
    void anOverlayThatMovesTheModule() {
        assertThat(refused(fleet("pyproject: {tool: {dg: {directory_type: project}}}\n")
                        .with(IN_PROD, "locations: {a: {code_source: {module_name: b.definitions}}}\n")))
                .containsExactly(IN_PROD + ":1: b.definitions");
    }

    @Test
    void theDefaultsOfAnEnvironment() {
        assertThat(refused(fleet("")
                        .with("environments/prod.yaml", "defaults: {pyproject: {project: {description: live}}}\n")))
                .containsExactly("environments/prod.yaml:1: live");
    }

    @Test
    void theDefaultsOfAnAgentInAnEnvironment() {
        assertThat(refused(fleet("")
                        .with(
                                "environments/prod.yaml",
                                "agents: {eks: {defaults: {project: {pyproject: {project: {description: live}}}}}}\n")))
                .containsExactly("environments/prod.yaml:1: live");
    }

    @Test
    void aProfileInAnEnvironment() {
        String profile = "environments/profiles/p.yaml";
        assertThat(
                        refused(
                                fleet("profiles: [p]\n")
                                        .with(
                                                profile,
                                                """
                        defaults: {pyproject: {project: {dependencies: [pandas]}}}
                        environments:
                          prod: {defaults: {pyproject: {project: {dependencies: [polars]}}}}
                        """)))
                .containsExactly(profile + ":3: polars");
    }

    @Test
    void aProfileThatOneEnvironmentGoesWithout() {
        String profile = "environments/profiles/p.yaml";
        assertThat(refused(fleet("profiles: [p]\n")
                        .with(profile, "defaults: {pyproject: {project: {dependencies: [pandas]}}}\n")
                        .with("repos/x/overlays/dev.yaml", "profiles: {$remove: [p]}\n")))
                .containsExactly("repos/x/overlays/dev.yaml:1: p because of " + profile + ":1: pandas");
    }

    @Test
    void aProfileThatOneEnvironmentAdds() {
        String profile = "environments/profiles/p.yaml";
        assertThat(refused(fleet("")
                        .with(
                                profile,
                                """
                                defaults: {pyproject: {project: {description: words, dependencies: [pandas, polars]}}}
                                """)
                        .with(IN_PROD, "profiles: [p]\n")))
                .containsExactly(
                        IN_PROD + ":1: p because of " + profile + ":1: pandas because of " + profile + ":1: polars",
                        IN_PROD + ":1: p because of " + profile + ":1: words");
    }

    @Test
    void aListOfProfilesThatOneEnvironmentTakesAway() {
        String profile = "environments/profiles/p.yaml";
        assertThat(refused(fleet("profiles: [p]\n")
                        .with(profile, "defaults: {pyproject: {project: {description: words}}}\n")
                        .with(IN_PROD, "profiles: {$remove: true}\n")))
                .containsExactly(IN_PROD + ":1: $remove: true because of " + profile + ":1: words");
    }

    @Test
    void anAgentOfOneEnvironment() {
        MemoryFleet fleet = new MemoryFleet()
                .with(
                        "environments/base.yaml",
                        """
                        format: 1
                        organization: acme
                        environments: [dev, prod]
                        dagster: 1.13.27
                        agents:
                          one: {platform: serverless}
                          two: {platform: serverless, defaults: {pyproject: {project: {description: two}}}}
                        defaults: {agent: one, pyproject: {project: {name: x, version: 0.1.0}}}
                        """)
                .with(REPO, LOCATION)
                .with(IN_PROD, "agent: two\n");
        assertThat(refused(fleet)).containsExactly(IN_PROD + ":1: two because of environments/base.yaml:7: two");
    }

    @Test
    void whatIsEqualInTheEndIsFine() {
        assertThat(refused(fleet(
                                """
                        profiles: [p]
                        env: {PLACE: "${environment.name}"}
                        pyproject: {project: {description: "${repo.name}", dependencies: [pandas]}}
                        """)
                        .with(
                                "environments/profiles/p.yaml",
                                """
                                defaults: {env: {P: 1}}
                                environments: {prod: {defaults: {pyproject: {project: {readme: README.md}}}}}
                                """)
                        .with("environments/dev.yaml", "defaults: {pyproject: {project: {readme: README.md}}}\n")
                        .with("environments/staging.yaml", "defaults: {pyproject: {project: {readme: README.md}}}\n")
                        .with("repos/x/overlays/dev.yaml", "profiles: {$remove: [p]}\n")
                        .with("repos/x/overlays/staging.yaml", "resources: {run: {memory: 2Gi}}\n")))
                .isEmpty();
    }

    @Test
    void branchesMayDiffer() {
        assertThat(refused(fleet("git: {delivery: branches}\n")
                        .with(IN_PROD, "pyproject: {project: {dependencies: [pandas]}}\n")))
                .isEmpty();
    }
}
