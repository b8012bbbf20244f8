package io.github.dagsterfleet.layer;

import io.github.dagsterfleet.syntax.Mapping;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The words that say how to merge. A key that begins with {@code $$} is an ordinary one that begins with {@code $}. */
enum Operator {
    REMOVE("$remove"),
    RESET("$reset"),
    REPLACE("$replace"),
    MERGE("$merge"),
    PREPEND("$prepend"),
    APPEND("$append"),
    LOCK("$lock"),
    REASON("$reason");

    private final String word;

    Operator(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }

    static List<String> words() {
        return Arrays.stream(values()).map(Operator::word).toList();
    }

    static Optional<Operator> ofWord(String word) {
        return Arrays.stream(values())
                .filter(operator -> operator.word.equals(word))
                .findFirst();
    }

    /** Whether a key is written as an operator, known or not. */
    static boolean isWord(String key) {
        return key.startsWith("$") && !key.startsWith("$$");
    }

    /** Whether any key of the mapping is written as an operator. */
    static boolean isIn(Mapping mapping) {
        for (String key : mapping.keys()) {
            if (isWord(key)) {
                return true;
            }
        }
        return false;
    }

    /** The mapping without the keys that are written as operators. */
    static Mapping ordinary(Mapping mapping) {
        if (!isIn(mapping)) {
            return mapping;
        }
        Mapping.Builder ordinary = mapping.toBuilder();
        mapping.keys().stream().filter(Operator::isWord).forEach(ordinary::remove);
        return ordinary.build(mapping.origin());
    }

    /** The key that is meant by a key as written. */
    static String literal(String key) {
        return key.startsWith("$$") ? key.substring(1) : key;
    }

    /** Whether operators may stand at a place, and if not, why. */
    enum Permission {
        ALLOWED,
        IN_REPLACE,
        IN_ITEM
    }
}
