package io.github.dagsterfleet.release;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.fleet.Fleet;
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
     * A warning for each environment.
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

    private static Finding finding(Fleet fleet, String environment, List<Origin> places) {
        boolean isThere = fleet.environments().containsKey(environment);
        Finding finding = Finding.at(
                        FindingCode.RELEASE_UNUSED,
                        places.get(0),
                        (isThere
                                        ? "`" + environment + "` renders from the tree"
                                        : "there is no environment `" + environment + "`")
                                + ", and "
                                + (places.size() == 1 ? "1 file records" : places.size() + " files record")
                                + " releases of it")
                .label("nothing reads it");
        for (Origin other : places.subList(1, Math.min(places.size(), SHOWN + 1))) {
            finding = finding.note("as here", other);
        }
        String delete = "delete the lines below `" + environment + "`";
        return finding.help(
                isThere
                        ? delete + ", or list it under `promoted` in environments/base.yaml"
                        : delete + ", or correct the name in environments/base.yaml");
    }
}
