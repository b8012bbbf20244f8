package io.github.dagsterfleet.release;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** An order as a Mermaid flowchart: a box for each wave, an arrow from each repo to those that go after it because of it. */
public final class OrderMermaid {
    private OrderMermaid() {}

    /** The whole chart, with a line feed at the end. */
    public static String print(DeployOrder order) {
        StringBuilder out = new StringBuilder("flowchart LR\n");
        Map<String, String> ids = new HashMap<>();
        int number = 1;
        for (Wave wave : order.waves()) {
            out.append("  subgraph wave")
                    .append(number)
                    .append("[\"wave ")
                    .append(number)
                    .append("\"]\n");
            for (Turn turn : wave.turns()) {
                String id = "repo" + (ids.size() + 1);
                ids.put(turn.repo(), id);
                out.append("    ")
                        .append(id)
                        .append("[\"")
                        .append(escaped(turn.repo()))
                        .append("\"]\n");
            }
            out.append("  end\n");
            number++;
        }
        for (Wave wave : order.waves()) {
            wave.turns().forEach(turn -> arrows(order.purpose(), turn, ids, out));
        }
        if (!order.anyTime().isEmpty()) {
            out.append("  others[\"at any time: ")
                    .append(order.anyTime().size())
                    .append("\"]\n");
        }
        return out.toString();
    }

    private static void arrows(Purpose purpose, Turn turn, Map<String, String> ids, StringBuilder out) {
        turn.upstream().filter(ids::containsKey).forEach(upstream -> {
            String up = ids.get(upstream);
            String down = ids.get(turn.repo());
            List<String> locations = turn.needs().stream()
                    .filter(need -> need.repo().equals(upstream))
                    .map(need -> escaped(need.location().text()))
                    .toList();
            out.append("  ")
                    .append(purpose.isUpstreamFirst() ? up : down)
                    .append(" -->|\"")
                    .append(locations.stream().collect(Collectors.joining(", ")))
                    .append("\"| ")
                    .append(purpose.isUpstreamFirst() ? down : up)
                    .append('\n');
        });
    }

    /** Names hold no other character that means something between double quotes. */
    private static String escaped(String name) {
        return name.replace("\"", "#quot;");
    }
}
