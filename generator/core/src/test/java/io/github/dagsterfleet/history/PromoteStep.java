package io.github.dagsterfleet.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dagsterfleet.MoveReport;
import io.github.dagsterfleet.PromotionRequest;
import io.github.dagsterfleet.ReleasedRepos;
import io.github.dagsterfleet.release.Gate;
import io.github.dagsterfleet.release.Move;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Somebody promotes one repo or more, rightly or wrongly; where it went well, now and then once more. */
final class PromoteStep implements Step {
    @Override
    public String take(World world, Random random) {
        List<String> repos = new ArrayList<>(Knob.REPOS);
        repos.removeIf(repo -> random.nextInt(3) == 0 || world.sources().is(repo, Knob.NO));
        if (repos.isEmpty()) {
            repos.add(Knob.REPOS.get(0));
        }
        return attempt(world, repos, Step.any(Knob.PROMOTED, random), random);
    }

    static String attempt(World world, List<String> repos, String environment, Random random) {
        Optional<String> hotfix = random.nextInt(5) == 0 ? Optional.of("now") : Optional.empty();
        return attempt(world, repos, environment, hotfix, random.nextInt(3) == 0);
    }

    /** Promotes one repo past all stages. */
    static String hotfix(World world, Place place) {
        return attempt(world, List.of(place.repo()), place.environment(), Optional.of("now"), false);
    }

    private static String attempt(
            World world, List<String> repos, String environment, Optional<String> hotfix, boolean twice) {
        List<Verdict> verdicts = repos.stream()
                .map(repo -> Verdict.of(world, new Place(repo, environment), hotfix.isPresent()))
                .toList();
        Map<String, String> before = world.disk().below("repos");
        MoveReport report = promote(world, repos, environment, hotfix);
        String done = "promote " + repos + " to " + environment
                + hotfix.map(why -> " as a hotfix").orElse("") + ": " + verdicts;
        compare(report, verdicts, done);
        boolean refused =
                verdicts.stream().anyMatch(verdict -> verdict.refused().isPresent());
        boolean moved =
                !refused && verdicts.stream().anyMatch(verdict -> verdict.next().isPresent());
        if (!moved) {
            assertThat(world.disk().below("repos")).as(done).isEqualTo(before);
            return done;
        }
        verdicts.forEach(verdict -> verdict.next().ifPresent(pinned -> world.pin(verdict.place(), pinned)));
        world.settle();
        world.commit("Promote");
        if (twice) {
            again(world, repos, environment, hotfix, done);
        }
        return done;
    }

    private static void compare(MoveReport report, List<Verdict> verdicts, String done) {
        assertThat(report.moves()).as(done).hasSameSizeAs(verdicts);
        for (int i = 0; i < verdicts.size(); i++) {
            Move move = report.moves().get(i);
            Verdict verdict = verdicts.get(i);
            String told = done + ", told " + move.gates();
            assertThat(move.isRefused()).as(told).isEqualTo(verdict.refused().isPresent());
            assertThat(move.isDone())
                    .as(told)
                    .isEqualTo(verdict.refused().isEmpty() && verdict.next().isEmpty());
            verdict.refused().ifPresent(kind -> assertThat(move.gates())
                    .as(told)
                    .anyMatch(gate -> gate.kind() == kind && gate.verdict() == Gate.Verdict.REFUSED));
        }
        boolean refused =
                verdicts.stream().anyMatch(verdict -> verdict.refused().isPresent());
        assertThat(report.exitCode()).as(done).isEqualTo(refused ? 1 : 0);
    }

    /** The same promotion twice has nothing to do. */
    private static void again(
            World world, List<String> repos, String environment, Optional<String> hotfix, String done) {
        Map<String, String> before = world.disk().below("repos");
        MoveReport again = promote(world, repos, environment, hotfix);
        assertThat(again.moves()).as(done + ", again").allMatch(Move::isDone);
        assertThat(world.disk().below("repos")).as(done + ", again").isEqualTo(before);
    }

    static MoveReport promote(World world, List<String> repos, String environment, Optional<String> hotfix) {
        ReleasedRepos which = new ReleasedRepos(repos, Optional.empty(), Optional.empty(), environment);
        return world.fleet().promote(new PromotionRequest(which, false, hotfix));
    }
}
