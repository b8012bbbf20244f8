package io.github.dagsterfleet.schema;

/** For whom a document is written, which decides how literally its scalars are taken and what may be missing. */
public enum Reading {
    /** Written by people, and complete: where a text is due, a plain number or boolean is the characters written. */
    SOURCE(true, false, true, false),
    /** Written by people, one layer of several: references stand for values, and what is missing may come from others. */
    LAYER(true, true, false, false),
    /** Written for machines: every scalar is what it is, and nothing may be missing. */
    DOCUMENT(false, false, true, false),
    /** Written by anybody, and read as Dagster reads it: as a document, but null is a value where any value will do. */
    FOREIGN(false, false, true, true);

    private final boolean plainTexts;
    private final boolean references;
    private final boolean complete;
    private final boolean nulls;

    Reading(boolean plainTexts, boolean references, boolean complete, boolean nulls) {
        this.plainTexts = plainTexts;
        this.references = references;
        this.complete = complete;
        this.nulls = nulls;
    }

    /** Whether a plain number or boolean is a text where a text is due. */
    boolean takesPlainTexts() {
        return plainTexts;
    }

    /** Whether {@code ${name}} may stand for a value that is checked after the fold. */
    boolean takesReferences() {
        return references;
    }

    /** Whether required keys must be there. */
    boolean isComplete() {
        return complete;
    }

    /** Whether null is a value where any value will do. */
    boolean takesNulls() {
        return nulls;
    }
}
