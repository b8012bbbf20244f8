package io.github.dagsterfleet;

import io.github.dagsterfleet.change.DiskStore;
import io.github.dagsterfleet.change.Index;
import io.github.dagsterfleet.change.Journal;
import io.github.dagsterfleet.change.LastRun;
import io.github.dagsterfleet.change.OwnedPaths;
import io.github.dagsterfleet.change.PlanWriter;
import io.github.dagsterfleet.explain.Explainer;
import io.github.dagsterfleet.explain.Explanation;
import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.finding.Outcome;
import io.github.dagsterfleet.load.DefinitionsCheck;
import io.github.dagsterfleet.release.DeployOrder;
import io.github.dagsterfleet.release.History;
import io.github.dagsterfleet.release.Hold;
import io.github.dagsterfleet.release.PinEdit;
import io.github.dagsterfleet.release.Purpose;
import io.github.dagsterfleet.release.ReleaseFile;
import io.github.dagsterfleet.rule.policy.Secrets;
import io.github.dagsterfleet.schema.Shapes;
import io.github.dagsterfleet.source.DiskErrors;
import io.github.dagsterfleet.source.WorkTree;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** One workspace on disk, and what can be done with it. Both shells call this and nothing below it. */
public final class DagsterFleet {
    private final Path root;
    private final int threads;
    private final LocalDate today;
    private final Progress progress;
    private final String version;

    /**
     * @param root the folder that holds {@code environments/base.yaml}
     * @param threads how many repos are worked on at once
     * @param today the day on which waivers are in force or have ended
     */
    public DagsterFleet(Path root, int threads, LocalDate today, Progress progress) {
        this(root, threads, today, progress, version());
    }

    /** The same as another version, for a test of what an upgrade does. */
    DagsterFleet(Path root, int threads, LocalDate today, Progress progress, String version) {
        this.root = root;
        this.threads = threads;
        this.today = today;
        this.progress = progress;
        this.version = version;
    }

    /** The version of this tool. */
    public static String version() {
        return BuildVersion.TEXT;
    }

    /** Writes what the sources say. What somebody edited stays as it is, with its whole repo, and is a finding. */
    public RunReport generate(Request request) {
        try (Journal journal = Journal.begin(root)) {
            DiskStore store = new DiskStore(root);
            store.tidy(journal.unfinished());
            PlanWriter writer = new PlanWriter(store, journal);
            if (!request.isEverything()) {
                return run(request, new Writing(writer), journal.left());
            }
            Index index = Index.begin(root, version);
            Optional<LastRun> unchanged = index.unchanged().filter(last -> last.holdsOn(today));
            if (unchanged.isPresent()) {
                return RunReport.unchanged(unchanged.get());
            }
            RunReport report = run(request, new Writing(writer), journal.left());
            Optional<LastRun> last = report.remembered(today);
            if (last.isPresent()) {
                index.remember(last.get(), journal, store);
            }
            return report;
        } catch (IOException e) {
            return refused(e);
        }
    }

    /** Writes nothing; whatever {@code generate} would write is drift. */
    public RunReport check(Request request) {
        try {
            return run(request, new Checking(), Journal.read(root));
        } catch (IOException e) {
            return refused(e);
        }
    }

    /**
     * Tells what is wrong with the sources and with all that they make, at the line that has to change, whatever lies on
     * the disk.
     *
     * @param here where relative paths begin
     * @param checkouts where the code of repos is: {@code repo=folder}, or a folder of checkouts
     * @param load what loads the code too; empty where nothing is to be run
     */
    public RunReport validate(Path here, List<String> checkouts, Optional<DefinitionsCheck> load) {
        Findings wrong = new Findings();
        try (Parts parts = parts(Journal.read(root)).with(Checkouts.of(root, here, checkouts, load, wrong))) {
            return new Discreetly(parts.secrets()).answer(() -> validate(parts, wrong), RunReport::redacted);
        } catch (IOException e) {
            return refused(e);
        }
    }

    /** @param wrong what is wrong with the names of checkouts so far */
    private RunReport validate(Parts parts, Findings wrong) {
        parts.checkouts().checkNames(parts.workspaceReader().repos(), wrong);
        return wrong.hasErrors()
                ? RunReport.nothingDone(wrong.sorted())
                : run(Request.EVERYTHING, new Validating(), parts).and(wrong);
    }

    /**
     * Moves repos one step on the way to production: each to the release of the environment before, all or none. What was
     * promoted before is nothing to do.
     */
    public MoveReport promote(PromotionRequest request) {
        return move(request.planOnly(), (parts, workers) -> new Promoting(parts, workers, request).plan());
    }

    /** Takes repos back to an earlier release, all or none, and puts them on hold. */
    public MoveReport rollBack(RollbackRequest request) {
        return move(request.planOnly(), (parts, workers) -> new RollingBack(parts, workers, request).plan());
    }

    /** Takes repos, or a location of them, out of an environment, all or none. */
    public MoveReport retire(RetireRequest request) {
        return move(request.planOnly(), (parts, workers) -> new Retiring(parts, workers, request).plan());
    }

    private MoveReport move(boolean planOnly, BiFunction<Parts, Workers, MovePlan> planned) {
        try (Workers workers = new Workers(threads, progress);
                Parts parts = parts(Journal.read(root))) {
            return new Discreetly(parts.secrets())
                    .answer(() -> moved(planOnly, planned.apply(parts, workers)), MoveReport::redacted);
        } catch (IOException e) {
            return MoveReport.failed(List.of(unusable(e)));
        }
    }

    private MoveReport moved(boolean planOnly, MovePlan plan) {
        try {
            if (plan.report().isToBeWritten()) {
                return planOnly ? plan.report().followedBy(List.of()) : plan.carriedOut(root);
            }
            return plan.report();
        } catch (IOException e) {
            return MoveReport.failed(List.of(unusable(e)));
        }
    }

    /**
     * What is checked in against what the sources say, one environment against another, or one release against another.
     * Writes nothing.
     */
    public DiffReport diff(DiffRequest request) {
        try (Workers workers = new Workers(threads, progress);
                Parts parts = parts(OwnedPaths.NONE)) {
            return new Discreetly(parts.secrets())
                    .answer(() -> new DiffRun(parts, workers, request).run(), DiffReport::redacted);
        } catch (IOException e) {
            return new DiffReport(Optional.empty(), List.of(unusable(e)));
        }
    }

    /** Records something of the releases of repos or of a whole environment. */
    public Outcome<Recorded> record(RecordRequest request) {
        Optional<Finding> over = request.over(today);
        if (over.isPresent()) {
            return Outcome.failed(over.get());
        }
        ReleasedRepos which = request.which();
        if (which.isEnvironment()) {
            return holdEverything(which.environment(), request.hold())
                    .then(changed ->
                            Outcome.ok(Recorded.ofEverything(changed ? List.of("everything") : List.of(), request)));
        }
        return record(which, request.edit()).then(repos -> Outcome.ok(Recorded.ofRepos(repos, request)));
    }

    /**
     * Records something of the releases of repos: a hold, its end, or what runs.
     *
     * @return the names of the repos whose release.yaml changed
     */
    public Outcome<List<String>> record(ReleasedRepos which, PinEdit edit) {
        return recorded(parts -> PinEditing.files(parts, which, edit))
                .then(files -> Outcome.ok(files.stream()
                        .map(file -> file.path().parent().fileName())
                        .toList()));
    }

    /**
     * Lets nothing be promoted to an environment, or again.
     *
     * @param hold empty for its end
     * @return whether anything changed
     */
    public Outcome<Boolean> holdEverything(String environment, Optional<Hold> hold) {
        return recorded(parts -> PinEditing.everything(parts, environment, hold))
                .then(files -> Outcome.ok(!files.isEmpty()));
    }

    private Outcome<List<ReleaseFile>> recorded(Function<Parts, Outcome<List<ReleaseFile>>> edited) {
        try (Parts parts = parts(Journal.read(root))) {
            Outcome<List<ReleaseFile>> files = new Discreetly(parts.secrets()).outcome(() -> edited.apply(parts));
            if (files.value().isPresent()) {
                write(files.value().get());
            }
            return files;
        } catch (IOException e) {
            return Outcome.failed(unusable(e));
        }
    }

    private void write(Collection<ReleaseFile> files) throws IOException {
        try (Journal journal = Journal.begin(root)) {
            DiskStore store = new DiskStore(root);
            store.tidy(journal.unfinished());
            SourceEdits.ofFiles(files).write(store);
        }
    }

    /** Writes the JSON Schema of every kind of file, where editors look for them. */
    public RunReport schemas() {
        try (Journal journal = Journal.begin(root);
                Parts parts = parts(journal.left())) {
            PlanWriter writer = new PlanWriter(new DiskStore(root), journal);
            return new Discreetly(parts.secrets())
                    .answer(() -> schemas(new Landing(parts, false, new Writing(writer))), RunReport::redacted);
        } catch (IOException e) {
            return refused(e);
        }
    }

    private static RunReport schemas(Landing landing) {
        Produced produced = SchemaFiles.produce(landing);
        return new RunReport(
                produced.findings(), List.of(), produced.changes(), produced.unchanged(), RunReport.Reach.NOTHING);
    }

    /** The merged facts of one repo in one environment, each with the line it comes from. */
    public Outcome<Explanation> explain(String repo, String environment) {
        return explain(repo, environment, explainer -> Outcome.ok(explainer.everything()));
    }

    /** What one key of one repo holds in one environment, and why: {@code locations.web.env.LOG_LEVEL.value}. */
    public Outcome<Explanation> explain(String repo, String environment, String key) {
        return explain(repo, environment, explainer -> explainer.key(key));
    }

    private Outcome<Explanation> explain(
            String repo, String environment, Function<Explainer, Outcome<Explanation>> question) {
        try (Parts parts = parts(OwnedPaths.NONE)) {
            return new Discreetly(parts.secrets())
                    .answer(
                            () -> new OneTarget(parts, repo, environment).find().then(target -> {
                                parts.secrets().inTarget(target);
                                Outcome<Explanation> answer = question.apply(new Explainer(target, parts.shapes()));
                                return parts.release(target)
                                        .map(release -> answer.then(told -> Outcome.ok(told.of(release))))
                                        .orElse(answer);
                            }),
                            (answer, redaction) -> answer.redacted(redaction, Explanation::redacted));
        } catch (IOException e) {
            return Outcome.failed(unusable(e));
        }
    }

    /**
     * In which order the repos of an environment go, and what is typed for each.
     *
     * @param environment the fleet's first when nobody names one
     * @param repos only these, and those that have to go before them; empty for all
     */
    public Outcome<DeployOrder> order(Optional<String> environment, Purpose purpose, List<String> repos) {
        try (Workers workers = new Workers(threads, progress);
                Parts parts = parts(OwnedPaths.NONE)) {
            Request request = new Request(repos, environment.stream().toList(), List.of(), false);
            return new Discreetly(parts.secrets())
                    .answer(
                            () -> new OrderRun(parts, workers, request, purpose).run(),
                            (answer, redaction) -> answer.redacted(redaction, DeployOrder::redacted));
        } catch (IOException e) {
            return Outcome.failed(unusable(e));
        }
    }

    /**
     * Which variables the code of one repo is promised in one environment.
     *
     * @param environment the fleet's first when nobody names one
     */
    public Outcome<Variables> variables(String repo, Optional<String> environment) {
        try (Parts parts = parts(OwnedPaths.NONE)) {
            Discreetly door = new Discreetly(parts.secrets());
            return door.outcome(() -> Contracts.ofSources(parts, repo, environment))
                    .then(contract -> Outcome.ok(new Variables(contract, door)));
        } catch (IOException e) {
            return Outcome.failed(unusable(e));
        }
    }

    /** The same, from an {@code env_set.json}. Needs no workspace. */
    public static Outcome<Variables> variables(Path here, String file) {
        Secrets secrets = new Secrets();
        Discreetly door = new Discreetly(secrets);
        return door.outcome(() -> Contracts.ofFile(here, file, secrets))
                .then(contract -> Outcome.ok(new Variables(contract, door)));
    }

    /**
     * Writes a file of variables for a laptop, where git ignores it and nothing stands yet.
     *
     * @param here where relative paths begin
     * @return why it was not written
     */
    public static Optional<Finding> writeLocal(Path here, String file, String text) {
        return new Discreetly(new Secrets())
                .answer(
                        () -> LocalWriting.refusal(here, file, text),
                        (refusal, redaction) -> refusal.map(finding -> finding.redacted(redaction)));
    }

    /**
     * What Dagster's tools will say of files in any folder, written by us or not. Needs no workspace.
     *
     * @param here where relative paths begin
     * @param paths files and folders
     * @param dagster the release that the files have to suit; empty for the newest that we know
     * @param load what loads the code too; empty where nothing is to be run
     */
    public static Validation validate(
            Path here, List<String> paths, Optional<String> dagster, Optional<DefinitionsCheck> load) {
        Secrets secrets = new Secrets();
        return new Discreetly(secrets)
                .answer(() -> ValidateRun.of(here, paths, dagster, load, secrets), Validation::redacted);
    }

    /** The same, and mends each file as far as only one thing can have been meant; the findings are those that are left. */
    public static Validation fix(Path here, List<String> paths, Optional<String> dagster) {
        Secrets secrets = new Secrets();
        return new Discreetly(secrets)
                .answer(() -> ValidateRun.mending(here, paths, dagster, secrets), Validation::redacted);
    }

    private Parts parts(OwnedPaths interrupted) throws IOException {
        return new Parts(WorkTree.of(root), new History(root), Shapes.standard(), version, today, interrupted);
    }

    private RunReport run(Request request, PlanAction action, OwnedPaths interrupted) throws IOException {
        try (Parts parts = parts(interrupted)) {
            return new Discreetly(parts.secrets()).answer(() -> run(request, action, parts), RunReport::redacted);
        }
    }

    private RunReport run(Request request, PlanAction action, Parts parts) {
        try (Workers workers = new Workers(threads, progress)) {
            return new FleetRun(parts, request, action, workers).run();
        }
    }

    private static RunReport refused(IOException error) {
        return RunReport.nothingDone(List.of(unusable(error)));
    }

    private static Finding unusable(IOException error) {
        return Finding.of(
                        FindingCode.CHANGE_WRITE_FAILED,
                        "the workspace cannot be used" + file(error) + ": " + DiskErrors.words(error))
                .help("mend that, or give whoever runs dagster-fleet the right to write there");
    }

    /** Which file it was, when the error tells: the last two names of its path, which is below the workspace. */
    private static String file(IOException error) {
        if (!(error instanceof FileSystemException system) || system.getFile() == null) {
            return "";
        }
        Path file = Path.of(system.getFile());
        int names = file.getNameCount();
        return names == 0 ? "" : ", because of `" + file.subpath(Math.max(0, names - 2), names) + "`";
    }
}
