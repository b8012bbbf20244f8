package io.github.dagsterfleet.change.difference;

import io.github.dagsterfleet.text.VisibleText;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Differences for a comment on a pull request. Whatever comes from files stands in code spans, in which nothing is a link, a
 * mention or a tag.
 */
public final class DifferenceMarkdown {
    private static final int MOST_VALUES = 3;
    /** More names than these are folded. */
    private static final int MOST_IN_LINE = 3;
    /** A comment holds 65,536 characters; whoever needs all names has JSON. */
    private static final int MOST_NAMES = 100;

    private static final int MOST_CHARACTERS = 60_000;

    private final StringBuilder out = new StringBuilder();

    private DifferenceMarkdown() {}

    /** Whole lines, the last with its line feed. */
    public static String print(Differences differences) {
        return new DifferenceMarkdown().all(differences);
    }

    private String all(Differences differences) {
        if (!differences.sides().isEmpty()) {
            out.append(code(differences.sides())).append("\n\n");
        }
        Optional<Category> heading = Optional.empty();
        List<Cluster> clusters = Cluster.of(differences.groups());
        for (int i = 0; i < clusters.size(); i++) {
            if (out.length() > MOST_CHARACTERS) {
                out.append("…and ").append(clusters.size() - i).append(" more, which `dagster-fleet diff` shows\n\n");
                break;
            }
            Cluster cluster = clusters.get(i);
            if (heading.filter(cluster.category()::equals).isEmpty()) {
                heading = Optional.of(cluster.category());
                out.append("### ").append(cluster.category().heading()).append("\n\n");
            }
            cluster(cluster);
        }
        return out.append(differences.summary()).append('\n').toString();
    }

    private void cluster(Cluster cluster) {
        cluster.groups().forEach(this::group);
        Group first = cluster.first();
        first.cause()
                .ifPresent(cause ->
                        out.append("\nfrom ").append(code(cause.toString())).append('\n'));
        out.append('\n');
        String where = first.environments().isEmpty()
                ? ""
                : " in "
                        + Places.of(first.environments()).stream()
                                .map(DifferenceMarkdown::code)
                                .collect(Collectors.joining(", "));
        List<String> repos = first.repos();
        if (repos.isEmpty()) {
            out.append("the environments' own files").append(where).append("\n\n");
        } else if (repos.size() <= MOST_IN_LINE) {
            out.append(count(repos))
                    .append(where)
                    .append(": ")
                    .append(names(repos))
                    .append("\n\n");
        } else {
            out.append(count(repos))
                    .append(where)
                    .append("\n\n<details><summary>their names</summary>\n\n")
                    .append(names(repos.subList(0, Math.min(MOST_NAMES, repos.size()))))
                    .append(repos.size() > MOST_NAMES ? " and " + (repos.size() - MOST_NAMES) + " more" : "")
                    .append("\n\n</details>\n\n");
        }
    }

    private void group(Group group) {
        out.append("- ")
                .append(code(group.sign().mark() + " " + group.subject()))
                .append('\n');
        List<Variant> told = group.variants();
        for (Variant variant : told.subList(0, Math.min(MOST_VALUES, told.size()))) {
            ShownValue.of(variant.detail()).ifPresent(value -> out.append("  - ")
                    .append(code(value))
                    .append(told.size() == 1 ? "" : " in " + count(variant.repos()))
                    .append('\n'));
        }
        if (told.size() > MOST_VALUES) {
            out.append("  - and ").append(told.size() - MOST_VALUES).append(" more values\n");
        }
    }

    private static String names(List<String> repos) {
        return repos.stream().map(DifferenceMarkdown::code).collect(Collectors.joining(", "));
    }

    private static String count(List<String> repos) {
        return repos.size() + (repos.size() == 1 ? " repo" : " repos");
    }

    /** A code span, fenced by more backticks than stand together in it. */
    private static String code(String text) {
        String visible = VisibleText.of(text);
        int longest = 0;
        int run = 0;
        for (int i = 0; i < visible.length(); i++) {
            run = visible.charAt(i) == '`' ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        String fence = "`".repeat(longest + 1);
        return longest == 0 ? fence + visible + fence : fence + " " + visible + " " + fence;
    }
}
