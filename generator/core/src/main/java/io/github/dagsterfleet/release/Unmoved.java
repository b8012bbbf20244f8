package io.github.dagsterfleet.release;

import io.github.dagsterfleet.change.DueFile;
import io.github.dagsterfleet.change.MadeFrom;
import io.github.dagsterfleet.change.Manifest;
import io.github.dagsterfleet.text.SourcePath;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.BiPredicate;

/**
 * A repo in an environment whose files would change although they were made from the very release that it has now.
 *
 * @param pin the release
 * @param made what its files were made from: that release, and a version of dagster-fleet
 * @param tool the version that would change them
 * @param files those that would change, sorted
 */
public record Unmoved(
        String repo, String environment, Pin pin, MadeFrom made, String tool, SortedSet<SourcePath> files) {
    /**
     * Those of one repo.
     *
     * @param folder the repo's {@code generated} folder
     * @param due everything that is due there
     * @param manifest what stands there
     * @param pins by place, what the due files are made from
     * @param isOf tells of a file, relative to the folder, whether a place decides on it
     * @param tool our version
     */
    public static List<Unmoved> of(
            String repo,
            SourcePath folder,
            Collection<DueFile> due,
            Manifest manifest,
            Map<String, Pin> pins,
            BiPredicate<String, String> isOf,
            String tool) {
        List<Unmoved> unmoved = new ArrayList<>();
        pins.forEach((environment, pin) -> {
            Optional<MadeFrom> made = manifest.madeFrom(environment);
            if (made.filter(from -> from.release().equals(pin.release())).isPresent()) {
                SortedSet<SourcePath> files = manifest.unlike(folder, due, path -> isOf.test(path, environment));
                if (!files.isEmpty()) {
                    unmoved.add(new Unmoved(repo, environment, pin, made.get(), tool, files));
                }
            }
        });
        return unmoved;
    }

    /** Whether the tool may be why, and nobody promoted the release with this one. */
    public boolean isByTool() {
        return pin.isOfOtherTool(made, tool);
    }

    /** Whether what is read as it is now must be why: the same tool makes the same of one release. */
    public boolean isLive() {
        return made.tool().equals(tool);
    }
}
