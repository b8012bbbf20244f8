package io.github.dagsterfleet.layer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The parts that fold to one tree, low to high. A layer may have several parts ({@code location}, then {@code
 * locations.x}) but has one snapshot, taken after its last.
 */
public final class LayerStack {
    private final List<Part> parts;

    private LayerStack(List<Part> parts) {
        this.parts = parts;
    }

    /** What one layer says in this stack; {@code patches} is empty when it says nothing, which still has a snapshot. */
    record Part(Layer layer, List<Patch> patches) {}

    List<Part> parts() {
        return parts;
    }

    /** The repo's own facts. */
    public static LayerStack ofRepo(List<Layer> layers) {
        return of(layers, patch -> List.of(patch.repo()));
    }

    /** The selectors of the repo; the layers given are those that exist without them. */
    public static LayerStack ofRepoSelectors(List<Layer> layers) {
        return of(layers, patch -> List.of(patch.selectors()));
    }

    /** The facts of one location. */
    public static LayerStack ofLocation(List<Layer> layers, String name) {
        return of(
                layers,
                patch -> List.of(patch.location(), named(patch.locations().get(name), true)));
    }

    /** The selectors of one location. */
    public static LayerStack ofLocationSelectors(List<Layer> layers, String name) {
        return of(
                layers,
                patch -> List.of(
                        patch.locationSelectors(), named(patch.locations().get(name), false)));
    }

    /** The facts of one project. */
    public static LayerStack ofProject(List<Layer> layers, String path) {
        return of(
                layers, patch -> List.of(patch.project(), named(patch.projects().get(path), true)));
    }

    private static Optional<Patch> named(LayerPatch.@org.jspecify.annotations.Nullable Named named, boolean facts) {
        if (named == null) {
            return Optional.empty();
        }
        return facts ? named.patch() : named.selectors();
    }

    private static LayerStack of(List<Layer> layers, Function<LayerPatch, List<Optional<Patch>>> select) {
        List<Part> parts = new ArrayList<>(layers.size());
        for (Layer layer : layers) {
            List<Patch> said = new ArrayList<>(2);
            select.apply(layer.patch()).forEach(patch -> patch.ifPresent(said::add));
            parts.add(new Part(layer, List.copyOf(said)));
        }
        return new LayerStack(List.copyOf(parts));
    }
}
