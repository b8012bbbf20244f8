package io.github.dagsterfleet.fleet;

import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.text.SourcePath;
import java.util.Optional;

/** The sources of a workspace as mappings, by name. */
public interface ParsedSources {
    /** Empty when there is no such file, and, with findings, when it is not a mapping in our dialect. */
    Optional<Mapping> read(SourcePath path, Findings findings);
}
