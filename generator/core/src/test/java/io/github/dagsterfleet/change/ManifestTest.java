package io.github.dagsterfleet.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.source.MemorySources;
import io.github.dagsterfleet.source.git.CommitId;
import io.github.dagsterfleet.text.SourcePath;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestTest {
    private static final SourcePath FOLDER = new SourcePath("repos/alpha/generated");
    private static final String OLD = "4f".repeat(20);
    private static final String NEW = "9b".repeat(20);
    private static final String DIGEST = "0a".repeat(32);

    private static final String TEXT =
            """
            {
              "format": 1,
              "tool": "0.2.0",
              "releases": {
                "prod": {"release": "%s", "tool": "0.1.0"},
                "staging": {"release": "%s", "tool": "0.2.0"}
              },
              "files": {
                "prod/env_set.json": "%s"
              }
            }
            """
                    .formatted(OLD, NEW, DIGEST);

    private static Optional<Manifest> read(String text, Findings findings) {
        return new ManifestReader(
                        MemorySources.of(
                                Map.of(FOLDER.resolve(Manifest.FILE_NAME), text.getBytes(StandardCharsets.UTF_8))),
                        "0.2.0")
                .read(FOLDER, findings);
    }

    private static Manifest read(String text) {
        Findings findings = new Findings();
        Manifest manifest = read(text, findings).orElseThrow();
        assertThat(findings.list()).isEmpty();
        return manifest;
    }

    @Test
    void releasesAreReadAsTheyWereWritten() {
        Manifest manifest = read(TEXT);

        assertThat(manifest.madeFrom("prod")).contains(new MadeFrom(new CommitId(OLD), "0.1.0"));
        assertThat(manifest.madeFrom("staging")).contains(new MadeFrom(new CommitId(NEW), "0.2.0"));
        assertThat(manifest.madeFrom("dev")).isEmpty();
        assertThat(manifest.text()).isEqualTo(TEXT);
    }

    @Test
    void withoutReleasesThereIsNoWordOfThem() {
        Manifest manifest = read(TEXT);

        assertThat(new Manifest(manifest.tool(), new TreeMap<>(), manifest.files()).text())
                .isEqualTo(
                        """
                        {
                          "format": 1,
                          "tool": "0.2.0",
                          "files": {
                            "prod/env_set.json": "%s"
                          }
                        }
                        """
                                .formatted(DIGEST));
    }

    @Test
    void whatBothSidesOfAMergeTellDifferentlyIsUnknown() {
        String prod = "    \"prod\": {\"release\": \"" + OLD + "\", \"tool\": \"0.1.0\"},\n";

        Manifest manifest = read(TEXT.replace(
                prod, "<<<<<<< ours\n" + prod + "=======\n" + prod.replace(OLD, NEW) + ">>>>>>> theirs\n"));

        assertThat(manifest.madeFrom("prod")).isEmpty();
        assertThat(manifest.madeFrom("staging")).contains(new MadeFrom(new CommitId(NEW), "0.2.0"));
    }

    @Test
    void whatOnlyOneSideOfAMergeTellsIsKnown() {
        String prod = "    \"prod\": {\"release\": \"" + OLD + "\", \"tool\": \"0.1.0\"},\n";

        Manifest manifest = read(TEXT.replace(prod, "<<<<<<< ours\n" + prod + "=======\n>>>>>>> theirs\n"));

        assertThat(manifest.madeFrom("prod")).contains(new MadeFrom(new CommitId(OLD), "0.1.0"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "    \"../prod\": {\"release\": \"4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f\", \"tool\": \"0.1.0\"}",
                "    \"prod\": {\"release\": \"main\", \"tool\": \"0.1.0\"}",
                "    \"prod\": {\"release\": \"4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f\", \"tool\": \"a b\"}",
                "    \"prod\": {\"release\": \"4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f\"}"
            })
    void anyOtherLineIsNotOurs(String line) {
        Findings findings = new Findings();

        read(TEXT.replace("  \"releases\": {\n", "  \"releases\": {\n" + line + ",\n"), findings);

        assertThat(findings.list()).extracting(Finding::code).containsExactly(FindingCode.CHANGE_MANIFEST);
    }

    @Test
    void linesOfANewerToolAreLeftToThatTool() {
        Findings findings = new Findings();

        read(TEXT.replace("\"tool\": \"0.2.0\",\n", "\"tool\": \"0.3.0\",\n  \"news\": {},\n"), findings);

        assertThat(findings.list())
                .extracting(Finding::code, Finding::message)
                .containsExactly(tuple(
                        FindingCode.CHANGE_MANIFEST_VERSION,
                        "dagster-fleet 0.3.0 wrote these files, and this is 0.2.0"));
    }

    @Test
    void aRepeatedLineIsKnownAndADifferentOneIsNot() {
        String staging = "    \"staging\": {\"release\": \"" + NEW + "\", \"tool\": \"0.2.0\"}";

        assertThat(read(TEXT.replace(staging, staging + ",\n" + staging)).madeFrom("staging"))
                .isPresent();
        assertThat(read(TEXT.replace(staging, staging + ",\n" + staging.replace("0.2.0", "0.1.0")))
                        .madeFrom("staging"))
                .isEmpty();
    }
}
