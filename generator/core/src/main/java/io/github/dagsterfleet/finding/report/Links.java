package io.github.dagsterfleet.finding.report;

import io.github.dagsterfleet.text.SourcePath;
import java.util.Optional;

/** Where a click on the name of a file leads, if it leads anywhere. */
public interface Links {
    /** For pages that cannot be clicked. */
    Links NONE = file -> Optional.empty();

    /** A URI without blanks or control characters. */
    Optional<String> to(SourcePath file);
}
