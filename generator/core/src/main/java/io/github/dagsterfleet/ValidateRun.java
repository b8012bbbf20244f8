package io.github.dagsterfleet;

import io.github.dagsterfleet.change.GeneratedFolders;
import io.github.dagsterfleet.dagster.DagsterVersion;
import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.load.DefinitionsCheck;
import io.github.dagsterfleet.rule.checkout.Checkout;
import io.github.dagsterfleet.rule.checkout.DgWorkspace;
import io.github.dagsterfleet.rule.file.DagsterFile;
import io.github.dagsterfleet.rule.file.Validator;
import io.github.dagsterfleet.rule.policy.Secrets;
import io.github.dagsterfleet.source.Asked;
import io.github.dagsterfleet.source.SourceFile;
import io.github.dagsterfleet.source.TextDecoder;
import io.github.dagsterfleet.source.WorkTree;
import io.github.dagsterfleet.text.SourcePath;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** One run over the files of any folders, one file at a time. */
final class ValidateRun {
    private static final WorkTree.Interest DAGSTER = new WorkTree.Interest() {
        @Override
        public boolean wants(String name) {
            return DagsterFile.found(name).isPresent();
        }

        @Override
        public boolean enters(String folder) {
            return !DagsterFile.skips(folder);
        }

        @Override
        public boolean leaves(String name) {
            return name.equals(DagsterFile.VIRTUAL_ENVIRONMENT);
        }
    };

    private final Path here;
    private final FileWork work;
    private final Optional<DefinitionsCheck> load;
    private final Secrets secrets;
    private final Findings findings = new Findings();
    /** The files that were looked at, and the folders that were as a whole, without links: paths may name one twice. */
    private final Set<Path> files = new HashSet<>();

    private final Set<Path> folders = new HashSet<>();

    private ValidateRun(Path here, FileWork work, Optional<DefinitionsCheck> load, Secrets secrets) {
        this.here = here;
        this.work = work;
        this.load = load;
        this.secrets = secrets;
    }

    /**
     * @param paths relative to {@code here} unless absolute
     * @param load what loads the code too, when asked
     * @param secrets is shown every file
     */
    static Validation of(
            Path here, List<String> paths, Optional<String> dagster, Optional<DefinitionsCheck> load, Secrets secrets) {
        return of(
                here,
                paths,
                dagster,
                validator -> (tree, file, kind, named, found) ->
                        validator.validate(file, kind, named, found) ? Optional.of(file) : Optional.empty(),
                load,
                secrets);
    }

    /** The same, and mends what it can; nothing where a path is wrong, which somebody may have meant otherwise. */
    static Validation mending(Path here, List<String> paths, Optional<String> dagster, Secrets secrets) {
        Validation nothingDone = of(
                here,
                paths,
                dagster,
                validator -> (tree, file, kind, named, found) -> Optional.empty(),
                Optional.empty(),
                new Secrets());
        return nothingDone.exitCode() == ExitCode.WRONG_USAGE
                ? nothingDone
                : of(here, paths, dagster, Mending::new, Optional.empty(), secrets);
    }

    private static Validation of(
            Path here,
            List<String> paths,
            Optional<String> dagster,
            Function<Validator, FileWork> work,
            Optional<DefinitionsCheck> load,
            Secrets secrets) {
        Optional<DagsterVersion> version = dagster.flatMap(DagsterVersion::of);
        if (dagster.isPresent() && version.isEmpty()) {
            return new Validation(List.of(unknownVersion(dagster.get())), 0, List.of());
        }
        ValidateRun run = new ValidateRun(here, work.apply(new Validator(version)), load, secrets);
        paths.forEach(run::path);
        run.findings.addAll(run.secrets.warnings());
        return new Validation(run.findings.sorted(), run.files.size(), run.work.fixed());
    }

    private void path(String name) {
        Optional<Asked> asked = Asked.at(here, name);
        if (asked.isEmpty()) {
            findings.add(unknownPath("there is no `" + name + "` here", "name a file or a folder that exists"));
        } else if (asked.get().isFolder()
                && DagsterFile.found(asked.get().path().fileName()).isEmpty()) {
            WorkTree tree = asked.get().tree();
            tree.visit(
                    asked.get().path(),
                    DAGSTER,
                    path -> file(tree, path, DagsterFile.found(path.fileName()).orElseThrow(), false),
                    findings);
        } else {
            SourcePath path = asked.get().path();
            DagsterFile.named(path.fileName())
                    .ifPresentOrElse(
                            kind -> file(asked.get().tree(), path, kind, true),
                            () -> findings.add(unknownPath(
                                    "`" + name + "` is none of Dagster's files",
                                    "name a dagster_cloud.yaml, pyproject.toml or dg.toml, or a folder")));
        }
    }

    private void file(WorkTree tree, SourcePath path, DagsterFile kind, boolean named) {
        if (kind.isOnlyBesideDg() && !named && !Checkout.isOfDg(tree, path.parent())) {
            return;
        }
        if (tree.leadsOut(path)) {
            findings.add(elsewhere(path));
            return;
        }
        Path real = tree.real(path).orElse(tree.folder().resolve(path.value()));
        boolean looked = files.contains(real) || looked(tree, path, kind, named);
        if (looked && files.add(real)) {
            dgWorkspace(tree, path.parent(), kind);
        }
        // What a workspace has generated is no checkout.
        if (looked && kind == DagsterFile.DAGSTER_CLOUD && !GeneratedFolders.hold(tree, path)) {
            checkout(tree, path.parent());
        }
    }

    private boolean looked(WorkTree tree, SourcePath path, DagsterFile kind, boolean named) {
        int before = findings.errorCount();
        Optional<SourceFile> read = tree.read(path, findings);
        if (read.isEmpty()) {
            return findings.errorCount() > before;
        }
        Optional<SourceFile> standing = work.on(tree, read.get(), kind, named, findings);
        standing.flatMap(file -> TextDecoder.decode(file, new Findings())).ifPresent(secrets::inFile);
        return standing.isPresent();
    }

    /** dg passes over a pyproject.toml beside its own file. */
    private void dgWorkspace(WorkTree tree, SourcePath folder, DagsterFile kind) {
        boolean isOfDg =
                kind == DagsterFile.DG || (kind == DagsterFile.PYPROJECT && !tree.isFile(folder.resolve("dg.toml")));
        if (isOfDg) {
            DgWorkspace.check(tree, folder, findings);
        }
    }

    private void checkout(WorkTree tree, SourcePath folder) {
        if (tree.real(folder).filter(folders::add).isPresent()) {
            Checkout checkout = Checkout.in(tree, folder);
            checkout.checkCode(findings);
            checkout.checkAgreement(findings);
            load.ifPresent(check -> check.check(tree.folder(), checkout.codeSources(), findings));
        }
    }

    private static Finding elsewhere(SourcePath link) {
        return Finding.in(FindingCode.SOURCE_LINK_OUT, link, "this link leads out of the folder, and is not followed")
                .help("validate the file that it leads to, or a folder that holds both");
    }

    private static Finding unknownPath(String message, String help) {
        return Finding.of(FindingCode.USAGE_UNKNOWN_PATH, message).help(help);
    }

    private static Finding unknownVersion(String version) {
        return Finding.of(
                        FindingCode.USAGE_ARGUMENTS,
                        "`" + version + "` is no release of Dagster that dagster-fleet knows")
                .help("write a release from " + DagsterVersion.oldest()
                        + " on, such as 1.13.27, or a minor version such as 1.13");
    }
}
