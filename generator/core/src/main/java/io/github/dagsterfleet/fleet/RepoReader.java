package io.github.dagsterfleet.fleet;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.finding.Names;
import io.github.dagsterfleet.finding.Suggestions;
import io.github.dagsterfleet.layer.Layer;
import io.github.dagsterfleet.layer.LayerName;
import io.github.dagsterfleet.layer.LayerPatch;
import io.github.dagsterfleet.layer.LayerReader;
import io.github.dagsterfleet.source.SourceSet;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Scalar;
import io.github.dagsterfleet.text.SourcePath;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the folders below {@code repos/}. Safe for use by several threads. */
public final class RepoReader {
    private static final String LOCATIONS = "locations";

    private final SourceSet sources;
    private final LayerReader layers;
    private final SourceDocuments documents;

    RepoReader(SourceSet sources, LayerReader layers) {
        this.sources = sources;
        this.layers = layers;
        this.documents = new SourceDocuments(sources);
    }

    /** Looks at every folder; what was meant for a repo and belongs to none is a finding. */
    public RepoFolders folders(Findings findings) {
        return RepoFolders.of(sources, findings);
    }

    /** Whether there may be a repo of this name, which reading it will tell; no other folder is looked at. */
    public boolean exists(String name) {
        if (name.isEmpty() || name.indexOf('/') >= 0 || !SourcePath.isValid(name)) {
            return false;
        }
        SourcePath folder = RepoSource.folder(name);
        Findings closed = new Findings();
        return RepoFolder.of(sources, folder, closed).hasRepoFile() || closed.hasErrors();
    }

    /**
     * Reads repo.yaml and every overlay; empty when repo.yaml itself has errors, since nothing that follows from it is
     * worth saying then.
     *
     * @param environments the names that overlays may have; empty when base.yaml could not tell
     */
    public Optional<RepoSource> read(String name, Optional<Set<String>> environments, Findings findings) {
        SourcePath folder = RepoSource.folder(name);
        int before = findings.errorCount();
        RepoFolder.of(sources, folder, findings).tellStrays(environments.orElse(Set.of()));
        Optional<SourceLayer> repo = layer(folder.resolve(RepoFolder.REPO_FILE), findings);
        if (repo.isEmpty() && findings.errorCount() == before) {
            findings.add(gone(folder.resolve(RepoFolder.REPO_FILE)));
        }
        repo.filter(layer -> !LayerReader.isMisused(layer.source()))
                .filter(layer -> layer.source()
                        .get(LOCATIONS)
                        .map(said -> said instanceof Mapping locations && locations.isEmpty())
                        .orElse(true))
                .ifPresent(layer -> findings.add(withoutLocations(layer)));
        Overlays overlays = overlays(folder.resolve(RepoFolder.OVERLAYS), environments, findings);
        return repo.filter(layer -> !layer.broken()).map(layer -> source(name, layer, overlays));
    }

    /** Reads repo.yaml alone, for who has the overlays from elsewhere; empty, perhaps with findings, where that fails. */
    public Optional<RepoSource> readWithoutOverlays(String name, Findings findings) {
        return layer(RepoSource.folder(name).resolve(RepoFolder.REPO_FILE), findings)
                .filter(layer -> !layer.broken())
                .map(layer -> source(name, layer, new Overlays(Map.of(), Set.of())));
    }

    private static RepoSource source(String name, SourceLayer layer, Overlays overlays) {
        Layer own = new Layer(LayerName.REPO, layer.file(), layer.patch(), false);
        Scalar called = Scalar.string(name, layer.source().origin());
        return new RepoSource(called, own, overlays.layers, overlays.broken);
    }

    /** @param layers by environment; one without a file says nothing */
    private record Overlays(Map<String, Layer> layers, Set<String> broken) {}

    private Overlays overlays(SourcePath folder, Optional<Set<String>> environments, Findings findings) {
        Overlays overlays = new Overlays(new HashMap<>(), new HashSet<>());
        List<SourceSet.Entry> files = sources.list(folder, findings);
        StraySources strays = new StraySources(files, findings);
        for (SourceSet.Entry entry : files) {
            SourcePath file = entry.path();
            String environment = file.stem();
            Set<String> known = environments.orElse(Set.of(environment));
            if (!StraySources.looksLikeSource(entry) || strays.tellMisnamed(entry, known)) {
                continue;
            }
            Optional<SourceLayer> overlay = StraySources.isSource(entry) ? layer(file, findings) : Optional.empty();
            if (!known.contains(environment)) {
                findings.add(strayOverlay(file, known));
                continue;
            }
            overlay.ifPresent(said -> overlays.layers.put(environment, overlay(file, said.patch())));
            if (overlay.map(SourceLayer::broken).orElse(true)) {
                overlays.broken.add(environment);
            }
        }
        for (String environment : environments.orElse(Set.of())) {
            overlays.layers.computeIfAbsent(
                    environment, absent -> overlay(folder.resolve(absent + ".yaml"), LayerPatch.EMPTY));
        }
        return overlays;
    }

    private static Layer overlay(SourcePath file, LayerPatch patch) {
        return new Layer(LayerName.OVERLAY, file, patch, false);
    }

    private static Finding gone(SourcePath file) {
        return Finding.in(FindingCode.SOURCE_MISSING, file, "the repo has no repo.yaml any more")
                .help("write it, or delete the folder");
    }

    private Optional<SourceLayer> layer(SourcePath file, Findings findings) {
        int before = findings.errorCount();
        Optional<Mapping> source = documents.read(file, findings);
        return source.map(mapping -> {
            LayerPatch patch = layers.read(mapping, findings);
            return new SourceLayer(file, mapping, patch, findings.errorCount() > before);
        });
    }

    private static Finding withoutLocations(SourceLayer repo) {
        return Finding.at(FindingCode.SCHEMA_MISSING_KEY, repo.source().origin(), "the repo declares no `locations`")
                .label("no `locations`")
                .help("add `locations:` and, below it, the name of each code location with its `code_source`");
    }

    private static Finding strayOverlay(SourcePath file, Set<String> environments) {
        Finding finding = Finding.in(
                FindingCode.FLEET_UNKNOWN_ENVIRONMENT,
                file,
                "the overlay is for `" + file.stem() + "`, which is no environment in base.yaml");
        List<String> nearest = Suggestions.nearest(file.stem(), environments);
        return nearest.isEmpty()
                ? finding.help("name it after " + Names.choice(environments) + ", or delete it")
                : finding.help("rename it to " + file.parent().resolve(nearest.get(0) + ".yaml"));
    }
}
