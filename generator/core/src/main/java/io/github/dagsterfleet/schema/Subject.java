package io.github.dagsterfleet.schema;

/**
 * What a value is called in messages: by the key it stands below.
 *
 * @param key the nearest key upwards; empty at the top of a file
 * @param item whether the value is an item of the list below that key
 */
public record Subject(String key, boolean item) {
    /** The top of a file. */
    public static final Subject TOP = new Subject("", false);

    public static Subject below(String key) {
        return new Subject(key, false);
    }

    /** An item of the list at this place. */
    public Subject items() {
        return new Subject(key, true);
    }

    /** As subject of a sentence: {@code `env`}, {@code an item of `profiles`}, {@code the file}. */
    public String words() {
        if (key.isEmpty()) {
            return item ? "an item" : "the file";
        }
        return item ? "an item of `" + key + "`" : "`" + key + "`";
    }

    /** Where a key stands: {@code  below `location`}, {@code  in an item of `volumes`}, or nothing at the top. */
    String in() {
        if (key.isEmpty()) {
            return item ? " in an item" : "";
        }
        return item ? " in " + words() : " below " + words();
    }
}
