package io.github.dagsterfleet.change.difference;

import io.github.dagsterfleet.secret.Redaction;
import java.util.List;

/**
 * One of the ways in which the differences of a group differ.
 *
 * @param repos sorted
 */
public record Variant(Detail detail, List<String> repos) {
    public Variant {
        repos = List.copyOf(repos);
    }

    Variant redacted(Redaction redaction) {
        return new Variant(detail.redacted(redaction), repos);
    }
}
