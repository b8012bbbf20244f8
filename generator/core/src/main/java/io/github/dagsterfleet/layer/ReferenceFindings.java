package io.github.dagsterfleet.layer;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Names;
import io.github.dagsterfleet.finding.Site;
import io.github.dagsterfleet.finding.Suggestions;
import io.github.dagsterfleet.layer.References.Reference;
import io.github.dagsterfleet.layer.References.Scope;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.syntax.Scalar;
import io.github.dagsterfleet.text.SourcePath;
import io.github.dagsterfleet.text.Span;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/** What is wrong with references, in the user's words. */
final class ReferenceFindings {
    private static final String VARS = "vars.";

    private ReferenceFindings() {}

    static Finding notClosed(Scalar in, String rest) {
        return Finding.at(FindingCode.LAYER_REFERENCE_SYNTAX, place(in, rest), "a reference is not closed")
                .label("no `}`")
                .help("add the `}`, or write `$${` for the characters themselves");
    }

    static Finding notAName(Scalar in, String written) {
        return Finding.at(
                        FindingCode.LAYER_REFERENCE_SYNTAX,
                        place(in, written),
                        "`" + written + "` does not hold a name")
                .label("not a name")
                .help("write words joined by dots, such as `${repo.name}`, or `$${` for the characters themselves");
    }

    static Finding unknown(Reference reference, Scope scope) {
        Span place = place(reference);
        Finding finding = Finding.at(
                        FindingCode.LAYER_UNKNOWN_REFERENCE, place, "`" + written(reference) + "` names nothing")
                .label("unknown name");
        if (!place.path().equals(scope.file())) {
            finding = finding.note("nothing here gives it a value", new Site.InFile(scope.file()));
        }
        List<String> nearest = Suggestions.nearest(reference.name(), scope.names());
        if (!nearest.isEmpty()) {
            return finding.help("write " + Names.choice(written(nearest)));
        }
        if (reference.name().startsWith(VARS)) {
            return finding.help("set `" + reference.name().substring(VARS.length()) + "` below `vars`");
        }
        List<String> fixed =
                scope.names().stream().filter(name -> !name.startsWith(VARS)).toList();
        return finding.help(
                "write " + Names.choice(written(fixed)) + ", or set a variable `x` below `vars` and write `${vars.x}`");
    }

    private static List<String> written(List<String> names) {
        return names.stream().map(name -> "${" + name + "}").toList();
    }

    /** The name is right, and the file that should say what it stands for does not. */
    static Finding missing(Reference reference, SourcePath file) {
        String key = reference.name().substring(reference.name().lastIndexOf('.') + 1);
        return Finding.in(
                        FindingCode.SCHEMA_MISSING_KEY,
                        file,
                        "`" + key + "` is missing, and `" + written(reference) + "` needs it")
                .note("it is needed here", place(reference))
                .help("add `" + key + ": …` to " + file);
    }

    static Finding notAText(Reference reference, Node value) {
        return Finding.at(
                        FindingCode.LAYER_REFERENCE_KIND,
                        place(reference),
                        "`" + written(reference) + "` is " + value.kind() + ", which cannot stand inside of a text")
                .label(value.kind())
                .note("it comes from here", value.span())
                .help("let the reference stand alone, or name a text");
    }

    /**
     * @param circle each reference stands in the value of the one before, the first in that of the last. Told from the
     *     same reference on, whichever was met first.
     */
    static Finding cycle(List<Reference> circle) {
        Reference first = Collections.min(circle, Comparator.comparing(ReferenceFindings::place));
        Collections.rotate(circle, -circle.indexOf(first));
        StringBuilder names = new StringBuilder();
        circle.forEach(step -> names.append(step.name()).append(" → "));
        Finding finding = Finding.at(
                        FindingCode.LAYER_REFERENCE_CYCLE,
                        place(first),
                        "references lead in a circle: `" + names + first.name() + "`")
                .label("leads back here");
        for (Reference step : circle.subList(1, circle.size())) {
            finding = finding.note("then `" + written(step) + "`", place(step));
        }
        return finding.help("write one of these values without a reference");
    }

    private static String written(Reference reference) {
        return "${" + reference.name() + "}";
    }

    private static Span place(Reference reference) {
        return place(reference.in(), written(reference));
    }

    /** Where the characters stand in the source; the whole scalar when they are written in another way there. */
    private static Span place(Scalar in, String written) {
        Span whole = in.span();
        int at = whole.content().indexOf(written);
        return at < 0 ? whole : whole.text().span(whole.start() + at, whole.start() + at + written.length());
    }
}
