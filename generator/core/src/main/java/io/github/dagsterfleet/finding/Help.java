package io.github.dagsterfleet.finding;

import io.github.dagsterfleet.text.TextEdit;
import java.util.List;

/**
 * What to do.
 *
 * @param sentence one imperative sentence with the exact edit or command
 * @param edits what does it, all together and all in one file; empty where a person has to choose
 */
public record Help(String sentence, List<TextEdit> edits) {
    public Help {
        sentence = Brief.of(sentence);
        edits = List.copyOf(edits);
    }

    /** Whether a machine may do it. */
    public boolean isFix() {
        return !edits.isEmpty();
    }
}
