package io.github.dagsterfleet.change.difference;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where in a document something stands. Made into text only for what differs. */
final class DocumentPath {
    static final DocumentPath ROOT = new DocumentPath(null, "", false);

    private static final String ANY = "*";
    /** Its items are told apart by names that are keys of ours. */
    private static final String LOCATIONS = "locations";

    private final @Nullable DocumentPath parent;
    private final String name;
    private final boolean item;

    private DocumentPath(@Nullable DocumentPath parent, String name, boolean item) {
        this.parent = parent;
        this.name = name;
        this.item = item;
    }

    DocumentPath below(String key) {
        return new DocumentPath(this, key, false);
    }

    /** @param identity what tells the item from the others of its list */
    DocumentPath item(String identity) {
        return new DocumentPath(this, identity.replace("\n", ", "), true);
    }

    /** The last key, or what tells the item apart. */
    String name() {
        return name;
    }

    /** From the top, an asterisk for each item. */
    List<String> keys() {
        List<String> keys = new ArrayList<>();
        for (DocumentPath at = this; at.parent != null; at = at.parent) {
            keys.add(at.item ? ANY : at.name);
        }
        Collections.reverse(keys);
        return keys;
    }

    /** What tells the item apart at this depth, counted as in {@link #keys}; of a key, the key. */
    String name(int depth) {
        DocumentPath at = this;
        for (int above = keys().size() - 1; above > depth && at.parent != null; above--) {
            at = at.parent;
        }
        return at.name;
    }

    Subject subject() {
        StringBuilder words = new StringBuilder();
        StringBuilder pattern = new StringBuilder();
        write(words, pattern);
        return new Subject(words.toString(), pattern.toString());
    }

    private void write(StringBuilder words, StringBuilder pattern) {
        if (parent == null) {
            return;
        }
        parent.write(words, pattern);
        if (!item || (parent.name.equals(LOCATIONS) && parent.parent == ROOT)) {
            String dot = words.isEmpty() ? "" : ".";
            words.append(dot).append(quoted(name));
            pattern.append(dot).append(item ? ANY : quoted(name));
        } else {
            words.append('[').append(name).append(']');
            pattern.append('[').append(ANY).append(']');
        }
    }

    private static String quoted(String key) {
        return key.indexOf('.') < 0 ? key : '"' + key + '"';
    }
}
