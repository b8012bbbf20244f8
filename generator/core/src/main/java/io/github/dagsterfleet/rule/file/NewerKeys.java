package io.github.dagsterfleet.rule.file;

import io.github.dagsterfleet.dagster.DagsterRelease;
import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.finding.Judge;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Scalar;
import java.util.List;

/** Keys that some releases know and older ones refuse. The releases were found in the published packages. */
record NewerKeys(List<String> path, List<String> keys, String since, Judge judge) implements Rule {
    /** Of a dagster_cloud.yaml; paths count from a location. */
    static final List<Rule> OF_LOCATIONS = List.of(
            new NewerKeys(
                    List.of("locations", "code_source"), List.of("autoload_defs_module_name"), "1.10.21", Judge.CLI),
            new NewerKeys(List.of("locations", "container_context"), List.of("aca"), "1.13.25", Judge.DEPLOY));

    /** Of the settings of dg; paths count from their top. */
    static final Rule OF_PROJECTS =
            new NewerKeys(List.of("project"), List.of("agent_queue", "image"), "1.12.22", Judge.DG);

    @Override
    public void check(ParsedFile file, Findings findings) {
        file.release()
                .filter(release -> release.isBefore(DagsterRelease.of(since).orElseThrow()))
                .ifPresent(release -> holders(file)
                        .forEach(holder -> keys.forEach(key ->
                                holder.entry(key).ifPresent(entry -> findings.add(unknown(entry.key(), release))))));
    }

    private List<Mapping> holders(ParsedFile file) {
        if (path.get(0).equals("locations")) {
            return file.locations().stream()
                    .flatMap(location -> location.mapping(path.get(1)).stream())
                    .toList();
        }
        return file.mapping(path.get(0)).stream().toList();
    }

    private Finding unknown(Scalar key, DagsterRelease release) {
        return Finding.at(
                        FindingCode.SCHEMA_UNKNOWN_KEY,
                        key.origin(),
                        "Dagster " + release.version() + " does not know `" + key.text() + "`")
                .label("too new")
                .help("remove it, or use Dagster " + since + " or newer")
                .by(judge);
    }
}
