package io.github.dagsterfleet.schema;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** What a text must look like. Remembers texts that do, since a fleet says most of them many times. */
public final class TextForm {
    /** Beyond this many, texts are hardly the same ones again. */
    private static final int REMEMBERED = 1000;

    private final Pattern pattern;
    private final String words;
    private final boolean othersAreSecret;
    private final Set<String> accepted = ConcurrentHashMap.newKeySet();

    /**
     * @param pattern matches the text as a whole
     * @param words in the user's words, as they follow “is not”: {@code a quantity such as `250m`}
     * @param othersAreSecret whether a text of another form may be a secret, as one that somebody wrote in place of its name
     */
    public TextForm(Pattern pattern, String words, boolean othersAreSecret) {
        this.pattern = pattern;
        this.words = words;
        this.othersAreSecret = othersAreSecret;
    }

    public String words() {
        return words;
    }

    boolean othersAreSecret() {
        return othersAreSecret;
    }

    public boolean accepts(String text) {
        if (accepted.contains(text)) {
            return true;
        }
        boolean fits = fits(text);
        if (fits && accepted.size() < REMEMBERED) {
            accepted.add(text);
        }
        return fits;
    }

    /** Java goes a call deeper with each turn of a group; a text of so many parts has no form that anybody wants. */
    private boolean fits(String text) {
        try {
            return pattern.matcher(text).matches();
        } catch (StackOverflowError tooMany) {
            return false;
        }
    }
}
