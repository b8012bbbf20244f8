package io.github.dagsterfleet.history;

import java.util.ArrayList;
import java.util.List;

/**
 * One place in the sources where people choose between few values.
 *
 * @param isLive whether an environment that renders from a release has the value of the tree all the same
 * @param values the first is that of the start; an empty one says nothing
 */
record Knob(String name, boolean isLive, List<String> values) {
    static final List<String> REPOS = List.of("alpha", "beta", "gamma");
    static final List<String> ENVIRONMENTS = List.of("dev", "staging", "prod");
    static final List<String> PROMOTED = List.of("staging", "prod");
    static final String EVERYWHERE = "dev, staging, prod";
    static final String YES = "yes";
    static final String NO = "no";
    /** What an overlay says of a location that only some repo.yaml declare. */
    static final String OF_EXTRA = "extra";

    static final List<Knob> ALL = all();

    private static List<Knob> all() {
        List<Knob> all = new ArrayList<>(List.of(
                released("level", "INFO", "DEBUG", "WARNING"),
                released("agent", "", "1", "2"),
                live("arn", "aaaaaa", "bbbbbb", "cccccc"),
                released("etl", YES, NO),
                released("etl.shared", "1", "2"),
                live("etl.prod", "", "1", "2"),
                released("note", "", "1", "2")));
        ENVIRONMENTS.forEach(environment -> all.add(live(environment, "", "1", "2")));
        for (String repo : REPOS) {
            all.add(repo.equals("gamma") ? released(repo, NO, YES) : released(repo, YES));
            all.add(released(repo + ".own", "1", "2"));
            all.add(released(repo + ".presence", EVERYWHERE, "dev, staging", "dev, prod"));
            all.add(released(repo + ".etl", NO, YES));
            all.add(released(repo + ".extra", NO, YES));
            PROMOTED.forEach(environment -> all.add(live(repo + "." + environment, "", "1", "2", OF_EXTRA)));
        }
        return List.copyOf(all);
    }

    private static Knob released(String name, String... values) {
        return new Knob(name, false, List.of(values));
    }

    private static Knob live(String name, String... values) {
        return new Knob(name, true, List.of(values));
    }
}
