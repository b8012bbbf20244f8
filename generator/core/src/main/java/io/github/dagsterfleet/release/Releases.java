package io.github.dagsterfleet.release;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.finding.Outcome;
import io.github.dagsterfleet.fleet.Fleet;
import io.github.dagsterfleet.fleet.Released;
import io.github.dagsterfleet.fleet.TargetResolver;
import io.github.dagsterfleet.fleet.Workspace;
import io.github.dagsterfleet.fleet.WorkspaceReader;
import io.github.dagsterfleet.layer.AtRevision;
import io.github.dagsterfleet.layer.Fold;
import io.github.dagsterfleet.render.TemplateSet;
import io.github.dagsterfleet.schema.Shapes;
import io.github.dagsterfleet.source.git.CommitId;
import io.github.dagsterfleet.source.git.GitRepository;
import io.github.dagsterfleet.source.git.GitTree;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.text.SourcePath;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The releases of one workspace, each read once. What many have alike, be it all that repos share or the templates, is read
 * once for all of them. Safe for use by several threads.
 */
public final class Releases {
    private final History history;
    private final Workspace tree;
    private final Shapes shapes;
    // All of them are touched below `find` alone, which lets one thread in.
    private final Map<CommitId, Found> known = new HashMap<>();
    private final Map<String, Mapping> documents = new HashMap<>();
    private final Map<String, Shared> shared = new HashMap<>();
    private final Map<String, TemplateSet> templates = new HashMap<>();

    /** @param tree the workspace now, whose catalogues and environments every release is under */
    public Releases(History history, Workspace tree, Shapes shapes) {
        this.history = history;
        this.tree = tree;
        this.shapes = shapes;
    }

    /**
     * What all repos of a release share, with the places of whichever was read first.
     *
     * @param layers keeps what the shared layers come to
     */
    private record Shared(Fleet fleet, TargetResolver layers) {}

    /** A release, or why it cannot be had. */
    private record Found(Optional<Release> release, FindingCode code, String message, String help) {
        static Found not(FindingCode code, String message, String help) {
            return new Found(Optional.empty(), code, message, help);
        }
    }

    /** The templates of a release that a target renders from, or what is wrong with them, told where release.yaml names it. */
    public Outcome<TemplateSet> templates(Released release) {
        return find(release.commit())
                .release
                .map(found -> told(found.templates(), release))
                .orElseGet(() -> Outcome.failed(
                        Finding.at(FindingCode.RELEASE_BROKEN, release.said(), "the release cannot be read any more")));
    }

    private static Outcome<TemplateSet> told(Outcome<TemplateSet> templates, Released release) {
        Findings errors = new Findings();
        templates.findings().stream()
                .filter(Finding::isError)
                .map(release::told)
                .forEach(errors::add);
        return templates.value().map(Outcome::ok).orElseGet(() -> Outcome.failed(errors));
    }

    /** Empty, with a finding where release.yaml names it, when the release is not to be had. */
    public Optional<Release> at(Released asked, Findings findings) {
        Found found = find(asked.commit());
        if (found.release.isEmpty()) {
            findings.add(Finding.at(found.code, asked.said(), found.message)
                    .label("this release")
                    .help(found.help));
        }
        return found.release;
    }

    private synchronized Found find(CommitId commit) {
        Found found = known.get(commit);
        if (found == null) {
            found = read(commit);
            known.put(commit, found);
        }
        return found;
    }

    private Found read(CommitId commit) {
        try {
            GitRepository git = history.repository();
            if (!git.has(commit) && !git.fetch(commit)) {
                return git.kind(commit).map(kind -> noCommit(commit, kind)).orElseGet(() -> missing(commit));
            }
            Optional<GitTree> files = git.tree(commit);
            return files.isPresent() ? read(files.get()) : noWorkspace(commit);
        } catch (IOException noHistory) {
            return Found.not(
                    FindingCode.RELEASE_NO_HISTORY,
                    "the release cannot be read: " + History.words(noHistory),
                    History.help(noHistory));
        }
    }

    private static Found missing(CommitId commit) {
        return Found.not(
                FindingCode.RELEASE_MISSING_COMMIT,
                "the commit " + commit.shown() + " is not here, and cannot be fetched from `origin`",
                "run `" + GitRepository.fetchCommand(commit) + "`, or promote another release if nobody has it");
    }

    private static Found noCommit(CommitId id, String kind) {
        return Found.not(
                FindingCode.RELEASE_BROKEN,
                id.shown() + " is a " + kind + ", and no commit",
                kind.equals("tag")
                        ? "write the commit that `git rev-parse " + id + "^{commit}` prints"
                        : "promote a release: it is a commit of the default branch");
    }

    private Found read(GitTree files) {
        WorkspaceReader reader = new WorkspaceReader(files, new KnownDocuments(files, documents), shapes);
        Optional<String> id = id(files, reader::files);
        Optional<Shared> known = id.map(shared::get);
        if (known.isPresent()) {
            return found(files, reader, known.get());
        }
        Findings wrong = new Findings();
        Optional<Workspace> release = reader.read(wrong);
        Optional<Finding> unreadable = wrong.list().stream()
                .filter(finding -> finding.code() == FindingCode.SOURCE_UNREADABLE)
                .findFirst();
        if (unreadable.isPresent()) {
            return Found.not(
                    FindingCode.RELEASE_NO_HISTORY,
                    "the release cannot be read: " + unreadable.get().message(),
                    History.FETCHING);
        }
        if (release.isEmpty()) {
            return files.isFile(Workspace.BASE)
                    ? Found.not(
                            FindingCode.RELEASE_BROKEN,
                            "this version cannot read base.yaml of "
                                    + files.commit().shown() + ": "
                                    + wrong.sorted().stream()
                                            .filter(Finding::isError)
                                            .map(Finding::message)
                                            .findFirst()
                                            .orElse("it has mistakes"),
                            "promote a release that this version can read")
                    : noWorkspace(files.commit());
        }
        Shared made = shared(tree.over(release.get()));
        id.ifPresent(all -> shared.put(all, made));
        return found(files, reader, made);
    }

    private Shared shared(Workspace over) {
        return new Shared(over.fleet(), new TargetResolver(over, shapes, new Fold()));
    }

    private Found found(GitTree files, WorkspaceReader reader, Shared of) {
        AtRevision revision = new AtRevision(files.commit().shown());
        Outcome<TemplateSet> set = templates(files, revision);
        return new Found(
                Optional.of(
                        new Release(of.fleet.at(revision), reader.repos(), of.layers, new InputsDigest(files), set)),
                FindingCode.RELEASE_BROKEN,
                "",
                "");
    }

    /** What is wrong with templates may name its commit in words too, so only good ones are shared. */
    private Outcome<TemplateSet> templates(GitTree files, AtRevision revision) {
        Optional<String> id = id(files, found -> files.walk(TemplateSet.FOLDER, found));
        Optional<TemplateSet> same = id.map(templates::get);
        if (same.isPresent()) {
            return Outcome.ok(same.get().at(revision));
        }
        Outcome<TemplateSet> own = TemplateSet.load(files);
        if (id.isPresent() && own.findings().isEmpty()) {
            own.value().ifPresent(good -> templates.put(id.get(), good));
        }
        return own;
    }

    /** Equal for two commits that say the same; empty where that cannot be told. */
    private static Optional<String> id(GitTree files, Function<Findings, List<SourcePath>> listed) {
        Findings unlisted = new Findings();
        List<SourcePath> paths = listed.apply(unlisted);
        return unlisted.isEmpty() ? files.ids(paths) : Optional.empty();
    }

    private static Found noWorkspace(CommitId commit) {
        return Found.not(
                FindingCode.RELEASE_BROKEN,
                "the commit " + commit.shown() + " has no workspace in this folder",
                "promote a release that has one, or move the workspace back");
    }
}
