package io.github.dagsterfleet.syntax.yaml;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.text.SourceText;
import io.github.dagsterfleet.text.Span;

/** What YAML allows and the dialect does not, and why. Reading goes on after each of these. */
final class DialectFindings {
    private final SourceText text;
    private final Findings findings;
    /** The line of the last merge key; none is 0. */
    private int mergeLine;

    DialectFindings(SourceText text, Findings findings) {
        this.text = text;
        this.findings = findings;
    }

    /** Reports the anchors and tags between {@code start} and {@code end}; where what they belong to begins. */
    int skipProperties(int start, int end) {
        String content = text.content();
        int at = start;
        while (at < end && (content.charAt(at) == '&' || content.charAt(at) == '!')) {
            int stop = at;
            while (stop < end && !Characters.isSpace(content.charAt(stop))) {
                stop++;
            }
            Span property = text.span(at, stop);
            if (content.charAt(at) == '&') {
                anchor(property);
            } else {
                tag(property);
            }
            at = skipSpaceAndComments(stop, end);
        }
        return at;
    }

    private int skipSpaceAndComments(int start, int end) {
        String content = text.content();
        int at = start;
        while (at < end && (Characters.isSpace(content.charAt(at)) || content.charAt(at) == '#')) {
            if (content.charAt(at) == '#') {
                int feed = content.indexOf('\n', at);
                at = feed < 0 || feed > end ? end : feed;
            } else {
                at++;
            }
        }
        return at;
    }

    private void anchor(Span anchor) {
        findings.add(Finding.at(
                        FindingCode.SYNTAX_ANCHOR,
                        anchor,
                        "the anchor `" + anchor.content() + "` would hide where values come from")
                .label("anchor")
                .help("write the value at each place, or move it to a layer that they share"));
    }

    /** What is merged is an alias, and told by its merge key. */
    void alias(Span alias) {
        if (alias.line() == mergeLine) {
            return;
        }
        findings.add(Finding.at(
                        FindingCode.SYNTAX_ANCHOR,
                        alias,
                        "the alias `" + alias.content() + "` would hide where its value comes from")
                .label("alias")
                .help("write the value out here, or move it to a layer that both places share"));
    }

    void mergeKey(Span key) {
        mergeLine = key.line();
        findings.add(Finding.at(FindingCode.SYNTAX_ANCHOR, key, "the merge key `<<` would hide where keys come from")
                .label("merge key")
                .help("write the keys out here, or move them to a layer that both places share"));
    }

    private void tag(Span tag) {
        findings.add(Finding.at(
                        FindingCode.SYNTAX_TAG,
                        tag,
                        "the tag `" + tag.content() + "` sets a type, which only the schema does")
                .label("tag")
                .help("remove the tag, and put the value in quotes when it is a text"));
    }

    void missingKey(int offset) {
        findings.add(
                Finding.at(FindingCode.SYNTAX_COMPLEX_KEY, text.span(offset, offset), "a value stands without a key")
                        .label("no key")
                        .help("write a name before the `:`"));
    }

    /** {@code offset} is where its content begins; shown is the {@code ---} before it. */
    void secondDocument(int offset) {
        int marker = Math.max(0, text.content().lastIndexOf("---", offset));
        Span place = marker + 3 <= offset ? text.span(marker, marker + 3) : text.span(offset, offset);
        findings.add(Finding.at(
                        FindingCode.SYNTAX_SECOND_DOCUMENT, place, "a second document begins, which nothing would read")
                .label("second document")
                .help("move it to a file of its own, or remove it"));
    }
}
