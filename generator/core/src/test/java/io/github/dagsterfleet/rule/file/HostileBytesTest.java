package io.github.dagsterfleet.rule.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.finding.Site;
import io.github.dagsterfleet.source.SourceFile;
import io.github.dagsterfleet.source.TextDecoder;
import io.github.dagsterfleet.syntax.Format;
import io.github.dagsterfleet.syntax.dotenv.DotenvFormat;
import io.github.dagsterfleet.syntax.json.JsonFormat;
import io.github.dagsterfleet.syntax.toml.TomlFormat;
import io.github.dagsterfleet.syntax.yaml.YamlFormat;
import io.github.dagsterfleet.text.SourcePath;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Whatever the bytes are, every reader ends with a finding or a tree, and never with an exception. More of them than the
 * build has time for: {@code mvn -pl generator/core -am test -Dtest=HostileBytesTest -Dhostile.inputs=1000000}.
 */
class HostileBytesTest {
    private static final int INPUTS = Integer.getInteger("hostile.inputs", 20_000);
    private static final List<Format> FORMATS =
            List.of(YamlFormat.INSTANCE, TomlFormat.INSTANCE, JsonFormat.INSTANCE, DotenvFormat.INSTANCE);

    private static final List<String> SEEDS = List.of(
            """
            locations:
              - location_name: web
                code_source: {module_name: "web.defs"}
                build: {directory: ./web, registry: 'r.example.com/w'}
                container_context: &c
                  k8s:
                    env_vars: [A=1, B, "C=${x}"]
                    volumes: [{name: v, config_map: {name: m}}]
                    labels: {on: 012, "1.10": ~}
              - location_name: other
                code_source: {python_file: a.py}
                container_context: *c
                working_directory: >-
                  a
                  b
            """,
            """
            [project]
            name = "a-b"
            version = "1.0"
            requires-python = ">=3.10"
            dependencies = ["dagster==1.13.27", 'numpy; python_version < "3.12"']
            [dependency-groups]
            dev = [{include-group = "test"}]
            [tool.dg]
            directory_type = "project"
            [tool.dg.project]
            root_module = \"""a\"""
            [[tool.x]]
            at = 1979-05-27T07:32:00Z
            n = [0x1F, 1_000, 1e3, inf, true]
            """,
            "{\"a\": [1, 2.5e-3, null, {\"b\": \"\\u00e9\\n\"}], \"c\": {}}\n",
            "# c\nexport A='it\\'s'\nB=\"x\\n\"\nC=a#b\n#D=\nE=${A}\n");

    private static final List<String> TOKENS = List.of(
            "\n",
            "\r\n",
            "\r",
            "\t",
            " ",
            "  ",
            "\0",
            "\u0085",
            "\u2028",
            "\ufeff",
            "\ud83d\ude80",
            "- ",
            ": ",
            "? ",
            "| ",
            "> ",
            "|2-\n",
            "#",
            " #",
            "&a ",
            "*a",
            "<<: *a",
            "!!str ",
            "!!binary ",
            "!<x> ",
            "%YAML 1.1\n",
            "---\n",
            "...\n",
            "{",
            "}",
            "[",
            "]",
            ",",
            "\"",
            "'",
            "\\",
            "\\x",
            "\\u12",
            "\\U0010ffff",
            "\"\"\"",
            "'''",
            "=",
            "[[",
            "]]",
            ".",
            "0x",
            "1e999",
            "-.inf",
            ".nan",
            "12:30",
            "2026-02-30",
            "{{ x }}",
            "${a}",
            "locations",
            "locations:\n",
            "[tool.dg]\n",
            "[tool.dagster]\n",
            "code_source",
            "a.b.c = 1\n",
            "a.",
            "99999999999999999999",
            "!!omap ",
            "!!pairs [a: b]",
            "\u00e9",
            "\u202e");

    private final Random random = new Random();

    @Test
    void everyReaderEndsWithAFindingOrATree() {
        long first = new Random().nextLong();
        for (int i = 0; i < INPUTS; i++) {
            long seed = first + i;
            random.setSeed(seed);
            byte[] bytes = hostile();
            assertThatCode(() -> readAll(bytes))
                    .as(() ->
                            String.format(Locale.ROOT, "seed %d: %s", seed, new String(bytes, StandardCharsets.UTF_8)))
                    .doesNotThrowAnyException();
        }
    }

    private static void readAll(byte[] bytes) {
        for (Format format : FORMATS) {
            Findings findings = new Findings();
            TextDecoder.decode(new SourceFile(new SourcePath("file"), bytes), findings)
                    .ifPresent(text -> assertThat(format.read(text, findings).isPresent() || findings.hasErrors())
                            .as("a tree or an error")
                            .isTrue());
            findings.list().forEach(finding -> placed(finding, bytes));
        }
        for (String name : List.of("dagster_cloud.yaml", "pyproject.toml", "dg.toml")) {
            Findings findings = new Findings();
            new Validator(Optional.empty())
                    .validate(
                            new SourceFile(new SourcePath(name), bytes),
                            DagsterFile.found(name).orElseThrow(),
                            true,
                            findings);
            findings.sorted().forEach(finding -> placed(finding, bytes));
        }
    }

    /** In a file of so many bytes there are at most so many lines and columns. */
    private static void placed(Finding finding, byte[] bytes) {
        if (finding.site() instanceof Site.InSpan in) {
            assertThat(in.span().line()).as(finding.message()).isBetween(1, bytes.length + 1);
            assertThat(in.span().column()).as(finding.message()).isBetween(1, bytes.length + 1);
        }
    }

    private byte[] hostile() {
        byte[] bytes = SEEDS.get(random.nextInt(SEEDS.size())).getBytes(StandardCharsets.UTF_8);
        for (int i = random.nextInt(6); i >= 0; i--) {
            bytes = changed(bytes);
        }
        return bytes;
    }

    private byte[] changed(byte[] bytes) {
        int at = random.nextInt(bytes.length + 1);
        return switch (random.nextInt(8)) {
            case 0 -> Arrays.copyOf(bytes, at);
            case 1 -> joined(bytes, at, new byte[0], Math.min(bytes.length, at + random.nextInt(12)));
            case 2 -> joined(bytes, at, new byte[] {(byte) random.nextInt(256)}, Math.min(bytes.length, at + 1));
            case 3 -> joined(bytes, at, repeated(), at);
            case 4 -> {
                int from = random.nextInt(bytes.length + 1);
                byte[] piece = Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + random.nextInt(60)));
                yield joined(bytes, at, piece, at);
            }
            default -> joined(bytes, at, token(), at);
        };
    }

    private byte[] token() {
        return TOKENS.get(random.nextInt(TOKENS.size())).getBytes(StandardCharsets.UTF_8);
    }

    /** Deep or long. */
    private byte[] repeated() {
        byte[] token = token();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = random.nextInt(random.nextInt(50) == 0 ? 3000 : 12); i >= 0; i--) {
            bytes.writeBytes(token);
        }
        return bytes.toByteArray();
    }

    private static byte[] joined(byte[] bytes, int before, byte[] piece, int after) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        joined.write(bytes, 0, before);
        joined.writeBytes(piece);
        joined.write(bytes, after, bytes.length - after);
        return joined.toByteArray();
    }
}
