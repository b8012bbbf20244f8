package io.github.dagsterfleet.release;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.fleet.Fleet;
import io.github.dagsterfleet.secret.Redaction;
import java.util.List;
import java.util.Optional;

/**
 * What differs in environments that render from releases, although no release moved.
 *
 * @param byTool what another version makes of the same releases; nothing of it is written
 * @param live what follows from what is read as it is now
 */
public record Unpromoted(List<Unmoved> byTool, List<LiveChange> live) {
    /** Of a run in which every change was promoted. */
    public static final Unpromoted NOTHING = new Unpromoted(List.of(), List.of());

    public Unpromoted {
        byTool = List.copyOf(byTool);
        live = List.copyOf(live);
    }

    /**
     * @param unmoved sorted by repo
     * @param reason why more repos may change than the limit lets, where somebody said so
     */
    public static Unpromoted of(List<Unmoved> unmoved, Fleet fleet, Optional<String> reason) {
        return new Unpromoted(
                unmoved.stream().filter(Unmoved::isByTool).toList(),
                LiveChange.of(unmoved, fleet.environments().keySet(), LiveLimit.of(fleet), reason));
    }

    /** One for all repos whose files one version made. */
    public List<Finding> toolChanges() {
        return ToolChange.of(byTool).stream().map(ToolChange::finding).toList();
    }

    /** Says of the changes that nobody explained how far they reach. */
    public Optional<Finding> refusal() {
        return LiveChange.refusal(live);
    }

    /** The same without any secret, for whoever prints it. */
    public Unpromoted redacted(Redaction redaction) {
        return new Unpromoted(
                byTool, live.stream().map(change -> change.redacted(redaction)).toList());
    }
}
