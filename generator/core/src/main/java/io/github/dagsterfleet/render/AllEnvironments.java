package io.github.dagsterfleet.render;

import io.github.dagsterfleet.dagster.ServerlessPython;
import io.github.dagsterfleet.fleet.Environment;
import io.github.dagsterfleet.fleet.Target;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.syntax.Scalar;
import io.github.dagsterfleet.syntax.Sequence;
import io.github.dagsterfleet.text.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * What templates see of a repo in all of its environments together: the same in each of its models, so it is made once.
 *
 * @param facts the keys of {@code repo} that no single environment decides
 */
public record AllEnvironments(Mapping facts) {
    /** What the tree says is built: an older release of an environment only names its image. */
    public static AllEnvironments of(List<Target> targets) {
        List<Target> ofTree =
                targets.stream().filter(target -> target.release().isEmpty()).toList();
        return of(targets, ofTree.isEmpty() ? targets : ofTree);
    }

    /**
     * @param targets the repo in every environment that it is in, at least one, in promotion order
     * @param built what images are built from; at least one
     */
    public static AllEnvironments of(List<Target> targets, List<Target> built) {
        Origin origin = targets.get(0).facts().origin();
        Images images = Images.of(built);
        Mapping.Builder facts = Mapping.builder()
                .put("environments", names(targets, Environment::name, origin))
                .put("deployments", names(targets, Environment::deployment, origin))
                .put("builds", images.builds(origin))
                .put("ready_locations", images.readyLocations(origin));
        ServerlessPython.of(built.get(0)).ifPresent(version -> facts.put("python", version));
        return new AllEnvironments(facts.build(origin));
    }

    private static Sequence names(List<Target> targets, Function<Environment, Scalar> name, Origin origin) {
        List<Node> names = new ArrayList<>(targets.size());
        targets.forEach(target -> names.add(name.apply(target.environment())));
        return new Sequence(names, origin);
    }
}
