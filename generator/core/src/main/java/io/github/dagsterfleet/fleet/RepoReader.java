package io.github.dagsterfleet.fleet;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.finding.Suggestions;
import io.github.dagsterfleet.layer.Layer;
import io.github.dagsterfleet.layer.LayerName;
import io.github.dagsterfleet.layer.LayerPatch;
import io.github.dagsterfleet.layer.LayerReader;
import io.github.dagsterfleet.source.SourceSet;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Scalar;
import io.github.dagsterfleet.text.SourcePath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the folders below {@code repos/}. Safe for use by several threads. */
public final class RepoReader {
    private static final String REPO_FILE = "repo.yaml";
    static final String OVERLAYS = "overlays";
    private static final String LOCATIONS = "locations";
    private static final String GENERATED = "generated";
    private static final Set<String> MEANT_FOR_A_REPO = Set.of(OVERLAYS, "repo.yml", "release.yaml");

    private final SourceSet sources;
    private final LayerReader layers;
    private final SourceDocuments documents;

    RepoReader(SourceSet sources, LayerReader layers) {
        this.sources = sources;
        this.layers = layers;
        this.documents = new SourceDocuments(sources);
    }

    /**
     * The names of all repos, sorted. A folder with overlays, or with a repo.yaml under nearly its name, but without a
     * repo.yaml is a finding; any other folder is somebody else's, or what is left of a repo that is gone.
     */
    public List<String> names(Findings findings) {
        List<String> names = new ArrayList<>();
        List<SourcePath> without = new ArrayList<>();
        for (SourceSet.Entry entry : sources.list(Workspace.REPOS)) {
            if (!entry.isFolder()) {
                // A link that leads out is no folder of ours; reading below it tells so.
                sources.read(entry.path().resolve(REPO_FILE), findings);
                continue;
            }
            List<SourceSet.Entry> content = sources.list(entry.path());
            if (content.stream().anyMatch(file -> file.path().fileName().equals(REPO_FILE))) {
                names.add(entry.path().fileName());
                content.stream()
                        .filter(file -> file.path().fileName().equals(OVERLAYS) && !file.isFolder())
                        .forEach(file -> sources.read(file.path(), findings)
                                .ifPresent(plain -> findings.add(overlaysIsAFile(plain.path()))));
            } else {
                content.stream()
                        .map(SourceSet.Entry::path)
                        .filter(path -> MEANT_FOR_A_REPO.contains(path.fileName()))
                        .forEach(without::add);
            }
        }
        without.forEach(path -> findings.add(withoutRepo(path, names)));
        return List.copyOf(names);
    }

    /** Folders that hold nothing but generated files: what is left of repos that are gone, sorted. */
    public List<String> abandoned() {
        List<String> names = new ArrayList<>();
        for (SourceSet.Entry entry : sources.list(Workspace.REPOS)) {
            if (entry.isFolder()) {
                List<SourceSet.Entry> content = sources.list(entry.path());
                List<String> files =
                        content.stream().map(file -> file.path().fileName()).toList();
                if (files.contains(GENERATED) && !files.contains(REPO_FILE)) {
                    names.add(entry.path().fileName());
                }
            }
        }
        return names;
    }

    /** A link out of the workspace has been told by whoever tried to read it. */
    private static Finding overlaysIsAFile(SourcePath path) {
        return Finding.in(
                        FindingCode.FLEET_STRAY_FILE,
                        path,
                        "`" + OVERLAYS + "` is a file, and overlays are files in a folder of that name")
                .help("move it to " + path + "/<environment>.yaml");
    }

    private static Finding withoutRepo(SourcePath path, List<String> names) {
        String repo = path.parent().fileName();
        Finding finding = Finding.in(
                FindingCode.FLEET_STRAY_FILE, path, "`" + repo + "` has no repo.yaml, so nothing reads this file");
        List<String> nearest = Suggestions.nearest(repo, names);
        return nearest.isEmpty()
                ? finding.help("write " + path.parent().resolve(REPO_FILE) + ", or delete the folder")
                : finding.help("move it to repos/" + nearest.get(0) + "/, or write "
                        + path.parent().resolve(REPO_FILE));
    }

    /** Whether there is a repo of this name; no other folder is looked at. */
    public boolean exists(String name) {
        if (name.isEmpty() || name.indexOf('/') >= 0 || !SourcePath.isValid(name)) {
            return false;
        }
        SourcePath folder = RepoSource.folder(name);
        return sources.list(folder).stream().anyMatch(file -> file.path().equals(folder.resolve(REPO_FILE)));
    }

    /**
     * Reads repo.yaml and every overlay; empty when repo.yaml itself has errors, since nothing that follows from it is
     * worth saying then.
     *
     * @param environments the names that overlays may have; empty when base.yaml could not tell
     */
    public Optional<RepoSource> read(String name, Optional<Set<String>> environments, Findings findings) {
        SourcePath folder = RepoSource.folder(name);
        Optional<SourceLayer> repo = layer(folder.resolve(REPO_FILE), findings);
        repo.filter(layer -> layer.source()
                        .get(LOCATIONS)
                        .map(said -> said instanceof Mapping locations && locations.isEmpty())
                        .orElse(true))
                .ifPresent(layer -> findings.add(withoutLocations(layer)));
        Map<String, Layer> overlays = new HashMap<>();
        Set<String> broken = new HashSet<>();
        for (SourceSet.Entry entry : sources.list(folder.resolve(OVERLAYS))) {
            SourcePath file = entry.path();
            if (entry.isFolder() || !file.fileName().endsWith(".yaml")) {
                findings.add(noOverlay(entry));
                continue;
            }
            String environment = file.stem();
            Optional<SourceLayer> overlay = layer(file, findings);
            if (environments.filter(known -> !known.contains(environment)).isPresent()) {
                findings.add(strayOverlay(file, environments.get()));
                continue;
            }
            overlay.ifPresent(
                    said -> overlays.put(environment, new Layer(LayerName.OVERLAY, file, said.patch(), false)));
            if (overlay.map(SourceLayer::broken).orElse(true)) {
                broken.add(environment);
            }
        }
        return repo.filter(layer -> !layer.broken()).map(layer -> {
            for (String environment : environments.orElse(Set.of())) {
                overlays.computeIfAbsent(
                        environment,
                        absent -> new Layer(
                                LayerName.OVERLAY, RepoSource.overlayFile(name, absent), LayerPatch.EMPTY, false));
            }
            Layer own = new Layer(LayerName.REPO, layer.file(), layer.patch(), false);
            return new RepoSource(Scalar.string(name, layer.source().origin()), own, overlays, broken);
        });
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

    private static Finding noOverlay(SourceSet.Entry entry) {
        SourcePath path = entry.path();
        Finding finding = Finding.in(
                FindingCode.FLEET_STRAY_FILE,
                path,
                "nothing reads this " + (entry.isFolder() ? "folder" : "file")
                        + ": an overlay is a file `<environment>.yaml`");
        return path.fileName().endsWith(".yml")
                ? finding.help("rename it to " + path.parent().resolve(path.stem() + ".yaml"))
                : finding.help("move it out of `" + OVERLAYS + "`, or delete it");
    }

    private static Finding strayOverlay(SourcePath file, Set<String> environments) {
        Finding finding = Finding.in(
                FindingCode.FLEET_UNKNOWN_ENVIRONMENT,
                file,
                "the overlay is for `" + file.stem() + "`, which is no environment in base.yaml");
        List<String> nearest = Suggestions.nearest(file.stem(), environments);
        return nearest.isEmpty()
                ? finding.help("name it after one of: " + String.join(", ", environments) + "; or delete it")
                : finding.help("rename it to " + file.parent().resolve(nearest.get(0) + ".yaml"));
    }
}
