package io.github.dagsterfleet.dagster;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.fleet.Target;
import io.github.dagsterfleet.layer.Trace;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.syntax.Scalar;
import io.github.dagsterfleet.syntax.Sequence;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PyprojectDocumentTest {
    private static final String LOCATIONS = "{a: {code_source: {module_name: pkg.definitions}}}";
    private static final String DG = "{tool: {dg: {directory_type: project}}}";

    private static Target target(String locations, String pyproject) {
        return TestTarget.of(
                """
                agent: serverless
                locations: %s
                projects:
                  .: {pyproject: %s}
                """
                        .formatted(locations, pyproject));
    }

    private static Mapping document(String locations, String pyproject) {
        return Objects.requireNonNull(
                TestTarget.documents(target(locations, pyproject)).pyprojects().get("."));
    }

    private static String requirement(String said) {
        Mapping document = document(LOCATIONS, "{project: {name: p, version: \"1\", dependencies: ['" + said + "']}}");
        Sequence list = document.mapping("project")
                .orElseThrow()
                .sequence("dependencies")
                .orElseThrow();
        return ((Scalar) list.items().get(0)).text();
    }

    @Test
    void noFactsMakeNoFile() {
        assertThat(TestTarget.documents(target(LOCATIONS, "{}")).pyprojects()).isEmpty();
    }

    @Test
    void everythingPassesInTheOrderOfTheFactsButOurOwnKey() {
        assertThat(document(
                        LOCATIONS,
                        "{tool: {ruff: {line-length: 120}}, ownership: file, build-system: {requires: [hatchling]}}"))
                .hasToString(
                        TestTarget.yaml("{tool: {ruff: {line-length: 120}}, build-system: {requires: [hatchling]}}")
                                .toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            dagster                                        | dagster==1.13.27
            Dagster_Cloud                                  | Dagster_Cloud==1.13.27
            dagster-aws                                    | dagster-aws==0.29.27
            dagster-aws[redshift]; python_version < "3.13" | dagster-aws[redshift]==0.29.27; python_version < "3.13"
            dagster==1.13.27                               | dagster==1.13.27
            dagster-iceberg                                | dagster-iceberg
            pandas>=2.2,<3                                 | pandas>=2.2,<3
            """)
    void packagesOfDagsterGetTheirVersion(String said, String pinned) {
        assertThat(requirement(said)).isEqualTo(pinned);
    }

    @Test
    void everyListOfRequirementsIsPinned() {
        assertThat(
                        document(
                                LOCATIONS,
                                """
                {project: {name: p, version: "1", optional-dependencies: {x: [dagster-k8s]}},
                  dependency-groups: {dev: [dagster-webserver, {include-group: x}]}}"""))
                .hasToString(TestTarget.yaml(
                                """
                        {project: {name: p, version: "1", optional-dependencies: {x: [dagster-k8s==0.29.27]}},
                          dependency-groups: {dev: [dagster-webserver==1.13.27, {include-group: x}]}}""")
                        .toString());
    }

    @Test
    void aPinIsTracedToTheRequirementAndTheRelease() {
        Mapping document = document(LOCATIONS, "{dependency-groups: {dev: [dagster]}}");
        Node item = document.mapping("dependency-groups")
                .orElseThrow()
                .sequence("dev")
                .orElseThrow()
                .items()
                .get(0);

        assertThat(Trace.of(item).inputs())
                .extracting(input -> input.span().content())
                .containsExactly("dagster", "1.13.27");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"dagster==1.12.0", "dagster>=1.10", "dagster-aws~=0.29.27", "dagster @ git+https://x.org/d"})
    void anotherReleaseOfDagsterIsAnError(String said) {
        assertThat(TestTarget.findings(target(LOCATIONS, "{dependency-groups: {dev: ['" + said + "']}}")))
                .containsExactly("dagster/pin at '" + said + "'");
    }

    @Test
    void whatIsNoRequirementIsAnError() {
        assertThat(TestTarget.findings(target(LOCATIONS, "{dependency-groups: {dev: [pandas 2]}}")))
                .containsExactly("dagster/requirement at pandas 2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            version: 1.0.x                        | 1.0.x
            version: 1.*                          | 1.*
            version: 1, requires-python: "3.11"   | "3.11"
            version: 1, requires-python: ">=3.11;" | ">=3.11;"
            """)
    void versionsThatPythonsToolsRefuseAreErrors(String said, String refused) {
        assertThat(TestTarget.findings(target(LOCATIONS, "{project: {name: p, " + said + "}}")))
                .containsExactly("schema/pattern at " + refused);
    }

    @ParameterizedTest
    @ValueSource(strings = {"version: v1", "version: 2026.1rc1", "version: 1, requires-python: '>=3.11,<3.14'"})
    void versionsThatPythonsToolsTakePass(String said) {
        assertThat(TestTarget.findings(target(LOCATIONS, "{project: {name: p, " + said + "}}")))
                .isEmpty();
    }

    @Test
    void aReleaseBeforeTheCommonNumberingIsUnknown() {
        String base = TestTarget.BASE.replace("1.13.27", "1.10.17");

        assertThat(TestTarget.findings(TestTarget.of(base, "dev", "agent: serverless")))
                .containsExactly("dagster/unknown-version at 1.10.17");
    }

    @Test
    void dgTablesFollowFromTheOneModule() {
        assertThat(document(
                        "{a: {code_source: {python_file: a.py}}, b: {code_source: {module_name: pkg.definitions}}}",
                        DG))
                .hasToString(TestTarget.yaml(
                                """
                        tool:
                          dg:
                            directory_type: project
                            project: {root_module: pkg, code_location_name: b}
                        """)
                        .toString());
    }

    @Test
    void aModuleThatDgWouldNotLoadByItselfIsNamed() {
        assertThat(document("{a: {code_source: {module_name: pkg.sub.defs}}}", DG))
                .asString()
                .contains(
                        "root_module: \"pkg\", code_location_target_module: \"pkg.sub.defs\", code_location_name: \"a\"");
    }

    @Test
    void whatTheTeamSaysOfDgStays() {
        String said = "{tool: {dg: {directory_type: project, project: {root_module: own, code_location_name: mine}}}}";

        assertThat(document(LOCATIONS, said))
                .asString()
                .contains(
                        "root_module: \"own\", code_location_name: \"mine\", code_location_target_module: \"pkg.definitions\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{a: {code_source: {module_name: m}}, b: {code_source: {module_name: n}}}",
                "{a: {code_source: {python_file: a.py}}}"
            })
    void withoutExactlyOneModuleTheTeamWritesTheTables(String locations) {
        assertThat(Derivation.derive(target(locations, DG)).findings())
                .extracting(Finding::code)
                .containsExactly(FindingCode.DAGSTER_ROOT_MODULE);
        String said = "{tool: {dg: {directory_type: project, project: {root_module: own, code_location_name: mine}}}}";
        assertThat(document(locations, said)).hasToString(TestTarget.yaml(said).toString());
    }

    @Test
    void onlyWhatSaysItIsADgProjectGetsTables() {
        assertThat(document(LOCATIONS, "{tool: {dagster: {module_name: m}}}"))
                .hasToString(
                        TestTarget.yaml("{tool: {dagster: {module_name: m}}}").toString());
    }

    @Test
    void locationsOfOtherProjectsDoNotCount() {
        Target target = TestTarget.of(
                """
                agent: serverless
                locations:
                  a: {code_source: {module_name: x.definitions}, project: one}
                  b: {code_source: {module_name: y.definitions}, project: two}
                projects:
                  one: {pyproject: %s}
                  two: {pyproject: %s}
                """
                        .formatted(DG, DG));

        assertThat(TestTarget.documents(target).pyprojects()).hasSize(2);
        assertThat(TestTarget.documents(target).pyprojects().get("two"))
                .asString()
                .contains("root_module: \"y\"");
    }
}
