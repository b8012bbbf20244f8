package io.github.dagsterfleet.explain;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Names;
import io.github.dagsterfleet.finding.Outcome;
import io.github.dagsterfleet.fleet.Target;
import io.github.dagsterfleet.schema.Shape;
import io.github.dagsterfleet.schema.Shapes;
import java.util.List;
import java.util.Optional;

/** Answers questions about one target. */
public final class Explainer {
    private final Target target;
    private final Lookup tree;

    public Explainer(Target target, Shapes shapes) {
        this.target = target;
        this.tree = new Lookup(new TargetTree(target).whole(), shapes.repo());
    }

    /** The merged facts of the whole target. */
    public Explanation everything() {
        Answer whole = tree.find(KeyPath.ROOT).orElseThrow();
        return explanation(Optional.empty(), List.of(new Answer("", Optional.empty(), whole.value(), List.of())));
    }

    /**
     * One key. A key that a layer took away is known, and has no value; one that no layer ever set fails with the nearest
     * ones that there are.
     */
    public Outcome<Explanation> key(String text) {
        Optional<KeyPath> key = KeyPath.parse(text);
        if (key.isEmpty()) {
            return Outcome.failed(Finding.of(FindingCode.USAGE_UNKNOWN_KEY, "`" + text + "` is not the form of a key")
                    .help("join names by dots, put names with dots in quotes and tell an item by its own key:"
                            + " `projects.\".\".pyproject.project.dependencies[pandas]`"));
        }
        Question question = new Question(key.get(), tree);
        List<Answer> answers = question.answers();
        return answers.isEmpty()
                ? Outcome.failed(unknown(key.get(), question.nearest()))
                : Outcome.ok(explanation(Optional.of(key.get().toString()), answers));
    }

    private Explanation explanation(Optional<String> key, List<Answer> answers) {
        TargetTree spoken = new TargetTree(target);
        List<Explanation.Source> layers = target.layers().stream()
                .filter(layer -> spoken.isSpokenOf(layer.patch()))
                .map(layer -> new Explanation.Source(layer.name(), layer.file()))
                .toList();
        return new Explanation(target.repo(), target.environment().name().text(), layers, key, answers);
    }

    private Finding unknown(KeyPath key, List<String> nearest) {
        Finding finding = Finding.of(FindingCode.USAGE_UNKNOWN_KEY, why(key));
        return nearest.isEmpty()
                ? finding.help("leave the key out to see all there are")
                : finding.help("ask for " + Names.choice(nearest));
    }

    private String why(KeyPath key) {
        Optional<String> absent = new TargetTree(target).absentLocation(key);
        if (absent.isPresent()) {
            return "location `" + absent.get() + "` is absent from " + target.words();
        }
        return mayBeSet(key)
                ? "no layer sets `" + key + "` for " + target.words()
                : target.words() + " has no key `" + key + "`";
    }

    /** Of an item that is not there it isn't known whether a list that was replaced had it. */
    private boolean mayBeSet(KeyPath key) {
        Optional<Shape> shape = Optional.of(tree.shape());
        for (Segment segment : key.segments()) {
            shape = segment instanceof Segment.Name ? shape.flatMap(segment::below) : Optional.empty();
        }
        return shape.isPresent();
    }
}
