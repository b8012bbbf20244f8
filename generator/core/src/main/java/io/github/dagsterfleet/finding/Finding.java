package io.github.dagsterfleet.finding;

import io.github.dagsterfleet.secret.Redaction;
import io.github.dagsterfleet.text.Origin;
import io.github.dagsterfleet.text.SourcePath;
import io.github.dagsterfleet.text.Span;
import io.github.dagsterfleet.text.TextEdit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * One thing to tell the user. The message is one clause in lower case without a full stop; the label is two or three
 * words under the caret, or empty; each of the ways out is one imperative sentence.
 *
 * <p>The natural order is by file, then place, then code; what belongs to no file comes first.
 */
public record Finding(
        FindingCode code,
        Severity severity,
        String message,
        Site site,
        String label,
        List<Related> related,
        List<Help> ways,
        Optional<Judge> judge)
        implements Comparable<Finding> {
    private static final Comparator<Finding> ORDER = Comparator.<Finding, String>comparing(
                    finding -> finding.site.path().map(SourcePath::value).orElse(""))
            .thenComparingInt(finding ->
                    finding.site instanceof Site.InSpan in ? in.span().start() : -1)
            .thenComparing(Finding::code)
            .thenComparing(Finding::message);

    public Finding {
        message = Brief.of(message);
        label = Brief.of(label);
        related = List.copyOf(related);
        ways = List.copyOf(ways);
    }

    /** An error or a warning, as the code has it, at a stretch of a source file. */
    public static Finding at(FindingCode code, Origin origin, String message) {
        return new Finding(
                code,
                code.severity(),
                message,
                new Site.InSpan(origin.span()),
                "",
                List.of(),
                List.of(),
                Optional.empty());
    }

    /** A finding about a whole file. */
    public static Finding in(FindingCode code, SourcePath file, String message) {
        return new Finding(
                code, code.severity(), message, new Site.InFile(file), "", List.of(), List.of(), Optional.empty());
    }

    /** A finding about no file. */
    public static Finding of(FindingCode code, String message) {
        return new Finding(
                code, code.severity(), message, new Site.Nowhere(), "", List.of(), List.of(), Optional.empty());
    }

    /** The same in other words. */
    public Finding saying(String words) {
        return new Finding(code, severity, words, site, label, related, ways, judge);
    }

    /** The same with two or three words under the caret. */
    public Finding label(String words) {
        return new Finding(code, severity, message, site, words, related, ways, judge);
    }

    /** The same with one more place that took part. */
    public Finding note(String note, Origin origin) {
        return note(note, new Site.InSpan(origin.span()));
    }

    /** The same with one more place, or remark, that took part. */
    public Finding note(String note, Site where) {
        List<Related> more = new ArrayList<>(related);
        more.add(new Related(note, where));
        return new Finding(code, severity, message, site, label, more, ways, judge);
    }

    /** The same with one more sentence that says what to do. */
    public Finding help(String sentence) {
        return help(new Help(sentence, List.of()));
    }

    /** The same with a sentence that says the one right thing to do, and the edit that does it. */
    public Finding help(String sentence, TextEdit edit) {
        return help(sentence, List.of(edit));
    }

    /** The same with several edits that do it together, or none where a person has to do it. */
    public Finding help(String sentence, List<TextEdit> edits) {
        return help(new Help(sentence, edits));
    }

    private Finding help(Help one) {
        List<Help> more = new ArrayList<>(ways);
        more.add(one);
        return new Finding(code, severity, message, site, label, related, more, judge);
    }

    /** The sentences that say what to do. */
    public List<String> help() {
        return ways.stream().map(Help::sentence).toList();
    }

    /** What a machine may do about it. */
    public Optional<Help> fix() {
        return ways.stream().filter(Help::isFix).findFirst();
    }

    /** The same, told to be what this judge refuses. */
    public Finding by(Judge refuser) {
        return new Finding(code, severity, message, site, label, related, ways, Optional.of(refuser));
    }

    /** The same, as no reason to fail. */
    public Finding asWarning() {
        return new Finding(code, Severity.WARNING, message, site, label, related, ways, judge);
    }

    /** The same, as a reason to fail. */
    public Finding asError() {
        return new Finding(code, Severity.ERROR, message, site, label, related, ways, judge);
    }

    /** All of them without any secret, in the same order. */
    public static List<Finding> redacted(List<Finding> findings, Redaction redaction) {
        return findings.stream().map(finding -> finding.redacted(redaction)).toList();
    }

    /** The same without any secret, for whoever prints it. */
    public Finding redacted(Redaction redaction) {
        return new Finding(
                code,
                severity,
                redaction.of(message),
                site.redacted(redaction),
                redaction.of(label),
                related.stream().map(note -> note.redacted(redaction)).toList(),
                ways.stream().map(way -> way.redacted(redaction)).toList(),
                judge);
    }

    /** The same with other names for its places. The edits of a fix stay those of the files that were read. */
    public Finding placed(UnaryOperator<Span> place) {
        return new Finding(
                code,
                severity,
                message,
                site.placed(place),
                label,
                related.stream().map(note -> note.placed(place)).toList(),
                ways,
                judge);
    }

    /** The mistake itself, whichever target shows it. */
    Finding withoutNotes() {
        return related.isEmpty() ? this : new Finding(code, severity, message, site, label, List.of(), ways, judge);
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }

    @Override
    public int compareTo(Finding other) {
        return ORDER.compare(this, other);
    }
}
