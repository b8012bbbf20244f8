package io.github.dagsterfleet.change;

/** What is to be done with one path, or why nothing may be done. */
public enum ChangeKind {
    CREATE("create", "created"),
    UPDATE("update", "updated"),
    UNCHANGED("unchanged", "unchanged"),
    /** Ours, and nothing produces it any more. */
    ORPHAN("orphan", "orphaned"),
    /** Ours once, but its bytes are no longer those that we wrote. */
    HAND_EDITED("hand-edited", "hand-edited"),
    /** It stands where ours, or a folder of ours, is due, and was never ours. */
    UNMANAGED("unmanaged", "unmanaged");

    private final String word;
    private final String counted;

    ChangeKind(String word, String counted) {
        this.word = word;
        this.counted = counted;
    }

    /** On screens and in JSON. */
    public String word() {
        return word;
    }

    /** Behind a number: {@code 3 created}. */
    public String counted() {
        return counted;
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
