package io.github.dagsterfleet.release;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Names;
import io.github.dagsterfleet.finding.Site;
import io.github.dagsterfleet.text.SourcePath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What one version of dagster-fleet would change of what another one made of the same releases.
 *
 * @param unmoved at least one, sorted by repo
 */
record ToolChange(List<Unmoved> unmoved) {
    /** So many places are shown: whoever accepts the change sees all of it first. */
    private static final int SHOWN = 3;

    ToolChange {
        unmoved = List.copyOf(unmoved);
    }

    /** One for each version that made files, however many repos these are of. */
    static List<ToolChange> of(List<Unmoved> unmoved) {
        Map<String, List<Unmoved>> byVersion = new LinkedHashMap<>();
        unmoved.forEach(one -> byVersion
                .computeIfAbsent(one.made().tool(), version -> new ArrayList<>())
                .add(one));
        return byVersion.values().stream().map(ToolChange::new).toList();
    }

    Finding finding() {
        Unmoved first = unmoved.get(0);
        Finding finding = Finding.at(
                        FindingCode.RELEASE_TOOL_CHANGED,
                        first.pin().said(),
                        "dagster-fleet " + first.tool() + " would change " + reach() + ", which "
                                + first.made().tool() + " made of the same "
                                + (unmoved.size() == 1 ? "release" : "releases"))
                .label("this release");
        for (SourcePath file : places().limit(SHOWN).toList()) {
            finding = finding.note("would change", new Site.InFile(file));
        }
        return finding.help("run `dagster-fleet promote " + first.repo() + " " + first.environment()
                + " --same-release --plan` to see it, and without `--plan` to accept it"
                + (unmoved.size() == 1 ? "" : "; name more repos, or a ring with `--ring R`"));
    }

    /** Of one repo its files, of several one file each. */
    private Stream<SourcePath> places() {
        return unmoved.size() == 1
                ? unmoved.get(0).files().stream()
                : unmoved.stream().map(one -> one.files().first());
    }

    private String reach() {
        int files = unmoved.stream().mapToInt(one -> one.files().size()).sum();
        List<String> repos = unmoved.stream().map(Unmoved::repo).distinct().toList();
        List<String> environments =
                unmoved.stream().map(Unmoved::environment).distinct().toList();
        return files + (files == 1 ? " file" : " files") + " of "
                + (repos.size() == 1 ? "`" + repos.get(0) + "`" : repos.size() + " repos") + " in "
                + Names.all(environments);
    }
}
