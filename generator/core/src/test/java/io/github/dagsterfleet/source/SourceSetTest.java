package io.github.dagsterfleet.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.text.SourcePath;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SourceSetTest {
    private final Findings findings = new Findings();

    private final SourceSet lower =
            MemorySources.ofTexts(Map.of("a/x.txt", "x", "a/b/y.txt", "y", "z.txt", "z", "ab", "-"));
    private final SourceSet both = new Overlay(MemorySources.ofTexts(Map.of("a/x.txt", "X", "c/w.txt", "w")), lower);

    @Test
    void memoryListsWhatIsDirectlyInAFolder() {
        assertThat(lower.list(SourcePath.ROOT, findings))
                .hasToString("[" + entry("a", true) + ", " + entry("ab", false) + ", " + entry("z.txt", false) + "]");
        assertThat(lower.list(new SourcePath("a"), findings))
                .extracting(entry -> entry.path().value())
                .containsExactly("a/b", "a/x.txt");
        assertThat(lower.list(new SourcePath("nothing"), findings)).isEmpty();
    }

    @Test
    void memoryWalksWhatIsBelowAFolder() {
        assertThat(lower.walk(new SourcePath("a"), findings))
                .extracting(SourcePath::value)
                .containsExactly("a/b/y.txt", "a/x.txt");
    }

    @Test
    void theUpperSetHidesTheLower() {
        assertThat(read(both, "a/x.txt")).isEqualTo("X");
        assertThat(read(both, "z.txt")).isEqualTo("z");
        assertThat(both.walk(SourcePath.ROOT, findings))
                .extracting(SourcePath::value)
                .containsExactly("a/b/y.txt", "a/x.txt", "ab", "c/w.txt", "z.txt");
        assertThat(both.list(SourcePath.ROOT, findings))
                .extracting(entry -> entry.path().value())
                .containsExactly("a", "ab", "c", "z.txt");
    }

    private static String entry(String path, boolean isFolder) {
        return new SourceSet.Entry(new SourcePath(path), isFolder).toString();
    }

    private static String read(SourceSet sources, String path) {
        Findings findings = new Findings();
        byte[] bytes =
                sources.read(new SourcePath(path), findings).orElseThrow().bytes();
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
