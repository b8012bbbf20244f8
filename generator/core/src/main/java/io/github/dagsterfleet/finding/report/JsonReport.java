package io.github.dagsterfleet.finding.report;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.Help;
import io.github.dagsterfleet.finding.Related;
import io.github.dagsterfleet.finding.Site;
import io.github.dagsterfleet.text.Span;
import io.github.dagsterfleet.text.TextEdit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Findings for machines, format 1. A place without a file has {@code null} for file, line and column, a whole file has
 * {@code null} for the latter two. Members are in a fixed order, one finding or change a line.
 */
public final class JsonReport {
    private static final String SEPARATOR = ",\n    ";

    private final StringBuilder out = new StringBuilder("{\n  \"format\": 1");

    /** Begins with all findings, sorted, each once. */
    public JsonReport(Collection<Finding> findings) {
        list(
                "findings",
                findings.stream().distinct().sorted().map(JsonReport::finding).toList());
    }

    /** Adds what is let through, in the order given. */
    public JsonReport waived(Collection<WaivedFinding> waived) {
        list("waived", waived.stream().map(JsonReport::waived).toList());
        return this;
    }

    /** What happened, or would happen, to a file. */
    public record Change(String path, String kind) {}

    /** Adds the changes, in the order given. */
    public JsonReport changes(Collection<Change> changes) {
        list("changes", changes.stream().map(JsonReport::change).toList());
        return this;
    }

    /** What was mended, and where it stood. */
    public record Done(Span place, Finding finding, String help) {}

    /** Adds what was mended, in the order given. */
    public JsonReport fixed(Collection<Done> done) {
        list("fixed", done.stream().map(JsonReport::done).toList());
        return this;
    }

    private static String done(Done done) {
        return "{\"code\": " + JsonText.quoted(done.finding().code().id())
                + ", \"message\": " + JsonText.quoted(done.finding().message())
                + place(new Site.InSpan(done.place()))
                + ", \"help\": " + JsonText.quoted(done.help()) + "}";
    }

    /** What is done, or left alone, about a variable; its value is nobody's business. */
    public record Variable(String name, List<String> locations, String action, boolean isDone) {}

    /** Adds variables, in the order given. */
    public JsonReport variables(Collection<Variable> variables) {
        list("variables", variables.stream().map(JsonReport::variable).toList());
        return this;
    }

    private static String variable(Variable variable) {
        return "{\"name\": " + JsonText.quoted(variable.name())
                + ", \"locations\": "
                + JsonText.array(
                        variable.locations().stream().map(JsonText::quoted).toList())
                + ", \"action\": " + JsonText.quoted(variable.action())
                + ", \"done\": " + variable.isDone() + "}";
    }

    /**
     * A repo in an environment that another version of dagster-fleet would change.
     *
     * @param release a whole commit id
     * @param from the version that made the files
     */
    public record ToolChange(
            String repo, String environment, String release, String from, String to, List<String> files) {}

    /** Adds what another version would change, in the order given. */
    public JsonReport toolChanges(Collection<ToolChange> changes) {
        list("tool_changes", changes.stream().map(JsonReport::toolChange).toList());
        return this;
    }

    private static String toolChange(ToolChange change) {
        return "{\"repo\": " + JsonText.quoted(change.repo())
                + ", \"environment\": " + JsonText.quoted(change.environment())
                + ", \"release\": " + JsonText.quoted(change.release())
                + ", \"from\": " + JsonText.quoted(change.from())
                + ", \"to\": " + JsonText.quoted(change.to())
                + ", \"files\": "
                + JsonText.array(change.files().stream().map(JsonText::quoted).toList()) + "}";
    }

    /**
     * The repos that change in an environment without a promotion.
     *
     * @param limit how many may without a reason
     */
    public record LiveChange(
            String environment, List<String> repos, Optional<Integer> limit, Optional<String> reason) {}

    /** Adds what changes without a promotion, in the order given. */
    public JsonReport live(Collection<LiveChange> changes) {
        list("live", changes.stream().map(JsonReport::liveChange).toList());
        return this;
    }

    private static String liveChange(LiveChange change) {
        return "{\"environment\": " + JsonText.quoted(change.environment())
                + ", \"repos\": "
                + JsonText.array(change.repos().stream().map(JsonText::quoted).toList())
                + ", \"limit\": " + change.limit().map(Object::toString).orElse("null")
                + ", \"reason\": " + change.reason().map(JsonText::quoted).orElse("null") + "}";
    }

    /** The answer to one question that a promotion depends on. */
    public record Answer(String gate, String verdict, String words) {}

    /**
     * A repo on its way to another release, each a whole commit id.
     *
     * @param image what ran, or is to run, with the release that it moves to
     */
    public record Move(
            String repo,
            String environment,
            Optional<String> from,
            Optional<String> to,
            Optional<String> image,
            String outcome,
            List<Answer> gates) {}

    /** Adds moves, in the order given. */
    public JsonReport moves(Collection<Move> moves) {
        list("moves", moves.stream().map(JsonReport::move).toList());
        return this;
    }

    private static String move(Move move) {
        return "{\"repo\": " + JsonText.quoted(move.repo())
                + ", \"environment\": " + JsonText.quoted(move.environment())
                + ", \"from\": " + move.from().map(JsonText::quoted).orElse("null")
                + ", \"to\": " + move.to().map(JsonText::quoted).orElse("null")
                + ", \"image\": " + move.image().map(JsonText::quoted).orElse("null")
                + ", \"outcome\": " + JsonText.quoted(move.outcome())
                + ", \"gates\": "
                + JsonText.array(move.gates().stream().map(JsonReport::answer).toList()) + "}";
    }

    private static String answer(Answer answer) {
        return "{\"gate\": " + JsonText.quoted(answer.gate())
                + ", \"verdict\": " + JsonText.quoted(answer.verdict())
                + ", \"words\": " + JsonText.quoted(answer.words()) + "}";
    }

    /** Adds texts under a name, in the order given. */
    public JsonReport texts(String name, Collection<String> texts) {
        list(name, texts.stream().map(JsonText::quoted).toList());
        return this;
    }

    /** A value that was one thing and is another, in some repos; either side may have none. */
    public record Value(
            Optional<String> before, Optional<String> after, Optional<LineCounts> lines, List<String> repos) {}

    /** How many lines came and went. */
    public record LineCounts(int added, int removed) {}

    /** What two sides have differently, at one place and for one reason. */
    public record Difference(
            String category,
            String sign,
            String subject,
            Optional<Span> cause,
            List<String> environments,
            List<String> repos,
            List<Value> values) {}

    /** Adds differences, in the order given. */
    public JsonReport differences(Collection<Difference> differences) {
        list("differences", differences.stream().map(JsonReport::difference).toList());
        return this;
    }

    private static String difference(Difference one) {
        return "{\"category\": " + JsonText.quoted(one.category())
                + ", \"sign\": " + JsonText.quoted(one.sign())
                + ", \"subject\": " + JsonText.quoted(one.subject())
                + one.cause()
                        .map(cause -> place(new Site.InSpan(cause)))
                        .orElse(", \"file\": null, \"line\": null, \"column\": null")
                + ", \"environments\": " + texts(one.environments())
                + ", \"repos\": " + texts(one.repos())
                + ", \"values\": "
                + JsonText.array(one.values().stream().map(JsonReport::value).toList()) + "}";
    }

    private static String value(Value value) {
        List<String> members = new ArrayList<>();
        value.before().ifPresent(was -> members.add(JsonText.member("before", JsonText.quoted(was))));
        value.after().ifPresent(is -> members.add(JsonText.member("after", JsonText.quoted(is))));
        value.lines()
                .ifPresent(lines -> members.add("\"added\": " + lines.added() + ", \"removed\": " + lines.removed()));
        members.add(JsonText.member("repos", texts(value.repos())));
        return JsonText.object(members);
    }

    private static String texts(List<String> texts) {
        return JsonText.array(texts.stream().map(JsonText::quoted).toList());
    }

    /** Adds counts by name, in the order of the map. */
    public JsonReport summary(Map<String, Integer> counts) {
        out.append(",\n  \"summary\": {");
        String before = "";
        for (Map.Entry<String, Integer> count : counts.entrySet()) {
            out.append(before)
                    .append(JsonText.quoted(count.getKey()))
                    .append(": ")
                    .append(count.getValue());
            before = ", ";
        }
        out.append('}');
        return this;
    }

    /** The whole document, with a line feed at the end. */
    public String text() {
        return out + "\n}\n";
    }

    private void list(String name, List<String> items) {
        out.append(",\n  ").append(JsonText.quoted(name)).append(": [");
        if (!items.isEmpty()) {
            out.append("\n    ").append(String.join(SEPARATOR, items)).append("\n  ");
        }
        out.append(']');
    }

    private static String change(Change change) {
        return "{\"path\": " + JsonText.quoted(change.path()) + ", \"kind\": " + JsonText.quoted(change.kind()) + "}";
    }

    private static String finding(Finding finding) {
        String notes = String.join(
                ", ", finding.related().stream().map(JsonReport::note).toList());
        String help =
                String.join(", ", finding.help().stream().map(JsonText::quoted).toList());
        return "{\"code\": " + JsonText.quoted(finding.code().id())
                + ", \"severity\": " + JsonText.quoted(finding.severity().word())
                + finding.judge()
                        .map(judge -> ", \"layer\": " + JsonText.quoted(judge.word()))
                        .orElse("")
                + ", \"message\": " + JsonText.quoted(finding.message())
                + place(finding.site())
                + ", \"notes\": [" + notes + "]"
                + ", \"help\": [" + help + "]"
                + fixes(finding)
                + "}";
    }

    private static String fixes(Finding finding) {
        List<String> fixes =
                finding.ways().stream().filter(Help::isFix).map(JsonReport::fix).toList();
        return fixes.isEmpty() ? "" : ", \"fixes\": " + JsonText.array(fixes);
    }

    private static String fix(Help fix) {
        return JsonText.object(
                JsonText.member("help", JsonText.quoted(fix.sentence())),
                JsonText.member(
                        "edits",
                        JsonText.array(
                                fix.edits().stream().map(JsonReport::edit).toList())));
    }

    private static String edit(TextEdit edit) {
        Span span = edit.span();
        return "{\"file\": " + JsonText.quoted(span.path().value())
                + ", \"line\": " + span.line() + ", \"column\": " + span.column()
                + ", \"endLine\": " + span.endLine() + ", \"endColumn\": " + span.endColumn()
                + ", \"text\": " + JsonText.quoted(edit.replacement()) + "}";
    }

    private static String waived(WaivedFinding waived) {
        return "{\"finding\": " + finding(waived.finding()) + ", \"reason\": " + JsonText.quoted(waived.reason())
                + ", \"owner\": " + JsonText.quoted(waived.owner()) + ", \"until\": " + JsonText.quoted(waived.until())
                + "}";
    }

    private static String note(Related related) {
        return "{\"message\": " + JsonText.quoted(related.message()) + place(related.site()) + "}";
    }

    private static String place(Site site) {
        String file = site.path().map(path -> JsonText.quoted(path.value())).orElse("null");
        if (site instanceof Site.InSpan in) {
            Span span = in.span();
            return ", \"file\": " + file + ", \"line\": " + span.line() + ", \"column\": " + span.column()
                    + span.text()
                            .revision()
                            .map(commit -> ", \"commit\": " + JsonText.quoted(commit))
                            .orElse("");
        }
        return ", \"file\": " + file + ", \"line\": null, \"column\": null";
    }
}
