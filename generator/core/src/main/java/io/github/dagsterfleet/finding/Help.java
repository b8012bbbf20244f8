package io.github.dagsterfleet.finding;

import io.github.dagsterfleet.secret.Redaction;
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

    /** Without its edits where one of them would write a secret: a masked one would destroy it. */
    public Help redacted(Redaction redaction) {
        boolean writes = edits.stream().anyMatch(edit -> redaction.isDue(edit.replacement()));
        List<TextEdit> harmless = writes
                ? List.of()
                : edits.stream()
                        .map(edit -> new TextEdit(redaction.of(edit.span()), edit.replacement()))
                        .toList();
        return new Help(redaction.of(sentence), harmless);
    }
}
