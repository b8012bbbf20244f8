package io.github.dagsterfleet.release;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.fleet.Workspace;
import io.github.dagsterfleet.secret.Redaction;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * How far a change of what is read as it is now reaches in an environment that renders from releases.
 *
 * @param repos those whose files change although their releases stay, sorted
 * @param limit how many may, where somebody said so
 * @param reason why more may this time, where somebody said so
 */
public record LiveChange(String environment, List<String> repos, Optional<LiveLimit> limit, Optional<String> reason) {
    /** So many are named; more are counted. */
    private static final int NAMED = 3;

    public LiveChange {
        repos = List.copyOf(repos);
    }

    /** One for each environment that has such repos, in promotion order. */
    static List<LiveChange> of(
            Iterable<Unmoved> unmoved,
            Iterable<String> environments,
            Optional<LiveLimit> limit,
            Optional<String> reason) {
        Map<String, TreeSet<String>> repos = new LinkedHashMap<>();
        environments.forEach(environment -> repos.put(environment, new TreeSet<>()));
        for (Unmoved one : unmoved) {
            // What a repo builds with changes by its own file, and waits for nobody with that.
            if (one.isLive() && !one.environment().equals(Workspace.ALL)) {
                repos.computeIfAbsent(one.environment(), environment -> new TreeSet<>())
                        .add(one.repo());
            }
        }
        List<LiveChange> changes = new ArrayList<>();
        repos.forEach((environment, names) -> {
            if (!names.isEmpty()) {
                changes.add(new LiveChange(environment, List.copyOf(names), limit, reason));
            }
        });
        return changes;
    }

    /** Whether more repos change than may without a reason. */
    public boolean isAboveLimit() {
        return limit.filter(most -> repos.size() > most.repos()).isPresent();
    }

    /** Whether somebody has to say why. */
    public boolean isUnexplained() {
        return isAboveLimit() && reason.isEmpty();
    }

    /** {@code web changes in prod without a promotion}. */
    public String words() {
        StringBuilder words = new StringBuilder()
                .append(repos.size() > NAMED ? counted() : String.join(", ", repos))
                .append(repos.size() == 1 ? " changes in " : " change in ")
                .append(environment)
                .append(" without a promotion");
        if (isAboveLimit()) {
            words.append(", above the limit of ").append(limit.orElseThrow().repos());
            reason.ifPresent(why -> words.append(": ").append(why));
        }
        return words.toString();
    }

    private String counted() {
        return repos.size() + (repos.size() == 1 ? " repo" : " repos");
    }

    /** One for all that are unexplained: they have one limit. */
    static Optional<Finding> refusal(List<LiveChange> changes) {
        List<LiveChange> unexplained =
                changes.stream().filter(LiveChange::isUnexplained).toList();
        if (unexplained.isEmpty()) {
            return Optional.empty();
        }
        LiveLimit limit = unexplained.get(0).limit.orElseThrow();
        List<String> reach = unexplained.stream()
                .map(change -> change.counted() + " in `" + change.environment + "`")
                .toList();
        return Optional.of(Finding.at(
                        FindingCode.RELEASE_LIVE_LIMIT,
                        limit.said(),
                        String.join(" and ", reach) + " would change without a promotion")
                .label("at most so many")
                .help("look at the change with `dagster-fleet check`, and write it with"
                        + " `dagster-fleet generate --reason TEXT`"));
    }

    LiveChange redacted(Redaction redaction) {
        return new LiveChange(environment, repos, limit, reason.map(redaction::of));
    }
}
