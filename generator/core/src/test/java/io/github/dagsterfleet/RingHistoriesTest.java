package io.github.dagsterfleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dagsterfleet.release.Gate;
import io.github.dagsterfleet.release.Move;
import io.github.dagsterfleet.release.PinEdit;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random edits, promotions of rings and ways back: what a repo builds with changes by its own file, by a promotion of it, and
 * by nothing else; and a ring gets what all of the ring before has.
 */
class RingHistoriesTest {
    private static final List<List<String>> RINGS =
            List.of(List.of("alpha", "gamma"), List.of("beta"), List.of("delta"));
    private static final List<String> REPOS = List.of("alpha", "beta", "delta", "gamma");
    private static final String BASE = "environments/base.yaml";
    private static final String NOTE = "templates/repo/note.txt.ftl";
    private static final String MARK = "templates/project@environment/mark.txt.ftl";

    private static final int FIRST = Integer.getInteger("histories.first", 1);
    private static final int COUNT = Integer.getInteger("histories.count", 2);
    private static final int STEPS = 20;

    /** So many releases are remembered. */
    private static final int KEPT = 5;

    @TempDir
    private Path folder;

    @Test
    void whatIsBuiltChangesByPromotionsAndByTheReposOwnFileAlone() {
        for (int seed = FIRST; seed < FIRST + COUNT; seed++) {
            List<String> told = new ArrayList<>();
            try {
                new History(seed, told).play();
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("-Dhistories.first=" + seed + " -Dhistories.count=1: " + told, e);
            }
        }
    }

    /** What repos share, at one commit. */
    private record Shared(int template, int variable) {}

    /** What the oracle knows, beside the workspace that it is compared with. */
    private final class History {
        private final Random random;
        private final List<String> told;
        private final GitWorkspace workspace;
        private final List<Shared> commits = new ArrayList<>();
        private final Map<String, Integer> own = new HashMap<>();
        private final Map<String, Integer> pins = new HashMap<>();
        private final Map<String, Deque<Integer>> former = new HashMap<>();
        private final Map<String, Boolean> held = new HashMap<>();
        private Shared now = new Shared(0, 0);

        History(int seed, List<String> told) {
            this.random = new Random(seed);
            this.told = told;
            this.workspace = GitWorkspace.in(folder.resolve("history-" + seed));
            workspace
                    .files()
                    .append(
                            BASE,
                            """
                              vars: {shared: v0}
                            rings:
                              - {name: canary, repos: [alpha, gamma]}
                              - {name: early, repos: [beta]}
                            """);
            String repo = workspace.files().read("repos/beta/repo.yaml");
            for (String name : REPOS) {
                own.put(name, 0);
                workspace.with("repos/" + name + "/repo.yaml", repo.replace("beta", name) + "vars: {own: o0}\n");
            }
            templates();
            commit("Rings");
        }

        void play() {
            for (int step = 0; step < STEPS; step++) {
                String repo = REPOS.get(random.nextInt(REPOS.size()));
                switch (random.nextInt(7)) {
                    case 0 -> {
                        told.add("template");
                        now = new Shared(random.nextInt(4), now.variable);
                        templates();
                        commit("Template");
                    }
                    case 1 -> {
                        told.add("variable");
                        int next = random.nextInt(4);
                        workspace.replace(BASE, "shared: v" + now.variable, "shared: v" + next);
                        now = new Shared(now.template, next);
                        commit("Variable");
                    }
                    case 2 -> {
                        told.add("own file of " + repo);
                        int next = own.merge(repo, 1, Integer::sum);
                        workspace.replace("repos/" + repo + "/repo.yaml", "own: o" + (next - 1), "own: o" + next);
                        commit("Own");
                    }
                    case 3 -> back(repo);
                    default -> promote(repo);
                }
                compare();
            }
        }

        private void templates() {
            String text = "t" + now.template + " ${verbatim(vars.shared)} ${verbatim(vars.own)}\n";
            workspace.with(NOTE, text).with(MARK, text);
        }

        private void commit(String subject) {
            workspace.generated().commit(subject);
            commits.add(now);
        }

        private void promote(String repo) {
            told.add("promote " + repo);
            Optional<Integer> next = next(repo);
            Optional<Integer> pin = Optional.ofNullable(pins.get(repo));
            boolean behind = next.isPresent() && pin.isPresent() && next.get() < pin.get();
            boolean same = next.isPresent()
                    && pin.filter(release -> commits.get(release).equals(commits.get(next.get())))
                            .isPresent();
            boolean refused = next.isEmpty() || (!same && (behind || held.getOrDefault(repo, false)));

            MoveReport report = workspace.promote(repo, "all");

            assertThat(report.exitCode()).as(report.moves().toString()).isEqualTo(refused ? 1 : 0);
            assertThat(report.moves()).allMatch(move -> move.isDone() == (!refused && same));
            if (!refused && !same) {
                pin.ifPresent(release -> former(repo).push(release));
                while (former(repo).size() > KEPT) {
                    former(repo).removeLast();
                }
                pins.put(repo, next.get());
                compare();
                commit("Promote " + repo);
                assertThat(workspace.promote(repo, "all").moves())
                        .as("the same twice is nothing")
                        .allMatch(move -> move.isDone() || move.isRefusedBy(Gate.Kind.STAGE));
            }
        }

        /** The release that a repo may have next; empty where the ring before is not of one mind. */
        private Optional<Integer> next(String repo) {
            List<String> before = List.of();
            for (List<String> ring : RINGS) {
                if (ring.contains(repo)) {
                    break;
                }
                before = ring;
            }
            Optional<Integer> newest = before.stream()
                    .flatMap(other -> Optional.ofNullable(pins.get(other)).stream())
                    .max(Integer::compare);
            if (newest.isEmpty()) {
                return Optional.of(commits.size() - 1);
            }
            boolean all = before.stream()
                    .map(other -> Optional.ofNullable(pins.get(other))
                            .map(commits::get)
                            .orElse(now))
                    .allMatch(commits.get(newest.get())::equals);
            return newest.filter(release -> all);
        }

        private void back(String repo) {
            told.add("back " + repo);
            boolean possible = !former(repo).isEmpty();

            MoveReport report = workspace.rollBack(repo, "all");

            assertThat(report.exitCode()).as(report.moves().toString()).isEqualTo(possible ? 0 : 1);
            assertThat(report.moves()).noneMatch(Move::isDone);
            if (possible) {
                pins.put(repo, former(repo).pop());
                held.put(repo, true);
                compare();
                commit("Back " + repo);
                if (random.nextInt(3) > 0) {
                    assertThat(workspace
                                    .record(new PinEdit.Lifting(), repo, "all")
                                    .findings())
                            .isEmpty();
                    held.put(repo, false);
                    commit("Lift " + repo);
                }
            }
        }

        private Deque<Integer> former(String repo) {
            return former.computeIfAbsent(repo, first -> new ArrayDeque<>());
        }

        private void compare() {
            assertThat(DiskWorkspace.findings(workspace.files().generate())).isEmpty();
            for (String repo : REPOS) {
                Shared shared =
                        Optional.ofNullable(pins.get(repo)).map(commits::get).orElse(now);
                String expected = "t" + shared.template + " v" + shared.variable + " o" + own.get(repo) + "\n";
                assertThat(workspace.files().read("repos/" + repo + "/generated/all/note.txt"))
                        .as(repo)
                        .isEqualTo(expected);
                assertThat(workspace.files().read("repos/" + repo + "/generated/dev/mark.txt"))
                        .as(repo)
                        .isEqualTo(expected);
            }
            assertThat(workspace.files().check().exitCode()).isZero();
        }
    }
}
