package io.github.dagsterfleet;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.Related;
import io.github.dagsterfleet.fleet.Workspace;
import io.github.dagsterfleet.text.SourcePath;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whom a finding concerns, told by where it stands: the repo in whose folder that is, or everybody. */
final class Concern {
    private Concern() {}

    /** Whether there is an error in files that all repos share. */
    static boolean sharedError(Collection<Finding> findings) {
        return findings.stream()
                .anyMatch(finding -> finding.isError()
                        && finding.site().path().flatMap(Concern::repo).isEmpty());
    }

    /** The repos that have an error of their own. */
    static Set<String> reposInError(Collection<Finding> findings) {
        Set<String> repos = new TreeSet<>();
        findings.stream()
                .filter(Finding::isError)
                .flatMap(finding -> finding.site().path().flatMap(Concern::repo).stream())
                .forEach(repos::add);
        return repos;
    }

    /** Whether one of the files is no repo's own. */
    static boolean isShared(Collection<SourcePath> files) {
        return files.stream().anyMatch(file -> repo(file).isEmpty());
    }

    /** The repos in whose folders files lie. */
    static Set<String> repos(Collection<SourcePath> files) {
        return files.stream().flatMap(file -> repo(file).stream()).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The findings that stand in the folders of these repos, or have a note there. */
    static List<Finding> of(Set<String> repos, Collection<Finding> findings) {
        return findings.stream()
                .filter(finding -> Stream.concat(
                                Stream.of(finding.site()),
                                finding.related().stream().map(Related::site))
                        .flatMap(site -> site.path().flatMap(Concern::repo).stream())
                        .anyMatch(repos::contains))
                .toList();
    }

    /** Whether a finding is one for these repos: theirs, or everybody's. */
    static boolean isFor(Set<String> repos, Finding finding) {
        return sharedError(List.of(finding)) || !of(repos, List.of(finding)).isEmpty();
    }

    /** The files in the folders of these repos. */
    static Predicate<SourcePath> filesOf(Set<String> repos) {
        return file -> repo(file).filter(repos::contains).isPresent();
    }

    /** The repo in whose folder a path lies, or that would have the name of a file where folders of repos are due. */
    private static Optional<String> repo(SourcePath path) {
        if (!path.isBelow(Workspace.REPOS) || path.equals(Workspace.REPOS)) {
            return Optional.empty();
        }
        String below = path.relativeTo(Workspace.REPOS);
        int slash = below.indexOf('/');
        return Optional.of(slash < 0 ? below : below.substring(0, slash));
    }
}
