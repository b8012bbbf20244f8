package io.github.dagsterfleet;

import io.github.dagsterfleet.dagster.BuildTime;
import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.finding.Names;
import io.github.dagsterfleet.finding.Suggestions;
import io.github.dagsterfleet.fleet.RepoReader;
import io.github.dagsterfleet.load.DefinitionsCheck;
import io.github.dagsterfleet.rule.checkout.Checkout;
import io.github.dagsterfleet.source.SourceSet;
import io.github.dagsterfleet.source.WorkTree;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.text.SourcePath;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where teams' repositories are checked out, as far as somebody said: each by the name of its repo, or a folder with one
 * of that name for each.
 */
final class Checkouts {
    static final Checkouts NONE = new Checkouts(Path.of(""), Map.of(), Map.of(), Optional.empty());

    private final Path workspace;
    private final Map<String, WorkTree> byRepo;
    private final Map<String, Path> folders;
    private final Optional<DefinitionsCheck> load;

    private Checkouts(
            Path workspace, Map<String, WorkTree> byRepo, Map<String, Path> folders, Optional<DefinitionsCheck> load) {
        this.workspace = workspace;
        this.byRepo = byRepo;
        this.folders = folders;
        this.load = load;
    }

    /**
     * Reports folders that are not there.
     *
     * @param workspace whose files are named from its folder
     * @param here where relative paths begin
     * @param given each {@code repo=folder}, or a folder of checkouts
     * @param load what loads the code too, when asked
     */
    static Checkouts of(
            Path workspace, Path here, List<String> given, Optional<DefinitionsCheck> load, Findings findings) {
        Map<String, WorkTree> byRepo = new LinkedHashMap<>();
        Map<String, Path> folders = new LinkedHashMap<>();
        for (String one : given) {
            int equals = one.indexOf('=');
            String name = one.substring(equals + 1);
            Optional<Path> folder = folder(here, name);
            Optional<WorkTree> tree = folder.flatMap(Checkouts::tree);
            if (tree.isEmpty()) {
                findings.add(Finding.of(FindingCode.USAGE_UNKNOWN_PATH, "there is no folder `" + name + "`")
                        .help("name the folder of a checkout, as in `--checkout analytics=../analytics`"));
            } else if (equals < 0) {
                folders.put(name, folder.orElseThrow());
            } else {
                byRepo.put(one.substring(0, equals), tree.get());
            }
        }
        return new Checkouts(workspace.toAbsolutePath().normalize(), byRepo, folders, load);
    }

    /** Reports checkouts of no repo of this workspace, and the repos that the folders of checkouts have none of. */
    void checkNames(RepoReader reader, Findings findings) {
        if (byRepo.isEmpty() && folders.isEmpty()) {
            return;
        }
        List<String> repos = reader.folders(new Findings()).repos();
        byRepo.keySet().stream().filter(name -> !repos.contains(name)).forEach(name -> {
            List<String> nearest = Suggestions.nearest(name, repos);
            Finding finding = Finding.of(FindingCode.USAGE_UNKNOWN_REPO, "there is no repo `" + name + "`");
            findings.add(nearest.isEmpty() ? finding : finding.help("write `" + String.join("` or `", nearest) + "`"));
        });
        folders.forEach((name, folder) -> {
            if (repos.stream().noneMatch(repo -> tree(folder.resolve(repo)).isPresent())) {
                findings.add(
                        Finding.of(FindingCode.USAGE_UNKNOWN_PATH, "no folder in `" + name + "` has the name of a repo")
                                .help("name a checkout with its repo, as in `--checkout analytics=" + name + "`"));
            }
        });
        List<String> absent = repos.stream()
                .filter(repo -> !byRepo.containsKey(repo) && of(repo).isEmpty())
                .toList();
        if (!folders.isEmpty() && !absent.isEmpty()) {
            findings.add(absent(absent));
        }
    }

    private Finding absent(List<String> repos) {
        Finding finding = Finding.of(
                FindingCode.CHECKOUT_ABSENT,
                "there is no checkout of " + Names.few(repos) + ", so " + (repos.size() == 1 ? "its" : "their")
                        + " code was not looked for");
        return misnamed(repos)
                .map(finding::help)
                .orElseGet(() -> finding.help("check " + (repos.size() == 1 ? "it" : "them")
                        + " out beside the others, each in a folder of the repo's name"));
    }

    /** What to write where a folder has nearly the name of one of these repos. */
    private Optional<String> misnamed(List<String> repos) {
        for (Map.Entry<String, Path> given : folders.entrySet()) {
            for (SourceSet.Entry entry : entries(given.getValue())) {
                String name = entry.path().fileName();
                Optional<String> repo = Suggestions.only(name, repos);
                if (entry.isFolder() && repo.isPresent()) {
                    return Optional.of("rename `" + name + "` to `" + repo.get() + "`, or add `--checkout " + repo.get()
                            + "=" + given.getKey() + "/" + name + "`");
                }
            }
        }
        return Optional.empty();
    }

    /**
     * Whether the code of a repo is in its checkout, if we know of one, and reads the variables that are declared.
     *
     * @param copies of every environment
     */
    void check(String repo, List<BuildTime.Copy> copies, Findings findings) {
        of(repo).ifPresent(tree -> {
            List<Mapping> locations = copies.stream()
                    .flatMap(copy -> copy.documents().locations().stream())
                    .toList();
            Checkout checkout = Checkout.of(tree, locations);
            checkout.checkCode(findings);
            checkout.checkVariables(place(tree), copies, findings);
            load.ifPresent(check -> check.check(tree.folder(), checkout.codeSources(), findings));
        });
    }

    private SourcePath place(WorkTree tree) {
        if (!tree.folder().startsWith(workspace)) {
            return SourcePath.ROOT;
        }
        String place = workspace.relativize(tree.folder()).toString().replace('\\', '/');
        return SourcePath.isValid(place) ? new SourcePath(place) : SourcePath.ROOT;
    }

    private Optional<WorkTree> of(String repo) {
        if (byRepo.containsKey(repo)) {
            return Optional.ofNullable(byRepo.get(repo));
        }
        return folders.values().stream()
                .map(folder -> folder.resolve(repo))
                .filter(folder -> !entries(folder).isEmpty())
                .flatMap(folder -> tree(folder).stream())
                .findFirst();
    }

    private static List<SourceSet.Entry> entries(Path folder) {
        return tree(folder)
                .map(tree -> tree.list(SourcePath.ROOT, new Findings()))
                .orElse(List.of());
    }

    private static Optional<Path> folder(Path here, String name) {
        try {
            return Optional.of(here.resolve(name).normalize());
        } catch (InvalidPathException noPath) {
            return Optional.empty();
        }
    }

    private static Optional<WorkTree> tree(Path folder) {
        try {
            return Optional.of(WorkTree.of(folder));
        } catch (IOException absent) {
            return Optional.empty();
        }
    }
}
