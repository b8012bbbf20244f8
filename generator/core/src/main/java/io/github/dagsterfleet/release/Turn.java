package io.github.dagsterfleet.release;

import io.github.dagsterfleet.fleet.Environment;
import io.github.dagsterfleet.fleet.RepoOutline;
import io.github.dagsterfleet.rule.fleet.NeedGraph;
import io.github.dagsterfleet.secret.Redaction;
import io.github.dagsterfleet.syntax.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One repo at its place in the order.
 *
 * @param locations those that exist in the environment
 * @param needs what has to be there before
 * @param session what is typed when its turn has come
 */
public record Turn(String repo, List<Scalar> locations, List<Need> needs, Session session) {
    public Turn {
        locations = List.copyOf(locations);
        needs = List.copyOf(needs);
    }

    /**
     * A location that the repo needs.
     *
     * @param repo whose location it is
     */
    public record Need(Scalar location, String repo) {}

    /** Those of an environment, in the order of the repos. */
    static List<Turn> in(Environment environment, Purpose purpose, List<Rollout> repos) {
        String name = environment.name().text();
        NeedGraph graph = NeedGraph.of(repos.stream().map(Rollout::repo).toList(), name);
        List<Turn> turns = new ArrayList<>();
        for (int i = 0; i < repos.size(); i++) {
            Session deploy = repos.get(i).sessions().get(name);
            if (deploy != null) {
                RepoOutline repo = repos.get(i).repo();
                List<Scalar> locations = locations(repo, name);
                turns.add(new Turn(
                        repo.repo(),
                        locations,
                        graph.edges(i).stream()
                                .map(edge ->
                                        new Need(edge.need(), edge.upstream().repo()))
                                .toList(),
                        purpose == Purpose.REMOVAL
                                ? Sessions.removal(
                                        locations.stream().map(Scalar::text).toList(),
                                        environment.deployment().text())
                                : deploy));
            }
        }
        return turns;
    }

    private static List<Scalar> locations(RepoOutline repo, String environment) {
        return repo.locations().entrySet().stream()
                .filter(location -> location.getValue().contains(environment))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The repos that it needs, each once. */
    Stream<String> upstream() {
        return needs.stream().map(Need::repo).distinct();
    }

    static List<Turn> redacted(List<Turn> turns, Redaction redaction) {
        return turns.stream()
                .map(turn -> new Turn(
                        redaction.of(turn.repo),
                        turn.locations.stream()
                                .map(location -> redacted(location, redaction))
                                .toList(),
                        turn.needs.stream()
                                .map(need -> new Need(redacted(need.location, redaction), redaction.of(need.repo)))
                                .toList(),
                        turn.session.redacted(redaction)))
                .toList();
    }

    private static Scalar redacted(Scalar name, Redaction redaction) {
        return Scalar.string(redaction.of(name.text()), name.origin());
    }
}
