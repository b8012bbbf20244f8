package io.github.dagsterfleet.release;

import io.github.dagsterfleet.finding.Names;
import io.github.dagsterfleet.fleet.RepoOutline;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds locations that moves take out of an environment, and that run in Dagster+ until somebody deletes them there. */
public final class Leftovers {
    private Leftovers() {}

    /**
     * Those that no repo has in the environment from now on: a location may have gone to another repo, and a folder may have
     * got another name.
     *
     * @param repos all of them, as they are after the moves
     */
    public static List<String> of(Collection<Move> moves, Collection<RepoOutline> repos, String environment) {
        Set<String> there = repos.stream()
                .flatMap(repo -> repo.locations().entrySet().stream())
                .filter(location -> location.getValue().contains(environment))
                .map(location -> location.getKey().text())
                .collect(Collectors.toSet());
        return moves.stream()
                .flatMap(move -> move.gone().stream())
                .filter(location -> !there.contains(location))
                .toList();
    }

    /** The repos that need what a move takes out; what needs a location that another repo has from now on has it there. */
    public static Set<String> needing(Move move, Collection<RepoOutline> repos) {
        return Dependants.needing(repos, of(List.of(move), repos, move.environment()), move.environment());
    }

    /** A move that takes locations out, with the answer whether anything needs them; any other as it is. */
    public static Move judge(Move move, Collection<RepoOutline> repos) {
        return move.gone().isEmpty() ? move : move.and(List.of(gate(move, repos)));
    }

    private static Gate gate(Move move, Collection<RepoOutline> repos) {
        Set<String> needing = needing(move, repos);
        if (needing.isEmpty()) {
            return Gate.passed(Gate.Kind.DEPENDANTS, "nothing in `" + move.environment() + "` needs what leaves");
        }
        List<String> left = of(List.of(move), repos, move.environment());
        return Gate.refused(
                Gate.Kind.DEPENDANTS,
                Names.all(needing) + (needing.size() == 1 ? " needs " : " need ") + Names.few(left) + ", which "
                        + (left.size() == 1 ? "leaves" : "leave"));
    }
}
