package io.github.dagsterfleet.explain;

import io.github.dagsterfleet.layer.LayerName;
import io.github.dagsterfleet.secret.Redaction;
import io.github.dagsterfleet.text.SourcePath;
import java.util.List;
import java.util.Optional;

/**
 * What there is to tell of one target, or of one of its keys.
 *
 * @param release what the target renders from; empty where that is the tree
 * @param layers low to high, without those that say nothing of this target
 * @param key as asked; empty for everything
 * @param answers one, unless the key is one of every location or project and they differ
 */
public record Explanation(
        String repo,
        String environment,
        Optional<ReleaseName> release,
        List<Source> layers,
        Optional<String> key,
        List<Answer> answers) {
    /** Of a target that renders from the tree. */
    Explanation(String repo, String environment, List<Source> layers, Optional<String> key, List<Answer> answers) {
        this(repo, environment, Optional.empty(), layers, key, answers);
    }

    public Explanation {
        layers = List.copyOf(layers);
        answers = List.copyOf(answers);
    }

    /** A layer and the file that it is written in. */
    public record Source(LayerName layer, SourcePath file) {}

    /** The same of a target that renders from a release. */
    public Explanation of(ReleaseName named) {
        return new Explanation(repo, environment, Optional.of(named), layers, key, answers);
    }

    /** The same without any secret, for whoever prints it. */
    public Explanation redacted(Redaction redaction) {
        Unsecret shown = new Unsecret(redaction);
        return new Explanation(
                repo,
                environment,
                release.map(named -> named.redacted(redaction)),
                layers,
                key.map(redaction::of),
                answers.stream().map(shown::answer).toList());
    }

    /** Whether locations or projects differ, so that each has an answer of its own. */
    public boolean differs() {
        return answers.get(0).owner().isPresent();
    }
}
