package io.github.dagsterfleet.change.difference;

import io.github.dagsterfleet.text.Span;
import io.github.dagsterfleet.text.VisibleText;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Differences for a person: a heading for what they touch, and under each what differs, where, and why. */
public final class DifferenceText {
    private static final int MOST_NAMES = 3;
    private static final int MOST_VALUES = 3;
    /** Of one cause in the same repos. */
    private static final int MOST_SUBJECTS = 20;

    private static final String MARGIN = "      ";

    private final Function<Span, String> place;
    private final StringBuilder out = new StringBuilder();

    private DifferenceText(Function<Span, String> place) {
        this.place = place;
    }

    /**
     * Whole lines, the last with its line feed.
     *
     * @param place how a line of a file is shown
     */
    public static String print(Differences differences, Function<Span, String> place) {
        return new DifferenceText(place).all(differences);
    }

    /** The same without the line that sums up; nothing where nothing differs. */
    public static String groups(Differences differences, Function<Span, String> place) {
        DifferenceText text = new DifferenceText(place);
        text.groups(differences.groups());
        return text.out.toString();
    }

    private String all(Differences differences) {
        if (!differences.sides().isEmpty()) {
            out.append(VisibleText.of(differences.sides())).append("\n\n");
        }
        groups(differences.groups());
        return out.append(differences.summary()).append('\n').toString();
    }

    private void groups(List<Group> groups) {
        Optional<Category> heading = Optional.empty();
        for (Cluster cluster : Cluster.of(groups)) {
            if (heading.filter(cluster.category()::equals).isEmpty()) {
                heading = Optional.of(cluster.category());
                out.append(cluster.category().heading()).append('\n');
            }
            cluster(cluster);
            out.append('\n');
        }
    }

    private void cluster(Cluster cluster) {
        List<Group> groups = cluster.groups();
        groups.subList(0, Math.min(MOST_SUBJECTS, groups.size())).forEach(this::group);
        if (groups.size() > MOST_SUBJECTS) {
            out.append("  and ").append(groups.size() - MOST_SUBJECTS).append(" more\n");
        }
        Group first = cluster.first();
        out.append(MARGIN).append(who(first)).append('\n');
        first.cause()
                .ifPresent(
                        cause -> out.append(MARGIN).append(place.apply(cause)).append('\n'));
    }

    private void group(Group group) {
        out.append("  ")
                .append(group.sign().mark())
                .append(' ')
                .append(VisibleText.of(group.subject()))
                .append('\n');
        List<Variant> told = group.variants();
        for (Variant variant : told.subList(0, Math.min(MOST_VALUES, told.size()))) {
            ShownValue.of(variant.detail()).ifPresent(value -> out.append(MARGIN)
                    .append(value)
                    .append(told.size() == 1 ? "" : "  in " + count(variant.repos()))
                    .append('\n'));
        }
        if (told.size() > MOST_VALUES) {
            out.append(MARGIN).append("and ").append(told.size() - MOST_VALUES).append(" more values\n");
        }
    }

    private static String count(List<String> repos) {
        return repos.size() + (repos.size() == 1 ? " repo" : " repos");
    }

    private static String who(Group group) {
        String where = String.join(", ", Places.of(group.environments()));
        if (group.repos().isEmpty()) {
            return "the environments' own files" + (where.isEmpty() ? "" : " in " + where);
        }
        return count(group.repos()) + (where.isEmpty() ? "" : " in " + where) + ": " + names(group.repos());
    }

    private static String names(List<String> repos) {
        String first = VisibleText.of(String.join(", ", repos.subList(0, Math.min(MOST_NAMES, repos.size()))));
        return repos.size() > MOST_NAMES ? first + " and " + (repos.size() - MOST_NAMES) + " more" : first;
    }
}
