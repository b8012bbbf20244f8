package io.github.dagsterfleet.layer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The parts that fold to one tree, low to high. A layer may have several parts ({@code location}, then {@code
 * locations.x}) but has one snapshot, taken after its last.
 */
public final class LayerStack {
    private final List<Part> parts;

    private LayerStack(List<Part> parts) {
        this.parts = parts;
    }

    /** What one layer says in this stack; {@code said} is empty when it says nothing, which still has a snapshot. */
    record Part(Layer layer, List<Said> said) {}

    /**
     * One part of what a layer says. Two are equal when they are one patch: what is said by name is in one stack alone.
     *
     * @param place the key in the file below which it stands, as messages name it
     */
    record Said(Place place, Patch patch) {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Said that && patch == that.patch;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(patch);
        }
    }

    List<Part> parts() {
        return parts;
    }

    /** The repo's own facts. */
    public static LayerStack ofRepo(List<Layer> layers) {
        return of(layers, patch -> List.of(whole(patch.repo())));
    }

    /** The selectors of the repo; the layers given are those that exist without them. */
    public static LayerStack ofRepoSelectors(List<Layer> layers) {
        return of(layers, patch -> List.of(whole(patch.selectors())));
    }

    /** The facts of one location. */
    public static LayerStack ofLocation(List<Layer> layers, String name) {
        Place place = Place.named("locations", name);
        return of(
                layers,
                patch -> List.of(
                        whole(patch.location()), said(place, patch.locations().get(name), LayerPatch.Named::patch)));
    }

    /** The selectors of one location. */
    public static LayerStack ofLocationSelectors(List<Layer> layers, String name) {
        Place place = Place.named("locations", name);
        return of(
                layers,
                patch -> List.of(
                        whole(patch.locationSelectors()),
                        said(place, patch.locations().get(name), LayerPatch.Named::selectors)));
    }

    /** The facts of one project. */
    public static LayerStack ofProject(List<Layer> layers, String path) {
        Place place = Place.named("projects", path);
        return of(
                layers,
                patch -> List.of(
                        whole(patch.project()), said(place, patch.projects().get(path), LayerPatch.Named::patch)));
    }

    private static Optional<Said> whole(Optional<Patch> patch) {
        return patch.map(said -> new Said(Place.ROOT, said));
    }

    private static Optional<Said> said(
            Place place, LayerPatch.@Nullable Named named, Function<LayerPatch.Named, Optional<Patch>> part) {
        Optional<Patch> patch = named == null ? Optional.empty() : part.apply(named);
        return patch.isPresent() ? Optional.of(new Said(place, patch.get())) : Optional.empty();
    }

    private static LayerStack of(List<Layer> layers, Function<LayerPatch, List<Optional<Said>>> select) {
        List<Part> parts = new ArrayList<>(layers.size());
        for (Layer layer : layers) {
            List<Said> said = new ArrayList<>(2);
            for (Optional<Said> part : select.apply(layer.patch())) {
                if (part.isPresent()) {
                    said.add(part.get());
                }
            }
            parts.add(new Part(layer, List.copyOf(said)));
        }
        return new LayerStack(List.copyOf(parts));
    }
}
