package io.github.dagsterfleet.change;

/** What is to be done with one path, or why nothing may be done. */
public enum ChangeKind {
    CREATE("create"),
    UPDATE("update"),
    UNCHANGED("unchanged"),
    /** Ours, and nothing produces it any more. */
    ORPHAN("orphan"),
    /** Ours once, but its bytes are no longer those that we wrote. */
    HAND_EDITED("hand-edited"),
    /** It stands where ours is due, and was never ours. */
    UNMANAGED("unmanaged");

    private final String word;

    ChangeKind(String word) {
        this.word = word;
    }

    /** On screens and in JSON. */
    public String word() {
        return word;
    }

    /** Whether a person has to decide before anything happens. */
    public boolean isConflict() {
        return this == HAND_EDITED || this == UNMANAGED;
    }

    /** Whether the disk is to change. */
    public boolean isWork() {
        return this == CREATE || this == UPDATE || this == ORPHAN;
    }
}
