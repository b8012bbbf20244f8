package io.github.dagsterfleet;

/** Told how far a run is; called by several threads. */
public interface Progress {
    /** Tells nobody. */
    Progress SILENT = (what, done, total) -> {};

    /**
     * @param what is being done, such as {@code reading repos}; each begins at the first again
     * @param done how many of {@code total} pieces of work are done
     */
    void at(String what, int done, int total);
}
