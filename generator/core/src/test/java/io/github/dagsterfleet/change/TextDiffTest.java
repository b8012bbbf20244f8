package io.github.dagsterfleet.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dagsterfleet.source.SourceFile;
import io.github.dagsterfleet.text.SourcePath;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TextDiffTest {
    private static final SourcePath PATH = new SourcePath("a/b.yaml");

    private static Optional<SourceFile> file(String text) {
        return Optional.of(new SourceFile(PATH, text.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<String> diff(Optional<SourceFile> before, Optional<SourceFile> after, int most) {
        return TextDiff.of(new FileChange(PATH, ChangeKind.UPDATE, before, after), most);
    }

    @Test
    void changedLineStandsBetweenItsNeighbours() {
        assertThat(diff(file("a\nb\nc\n"), file("a\nx\nc\n"), 20))
                .containsExactly("--- a/a/b.yaml", "+++ b/a/b.yaml", "@@ -1,3 +1,3 @@", " a", "-b", "+x", " c");
    }

    @Test
    void newFileComesFromNothing() {
        assertThat(diff(Optional.empty(), file("a\n"), 20))
                .containsExactly("--- /dev/null", "+++ b/a/b.yaml", "@@ -0,0 +1,1 @@", "+a");
    }

    @Test
    void removedFileBecomesNothing() {
        assertThat(diff(file("a\n"), Optional.empty(), 20))
                .containsExactly("--- a/a/b.yaml", "+++ /dev/null", "@@ -1,1 +0,0 @@", "-a");
    }

    @Test
    void whiteSpaceShowsWhereItIsAllThatDiffers() {
        assertThat(diff(file("a \n"), file("a\r\n"), 20)).contains("-a·", "+a\\r");
    }

    @Test
    void missingLineFeedAtTheEndShows() {
        assertThat(diff(file("a"), file("a\n"), 20)).endsWith("-a (no line feed at the end)", "+a");
    }

    @Test
    void emptyFileHasNoLine() {
        assertThat(diff(file(""), file("a\n"), 20)).endsWith("@@ -0,0 +1,1 @@", "+a");
    }

    @Test
    void longDiffSaysHowMuchIsLeftOut() {
        assertThat(diff(Optional.empty(), file("x\n".repeat(50)), 5)).hasSize(6).endsWith("... 48 more lines");
    }
}
