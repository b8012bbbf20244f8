package io.github.dagsterfleet.release;

import io.github.dagsterfleet.fleet.Environment;
import io.github.dagsterfleet.fleet.Fleet;
import io.github.dagsterfleet.secret.Redaction;
import io.github.dagsterfleet.syntax.Scalar;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * In which order the repos of one environment go. {@code needs} are of whole repos, since one session takes all locations
 * of a repo: so a wave holds repos, and two repos that need locations of each other have no order.
 *
 * @param waves one after the other; upstream first for a deploy, downstream first for everything else
 * @param anyTime repos that need none and that none needs, sorted
 */
public record DeployOrder(
        Scalar organization, Environment environment, Purpose purpose, List<Wave> waves, List<Turn> anyTime) {
    public DeployOrder {
        waves = List.copyOf(waves);
        anyTime = List.copyOf(anyTime);
    }

    /** @param repos all of them, sorted by name, whose needs make no circle */
    public static DeployOrder of(Fleet fleet, Environment environment, Purpose purpose, List<Rollout> repos) {
        List<Turn> turns = Turn.in(environment, purpose, repos);
        Set<String> tied = new HashSet<>();
        for (Turn turn : turns) {
            if (!turn.needs().isEmpty()) {
                tied.add(turn.repo());
                turn.upstream().forEach(tied::add);
            }
        }
        return new DeployOrder(
                fleet.organization(),
                environment,
                purpose,
                waves(purpose, turns, tied),
                turns.stream().filter(turn -> !tied.contains(turn.repo())).toList());
    }

    private static List<Wave> waves(Purpose purpose, List<Turn> turns, Set<String> due) {
        List<Wave> waves =
                Wave.of(turns.stream().filter(turn -> due.contains(turn.repo())).toList());
        if (!purpose.isUpstreamFirst()) {
            Collections.reverse(waves);
        }
        return waves;
    }

    /**
     * Some repos, and those that have to go before them: what they need, directly or not, before a deploy; what needs them
     * before a rollback or a removal.
     */
    public DeployOrder before(Collection<String> repos) {
        List<Turn> tied = inWaves();
        Set<String> due = withThoseBefore(repos, tied);
        return new DeployOrder(
                organization,
                environment,
                purpose,
                waves(purpose, tied, due),
                anyTime.stream().filter(turn -> due.contains(turn.repo())).toList());
    }

    /** These repos alone, in the order that they have among each other. */
    public DeployOrder of(Set<String> repos) {
        return new DeployOrder(
                organization,
                environment,
                purpose,
                waves.stream()
                        .map(wave -> new Wave(wave.turns().stream()
                                .filter(turn -> repos.contains(turn.repo()))
                                .toList()))
                        .filter(wave -> !wave.turns().isEmpty())
                        .toList(),
                anyTime.stream().filter(turn -> repos.contains(turn.repo())).toList());
    }

    private Set<String> withThoseBefore(Collection<String> repos, List<Turn> tied) {
        Map<String, List<String>> before = new HashMap<>();
        for (Turn turn : tied) {
            turn.upstream().forEach(upstream -> {
                boolean waits = purpose.isUpstreamFirst();
                before.computeIfAbsent(waits ? turn.repo() : upstream, first -> new ArrayList<>())
                        .add(waits ? upstream : turn.repo());
            });
        }
        Set<String> due = new HashSet<>(repos);
        Deque<String> open = new ArrayDeque<>(due);
        while (!open.isEmpty()) {
            for (String repo : before.getOrDefault(open.removeFirst(), List.of())) {
                if (due.add(repo)) {
                    open.addLast(repo);
                }
            }
        }
        return due;
    }

    /** Every repo that waits for another one or is waited for, sorted. */
    List<Turn> inWaves() {
        return waves.stream()
                .flatMap(wave -> wave.turns().stream())
                .sorted(Comparator.comparing(Turn::repo))
                .toList();
    }

    /** The same without any secret, for whoever prints it. */
    public DeployOrder redacted(Redaction redaction) {
        return new DeployOrder(
                organization,
                environment,
                purpose,
                waves.stream()
                        .map(wave -> new Wave(Turn.redacted(wave.turns(), redaction)))
                        .toList(),
                Turn.redacted(anyTime, redaction));
    }
}
