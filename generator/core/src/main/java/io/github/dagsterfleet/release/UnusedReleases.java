package io.github.dagsterfleet.release;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.fleet.Fleet;
import io.github.dagsterfleet.fleet.Workspace;
import io.github.dagsterfleet.text.Origin;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Finds releases that are recorded of environments that render from the tree, or are none: nothing reads them. */
public final class UnusedReleases {
    /** So many other files are shown. */
    private static final int SHOWN = 3;

    private UnusedReleases() {}

    /**
     * A warning for each environment, and for what repos build with.
     *
     * @param files those that could be read
     */
    public static List<Finding> of(Fleet fleet, Collection<ReleaseFile> files) {
        Map<String, List<Origin>> unused = new TreeMap<>();
        for (ReleaseFile file : files) {
            file.pins().forEach((environment, pin) -> {
                if (!fleet.isPromoted(environment)) {
                    unused.computeIfAbsent(environment, first -> new ArrayList<>())
                            .add(pin.said());
                }
            });
        }
        List<Finding> findings = new ArrayList<>();
        unused.forEach((environment, places) -> findings.add(finding(fleet, environment, places)));
        return findings;
    }

    private static Finding finding(Fleet fleet, String place, List<Origin> places) {
        Finding finding = Finding.at(
                        FindingCode.RELEASE_UNUSED,
                        places.get(0),
                        why(fleet, place) + ", and "
                                + (places.size() == 1 ? "1 file records" : places.size() + " files record")
                                + (place.equals(Workspace.ALL) ? " what repos build with" : " releases of it"))
                .label("nothing reads it");
        for (Origin other : places.subList(1, Math.min(places.size(), SHOWN + 1))) {
            finding = finding.note("as here", other);
        }
        return finding.help(wayOut(fleet, place));
    }

    private static String why(Fleet fleet, String place) {
        if (place.equals(Workspace.ALL)) {
            return "environments/base.yaml has no `rings`";
        }
        return fleet.environments().containsKey(place)
                ? "`" + place + "` renders from the tree"
                : "there is no environment `" + place + "`";
    }

    private static String wayOut(Fleet fleet, String place) {
        if (place.equals(Workspace.ALL)) {
            return "delete the lines below `repo`, or list `rings` in environments/base.yaml";
        }
        return "delete the lines below `" + place + "`, or "
                + (fleet.environments().containsKey(place)
                        ? "list it under `promoted` in environments/base.yaml"
                        : "correct the name in environments/base.yaml");
    }
}
