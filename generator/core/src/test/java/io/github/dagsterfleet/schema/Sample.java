package io.github.dagsterfleet.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.syntax.Format;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.syntax.json.JsonFormat;
import io.github.dagsterfleet.syntax.yaml.YamlFormat;
import io.github.dagsterfleet.text.SourcePath;
import io.github.dagsterfleet.text.SourceText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The documents below {@code samples/<kind>/}, none of which has a mistake. */
record Sample(SchemaKind kind, String name, Node node) {
    static List<Sample> all() {
        List<Sample> all = new ArrayList<>();
        for (SchemaKind kind : SchemaKind.values()) {
            List<Path> files = files(kind);
            assertThat(files).as("samples of %s", kind).isNotEmpty();
            files.forEach(file -> all.add(new Sample(kind, kind.id() + "/" + file.getFileName(), read(file))));
        }
        return all;
    }

    /** A tree as it is read from YAML, untyped. */
    static Node yaml(String content) {
        return read(YamlFormat.INSTANCE, "sample.yaml", content);
    }

    static Node json(String content) {
        return read(JsonFormat.INSTANCE, "sample.json", content);
    }

    private static List<Path> files(SchemaKind kind) {
        try {
            Path folder =
                    Path.of(Sample.class.getResource("samples/" + kind.id()).toURI());
            try (Stream<Path> files = Files.list(folder)) {
                return files.sorted().toList();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Node read(Path file) {
        try {
            String name = file.getFileName().toString();
            Format format = name.endsWith(".json") ? JsonFormat.INSTANCE : YamlFormat.INSTANCE;
            return read(format, name, Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Node read(Format format, String name, String content) {
        Findings findings = new Findings();
        Node node = format.read(new SourceText(new SourcePath(name), content), findings)
                .orElseThrow();
        assertThat(findings.list()).isEmpty();
        return node;
    }
}
