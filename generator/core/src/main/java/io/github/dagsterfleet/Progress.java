package io.github.dagsterfleet;

/** Told how far a run is; called by several threads. */
public interface Progress {
    /** Tells nobody. */
    Progress SILENT = (done, total) -> {};

    /** @param done how many of {@code total} pieces of work are done */
    void at(int done, int total);
}
