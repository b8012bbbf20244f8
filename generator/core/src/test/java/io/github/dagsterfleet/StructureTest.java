package io.github.dagsterfleet;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import io.github.dagsterfleet.fleet.RepoTargets;
import io.github.dagsterfleet.fleet.Workspace;
import io.github.dagsterfleet.render.Draft;
import io.github.dagsterfleet.render.TemplateSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The house as it was drawn: which room may use which, and what may happen where. */
@AnalyzeClasses(packages = "io.github.dagsterfleet", importOptions = ImportOption.DoNotIncludeTests.class)
class StructureTest {
    private static final String ROOT = "io.github.dagsterfleet";

    /** Each may use only those before it. */
    private static final List<String> ORDER = List.of(
            "text", "secret", "finding", "source", "syntax", "schema", "layer", "fleet", "dagster", "render", "rule",
            "load", "plus", "change", "release", "explain", "env");

    @ArchTest
    static final ArchRule packagesKeepTheirOrder = order();

    private static ArchRule order() {
        LayeredArchitecture rule = layeredArchitecture().consideringOnlyDependenciesInLayers();
        for (String name : ORDER) {
            rule = rule.layer(name).definedBy(ROOT + "." + name + "..");
        }
        rule = rule.layer("facade").definedBy(ROOT).layer("json").definedBy(ROOT + ".json..");
        for (int i = 0; i < ORDER.size(); i++) {
            Set<String> users = new TreeSet<>(ORDER.subList(i + 1, ORDER.size()));
            users.addAll(Set.of("facade", "json"));
            rule = rule.whereLayer(ORDER.get(i)).mayOnlyBeAccessedByLayers(users.toArray(String[]::new));
        }
        return rule.whereLayer("facade")
                .mayOnlyBeAccessedByLayers("json")
                .whereLayer("json")
                .mayNotBeAccessedByAnyLayer();
    }

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching(ROOT + ".(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule formatsAreKnownOnlyBelowSyntax = noClasses()
            .that(resideOutsideOfPackage(ROOT + ".syntax.."))
            .should()
            .dependOnClassesThat(resideInAPackage("com.fasterxml.."))
            .orShould()
            .dependOnClassesThat(resideInAPackage("org.yaml.."))
            .orShould()
            .dependOnClassesThat(resideInAPackage("org.tomlj.."));

    @ArchTest
    static final ArchRule freemarkerIsKnownOnlyToRender = noClasses()
            .that(resideOutsideOfPackage(ROOT + ".render.."))
            .should()
            .dependOnClassesThat(resideInAPackage("freemarker.."));

    @ArchTest
    static final ArchRule onlySourceReadsAndOnlyChangeWrites = noClasses()
            .that(resideOutsideOfPackages(ROOT + ".source..", ROOT + ".change.."))
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.nio.file.Files");

    @ArchTest
    static final ArchRule nothingDependsOnWhereOrWhenItRuns = noClasses()
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .orShould()
            .callMethod(System.class, "getenv", String.class)
            .orShould()
            .callMethod(System.class, "getProperty", String.class)
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(java.util.Locale.class, "getDefault")
            .orShould()
            .callMethod(String.class, "toLowerCase")
            .orShould()
            .callMethod(String.class, "toUpperCase")
            .orShould()
            .callMethod(String.class, "getBytes")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.util.Random")
            .orShould()
            .callMethodWhere(target(owner(resideInAPackage("java.time.."))).and(target(nameMatching("now"))))
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.time.Clock");

    @ArchTest
    static final ArchRule stagesMakeTheirOwnTypes = constructors()
            .that()
            .areDeclaredIn(Workspace.class)
            .or()
            .areDeclaredIn(RepoTargets.class)
            .or()
            .areDeclaredIn(TemplateSet.class)
            .or()
            .areDeclaredIn(Draft.class)
            .should()
            .notBePublic();

    @ArchTest
    static final ArchRule namesSayWhatAThingIs = noClasses()
            .should()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveSimpleNameEndingWith("Impl");

    @ArchTest
    static final ArchRule exceptionsAreForOurBugs = noClasses()
            .that()
            .areNotAssignableTo(Throwable.class)
            .should()
            .callConstructor(RuntimeException.class, String.class)
            .orShould()
            .callConstructor(Exception.class, String.class);

    @ArchTest
    static final ArchRule onlyShellsPrint = noClasses()
            .that(resideOutsideOfPackages(ROOT + ".finding.report..", ROOT + ".json.."))
            .should()
            .dependOnClassesThat(resideInAPackage(ROOT + ".finding.report.."));

    /** What a shell can print was answered by the façade, and answers leave it by the one door that takes secrets out. */
    @ArchTest
    static final ArchRule answersLeaveByOneDoor = methods()
            .that()
            .arePublic()
            .and()
            .areDeclaredInClassesThat()
            .belongToAnyOf(DagsterFleet.class, Variables.class)
            .and()
            .doNotHaveName("version")
            .should(leaveByTheDoor());

    private static ArchCondition<JavaMethod> leaveByTheDoor() {
        return new ArchCondition<>("answer through Discreetly") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                if (!reachesTheDoor(method, new HashSet<>())) {
                    events.add(SimpleConditionEvent.violated(method, method.getFullName() + " does not"));
                }
            }
        };
    }

    /** Directly, or by methods of its own class. */
    private static boolean reachesTheDoor(JavaMethod method, Set<JavaMethod> seen) {
        return seen.add(method)
                && method.getMethodCallsFromSelf().stream()
                        .map(JavaMethodCall::getTarget)
                        .anyMatch(called -> called.getOwner().isEquivalentTo(Discreetly.class)
                                || called.resolveMember()
                                        .filter(own -> own.getOwner().equals(method.getOwner()))
                                        .filter(own -> reachesTheDoor(own, seen))
                                        .isPresent());
    }
}
