package io.github.dagsterfleet.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What holds of the order of every fleet whose needs make no circle, over seeded random ones. */
class DeployOrderLawsTest {
    private static final int RUNS = 2_000;
    private static final int REPOS = 30;

    private interface Law {
        void of(Map<String, Set<String>> needs, DeployOrder deploy, Random random);
    }

    @Test
    void everyRepoComesOnce() {
        forEachFleet((needs, deploy, random) -> {
            List<String> all = new ArrayList<>();
            Needs.names(deploy).forEach(all::addAll);
            deploy.anyTime().forEach(turn -> all.add(turn.repo()));
            assertThat(all).containsExactlyInAnyOrderElementsOf(needs.keySet());
        });
    }

    @Test
    void repoComesAfterAllThatItNeeds() {
        forEachFleet((needs, deploy, random) -> {
            Map<String, Integer> waves = waves(deploy);
            needs.forEach((repo, others) ->
                    others.forEach(other -> assertThat(waves.get(repo)).isGreaterThan(waves.get(other))));
        });
    }

    @Test
    void thereAreAsFewWavesAsCanBe() {
        forEachFleet((needs, deploy, random) -> {
            int longest = 0;
            for (String repo : needs.keySet()) {
                longest = Math.max(longest, chain(repo, needs, new HashMap<>()));
            }
            assertThat(deploy.waves()).hasSize(longest == 1 ? 0 : longest);
        });
    }

    @Test
    void theWayBackIsTheReverse() {
        forEachFleet((needs, deploy, random) -> {
            List<List<String>> back = new ArrayList<>(Needs.names(fleet(needs).order(Purpose.ROLLBACK)));
            Collections.reverse(back);
            assertThat(back).isEqualTo(Needs.names(deploy));
        });
    }

    @Test
    void oneRepoIsDeployedAfterAllThatItNeedsAndNoOther() {
        forEachFleet((needs, deploy, random) -> {
            List<String> repos = List.copyOf(needs.keySet());
            String repo = repos.get(random.nextInt(repos.size()));
            Set<String> due = new TreeSet<>(Set.of(repo));
            collect(repo, needs, due);
            DeployOrder part = deploy.before(List.of(repo));
            List<String> told = new ArrayList<>();
            Needs.names(part).forEach(told::addAll);
            part.anyTime().forEach(turn -> told.add(turn.repo()));
            assertThat(told).containsExactlyInAnyOrderElementsOf(due);
        });
    }

    private static void forEachFleet(Law law) {
        for (long seed = 0; seed < RUNS; seed++) {
            Random random = new Random(seed);
            Map<String, Set<String>> needs = random(random);
            try {
                law.of(needs, fleet(needs).order(Purpose.DEPLOY), random);
            } catch (AssertionError broken) {
                throw new AssertionError("seed " + seed + ": " + needs, broken);
            }
        }
    }

    /** Repos need only those before them in an order of their own that is not that of their names. */
    private static Map<String, Set<String>> random(Random random) {
        List<String> names = new ArrayList<>();
        int repos = 1 + random.nextInt(REPOS);
        for (int i = 0; i < repos; i++) {
            names.add("r" + i);
        }
        Collections.shuffle(names, random);
        Map<String, Set<String>> needs = new HashMap<>();
        int density = 1 + random.nextInt(6);
        for (int i = 0; i < repos; i++) {
            Set<String> others = new TreeSet<>();
            for (int edge = random.nextInt(density); edge > 0 && i > 0; edge--) {
                others.add(names.get(random.nextInt(i)));
            }
            needs.put(names.get(i), others);
        }
        return needs;
    }

    private static Needs fleet(Map<String, Set<String>> needs) {
        Needs fleet = new Needs();
        needs.forEach((repo, others) -> fleet.repo(repo, others.toArray(String[]::new)));
        return fleet;
    }

    private static Map<String, Integer> waves(DeployOrder order) {
        Map<String, Integer> waves = new HashMap<>();
        for (int i = 0; i < order.waves().size(); i++) {
            for (Turn turn : order.waves().get(i).turns()) {
                waves.put(turn.repo(), i);
            }
        }
        return waves;
    }

    private static int chain(String repo, Map<String, Set<String>> needs, Map<String, Integer> known) {
        Integer before = known.get(repo);
        if (before != null) {
            return before;
        }
        int longest = 0;
        for (String other : needs.getOrDefault(repo, Set.of())) {
            longest = Math.max(longest, chain(other, needs, known));
        }
        known.put(repo, longest + 1);
        return longest + 1;
    }

    private static void collect(String repo, Map<String, Set<String>> needs, Set<String> due) {
        for (String other : needs.getOrDefault(repo, Set.of())) {
            if (due.add(other)) {
                collect(other, needs, due);
            }
        }
    }
}
