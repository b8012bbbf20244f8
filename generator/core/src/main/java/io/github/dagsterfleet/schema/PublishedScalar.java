package io.github.dagsterfleet.schema;

import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.syntax.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Writes the authored schema of a scalar as a validator must see it to accept what {@link ScalarTyping} accepts. */
final class PublishedScalar {
    private static final String SOME_REFERENCE = "\\$\\{";
    private static final String ONE_REFERENCE = "^\\$\\{[^}]*\\}$";

    private final Reading reading;
    private final SchemaNodes nodes;

    PublishedScalar(Reading reading, SchemaNodes nodes) {
        this.reading = reading;
        this.nodes = nodes;
    }

    /** Adds type and limits. */
    void describe(Mapping schema, Mapping.Builder out) {
        Optional<Node> allowed = schema.get("enum");
        if (allowed.isPresent()) {
            allowed(allowed.get(), out);
        } else if (schema.text("type").filter("string"::equals).isPresent()) {
            text(schema.text("pattern"), out);
            // Editors show this in place of the pattern; validators pass over it.
            schema.text("x-words")
                    .ifPresent(words -> out.put("patternErrorMessage", nodes.text("This is not " + words + ".")));
        } else if (schema.sequence("type").isPresent()) {
            out.put("type", schema.sequence("type").get());
        } else {
            other(schema, out);
        }
    }

    private void allowed(Node allowed, Mapping.Builder out) {
        if (!reading.takesReferences()) {
            out.put("enum", allowed);
            return;
        }
        Mapping.Builder reference =
                Mapping.builder().put("type", nodes.text("string")).put("pattern", nodes.text(SOME_REFERENCE));
        out.put("anyOf", nodes.list(List.of(nodes.only("enum", allowed), nodes.build(reference))));
    }

    private void text(Optional<String> pattern, Mapping.Builder out) {
        List<String> types = new ArrayList<>(List.of("string"));
        boolean negative = true;
        if (reading.takesPlainTexts()) {
            Plain plain = pattern.map(Plain::of).orElse(Plain.ALL);
            plain.numberType().ifPresent(types::add);
            if (plain.booleans()) {
                types.add("boolean");
            }
            negative = plain.negative() || plain.numberType().isEmpty();
        }
        out.put("type", types.size() == 1 ? nodes.text("string") : nodes.texts(types));
        pattern.ifPresent(
                form -> out.put("pattern", nodes.text(reading.takesReferences() ? form + "|" + SOME_REFERENCE : form)));
        if (!negative) {
            out.put("minimum", nodes.number(0));
        }
    }

    private void other(Mapping schema, Mapping.Builder out) {
        Scalar type = schema.scalar("type").orElseThrow();
        out.put("type", reading.takesReferences() ? nodes.list(List.of(type, nodes.text("string"))) : type);
        for (String limit : List.of("const", "minimum", "maximum")) {
            schema.get(limit).ifPresent(value -> out.put(limit, value));
        }
        if (reading.takesReferences()) {
            out.put("pattern", nodes.text(ONE_REFERENCE));
        }
    }

    /**
     * Which plain scalars are texts of a form. A validator sees a number where we see the digits written, so the form is
     * tried on samples.
     */
    private record Plain(boolean booleans, boolean whole, boolean fractions, boolean negative) {
        static final Plain ALL = new Plain(true, true, true, true);

        static Plain of(String pattern) {
            Pattern form = Pattern.compile(pattern);
            return new Plain(
                    takes(form, "true", "false"),
                    takes(form, "0", "7", "10", "2026"),
                    takes(form, "0.5", "1.10"),
                    takes(form, "-1"));
        }

        private static boolean takes(Pattern form, String... samples) {
            for (String sample : samples) {
                if (!form.matcher(sample).matches()) {
                    return false;
                }
            }
            return true;
        }

        Optional<String> numberType() {
            return whole ? Optional.of(fractions ? "number" : "integer") : Optional.empty();
        }
    }
}
