package io.github.dagsterfleet.fleet;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.Related;
import io.github.dagsterfleet.finding.Site;
import io.github.dagsterfleet.source.git.CommitId;
import io.github.dagsterfleet.text.Origin;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The release that a target renders from.
 *
 * @param said where release.yaml names it
 */
public record Released(CommitId commit, Origin said) {
    /**
     * What is wrong with targets, told where somebody can mend it: nobody can change a line of a release, but another
     * release can be chosen. Warnings about such lines help nobody and are left out.
     */
    public static List<Finding> told(Collection<Finding> findings, Collection<Target> targets) {
        return ofThese(
                findings,
                targets.stream().flatMap(target -> target.release().stream()).toList());
    }

    /** The same of what one release makes, if it is one. */
    public static List<Finding> told(Collection<Finding> findings, Optional<Released> release) {
        return ofThese(findings, release.stream().toList());
    }

    private static List<Finding> ofThese(Collection<Finding> findings, List<Released> releases) {
        List<Finding> told = new ArrayList<>();
        for (Finding finding : findings) {
            Optional<Released> release =
                    releases.stream().filter(one -> one.isOf(finding.site())).findFirst();
            if (release.isEmpty()) {
                told.add(finding);
            } else if (finding.isError()) {
                told.add(release.get().told(finding));
            }
        }
        return told;
    }

    /** Whether a place is a line of the release. */
    public boolean isOf(Site site) {
        return site instanceof Site.InSpan in
                && in.span().text().revision().filter(commit.shown()::equals).isPresent();
    }

    /** An error of the release, where release.yaml names it. */
    public Finding told(Finding error) {
        Finding moved = Finding.at(error.code(), said, error.message())
                .label("this release")
                .note(error.label().isEmpty() ? "it says so here" : error.label(), error.site());
        for (Related note : error.related()) {
            moved = moved.note(note.message(), note.site());
        }
        for (String way : error.help()) {
            moved = moved.help(way);
        }
        return moved.help("promote a release in which this is mended, or roll back to one before it");
    }
}
