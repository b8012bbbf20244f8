package io.github.dagsterfleet.history;

import static io.github.dagsterfleet.history.Knob.EVERYWHERE;
import static io.github.dagsterfleet.history.Knob.NO;
import static io.github.dagsterfleet.history.Knob.OF_EXTRA;
import static io.github.dagsterfleet.history.Knob.YES;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/** What people wrote: a value for each {@link Knob}, by its name. */
record Sources(SortedMap<String, String> chosen) {
    static final Sources START = start();

    /** Standard templates that are the same in every environment and cost most of a run to read. */
    private static final List<String> NO_WORKFLOWS =
            List.of("templates/repo/.github/workflows/dagster-plus.yml.ftl", "templates/repo/.gitlab-ci.yml.ftl");

    Sources {
        chosen = Collections.unmodifiableSortedMap(new TreeMap<>(chosen));
    }

    private static Sources start() {
        SortedMap<String, String> first = new TreeMap<>();
        Knob.ALL.forEach(knob -> first.put(knob.name(), knob.values().get(0)));
        return new Sources(first);
    }

    Sources with(String knob, String value) {
        SortedMap<String, String> changed = new TreeMap<>(chosen);
        changed.put(knob, value);
        return new Sources(changed);
    }

    String get(String knob) {
        return chosen.getOrDefault(knob, "");
    }

    boolean is(String knob, String value) {
        return get(knob).equals(value);
    }

    /** What the overlay of a place says. */
    String overlay(Place place) {
        return get(place.overlay());
    }

    boolean isIn(Place place) {
        return is(place.repo(), YES) && get(place.repo() + ".presence").contains(place.environment());
    }

    /**
     * Without what only a mistake would leave behind: a profile that is not there, an overlay for an unknown location.
     *
     * @param released where an overlay may speak of a location that only the release has
     */
    Sources sound(Predicate<Place> released) {
        Sources sound = this;
        for (String repo : Knob.REPOS) {
            if (is("etl", NO)) {
                sound = sound.with(repo + ".etl", NO);
            }
            for (String environment : Knob.PROMOTED) {
                String overlay = repo + "." + environment;
                boolean known = is(repo + ".extra", YES) || released.test(new Place(repo, environment));
                if (is(overlay, OF_EXTRA) && !known) {
                    sound = sound.with(overlay, "");
                }
            }
        }
        return sound;
    }

    /** What one place sees that renders from a release of other sources, and from nothing that is of other places. */
    Sources over(Sources release, Place place) {
        Sources seen = this;
        for (Knob knob : Knob.ALL) {
            if (!knob.isLive()) {
                seen = seen.with(knob.name(), release.get(knob.name()));
            }
        }
        if (is("etl", NO)) {
            seen = seen.with("etl.prod", release.get("etl.prod"));
        }
        for (String environment : Knob.ENVIRONMENTS) {
            if (!environment.equals(place.environment())) {
                seen = seen.with(environment, "").with(place.repo() + "." + environment, "");
            }
        }
        for (String repo : Knob.REPOS) {
            if (!repo.equals(place.repo())) {
                seen = seen.with(repo, NO);
            }
        }
        return seen;
    }

    /** What a merge makes of two sides; where both chose, a coin decides for the one who merges. */
    static Sources merged(Sources base, Sources ours, Sources theirs, Random coin) {
        Sources merged = ours;
        for (String knob : base.chosen.keySet()) {
            boolean both = !ours.is(knob, base.get(knob)) && !theirs.is(knob, base.get(knob));
            boolean take = both ? coin.nextBoolean() : !theirs.is(knob, base.get(knob));
            merged = take ? merged.with(knob, theirs.get(knob)) : merged;
        }
        return merged.sound(released -> false);
    }

    /** The files that a repo takes from a release, as they stand in it. */
    String inputs(String repo) {
        Map<String, String> files = files(true);
        files.keySet()
                .removeIf(path -> !path.equals("environments/base.yaml")
                        && !path.startsWith("templates/")
                        && !path.equals("repos/" + repo + "/repo.yaml")
                        && !(path.equals("environments/profiles/etl.yaml") && is(repo + ".etl", YES)));
        return files.toString();
    }

    /** @param promoted whether staging and prod render from releases */
    SortedMap<String, String> files(boolean promoted) {
        SortedMap<String, String> files = new TreeMap<>();
        files.put("environments/base.yaml", base(promoted));
        NO_WORKFLOWS.forEach(path -> files.put(path, "<#-- none -->"));
        if (is("etl", YES)) {
            files.put("environments/profiles/etl.yaml", profile());
        }
        for (String environment : Knob.ENVIRONMENTS) {
            if (!get(environment).isEmpty()) {
                files.put(
                        "environments/" + environment + ".yaml",
                        "defaults: {env: {STAGE: \"" + get(environment) + "\"}}\n");
            }
        }
        if (!get("note").isEmpty()) {
            files.put(
                    "templates/repo@environment/note.txt.ftl",
                    "note " + get("note") + "\n${verbatim(env.LOG_LEVEL.value)}\n");
        }
        Knob.REPOS.stream().filter(repo -> is(repo, YES)).forEach(repo -> repo(repo, files));
        return files;
    }

    private String base(boolean promoted) {
        return """
                format: 1
                organization: acme
                environments: [dev, staging, prod]
                %sdagster: 1.13.27
                agents:
                  plus:
                    platform: ecs
                    defaults:
                      location: {image: registry.example.com/image:1}
                      env: {AGENT: "a%s"}
                secrets:
                  dwh:
                    store: aws
                    keys: [token]
                    arn:
                      dev: arn:aws:secretsmanager:eu-central-1:111122223333:secret:dev/dwh-aaaaaa
                      staging: arn:aws:secretsmanager:eu-central-1:111122223333:secret:staging/dwh-aaaaaa
                      prod: arn:aws:secretsmanager:eu-central-1:111122223333:secret:prod/dwh-%s
                defaults:
                  env: {LOG_LEVEL: %s}
                """
                .formatted(promoted ? "promoted: [staging, prod]\n" : "", get("agent"), get("arn"), get("level"));
    }

    private String profile() {
        String shared = "defaults: {env: {ETL: \"" + get("etl.shared") + "\"}}\n";
        return get("etl.prod").isEmpty()
                ? shared
                : shared + "environments:\n  prod: {defaults: {env: {ETL_PROD: \"" + get("etl.prod") + "\"}}}\n";
    }

    private void repo(String repo, Map<String, String> files) {
        String presence = get(repo + ".presence");
        files.put(
                "repos/" + repo + "/repo.yaml",
                "team: data\nagent: plus\n"
                        + (is(repo + ".etl", YES) ? "profiles: [etl]\n" : "")
                        + (presence.equals(EVERYWHERE) ? "" : "environments: [" + presence + "]\n")
                        + "env:\n  OWN: \"" + get(repo + ".own") + "\"\n  TOKEN: {secret: dwh#token}\n"
                        + "locations:\n  " + repo + ": {code_source: {module_name: " + repo + "}}\n"
                        + (is(repo + ".extra", YES)
                                ? "  " + repo + "-extra: {code_source: {module_name: extra}, working_directory: a}\n"
                                : ""));
        for (String environment : Knob.PROMOTED) {
            String said = get(repo + "." + environment);
            if (!said.isEmpty()) {
                files.put(
                        "repos/" + repo + "/overlays/" + environment + ".yaml",
                        said.equals(OF_EXTRA)
                                ? "locations: {" + repo + "-extra: {working_directory: b}}\n"
                                : "env: {URGENT: \"" + said + "\"}\n");
            }
        }
    }
}
