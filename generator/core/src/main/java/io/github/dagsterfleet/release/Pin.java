package io.github.dagsterfleet.release;

import io.github.dagsterfleet.change.MadeFrom;
import io.github.dagsterfleet.fleet.Released;
import io.github.dagsterfleet.source.git.CommitId;
import io.github.dagsterfleet.text.Origin;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What one repo renders from in one environment.
 *
 * @param release the commit of the workspace
 * @param said where release.yaml names it
 * @param inputs SHA-256 over the files of the release that the repo is made from; see {@link InputsDigest}
 * @param overlays SHA-256 of the repo's overlay for the environment as it was at the promotion; {@link #NO_OVERLAY} of what a
 *     repo builds with
 * @param tool the version of dagster-fleet that promoted
 * @param image {@code TAG@sha256:DIGEST}, where somebody told it
 * @param hotfix why a stage was skipped, where one was
 * @param retired locations that were taken out, whatever the release says of them; sorted
 * @param previous the newest first
 */
public record Pin(
        CommitId release,
        Origin said,
        String inputs,
        String overlays,
        String tool,
        Optional<String> image,
        Optional<String> hotfix,
        Optional<Hold> hold,
        List<String> retired,
        List<FormerRelease> previous) {
    /** In place of a digest, where there is no overlay that could change. */
    static final String NO_OVERLAY = "";

    private static final int MOST_PREVIOUS = 5;

    public Pin {
        retired = List.copyOf(retired);
        previous = List.copyOf(previous);
    }

    /** The first release of a repo in an environment. */
    static Pin first(Released release, String inputs, String overlays, String tool) {
        return new Pin(
                release.commit(),
                release.said(),
                inputs,
                overlays,
                tool,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of());
    }

    /**
     * A release from before. What is left behind was no good, so it is not among those that one can go back to.
     *
     * @param older those before that release, the newest first
     * @param now the digest of the overlay that holds after it
     */
    Pin back(FormerRelease to, List<FormerRelease> older, String itsInputs, String now, String nowTool, Hold held) {
        return new Pin(
                to.release(),
                said,
                itsInputs,
                now,
                nowTool,
                to.image(),
                Optional.empty(),
                Optional.of(held),
                retired,
                older);
    }

    /**
     * The next release. What ran with this one did not run with the next, and a hold was lifted before.
     *
     * @param last the digest of the overlay that this one had in the end
     */
    Pin next(CommitId next, String last, String nextInputs, String nextOverlays, String nextTool) {
        List<FormerRelease> before = new ArrayList<>();
        before.add(new FormerRelease(release, last, image));
        before.addAll(previous);
        return new Pin(
                next,
                said,
                nextInputs,
                nextOverlays,
                nextTool,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                retired,
                before.subList(0, Math.min(before.size(), MOST_PREVIOUS)));
    }

    /** The same release, whose files another version makes under the overlay of now. */
    Pin madeBy(String nowTool, String nowOverlays) {
        return new Pin(release, said, inputs, nowOverlays, nowTool, image, hotfix, hold, retired, previous);
    }

    /**
     * Whether its files are those of another version of dagster-fleet, and were not promoted with this one since.
     *
     * @param made what its files were made from
     */
    boolean isOfOtherTool(MadeFrom made, String nowTool) {
        return made.release().equals(release) && !made.tool().equals(nowTool) && !tool.equals(nowTool);
    }

    Pin withHotfix(String reason) {
        return new Pin(release, said, inputs, overlays, tool, image, Optional.of(reason), hold, retired, previous);
    }

    Pin withHold(Optional<Hold> now) {
        return new Pin(release, said, inputs, overlays, tool, image, hotfix, now, retired, previous);
    }

    Pin withImage(String running) {
        return new Pin(release, said, inputs, overlays, tool, Optional.of(running), hotfix, hold, retired, previous);
    }

    /** With locations taken out, or, without one that was, back again. */
    Pin withRetired(Collection<String> locations) {
        List<String> sorted = locations.stream().distinct().sorted().toList();
        return new Pin(release, said, inputs, overlays, tool, image, hotfix, hold, sorted, previous);
    }
}
