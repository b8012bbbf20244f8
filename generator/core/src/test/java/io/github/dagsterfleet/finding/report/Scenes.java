package io.github.dagsterfleet.finding.report;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Site;
import io.github.dagsterfleet.text.SourcePath;
import io.github.dagsterfleet.text.SourceText;
import io.github.dagsterfleet.text.TextEdit;
import java.util.List;

/** Findings as the reports of this package have to print them. */
final class Scenes {
    static final String FILE =
            """
            locations:
              - location_name: on
                image: "😀" # ok
                code_sorce: {}
            """;

    private Scenes() {}

    static SourceText text(String path, String content) {
        return new SourceText(new SourcePath(path), content);
    }

    /** At the first place of these characters. */
    static Finding at(SourceText text, String characters) {
        int start = text.content().indexOf(characters);
        return Finding.at(
                FindingCode.SCHEMA_TYPE, text.span(start, start + characters.length()), "wrong `" + characters + "`");
    }

    /** One of each kind: with an edit and a note, behind an emoji, of a file, of none. */
    static List<Finding> ofEveryKind() {
        SourceText text = text("team a/dagster_cloud.yaml", FILE);
        Finding fixable = at(text, "on\n");
        int value = FILE.indexOf("on\n");
        Finding note = at(text, "code_sorce");
        return List.of(
                fixable.note("named here", note.site())
                        .note("a remark", new Site.Nowhere())
                        .help("put it in quotes: `\"on\"`", new TextEdit(text.span(value, value + 2), "\"on\"")),
                at(text, "# ok").asWarning(),
                Finding.in(FindingCode.CHANGE_DRIFT, new SourcePath("b.yaml"), "drifts\u202e"),
                Finding.of(FindingCode.USAGE_UNKNOWN_REPO, "there is no repo `a\u001bb`"));
    }
}
