package io.github.dagsterfleet;

import io.github.dagsterfleet.finding.Finding;
import java.util.List;

/** What became of one {@code generated} folder. */
record Produced(List<Finding> findings, List<RunReport.Change> changes, long unchanged) {}
