package io.github.dagsterfleet.fleet;

import io.github.dagsterfleet.layer.Layer;
import io.github.dagsterfleet.layer.LayerName;
import io.github.dagsterfleet.layer.LayerPatch;
import io.github.dagsterfleet.text.SourcePath;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Everything below {@code environments/} that repos share, read once. Made by {@link WorkspaceReader}. */
public final class Workspace {
    /** Where base.yaml, the environments and the profiles stand. */
    public static final SourcePath ENVIRONMENTS = new SourcePath("environments");

    /** The folder of what is the same in every environment; no environment has this name. */
    public static final String ALL = "all";

    /** The folder of what we own beside repos. */
    public static final SourcePath GENERATED = ENVIRONMENTS.resolve("generated");
    /** The file that makes a folder a workspace. */
    public static final SourcePath BASE = ENVIRONMENTS.resolve("base.yaml");
    /** Where the folders of the repos stand. */
    public static final SourcePath REPOS = new SourcePath("repos");

    private final Fleet fleet;
    private final Map<String, SourcePath> profiles;
    private final Map<Key, Layer> layers;
    private final Set<Layer> broken;

    private Workspace(Fleet fleet, Map<String, SourcePath> profiles, Map<Key, Layer> layers, Set<Layer> broken) {
        this.fleet = fleet;
        this.profiles = profiles;
        this.layers = layers;
        this.broken = broken;
    }

    /** Names one shared layer: what {@code explain} calls it, whose it is, and for which environment. */
    private record Key(LayerName name, String owner, String environment) {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key that
                    && name.equals(that.name)
                    && owner.equals(that.owner)
                    && environment.equals(that.environment);
        }

        @Override
        public int hashCode() {
            return 31 * (31 * name.hashCode() + owner.hashCode()) + environment.hashCode();
        }
    }

    public Fleet fleet() {
        return fleet;
    }

    /**
     * What an environment sees that renders from a release: of the release all that holds in every environment, of this
     * workspace what is specific to one, and every catalogue. Of a profile that only the release has, all of it.
     *
     * @param release the same workspace as it was in the release
     */
    public Workspace over(Workspace release) {
        Map<Key, Layer> mixed = new HashMap<>(release.layers);
        layers.forEach((key, layer) -> {
            if (key.name.isEnvironmentSpecific()) {
                mixed.put(key, layer);
            } else {
                mixed.computeIfAbsent(key, absent -> new Layer(absent.name, layer.file(), LayerPatch.EMPTY, true));
            }
        });
        release.profiles.forEach((profile, file) -> fleet.environments()
                .keySet()
                .forEach(environment -> mixed.computeIfAbsent(
                        new Key(LayerName.profileAtEnvironment(profile), profile, environment),
                        absent -> new Layer(absent.name, file, LayerPatch.EMPTY, true))));
        Set<Layer> unusable = new HashSet<>(broken);
        unusable.addAll(release.broken);
        return new Workspace(fleet.asReleased(release.fleet), release.profiles, mixed, unusable);
    }

    /** The profiles that exist, by name in order of their files. */
    public Collection<String> profiles() {
        return profiles.keySet();
    }

    /** Where each profile stands, by name in order of the files. */
    Map<String, SourcePath> profileFiles() {
        return profiles;
    }

    Layer base() {
        return layer(new Key(LayerName.BASE, "", ""));
    }

    Layer environment(String environment) {
        return layer(new Key(LayerName.ENVIRONMENT, "", environment));
    }

    List<Layer> agent(String agent, String environment) {
        return List.of(
                layer(new Key(LayerName.AGENT, agent, "")),
                layer(new Key(LayerName.AGENT_AT_ENVIRONMENT, agent, environment)));
    }

    List<Layer> profile(String profile, String environment) {
        return List.of(
                layer(new Key(LayerName.profile(profile), profile, "")),
                layer(new Key(LayerName.profileAtEnvironment(profile), profile, environment)));
    }

    /** Every shared layer that says something, in order of its file. */
    public Collection<Layer> layers() {
        return layers.values();
    }

    /** Whether a layer has errors, so that nothing which follows from it is worth saying. */
    boolean isBroken(Layer layer) {
        return broken.contains(layer);
    }

    private Layer layer(Key key) {
        Layer layer = layers.get(key);
        if (layer == null) {
            throw new IllegalArgumentException("no layer " + key);
        }
        return layer;
    }

    /** Collects what is read; a layer that is never given says nothing. */
    static final class Builder {
        private final Map<Key, SourceLayer> said = new LinkedHashMap<>();
        private final Map<String, SourcePath> profiles = new LinkedHashMap<>();
        private final Set<SourcePath> brokenFiles = new HashSet<>();

        /** What the file would say in any layer is not known. */
        void broken(SourcePath file) {
            brokenFiles.add(file);
        }

        void base(SourceLayer layer) {
            said.put(new Key(LayerName.BASE, "", ""), layer);
        }

        void environment(String environment, SourceLayer layer) {
            said.put(new Key(LayerName.ENVIRONMENT, "", environment), layer);
        }

        void agent(String agent, SourceLayer layer) {
            said.put(new Key(LayerName.AGENT, agent, ""), layer);
        }

        void agentAt(String agent, String environment, SourceLayer layer) {
            said.put(new Key(LayerName.AGENT_AT_ENVIRONMENT, agent, environment), layer);
        }

        void profileFile(String profile, SourcePath file) {
            profiles.put(profile, file);
        }

        void profile(String profile, SourceLayer layer) {
            said.put(new Key(LayerName.profile(profile), profile, ""), layer);
        }

        void profileAt(String profile, String environment, SourceLayer layer) {
            said.put(new Key(LayerName.profileAtEnvironment(profile), profile, environment), layer);
        }

        Workspace build(Fleet fleet) {
            Map<Key, Layer> layers = new LinkedHashMap<>();
            Set<Layer> broken = new HashSet<>();
            said.forEach((key, layer) -> {
                Layer shared = new Layer(key.name, layer.file(), layer.patch(), true);
                layers.put(key, shared);
                if (layer.broken()) {
                    broken.add(shared);
                }
            });
            addSilent(fleet, layers);
            layers.values().stream()
                    .filter(layer -> brokenFiles.contains(layer.file()))
                    .forEach(broken::add);
            return new Workspace(
                    fleet, Collections.unmodifiableMap(new LinkedHashMap<>(profiles)), new HashMap<>(layers), broken);
        }

        private void addSilent(Fleet fleet, Map<Key, Layer> layers) {
            silent(layers, new Key(LayerName.BASE, "", ""), BASE);
            for (String environment : fleet.environments().keySet()) {
                SourcePath file = environmentFile(environment);
                silent(layers, new Key(LayerName.ENVIRONMENT, "", environment), file);
                fleet.agents().keySet().forEach(agent -> {
                    silent(layers, new Key(LayerName.AGENT, agent, ""), BASE);
                    silent(layers, new Key(LayerName.AGENT_AT_ENVIRONMENT, agent, environment), file);
                });
                profiles.forEach((profile, profileFile) -> {
                    silent(layers, new Key(LayerName.profile(profile), profile, ""), profileFile);
                    silent(layers, new Key(LayerName.profileAtEnvironment(profile), profile, environment), profileFile);
                });
            }
        }

        private static void silent(Map<Key, Layer> layers, Key key, SourcePath file) {
            layers.computeIfAbsent(key, name -> new Layer(name.name, file, LayerPatch.EMPTY, true));
        }
    }

    /** Where the facts of an environment stand. */
    public static SourcePath environmentFile(String environment) {
        return ENVIRONMENTS.resolve(environment + ".yaml");
    }
}
