package io.github.dagsterfleet.schema;

import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.json.JsonFormat;
import io.github.dagsterfleet.text.SourcePath;
import io.github.dagsterfleet.text.SourceText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The {@code $defs} of the schemas that lie beside this class. */
final class Definitions {
    private static final String REFERENCE = "#/$defs/";

    private Definitions() {}

    /** What every document looks like. */
    static Mapping ofDocuments() {
        return read("definitions.schema.json");
    }

    /** What Kubernetes objects look like. */
    static Mapping ofKubernetes() {
        return read("kubernetes.schema.json");
    }

    /** What operators look like. */
    static Mapping ofOperators() {
        return read("operators.schema.json");
    }

    /** The {@code $ref} to a definition. */
    static String reference(String name) {
        return REFERENCE + name;
    }

    /** The name of the definition that a {@code $ref} leads to. */
    static String referred(String reference) {
        if (!reference.startsWith(REFERENCE)) {
            throw new IllegalStateException(reference + ": leads out of the definitions");
        }
        return reference.substring(REFERENCE.length());
    }

    private static Mapping read(String resource) {
        try (InputStream in = Definitions.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is missing from the jar");
            }
            SourceText text =
                    new SourceText(new SourcePath(resource), new String(in.readAllBytes(), StandardCharsets.UTF_8));
            Findings findings = new Findings();
            return JsonFormat.INSTANCE
                    .read(text, findings)
                    .flatMap(root -> root instanceof Mapping schema ? schema.mapping("$defs") : Optional.empty())
                    .filter(defs -> !findings.hasErrors())
                    .orElseThrow(() -> new IllegalStateException(resource + ": " + findings.list()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
