package io.github.dagsterfleet.rule.file;

import io.github.dagsterfleet.dagster.DagsterVersion;
import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.finding.Judge;
import io.github.dagsterfleet.schema.Shape;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Scalar;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Keys that some releases know and older ones refuse. The releases were found in the published packages.
 *
 * @param places where in a file the paths of the keys begin
 */
record NewerKeys(Function<ParsedFile, List<Mapping>> places, List<Key> keys) implements Rule {
    static final NewerKeys OF_LOCATIONS = new NewerKeys(
            ParsedFile::locations,
            List.of(
                    Key.of("code_source.autoload_defs_module_name", "1.10.21", Judge.CLI),
                    Key.of("container_context.k8s.server_k8s_config.service_spec_config", "1.12.20", Judge.DEPLOY),
                    Key.of("container_context.k8s.server_replica_count", "1.13.5", Judge.DEPLOY),
                    Key.of("container_context.aca", "1.13.25", Judge.DEPLOY)));

    /** Of the settings of dg. */
    static final NewerKeys OF_DG = new NewerKeys(
            file -> file.root() instanceof Mapping settings ? List.of(settings) : List.of(),
            List.of(
                    Key.of("project.registry_modules", "1.10.19", Judge.DG),
                    Key.of("project.agent_queue", "1.12.22", Judge.DG),
                    Key.of("project.image", "1.12.22", Judge.DG)));

    record Key(List<String> path, DagsterVersion since, Judge judge) {
        static Key of(String path, String since, Judge judge) {
            return new Key(List.of(path.split("\\.")), DagsterVersion.of(since).orElseThrow(), judge);
        }
    }

    @Override
    public void check(ParsedFile file, Findings findings) {
        if (file.version().isEmpty()) {
            return;
        }
        DagsterVersion version = file.version().get();
        for (Key key : keys) {
            if (version.isBefore(key.since)) {
                for (Mapping place : places.apply(file)) {
                    entry(place, key.path).ifPresent(entry -> findings.add(unknown(entry.key(), key, version)));
                }
            }
        }
    }

    /** What the newest release knows, without the keys that this version does not. */
    Shape knownTo(Optional<DagsterVersion> version, Shape newest) {
        Shape known = newest;
        for (Key key : keys) {
            if (version.filter(due -> due.isBefore(key.since)).isPresent()) {
                known = known.without(key.path);
            }
        }
        return known;
    }

    private static Optional<Mapping.Entry> entry(Mapping place, List<String> path) {
        Optional<Mapping> holder = Optional.of(place);
        for (String step : path.subList(0, path.size() - 1)) {
            holder = holder.flatMap(mapping -> mapping.mapping(step));
        }
        return holder.flatMap(mapping -> mapping.entry(path.get(path.size() - 1)));
    }

    private static Finding unknown(Scalar name, Key key, DagsterVersion version) {
        return Finding.at(
                        FindingCode.SCHEMA_UNKNOWN_KEY,
                        name.origin(),
                        "Dagster " + version.text() + " does not know `" + name.text() + "`")
                .label("too new")
                .help("remove it, or use Dagster " + key.since.text() + " or newer")
                .by(key.judge);
    }
}
