package io.github.dagsterfleet.schema;

import java.util.regex.Pattern;

/**
 * What a text must look like.
 *
 * @param pattern matches the text as a whole
 * @param words in the user's words, as they follow “is not”: {@code a quantity such as `250m`}
 */
public record TextForm(Pattern pattern, String words) {
    public boolean accepts(String text) {
        return pattern.matcher(text).matches();
    }
}
