package io.github.dagsterfleet.explain;

import io.github.dagsterfleet.layer.LayerName;
import io.github.dagsterfleet.layer.Step;
import io.github.dagsterfleet.layer.Trace;
import io.github.dagsterfleet.layer.Verb;
import io.github.dagsterfleet.syntax.Node;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Everything that happened to one value, also where it happened to a value above it.
 *
 * @param steps oldest first
 * @param winner the one among them that made it what it is
 */
record Story(List<Step> steps, Step winner) {
    Story {
        steps = List.copyOf(steps);
    }

    static Story of(Trace trace) {
        return new Story(trace.steps(), trace.winner());
    }

    /**
     * Of a mapping or a list, whose parts may come from several layers: the newest that had a part in it wins. What was
     * reset is as the layer left it that the reset names.
     */
    static Story ofParts(Trace trace) {
        Step winner = trace.winner();
        for (Step step : trace.steps()) {
            winner = switch (step.verb()) {
                case LOCKED, REFERRED -> winner;
                case RESET -> trace.winner();
                default -> step;
            };
        }
        return new Story(trace.steps(), winner);
    }

    /** The same as a person may see it. */
    Story shown(Shown shown) {
        return new Story(shown.steps(steps), shown.step(winner));
    }

    /** References are put in last of all, so what they made of the text is what stands. */
    Story referred(Node value) {
        List<Step> all = new ArrayList<>(steps.size());
        for (Step step : steps) {
            all.add(
                    step.verb() == Verb.REFERRED
                            ? new Step(step.layer(), step.span(), step.verb(), Optional.of(value))
                            : step);
        }
        return new Story(all, winner);
    }

    /** The same with the locks of a value above, which hold here too: before what later layers said, after all else. */
    Story lockedBy(Trace above) {
        List<Step> all = new ArrayList<>(steps);
        Set<LayerName> later = new HashSet<>();
        later.add(LayerName.REFERENCES);
        List<Step> said = above.steps();
        for (int i = said.size() - 1; i >= 0; i--) {
            if (said.get(i).verb() == Verb.LOCKED) {
                all.add(firstOf(later, all), said.get(i));
            }
            later.add(said.get(i).layer());
        }
        return new Story(all, winner);
    }

    private static int firstOf(Set<LayerName> layers, List<Step> steps) {
        int at = 0;
        while (at < steps.size() && !layers.contains(steps.get(at).layer())) {
            at++;
        }
        return at;
    }

    /** The same of what is gone, because all of a value above it went. */
    Story goneWith(Trace above) {
        List<Step> said = above.steps();
        List<Step> all = new ArrayList<>(steps);
        all.addAll(said.subList(said.lastIndexOf(above.winner()), said.size()));
        return new Story(all, above.winner());
    }

    /** The winner, then every other step from new to old. */
    List<Step> winnerFirst() {
        List<Step> told = new ArrayList<>(steps.size());
        told.add(winner);
        for (int i = steps.size() - 1; i >= 0; i--) {
            if (!steps.get(i).equals(winner)) {
                told.add(steps.get(i));
            }
        }
        return told;
    }
}
