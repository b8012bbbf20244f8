package io.github.dagsterfleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dagsterfleet.finding.Outcome;
import io.github.dagsterfleet.release.Gate;
import io.github.dagsterfleet.release.PinEdit;
import io.github.dagsterfleet.release.Rollback;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A workspace under git, with two repos and prod listed under {@code promoted}. */
final class GitWorkspace {
    static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    /** The release before, with nothing said of what else may be asked. */
    static final Rollback.Wish ANYTHING =
            new Rollback.Wish(Optional.empty(), Optional.empty(), false, Optional.empty());

    private static final String BASE =
            """
            format: 1
            organization: acme
            environments: [dev, prod]
            promoted: [prod]
            dagster: 1.13.27
            agents:
              plus: {platform: serverless}
            defaults:
              env: {LOG_LEVEL: INFO}
            """;

    private static final String REPO =
            """
            team: one
            agent: plus
            locations:
              alpha: {code_source: {module_name: alpha}}
            """;

    private final DiskWorkspace files;
    private final Path top;

    private GitWorkspace(Path top, Path root) {
        this.top = top;
        this.files = DiskWorkspace.empty(root);
    }

    /** Repos {@code alpha} and {@code beta}, generated and committed. Skips the test where there is no git. */
    static GitWorkspace in(Path folder) {
        return start(new GitWorkspace(folder, folder));
    }

    /** The same, below a folder of its repository. */
    static GitWorkspace below(Path folder, String name) {
        return start(new GitWorkspace(folder, folder.resolve(name)));
    }

    /** What somebody else has of it. */
    GitWorkspace cloned(Path folder, String... options) {
        List<String> command = new ArrayList<>(List.of("clone", "--quiet"));
        command.addAll(List.of(options));
        command.addAll(List.of(top.toUri().toString(), folder.toString()));
        git(command.toArray(String[]::new));
        return new GitWorkspace(folder, folder.resolve(top.relativize(files.root())));
    }

    /** A checkout in another folder. */
    GitWorkspace at(Path other) {
        return new GitWorkspace(other, other);
    }

    private static GitWorkspace start(GitWorkspace workspace) {
        assertThat(workspace.top.toFile().isDirectory()
                        || workspace.top.toFile().mkdirs())
                .isTrue();
        workspace.git("init", "--quiet");
        workspace
                .with("environments/base.yaml", BASE)
                .with("repos/alpha/repo.yaml", REPO)
                .with("repos/beta/repo.yaml", REPO.replace("alpha", "beta"))
                .generated()
                .commit("Start");
        return workspace;
    }

    GitWorkspace with(String file, String text) {
        files.with(file, text);
        return this;
    }

    GitWorkspace replace(String file, String before, String after) {
        assertThat(files.read(file)).contains(before);
        files.with(file, files.read(file).replace(before, after));
        return this;
    }

    GitWorkspace generated() {
        assertThat(DiskWorkspace.findings(files.generate())).isEmpty();
        return this;
    }

    GitWorkspace commit(String subject) {
        git("add", "--all");
        git("commit", "--quiet", "--allow-empty", "--message", subject);
        return this;
    }

    DiskWorkspace files() {
        return files;
    }

    String head() {
        return git("rev-parse", "HEAD").strip();
    }

    MoveReport promote(String... reposAndEnvironment) {
        return promote(Optional.empty(), reposAndEnvironment);
    }

    MoveReport hotfix(String reason, String... reposAndEnvironment) {
        return promote(Optional.of(reason), reposAndEnvironment);
    }

    private MoveReport promote(Optional<String> hotfix, String... names) {
        return fleet().promote(new PromotionRequest(which(names), false, hotfix));
    }

    /** Back to the release before, with nothing said of overlays. */
    MoveReport rollBack(String... reposAndEnvironment) {
        return rollBack(ANYTHING, List.of(), reposAndEnvironment);
    }

    MoveReport rollBack(Rollback.Wish wish, List<String> with, String... reposAndEnvironment) {
        return fleet().rollBack(new RollbackRequest(which(reposAndEnvironment), with, wish, false));
    }

    Outcome<List<String>> record(PinEdit edit, String... reposAndEnvironment) {
        return fleet().record(which(reposAndEnvironment), edit);
    }

    private static ReleasedRepos which(String... names) {
        List<String> all = List.of(names);
        return new ReleasedRepos(
                all.subList(0, all.size() - 1), Optional.empty(), Optional.empty(), all.get(all.size() - 1));
    }

    /** Promotes, and commits what that wrote. */
    GitWorkspace promoted(String... reposAndEnvironment) {
        MoveReport report = promote(reposAndEnvironment);
        assertThat(report.exitCode()).as(report.moves().toString()).isZero();
        return commit("Promote");
    }

    DagsterFleet fleet() {
        return new DagsterFleet(files.root(), 2, TODAY, Progress.SILENT);
    }

    /** What another version of the tool finds here. */
    DagsterFleet fleet(String version) {
        return new DagsterFleet(files.root(), 2, TODAY, Progress.SILENT, version);
    }

    MoveReport promoteWith(String version, String... reposAndEnvironment) {
        return fleet(version).promote(new PromotionRequest(which(reposAndEnvironment), false, Optional.empty()));
    }

    /**
     * Makes a generated file of a repo what this version would have made, had it been another one.
     *
     * @param file relative to the repo's folder of generated files
     */
    GitWorkspace madeOtherwise(String repo, String file, UnaryOperator<String> otherwise) {
        String generated = "repos/" + repo + "/generated/";
        String before = files.read(generated + file);
        String after = otherwise.apply(before);
        return with(generated + file, after)
                .replace(generated + "manifest.json", entry(file, before), entry(file, after))
                .commit("Another version");
    }

    private static String entry(String file, String text) {
        try {
            return "\"" + file + "\": \""
                    + HexFormat.of()
                            .formatHex(
                                    MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Accepts what another version of the tool makes of the releases that are there. */
    MoveReport accept(String version, String... reposAndEnvironment) {
        return fleet(version).promote(new PromotionRequest(which(reposAndEnvironment), false, Optional.empty(), true));
    }

    String git(String... arguments) {
        return new TestGit(top).run(arguments);
    }

    /** What gates refuse, each as its kind and its words. */
    static List<String> refused(MoveReport report) {
        return report.moves().stream()
                .flatMap(move -> move.gates().stream())
                .filter(gate -> gate.verdict() == Gate.Verdict.REFUSED)
                .map(gate -> gate.kind() + " " + gate.words())
                .toList();
    }
}
