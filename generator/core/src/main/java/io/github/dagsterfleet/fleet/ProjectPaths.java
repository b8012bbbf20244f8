package io.github.dagsterfleet.fleet;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.layer.LayerPatch;
import io.github.dagsterfleet.syntax.Scalar;
import io.github.dagsterfleet.text.SourcePath;
import io.github.dagsterfleet.text.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whether the projects of a repo are folders of their own on every disk. */
final class ProjectPaths {
    private static final String ROOT = ".";

    /** By the path as a disk sees it that ignores case: each spelling, and where it stands. */
    private final Map<String, Map<String, Set<Span>>> spellings = new LinkedHashMap<>();

    private ProjectPaths() {}

    /** @param own what the repo's own layers say */
    static List<Finding> clashes(Collection<Target> targets, Collection<LayerPatch> own) {
        ProjectPaths paths = new ProjectPaths();
        own.forEach(patch -> patch.projects().values().forEach(project -> paths.add(project.name())));
        targets.forEach(target -> target.locations()
                .forEach(location -> location.facts().scalar("project").ifPresent(paths::add)));
        List<Finding> clashes = new ArrayList<>();
        for (Map<String, Set<Span>> folder : paths.spellings.values()) {
            if (folder.size() > 1) {
                clashes.add(clash(folder));
            }
        }
        return clashes;
    }

    private void add(Scalar path) {
        if (!path.text().equals(ROOT)) {
            spellings
                    .computeIfAbsent(new SourcePath(path.text()).caseFolded(), folder -> new LinkedHashMap<>())
                    .computeIfAbsent(path.text(), spelling -> new LinkedHashSet<>())
                    .add(path.span());
        }
    }

    private static Finding clash(Map<String, Set<Span>> folder) {
        Iterator<Map.Entry<String, Set<Span>>> all = folder.entrySet().iterator();
        Map.Entry<String, Set<Span>> first = all.next();
        Map.Entry<String, Set<Span>> second = all.next();
        List<Span> places = new ArrayList<>(second.getValue());
        Span site = places.remove(0);
        Finding finding = Finding.at(
                        FindingCode.FLEET_DUPLICATE_PROJECT,
                        site,
                        "`" + second.getKey() + "` and `" + first.getKey()
                                + "` are one folder on disks that ignore case")
                .label("the same folder");
        for (Span place : first.getValue()) {
            finding = finding.note("`" + first.getKey() + "` stands here", place);
        }
        for (Span place : places) {
            finding = finding.note("`" + second.getKey() + "` stands here too", place);
        }
        return finding.help("rename one of the projects, or spell both alike if they are one");
    }
}
