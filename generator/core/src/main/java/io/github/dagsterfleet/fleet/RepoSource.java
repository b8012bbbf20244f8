package io.github.dagsterfleet.fleet;

import io.github.dagsterfleet.layer.Layer;
import io.github.dagsterfleet.layer.LayerPatch;
import io.github.dagsterfleet.syntax.Scalar;
import io.github.dagsterfleet.text.SourcePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One repo's repo.yaml and overlays as read. Made by {@link RepoReader}. */
public final class RepoSource {
    private final Scalar name;
    private final Layer repo;
    private final Map<String, Layer> overlays;
    private final Set<String> brokenOverlays;

    RepoSource(Scalar name, Layer repo, Map<String, Layer> overlays, Set<String> brokenOverlays) {
        this.name = name;
        this.repo = repo;
        this.overlays = overlays;
        this.brokenOverlays = brokenOverlays;
    }

    /** The name of the repo's folder. */
    public String name() {
        return name.text();
    }

    /** The name, standing where repo.yaml begins. */
    Scalar nameScalar() {
        return name;
    }

    /** This repo with the repo.yaml of a release: what it says of single environments stays as it is here. */
    public RepoSource over(RepoSource release) {
        return new RepoSource(release.name, release.repo, overlays, brokenOverlays);
    }

    /** The folder of a repo. */
    public static SourcePath folder(String repo) {
        return Workspace.REPOS.resolve(repo);
    }

    /** Where a repo says what it is. */
    public static SourcePath file(String repo) {
        return folder(repo).resolve(RepoFolder.REPO_FILE);
    }

    /** The folder of what we own in a repo's folder. */
    public static SourcePath generated(String repo) {
        return folder(repo).resolve("generated");
    }

    /** Where a repo may say what differs in an environment. */
    public static SourcePath overlayFile(String repo, String environment) {
        return folder(repo).resolve(RepoFolder.OVERLAYS).resolve(environment + ".yaml");
    }

    /** The names of the locations that repo.yaml declares, where they stand, in written order. */
    public List<Scalar> locationNames() {
        List<Scalar> names = new ArrayList<>();
        for (LayerPatch.Named location : repo.patch().locations().values()) {
            names.add(location.name());
        }
        return names;
    }

    Layer repo() {
        return repo;
    }

    /** The overlay of an environment; one that says nothing when there is no such file. */
    Layer overlay(String environment) {
        Layer overlay = overlays.get(environment);
        if (overlay == null) {
            throw new IllegalArgumentException("base.yaml lists no environment " + environment);
        }
        return overlay;
    }

    /** Whether the overlay has errors, so that its target is not worth folding. */
    boolean isBroken(String environment) {
        return brokenOverlays.contains(environment);
    }
}
