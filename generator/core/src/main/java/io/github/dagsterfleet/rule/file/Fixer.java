package io.github.dagsterfleet.rule.file;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.finding.Help;
import io.github.dagsterfleet.finding.Site;
import io.github.dagsterfleet.source.SourceFile;
import io.github.dagsterfleet.source.TextDecoder;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.text.SourceText;
import io.github.dagsterfleet.text.Span;
import io.github.dagsterfleet.text.TextEdit;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Mends a file by the edits that its findings carry, and by nothing else, so that comments and layout stay. All or nothing:
 * the result is read again, and unless it says exactly what the edits mean, and nothing is wrong with it that was not wrong
 * before, the file stays as it is.
 */
public final class Fixer {
    /** A key that is renamed may show what is wrong below it; nothing lies deeper than this in practice. */
    private static final int MOST_ROUNDS = 10;

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final Validator validator;

    public Fixer(Validator validator) {
        this.validator = validator;
    }

    /** Writes nothing: says what the file is to be. {@code named} as for {@link Validator#validate}. */
    public FixOutcome fix(SourceFile file, DagsterFile kind, boolean named) {
        Findings findings = new Findings();
        boolean looked = validator.validate(file, kind, named, findings);
        List<Finding> before = findings.sorted();
        List<Finding> left = before;
        SourceFile mended = file;
        List<AppliedFix> fixed = new ArrayList<>();
        for (int round = 0; round < MOST_ROUNDS; round++) {
            List<AppliedFix> chosen = apart(left);
            if (chosen.isEmpty()) {
                break;
            }
            SourceFile next = applied(chosen, mended);
            if (!isAsMeant(chosen, next, kind)) {
                return refused(looked, before, "something else in the file would change its meaning");
            }
            Findings after = new Findings();
            validator.validate(next, kind, named, after);
            fixed.addAll(chosen);
            left = after.sorted();
            mended = next;
        }
        Optional<String> worse = worse(before, fixed, left);
        if (worse.isPresent()) {
            return refused(looked, before, worse.get());
        }
        return fixed.isEmpty()
                ? FixOutcome.none(looked, before)
                : new FixOutcome(looked, left, fixed, Optional.of(mended));
    }

    /** The fixes of these findings whose edits do not touch each other; those left out come in the next round. */
    private static List<AppliedFix> apart(List<Finding> findings) {
        List<AppliedFix> chosen = new ArrayList<>();
        TreeMap<Integer, Integer> taken = new TreeMap<>();
        for (Finding finding : findings) {
            Optional<Help> fix = finding.fix();
            if (fix.isPresent() && finding.site() instanceof Site.InSpan in) {
                List<TextEdit> edits = fix.get().edits();
                if (edits.stream().noneMatch(edit -> touches(edit.span(), taken))) {
                    chosen.add(new AppliedFix(finding, fix.get(), in.span()));
                    edits.forEach(
                            edit -> taken.put(edit.span().start(), edit.span().end()));
                }
            }
        }
        return chosen;
    }

    /** @param taken stretches that do not touch each other, each end by its start */
    private static boolean touches(Span span, NavigableMap<Integer, Integer> taken) {
        Map.Entry<Integer, Integer> before = taken.floorEntry(span.end());
        return before != null && before.getValue() >= span.start();
    }

    private static SourceFile applied(List<AppliedFix> chosen, SourceFile file) {
        SourceText text = text(chosen);
        List<TextEdit> edits =
                chosen.stream().flatMap(fixed -> fixed.help().edits().stream()).toList();
        byte[] content = TextEdit.apply(text, edits).getBytes(StandardCharsets.UTF_8);
        return new SourceFile(file.path(), startsWithMark(file.bytes()) ? marked(content) : content);
    }

    private static SourceText text(List<AppliedFix> chosen) {
        return chosen.get(0).help().edits().get(0).span().text();
    }

    private static boolean startsWithMark(byte[] bytes) {
        return bytes.length >= 3
                && bytes[0] == BYTE_ORDER_MARK[0]
                && bytes[1] == BYTE_ORDER_MARK[1]
                && bytes[2] == BYTE_ORDER_MARK[2];
    }

    private static byte[] marked(byte[] content) {
        byte[] both = new byte[BYTE_ORDER_MARK.length + content.length];
        System.arraycopy(BYTE_ORDER_MARK, 0, both, 0, BYTE_ORDER_MARK.length);
        System.arraycopy(content, 0, both, BYTE_ORDER_MARK.length, content.length);
        return both;
    }

    private static boolean isAsMeant(List<AppliedFix> chosen, SourceFile next, DagsterFile kind) {
        Optional<Node> before = kind.read(text(chosen), new Findings());
        Optional<Node> after =
                TextDecoder.decode(next, new Findings()).flatMap(text -> kind.read(text, new Findings()));
        List<List<TextEdit>> fixes =
                chosen.stream().map(fixed -> fixed.help().edits()).toList();
        return before.isPresent() && after.equals(before.map(tree -> ExpectedTree.tree(tree, fixes)));
    }

    /** What would be wrong that was not wrong before; what was mended must not show again. */
    private static Optional<String> worse(List<Finding> before, List<AppliedFix> fixed, List<Finding> left) {
        Map<String, Integer> known = new HashMap<>();
        before.forEach(finding -> known.merge(words(finding), 1, Integer::sum));
        fixed.forEach(done -> known.merge(words(done.finding()), -1, Integer::sum));
        return left.stream()
                .map(Fixer::words)
                .filter(words -> known.merge(words, -1, Integer::sum) < 0)
                .findFirst();
    }

    private static String words(Finding finding) {
        return "then this would be found: " + finding.message();
    }

    private static FixOutcome refused(boolean looked, List<Finding> before, String why) {
        return FixOutcome.none(looked, FixOutcome.unfixed(before, why));
    }
}
