package io.github.dagsterfleet.release;

import java.util.ArrayList;
import java.util.List;

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
            batches("wave " + number, wave.turns());
            number++;
        }
        if (!atAnyTime.isEmpty()) {
            batches("at any time", atAnyTime);
        }
        if (!order.waves().isEmpty() || !atAnyTime.isEmpty()) {
            conditions(atAnyTime);
        }
        return out.toString();
    }

    private void headline() {
        int tied = order.inWaves().size();
        int free = order.anyTime().size();
        String what =
                order.purpose().word() + " in " + order.environment().name().text();
        if (tied == 0) {
            out.append(what)
                    .append(": ")
                    .append(count(free, "repo"))
                    .append(" at any time, no repo needs another one\n");
            return;
        }
        out.append(what)
                .append(order.purpose().isUpstreamFirst() ? ", upstream first: " : ", downstream first: ")
                .append(count(tied, "repo"))
                .append(" in ")
                .append(count(order.waves().size(), "wave"))
                .append(free == 0 ? "" : ", " + count(free, "other") + " at any time")
                .append('\n');
    }

    private void batches(String title, List<Turn> turns) {
        out.append('\n').append(title).append('\n');
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

    private void conditions(List<Turn> atAnyTime) {
        List<Turn> told = new ArrayList<>(order.inWaves());
        told.addAll(atAnyTime);
        boolean images = told.stream().anyMatch(turn -> !turn.session().images().isEmpty());
        out.append('\n')
                .append("DAGSTER_CLOUD_ORGANIZATION=")
                .append(order.organization().text())
                .append(order.purpose() == Purpose.REMOVAL ? "" : " DAGSTER_BUILD_STATEDIR=.dagster-plus")
                .append(", and DAGSTER_CLOUD_API_TOKEN, have to be set")
                .append(order.purpose() == Purpose.REMOVAL ? "" : ", in a checkout of each repo")
                .append(images ? ";\nIMAGE is TAG@sha256:DIGEST of " + image() : "")
                .append(".\n");
    }

    private String image() {
        return order.purpose() == Purpose.ROLLBACK ? "the image that ran before" : "the image to run";
    }

    private static String count(int number, String word) {
        return number + " " + word + (number == 1 ? "" : "s");
    }
}
