package io.github.dagsterfleet.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dagsterfleet.DagsterFleet;
import io.github.dagsterfleet.Progress;
import io.github.dagsterfleet.Request;
import io.github.dagsterfleet.RunReport;
import io.github.dagsterfleet.TestGit;
import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.report.TextReport;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A workspace under git, and what the oracle expects of it. */
final class World {
    static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    static final String MAIN = "main";

    private final Disk disk;
    private final TestGit git;
    private final Commits commits = new Commits();
    private final Map<String, String> tips = new TreeMap<>();
    private String branch = MAIN;
    private Sources sources = Sources.START;
    private int settled;
    private SortedMap<Place, Pinned> pins = new TreeMap<>();
    private SortedMap<Place, SortedMap<String, String>> files = new TreeMap<>();

    private World(Path folder) {
        this.disk = new Disk(folder);
        this.git = new TestGit(folder);
    }

    /** One that is generated and committed. */
    static World start(Path folder) {
        World world = new World(folder);
        assertThat(folder.toFile().mkdirs()).isTrue();
        world.git.run("init", "--quiet", "--template=");
        world.git.run("config", "maintenance.auto", "false");
        world.git.run("config", "core.fsync", "none");
        world.disk.replace(Map.of(), Sources.START.files(true));
        world.settle();
        world.commit("Start");
        return world;
    }

    /** Another one that begins with the same commit. */
    World copy(Path folder) {
        disk.copyTo(folder);
        World copy = new World(folder);
        copy.commits.add(head(), commits.get(head()));
        copy.tips.putAll(tips);
        copy.files = new TreeMap<>(files);
        return copy;
    }

    TestGit git() {
        return git;
    }

    Disk disk() {
        return disk;
    }

    Commits commits() {
        return commits;
    }

    DagsterFleet fleet() {
        return new DagsterFleet(disk.root(), 1, TODAY, Progress.SILENT);
    }

    Sources sources() {
        return sources;
    }

    String branch() {
        return branch;
    }

    /** The branches other than the one checked out. */
    List<String> others() {
        return tips.keySet().stream().filter(name -> !name.equals(branch)).toList();
    }

    String tip(String name) {
        return Optional.ofNullable(tips.get(name)).orElseThrow();
    }

    String head() {
        return tip(branch);
    }

    Optional<Pinned> pin(Place place) {
        return Optional.ofNullable(pins.get(place));
    }

    void pin(Place place, Pinned pinned) {
        pins.put(place, pinned);
    }

    void pins(Map<Place, Pinned> all) {
        pins = new TreeMap<>(all);
    }

    /** Writes sources, and nothing that is generated. */
    void write(Sources next) {
        disk.replace(sources.files(true), next.files(true));
        sources = next;
    }

    /** The files of a place, as they were after the last step. */
    SortedMap<String, String> files(Place place) {
        return Optional.ofNullable(files.get(place)).orElseThrow();
    }

    /** Whether all that is live goes together with the release of a place. */
    boolean isRendered(Place place) {
        return rendered(place).isPresent();
    }

    /** Expects other sources, which a verb has written. */
    void expect(Sources next) {
        sources = next;
        next.files(true).forEach((path, text) -> assertThat(disk.read(path)).isEqualTo(text));
    }

    /** Generates, and compares all that is there with what is expected; now and then by {@code check}, too. */
    void settle() {
        RunReport generated = fleet().generate(Request.EVERYTHING);
        assertThat(generated.exitCode()).as(words(generated)).isZero();
        SortedMap<Place, SortedMap<String, String>> expected = expected();
        SortedMap<Place, SortedMap<String, String>> there = new TreeMap<>();
        places().forEach(place -> there.put(place, disk.below(place.folder())));
        assertThat(there).isEqualTo(expected);
        assertThat(waiting(generated)).isEqualTo(waiting());
        files = expected;
        if (settled++ % 3 == 0) {
            RunReport checked = fleet().check(Request.EVERYTHING);
            assertThat(checked.exitCode())
                    .as("check after generate: " + words(checked))
                    .isZero();
        }
    }

    private static String words(RunReport report) {
        return new TextReport(false).print(report.findings()) + report.changes();
    }

    /** The repos of which a file was said to wait for a promotion. */
    private static Set<String> waiting(RunReport report) {
        return report.findings().stream()
                .filter(finding -> finding.code().id().equals("release/waiting"))
                .map(World::repo)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String repo(Finding finding) {
        return finding.site().path().orElseThrow().value().split("/", -1)[1];
    }

    private Set<String> waiting() {
        return places().stream()
                .filter(place -> rendered(place).isEmpty())
                .map(Place::repo)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    static List<Place> places() {
        List<Place> places = new ArrayList<>();
        Knob.REPOS.forEach(repo -> Knob.ENVIRONMENTS.forEach(environment -> places.add(new Place(repo, environment))));
        return places;
    }

    private SortedMap<Place, SortedMap<String, String>> expected() {
        SortedMap<Place, SortedMap<String, String>> expected = new TreeMap<>();
        places().forEach(place ->
                expected.put(place, rendered(place).orElseGet(() -> Optional.ofNullable(files.get(place))
                        .orElseThrow())));
        return expected;
    }

    /** Empty where what is live waits for a promotion. */
    private Optional<SortedMap<String, String>> rendered(Place place) {
        boolean promoted = Knob.PROMOTED.contains(place.environment());
        if (promoted ? !pins.containsKey(place) : !sources.isIn(place)) {
            return Optional.of(new TreeMap<>());
        }
        Sources release =
                promoted ? commits.get(pin(place).orElseThrow().commit()).sources() : sources;
        return TreeRendering.of(sources.over(release, place), place);
    }

    /** Commits all that lies there. */
    void commit(String subject) {
        commit(subject, tips.containsKey(branch) ? List.of(head()) : List.of());
    }

    void commit(String subject, List<String> parents) {
        git.run("add", "--all");
        git.run("commit", "--quiet", "--allow-empty", "--no-verify", "--message", subject);
        String id = disk.read(".git/refs/heads/" + branch).strip();
        commits.add(id, new Snapshot(parents, sources, pins, files, releases()));
        tips.put(branch, id);
    }

    /** The text of each repo's release.yaml. */
    Map<String, String> releases() {
        Map<String, String> releases = new HashMap<>();
        Knob.REPOS.forEach(repo -> releases.put(repo, disk.read(releaseFile(repo))));
        return releases;
    }

    static String releaseFile(String repo) {
        return "repos/" + repo + "/release.yaml";
    }

    /** Begins a branch at the commit checked out. */
    void begin(String name) {
        git.run("switch", "--quiet", "--create", name);
        tips.put(name, head());
        branch = name;
    }

    void goTo(String name) {
        git.run("switch", "--quiet", name);
        branch = name;
        Snapshot there = commits.get(head());
        sources = there.sources();
        pins = new TreeMap<>(there.pins());
        files = there.files();
    }

    void forget(String name) {
        git.run("branch", "--quiet", "-D", name);
        tips.remove(name);
    }
}
