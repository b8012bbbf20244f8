package io.github.dagsterfleet.rule.checkout;

import io.github.dagsterfleet.dagster.BuildTime;
import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.source.MemorySources;
import io.github.dagsterfleet.source.SourceSet;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.text.SourcePath;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A folder with the code of a team, and the dagster_cloud.yaml files that are to deploy it. */
public final class Checkout {
    /** Whether the code is where the files say. */
    private static final List<CheckoutRule> CODE =
            List.of(new BuildDirectories(), new WorkingDirectories(), new CodeSources());

    /** Whether the files of the folder say one thing. */
    private static final List<CheckoutRule> AGREEMENT = List.of(
            new ProjectAgreement(),
            new Dependencies(),
            new ServerlessBuild(),
            new HybridImages(),
            new Deployments(),
            new WorkflowDeployments(),
            new WorkflowRegistries(),
            new WorkflowPython());

    /** What only `dg plus` stumbles over; what we render is deployed by `dagster-cloud ci`. */
    private static final Set<FindingCode> OF_DG_PLUS =
            EnumSet.of(FindingCode.CHECKOUT_ONE_LOCATION, FindingCode.CHECKOUT_DIRECTORY_NAME);

    private final CheckoutFiles files;
    private final SourcePath folder;
    private final List<CloudFile> clouds;
    private final Map<SourcePath, Optional<ProjectFile>> projects = new HashMap<>();
    private final List<Workflow> workflows;
    private @Nullable Boolean hasPython;

    private Checkout(CheckoutFiles files, SourcePath folder, List<CloudFile> clouds, List<Workflow> workflows) {
        this.files = files;
        this.folder = folder;
        this.clouds = List.copyOf(clouds);
        this.workflows = List.copyOf(workflows);
    }

    /** The files in this folder, and the code that they name. */
    public static Checkout in(SourceSet sources, SourcePath folder) {
        CheckoutFiles files = new CheckoutFiles(sources, folder);
        List<CloudFile> clouds = new ArrayList<>();
        files.list(folder).stream()
                .filter(entry ->
                        !entry.isFolder() && CloudFile.isOne(entry.path().fileName()))
                .forEach(entry ->
                        files.yaml(entry.path()).ifPresent(root -> clouds.add(CloudFile.of(entry.path(), root))));
        return new Checkout(files, folder, clouds, Workflow.in(files, folder));
    }

    /**
     * Rendered locations over the code of their repo.
     *
     * @param locations of one environment, as they would stand in a dagster_cloud.yaml at the top of the checkout
     */
    public static Checkout of(SourceSet sources, List<Mapping> locations) {
        List<CodeLocation> rendered = locations.stream()
                .map(said -> new CodeLocation(said, SourcePath.ROOT))
                .toList();
        CloudFile file = new CloudFile(new SourcePath("dagster_cloud.yaml"), rendered);
        return new Checkout(new CheckoutFiles(sources, SourcePath.ROOT), SourcePath.ROOT, List.of(file), List.of());
    }

    /**
     * Rendered files of one environment, of which no checkout is known.
     *
     * @param locations as they would stand in a dagster_cloud.yaml at the top of the repository
     * @param pyprojects by the folder of their project, {@code .} for the top
     */
    private static Checkout ofDocuments(List<Mapping> locations, Map<String, Mapping> pyprojects) {
        Checkout checkout = of(MemorySources.ofTexts(Map.of()), locations);
        pyprojects.forEach((path, pyproject) -> CheckoutFiles.resolve(SourcePath.ROOT, path)
                .ifPresent(folder -> checkout.projects.put(folder, Optional.of(ProjectFile.of(folder, pyproject)))));
        return checkout;
    }

    /** Whether dg looks for its other files in this folder, because its settings lie there. */
    public static boolean isOfDg(SourceSet sources, SourcePath folder) {
        return ProjectFile.hasDgSettings(new CheckoutFiles(sources, folder), folder);
    }

    /** Tells whether the code is where the files say. */
    public void checkCode(Findings findings) {
        check(CODE, findings);
    }

    /** Tells whether files that are to be rendered say one thing. */
    public static void checkDocuments(List<Mapping> locations, Map<String, Mapping> pyprojects, Findings findings) {
        Findings found = new Findings();
        ofDocuments(locations, pyprojects).checkAgreement(found);
        found.list().stream()
                .filter(finding -> !OF_DG_PLUS.contains(finding.code()))
                .forEach(findings::add);
    }

    /** Tells whether the files say one thing. */
    public void checkAgreement(Findings findings) {
        check(AGREEMENT, findings);
    }

    /**
     * Tells whether the variables that the code reads are those that are declared.
     *
     * @param place of this checkout in the workspace; the top where it lies elsewhere
     * @param copies of every environment of the repo whose checkout this is
     */
    public void checkVariables(SourcePath place, List<BuildTime.Copy> copies, Findings findings) {
        if (!copies.isEmpty()) {
            new CodeVariables(files, place, copies).check(findings);
        }
    }

    /** What is to be imported, each once. */
    public List<CodeSource> codeSources() {
        Map<List<Object>, CodeSource> sources = new LinkedHashMap<>();
        for (CodeLocation location : locations()) {
            CodeSource.of(location)
                    .ifPresent(source -> sources.putIfAbsent(List.of(source.arguments(), source.folder()), source));
        }
        return List.copyOf(sources.values());
    }

    private void check(List<CheckoutRule> rules, Findings findings) {
        Findings found = new Findings();
        rules.forEach(rule -> rule.check(this, found));
        findings.addAll(grouped(found.list()));
    }

    /** What the files of several deployments say alike is one mistake. */
    private static Collection<Finding> grouped(List<Finding> findings) {
        Map<String, Finding> byMistake = new LinkedHashMap<>();
        Set<String> told = new HashSet<>();
        for (Finding finding : findings) {
            String mistake = finding.code().id() + finding.message();
            if (told.add(mistake + finding.site())) {
                byMistake.merge(mistake, finding, (first, more) -> first.note("so it is here", more.site()));
            }
        }
        return byMistake.values();
    }

    CheckoutFiles files() {
        return files;
    }

    SourcePath folder() {
        return folder;
    }

    List<CloudFile> clouds() {
        return clouds;
    }

    List<CodeLocation> locations() {
        return clouds.stream().flatMap(cloud -> cloud.locations().stream()).toList();
    }

    /** The nearest file of this folder's own that is wanted. */
    Optional<SourcePath> search(Predicate<SourcePath> wanted) {
        return files.search(folder, wanted);
    }

    /** Whether there is any code; without it nobody can tell whether it is where it should be. */
    boolean hasPython() {
        if (hasPython == null) {
            hasPython = search(file -> file.value().endsWith(".py")).isPresent();
        }
        return hasPython;
    }

    List<Workflow> workflows() {
        return workflows;
    }

    /** The locations by the project that is built for them, which is that of their build directory. */
    Map<ProjectFile, List<CodeLocation>> projects() {
        Map<SourcePath, List<CodeLocation>> byFolder = new LinkedHashMap<>();
        for (CodeLocation location : locations()) {
            location.builtFolder().ifPresent(built -> byFolder.computeIfAbsent(built, path -> new ArrayList<>())
                    .add(location));
        }
        Map<ProjectFile, List<CodeLocation>> byProject = new LinkedHashMap<>();
        byFolder.forEach((path, locations) -> project(path).ifPresent(project -> byProject.put(project, locations)));
        return byProject;
    }

    private Optional<ProjectFile> project(SourcePath path) {
        return projects.computeIfAbsent(path, key -> ProjectFile.in(files, key));
    }
}
