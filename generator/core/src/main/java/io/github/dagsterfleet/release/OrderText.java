package io.github.dagsterfleet.release;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** An order for a person: the waves, in each the repos that run the same lines, and these lines. */
public final class OrderText {
    private static final int WIDTH = 100;

    private final DeployOrder order;
    private final StringBuilder out = new StringBuilder();

    private OrderText(DeployOrder order) {
        this.order = order;
    }

    /** Whole lines, the last with its line feed. Of many repos that may go at any time the number alone is told. */
    public static String print(DeployOrder order) {
        return new OrderText(order).all(List.of());
    }

    /** The same with the lines of the repos that may go at any time. */
    public static String printAll(DeployOrder order) {
        return new OrderText(order).all(order.anyTime());
    }

    private String all(List<Turn> atAnyTime) {
        headline();
        int number = 1;
        for (Wave wave : order.waves()) {
            batches("wave " + number + " of " + order.waves().size(), wave.turns());
            number++;
        }
        if (!atAnyTime.isEmpty()) {
            batches("at any time", atAnyTime);
        }
        List<Turn> told = new ArrayList<>(order.inWaves());
        told.addAll(atAnyTime);
        if (!told.isEmpty()) {
            conditions(told);
        }
        if (told.size() < order.inWaves().size() + order.anyTime().size()) {
            out.append("\n`dagster-fleet order ")
                    .append(order.environment().name().text())
                    .append(" REPO")
                    .append(
                            order.purpose() == Purpose.DEPLOY
                                    ? ""
                                    : " --for " + order.purpose().word())
                    .append("` prints what is typed for a repo that goes at any time.\n");
        }
        return out.toString();
    }

    private void headline() {
        int tied = order.inWaves().size();
        int free = order.anyTime().size();
        out.append(order.purpose().word())
                .append(" in ")
                .append(order.environment().name().text());
        if (tied > 0) {
            out.append(order.purpose().isUpstreamFirst() ? ", upstream first: " : ", downstream first: ")
                    .append(count(tied, "repo"))
                    .append(" in ")
                    .append(count(order.waves().size(), "wave"))
                    .append(free > 0 ? ", " + count(free, "other") + " at any time" : "");
        } else {
            out.append(": ").append(count(free, "repo")).append(free > 0 ? " at any time" : "");
        }
        out.append('\n');
    }

    private void batches(String title, List<Turn> turns) {
        out.append('\n')
                .append(title)
                .append(", ")
                .append(count(turns.size(), "repo"))
                .append('\n');
        for (Batch batch : Batch.of(turns)) {
            names(batch.repos());
            List<String> lines = batch.session().commands();
            lines.forEach(line -> out.append("    ").append(line).append('\n'));
            if (lines.isEmpty()) {
                out.append("    nothing to type: no location has a `build.registry` or an `image`\n");
            }
        }
    }

    private void names(List<String> repos) {
        StringBuilder line = new StringBuilder("  ");
        for (int i = 0; i < repos.size(); i++) {
            String name = repos.get(i) + (i + 1 < repos.size() ? "," : "");
            if (line.length() + 1 + name.length() > WIDTH && !line.toString().isBlank()) {
                out.append(line).append('\n');
                line.setLength(0);
                line.append("  ");
            }
            line.append(line.length() > 2 ? " " : "").append(name);
        }
        out.append(line).append('\n');
    }

    /** What the lines take for granted. */
    private void conditions(List<Turn> told) {
        String deployment = order.environment().deployment().text();
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("DAGSTER_CLOUD_ORGANIZATION", order.organization().text()));
        rows.add(List.of("DAGSTER_CLOUD_API_TOKEN", "one that may deploy to " + deployment));
        if (order.purpose() != Purpose.REMOVAL) {
            rows.add(List.of("DAGSTER_BUILD_STATEDIR", "an empty folder, for each repo its own"));
        }
        images(told)
                .ifPresent(names -> rows.add(List.of(
                        names,
                        "TAG@sha256:DIGEST of the image "
                                + (order.purpose() == Purpose.ROLLBACK ? "that ran before" : "to run"))));
        out.append(
                order.purpose() == Purpose.REMOVAL
                        ? "\nThe lines need these variables:\n"
                        : "\nThe lines are typed in a checkout of each repo, with these variables:\n");
        int width = rows.stream().mapToInt(row -> row.get(0).length()).max().orElse(0);
        rows.forEach(row -> out.append("  ")
                .append(row.get(0))
                .append(" ".repeat(width - row.get(0).length() + 2))
                .append(row.get(1))
                .append('\n'));
    }

    private static Optional<String> images(List<Turn> told) {
        Set<String> names = new TreeSet<>();
        told.forEach(turn -> names.addAll(turn.session().images()));
        return names.size() < 2
                ? names.stream().findFirst()
                : Optional.of(names.contains("IMAGE") ? "IMAGE, IMAGE_..." : "IMAGE_...");
    }

    private static String count(int number, String word) {
        return number + " " + word + (number == 1 ? "" : "s");
    }
}
