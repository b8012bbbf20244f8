package io.github.dagsterfleet.finding.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dagsterfleet.finding.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;

class FingerprintsTest {
    private static final String FILE =
            """
            locations:
              - location_name: web
                container_context:
                  k8s:
                    namespace: 1
              - location_name: api
                image: 2
            """;

    @Test
    void linesAboveAndOtherValuesChangeNothing() {
        String moved = "# a comment\n\ndefaults:\n  image: x\n" + FILE.replace("namespace: 1", "namespace: 17");
        assertThat(of(moved, "17")).isEqualTo(of(FILE, "1\n"));
    }

    @Test
    void anotherKeyIsAnotherMistake() {
        assertThat(of(FILE.replace("namespace", "scheduler_name"), "1\n")).isNotEqualTo(of(FILE, "1\n"));
    }

    @Test
    void aKeyAboveCounts() {
        assertThat(of(FILE.replace("k8s", "ecs"), "1\n")).isNotEqualTo(of(FILE, "1\n"));
    }

    @Test
    void theFileCounts() {
        assertThat(of("b.yaml", FILE, "1\n")).isNotEqualTo(of(FILE, "1\n"));
    }

    @Test
    void equalMistakesAreToldApartByTheirOrder() {
        Finding finding = Scenes.at(Scenes.text("a.yaml", FILE), "1\n");
        Fingerprints fingerprints = new Fingerprints();
        assertThat(List.of(fingerprints.next(finding), fingerprints.next(finding)))
                .doesNotHaveDuplicates()
                .first()
                .isEqualTo(of(FILE, "1\n"));
    }

    @Test
    void aTableOfTomlIsAboveItsKeys() {
        String toml = "[tool.dg]\nkind = 1\n\n[tool.dagster]\nkind = 2\n";
        assertThat(of(toml, "1\n")).isNotEqualTo(of(toml, "2\n"));
        assertThat(of(toml, "2\n")).isEqualTo(of("[project]\n" + toml, "2\n"));
    }

    private static String of(String content, String characters) {
        return of("a.yaml", content, characters);
    }

    private static String of(String path, String content, String characters) {
        return new Fingerprints().next(Scenes.at(Scenes.text(path, content), characters));
    }
}
