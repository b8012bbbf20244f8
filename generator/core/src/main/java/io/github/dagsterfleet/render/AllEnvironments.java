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
    /** @param targets the repo in every environment that it is in, at least one, in promotion order */
    public static AllEnvironments of(List<Target> targets) {
        Target first = targets.get(0);
        Origin origin = first.facts().origin();
        // The workflow is made from the tree, and builds what the tree says; an older release only names its image.
        List<Target> ofTree =
                targets.stream().filter(target -> target.release().isEmpty()).toList();
        Images images = Images.of(ofTree.isEmpty() ? targets : ofTree);
        Mapping.Builder facts = Mapping.builder()
                .put("environments", names(targets, Environment::name, origin))
                .put("deployments", names(targets, Environment::deployment, origin))
                .put("builds", images.builds(origin))
                .put("ready_locations", images.readyLocations(origin));
        ServerlessPython.of(first).ifPresent(version -> facts.put("python", version));
        return new AllEnvironments(facts.build(origin));
    }

    private static Sequence names(List<Target> targets, Function<Environment, Scalar> name, Origin origin) {
        List<Node> names = new ArrayList<>(targets.size());
        targets.forEach(target -> names.add(name.apply(target.environment())));
        return new Sequence(names, origin);
    }
}
