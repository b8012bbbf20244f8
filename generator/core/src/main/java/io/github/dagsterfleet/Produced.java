package io.github.dagsterfleet;

import io.github.dagsterfleet.finding.Finding;
import java.util.ArrayList;
import java.util.List;

/** What became of one {@code generated} folder. */
record Produced(List<Finding> findings, List<RunReport.Change> changes, long unchanged) {
    /** With more that was found. */
    Produced with(List<Finding> more) {
        List<Finding> all = new ArrayList<>(findings);
        all.addAll(more);
        return new Produced(all, changes, unchanged);
    }
}
