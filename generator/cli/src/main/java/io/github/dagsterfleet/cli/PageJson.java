package io.github.dagsterfleet.cli;

import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.FindingPages;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Scalar;
import io.github.dagsterfleet.syntax.ScalarType;
import io.github.dagsterfleet.syntax.json.JsonFormat;
import io.github.dagsterfleet.text.SourcePath;
import io.github.dagsterfleet.text.SourceText;
import io.github.dagsterfleet.text.Span;

/** A text that is there already, for machines. */
final class PageJson {
    private static final Span NOWHERE = new SourceText(SourcePath.ROOT, "").whole();

    private PageJson() {}

    /** How the command is used. */
    static String page(String page) {
        return print(document().put("page", text(page)));
    }

    /** What a finding means. */
    static String page(FindingCode code) {
        return print(document()
                .put("code", text(code.id()))
                .put("severity", text(code.severity().word()))
                .put("headline", text(code.title()))
                .put("page", text(FindingPages.page(code))));
    }

    static String version(String version) {
        return print(document().put("version", text(version)));
    }

    private static Mapping.Builder document() {
        return Mapping.builder().put("format", new Scalar("1", ScalarType.INTEGER, NOWHERE));
    }

    private static Scalar text(String text) {
        return Scalar.string(text, NOWHERE);
    }

    private static String print(Mapping.Builder members) {
        return JsonFormat.INSTANCE.write(members.build(NOWHERE));
    }
}
