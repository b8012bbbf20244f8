package io.github.dagsterfleet.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourcePathTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "a", "a/b.yaml", ".env", "..a", "a..", "repos/ä b/repo.yaml", "a/...", "ab:c"})
    void takesRelativeNames(String name) {
        assertThat(SourcePath.isValid(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/a", "a/", "a//b", ".", "..", "../a", "a/../b", "a/.", "a\\b", "C:/a", "a\nb", "a\0", "a\u007f"
            })
    void refusesWhatCouldLeadAway(String name) {
        assertThat(SourcePath.isValid(name)).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> new SourcePath(name));
    }

    @Test
    void knowsItsParts() {
        SourcePath path = new SourcePath("environments/profiles/gpu.yaml");
        assertThat(path.fileName()).isEqualTo("gpu.yaml");
        assertThat(path.stem()).isEqualTo("gpu");
        assertThat(path.parent()).isEqualTo(new SourcePath("environments/profiles"));
        assertThat(new SourcePath("pom.xml").parent()).isEqualTo(SourcePath.ROOT);
        assertThat(new SourcePath(".env").stem()).isEqualTo(".env");
    }

    @Test
    void isBelowWholeSegmentsOnly() {
        SourcePath path = new SourcePath("repos/analytics/repo.yaml");
        assertThat(path.isBelow(new SourcePath("repos/analytics"))).isTrue();
        assertThat(path.isBelow(path)).isTrue();
        assertThat(path.isBelow(SourcePath.ROOT)).isTrue();
        assertThat(path.isBelow(new SourcePath("repos/ana"))).isFalse();
        assertThat(path.relativeTo(new SourcePath("repos"))).isEqualTo("analytics/repo.yaml");
        assertThat(path.relativeTo(path)).isEmpty();
    }

    @Test
    void resolvesBelowTheWorkspace() {
        assertThat(SourcePath.ROOT.resolve("a/b")).isEqualTo(new SourcePath("a/b"));
        assertThat(new SourcePath("a").resolve("b")).isEqualTo(new SourcePath("a/b"));
        assertThat(new SourcePath("a").resolve("")).isEqualTo(new SourcePath("a"));
    }
}
