package io.github.dagsterfleet.render;

import io.github.dagsterfleet.fleet.Location;
import io.github.dagsterfleet.fleet.Target;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.syntax.Scalar;
import io.github.dagsterfleet.syntax.Sequence;
import io.github.dagsterfleet.text.Origin;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where the images of a repo's locations come from, in all of its environments: which builds make them, and which are
 * ready. A location may exist in some environments only, and may be built in one and ready in another.
 */
final class Images {
    private final Map<Build, Runners> built = new LinkedHashMap<>();
    private final Runners ready = new Runners();

    private Images() {}

    /** @param everywhere the repo in all environments that it is in, in promotion order */
    static Images of(List<Target> everywhere) {
        Images images = new Images();
        for (Target target : everywhere) {
            for (Location location : target.locations()) {
                images.add(location, target.environment().deployment());
            }
        }
        return images;
    }

    private void add(Location location, Scalar deployment) {
        Optional<Mapping> build = location.facts().mapping("build");
        Optional<Scalar> registry = build.flatMap(said -> said.scalar("registry"));
        if (registry.isPresent()) {
            Scalar directory = build.flatMap(said -> said.scalar("directory"))
                    .orElseGet(() -> Scalar.string(".", registry.get().origin()));
            built.computeIfAbsent(new Build(directory, registry.get()), key -> new Runners())
                    .add(location.name(), deployment);
        } else if (location.facts().has("image")) {
            ready.add(location.name(), deployment);
        }
    }

    /** What is built, each with a name of its own and the locations that run it. */
    Sequence builds(Origin origin) {
        List<Node> builds = new ArrayList<>(built.size());
        Set<String> names = new HashSet<>();
        built.forEach((build, runners) -> builds.add(Mapping.builder()
                .put("name", runners.name(names))
                .put("directory", build.directory())
                .put("registry", build.registry())
                .put("locations", runners.sequence(origin))
                .build(build.registry().origin())));
        return new Sequence(builds, origin);
    }

    /** The locations that run an image which somebody else built. */
    Sequence readyLocations(Origin origin) {
        return ready.sequence(origin);
    }

    /** Two are one when they say the same, wherever they say it. */
    private record Build(Scalar directory, Scalar registry) {}

    /** The locations that run one image, each with the deployments in which it does. */
    private static final class Runners {
        private final Map<Scalar, List<Node>> deployments = new LinkedHashMap<>();

        void add(Scalar location, Scalar deployment) {
            deployments.computeIfAbsent(location, key -> new ArrayList<>()).add(deployment);
        }

        Sequence sequence(Origin origin) {
            List<Node> runners = new ArrayList<>(deployments.size());
            deployments.forEach((name, where) -> runners.add(Mapping.builder()
                    .put("name", name)
                    .put("deployments", new Sequence(where, origin))
                    .build(name.origin())));
            return new Sequence(runners, origin);
        }

        /** That of the first location; where it runs another image elsewhere, with the deployment in which it runs this. */
        Scalar name(Set<String> taken) {
            Map.Entry<Scalar, List<Node>> first =
                    deployments.entrySet().iterator().next();
            Scalar location = first.getKey();
            StringBuilder name = new StringBuilder(location.text().replace('.', '-'));
            if (name.charAt(0) <= '9') {
                name.insert(0, '_');
            }
            while (!taken.add(name.toString().toLowerCase(Locale.ROOT))) {
                name.append('-').append(((Scalar) first.getValue().get(0)).text());
            }
            return Scalar.string(name.toString(), location.origin());
        }
    }
}
