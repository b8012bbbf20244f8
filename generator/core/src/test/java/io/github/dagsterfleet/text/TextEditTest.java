package io.github.dagsterfleet.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextEditTest {
    private final SourceText text = new SourceText(new SourcePath("a.yaml"), "one two three");

    @Test
    void appliesAllEditsInAnyOrder() {
        List<TextEdit> edits = List.of(
                new TextEdit(text.span(0, 3), "1"),
                new TextEdit(text.span(8, 13), "3"),
                new TextEdit(text.span(4, 4), "and "));
        assertThat(TextEdit.apply(text, edits)).isEqualTo("1 and two 3");
    }

    @Test
    void refusesEditsThatOverlap() {
        List<TextEdit> edits = List.of(new TextEdit(text.span(0, 5), "x"), new TextEdit(text.span(4, 7), "y"));
        assertThatIllegalArgumentException().isThrownBy(() -> TextEdit.apply(text, edits));
    }

    @Test
    void refusesEditsOfAnotherText() {
        SourceText other = new SourceText(new SourcePath("a.yaml"), "one two three");
        List<TextEdit> edits = List.of(new TextEdit(other.span(0, 3), "x"));
        assertThatIllegalArgumentException().isThrownBy(() -> TextEdit.apply(text, edits));
    }
}
