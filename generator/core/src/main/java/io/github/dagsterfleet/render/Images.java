package io.github.dagsterfleet.render;

import io.github.dagsterfleet.fleet.Location;
import io.github.dagsterfleet.fleet.Target;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.syntax.Scalar;
import io.github.dagsterfleet.syntax.Sequence;
import io.github.dagsterfleet.text.Origin;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where the images of a repo's locations come from, in all of its environments: from which builds, and which are ready.
 * A location may exist in some environments only, and may be built in one and ready in another.
 */
final class Images {
    /** The locations of each build. */
    private final Map<Build, Users> built = new LinkedHashMap<>();

    private final Users ready = new Users();

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
            Scalar directory = build.get()
                    .scalar("directory")
                    .orElseGet(() -> Scalar.string(".", build.get().origin()));
            built.computeIfAbsent(new Build(directory, registry.get()), key -> new Users())
                    .add(location.name(), deployment);
        } else if (location.facts().has("image")) {
            ready.add(location.name(), deployment);
        }
    }

    /** What is built, each with the locations that run it and the deployments in which they do; empty for none. */
    Optional<Sequence> builds(Origin origin) {
        List<Node> builds = new ArrayList<>(built.size());
        built.forEach((build, users) -> builds.add(Mapping.builder()
                .put("directory", build.directory())
                .put("registry", build.registry())
                .put("locations", users.sequence(origin))
                .build(build.registry().origin())));
        return builds.isEmpty() ? Optional.empty() : Optional.of(new Sequence(builds, origin));
    }

    /** The locations that run an image which somebody else built; empty for none. */
    Optional<Sequence> ready(Origin origin) {
        return ready.deployments.isEmpty() ? Optional.empty() : Optional.of(ready.sequence(origin));
    }

    /** Two are one when they say the same, wherever they say it. */
    private record Build(Scalar directory, Scalar registry) {}

    /** Locations, each with the deployments in which it is one of them. */
    private static final class Users {
        private final Map<Scalar, List<Node>> deployments = new LinkedHashMap<>();

        void add(Scalar location, Scalar deployment) {
            deployments.computeIfAbsent(location, key -> new ArrayList<>()).add(deployment);
        }

        Sequence sequence(Origin origin) {
            List<Node> users = new ArrayList<>(deployments.size());
            deployments.forEach((name, where) -> users.add(Mapping.builder()
                    .put("name", name)
                    .put("deployments", new Sequence(where, origin))
                    .build(name.origin())));
            return new Sequence(users, origin);
        }
    }
}
