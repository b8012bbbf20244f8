package io.github.dagsterfleet.finding.report;

import static io.github.dagsterfleet.finding.report.JsonText.array;
import static io.github.dagsterfleet.finding.report.JsonText.lines;
import static io.github.dagsterfleet.finding.report.JsonText.member;
import static io.github.dagsterfleet.finding.report.JsonText.object;
import static io.github.dagsterfleet.finding.report.JsonText.quoted;
import static io.github.dagsterfleet.finding.report.JsonText.visible;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.FindingPages;
import io.github.dagsterfleet.finding.Help;
import io.github.dagsterfleet.finding.Related;
import io.github.dagsterfleet.finding.Site;
import io.github.dagsterfleet.text.SourcePath;
import io.github.dagsterfleet.text.Span;
import io.github.dagsterfleet.text.TextEdit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * Findings as SARIF 2.1.0. A finding of a file is a result; one of no file, such as a wrong name on the command line, is a
 * notification of the run, because readers want a place for each result.
 */
public final class SarifReport {
    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
    /** The root of the checkout, as GitHub and others call it. */
    private static final String ROOT = "%SRCROOT%";

    private static final String FINGERPRINT = "dagsterFleetKeys/v1";

    private final String version;
    private final SourcePath workspace;

    /**
     * @param version of this tool
     * @param workspace where in the checkout the names of files begin
     */
    public SarifReport(String version, SourcePath workspace) {
        this.version = version;
        this.workspace = workspace;
    }

    /**
     * One document, with a line for each rule and each result.
     *
     * @param waived results like the others, suppressed for the reason given
     */
    public String print(Collection<Finding> findings, Collection<WaivedFinding> waived) {
        List<Finding> sorted = findings.stream().distinct().sorted().toList();
        List<FindingCode> codes = Stream.concat(sorted.stream(), waived.stream().map(WaivedFinding::finding))
                .map(Finding::code)
                .distinct()
                .sorted()
                .toList();
        Fingerprints fingerprints = new Fingerprints();
        List<String> results = new ArrayList<>();
        List<String> notifications = new ArrayList<>();
        for (Finding finding : sorted) {
            if (finding.site().path().isPresent()) {
                results.add(result(finding, "", codes.indexOf(finding.code()), fingerprints));
            } else {
                notifications.add(notification(finding, codes.indexOf(finding.code())));
            }
        }
        for (WaivedFinding one : waived) {
            results.add(result(
                    one.finding(), suppression(one), codes.indexOf(one.finding().code()), fingerprints));
        }
        return """
                {
                  "$schema": %s,
                  "version": "2.1.0",
                  "runs": [
                    {
                      "tool": {
                        "driver": {
                          "name": "dagster-fleet",
                          "version": %s,
                          "rules": %s
                        }
                      },
                      "originalUriBaseIds": {%s},
                      "columnKind": "unicodeCodePoints",
                      "invocations": [{"executionSuccessful": %s, "toolExecutionNotifications": %s}],
                      "results": %s
                    }
                  ]
                }
                """
                .formatted(
                        quoted(SCHEMA),
                        quoted(version),
                        lines(codes.stream().map(SarifReport::rule).toList(), 10),
                        member(ROOT, object(member("description", message("the root of the checkout")))),
                        notifications.isEmpty(),
                        array(notifications),
                        lines(results, 6));
    }

    private static String rule(FindingCode code) {
        String page = FindingPages.page(code);
        return object(
                member("id", quoted(code.id())),
                member("shortDescription", message(code.title())),
                member("help", object(member("text", quoted(firstParagraph(page))), member("markdown", quoted(page)))),
                member(
                        "defaultConfiguration",
                        object(member("level", quoted(code.severity().word())))));
    }

    /** What stands below the heading. */
    private static String firstParagraph(String page) {
        String[] paragraphs = page.split("\n\n", 3);
        return paragraphs[1].strip();
    }

    private String result(Finding finding, String suppression, int rule, Fingerprints fingerprints) {
        return object(List.of(
                member("ruleId", quoted(finding.code().id())),
                member("ruleIndex", Integer.toString(rule)),
                member("level", quoted(finding.severity().word())),
                member("message", message(words(finding))),
                member("locations", array(List.of(object(physical(finding.site()))))),
                related(finding),
                member("partialFingerprints", object(member(FINGERPRINT, quoted(fingerprints.next(finding))))),
                fixes(finding),
                suppression));
    }

    /** It stands in a file of its own, not at the place that it lets through. */
    private static String suppression(WaivedFinding waived) {
        String reason =
                waived.reason() + " (" + waived.owner() + " answers for it, until " + waived.until() + " included)";
        return member(
                "suppressions",
                array(List.of(object(
                        member("kind", quoted("external")),
                        member("status", quoted("accepted")),
                        member("justification", visible(reason))))));
    }

    private static String notification(Finding finding, int rule) {
        return object(
                member("level", quoted(finding.severity().word())),
                member("message", message(words(finding))),
                member(
                        "associatedRule",
                        object(member("id", quoted(finding.code().id())), member("index", Integer.toString(rule)))));
    }

    /** What to do is a part of the message, since SARIF has no place for it. */
    private static String words(Finding finding) {
        return finding.message()
                + finding.help().stream().map(sentence -> "; " + sentence).reduce("", String::concat);
    }

    private String related(Finding finding) {
        List<String> places = new ArrayList<>();
        for (Related note : finding.related()) {
            if (note.site().path().isPresent()) {
                places.add(object(
                        member("id", Integer.toString(places.size() + 1)),
                        physical(note.site()),
                        member("message", message(note.message()))));
            }
        }
        return places.isEmpty() ? "" : member("relatedLocations", array(places));
    }

    private String physical(Site site) {
        String file = site.path().map(this::artifact).orElseThrow();
        return site instanceof Site.InSpan in
                ? member("physicalLocation", object(file, region("region", in.span())))
                : member("physicalLocation", object(file));
    }

    private String artifact(SourcePath path) {
        return member(
                "artifactLocation",
                object(
                        member("uri", quoted(FileUri.of(workspace.resolve(path.value())))),
                        member("uriBaseId", quoted(ROOT))));
    }

    private static String region(String name, Span span) {
        return member(
                name,
                object(
                        member("startLine", Integer.toString(span.line())),
                        member("startColumn", Integer.toString(span.column())),
                        member("endLine", Integer.toString(span.endLine())),
                        member("endColumn", Integer.toString(span.endColumn()))));
    }

    private String fixes(Finding finding) {
        List<String> fixes =
                finding.ways().stream().filter(Help::isFix).map(this::fix).toList();
        return fixes.isEmpty() ? "" : member("fixes", array(fixes));
    }

    private String fix(Help fix) {
        return object(
                member("description", message(fix.sentence())),
                member(
                        "artifactChanges",
                        array(List.of(object(
                                artifact(fix.edits().get(0).span().path()),
                                member(
                                        "replacements",
                                        array(fix.edits().stream()
                                                .map(SarifReport::replacement)
                                                .toList())))))));
    }

    private static String replacement(TextEdit edit) {
        return object(
                region("deletedRegion", edit.span()),
                member("insertedContent", object(member("text", quoted(edit.replacement())))));
    }

    private static String message(String text) {
        return object(member("text", visible(text)));
    }
}
