package io.github.dagsterfleet.finding.report;

import io.github.dagsterfleet.text.SourcePath;
import io.github.dagsterfleet.text.Span;
import io.github.dagsterfleet.text.VisibleText;
import java.util.Optional;

/** Where a click on the name of a file leads, if it leads anywhere. */
public interface Links {
    /** For pages that cannot be clicked. */
    Links NONE = file -> Optional.empty();

    /** What terminals know as OSC 8: begins and ends a link. */
    String LINK = "\u001b]8;;";

    String LINK_END = "\u001b\\";

    /** A URI without blanks or control characters. */
    Optional<String> to(SourcePath file);

    /** A place as it is shown; one in a commit is no file to be opened. */
    default String shown(Span place) {
        return place.text().revision().isPresent()
                ? VisibleText.of(place.toString())
                : shown(place.path(), place.toString());
    }

    /** The name of a file, perhaps with a line and column behind it, as it is shown. */
    default String shown(SourcePath file, String name) {
        String visible = VisibleText.of(name);
        return to(file).map(target -> LINK + target + LINK_END + visible + LINK + LINK_END)
                .orElse(visible);
    }
}
