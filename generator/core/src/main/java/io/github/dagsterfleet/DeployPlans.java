package io.github.dagsterfleet;

import io.github.dagsterfleet.fleet.Environment;
import io.github.dagsterfleet.fleet.Fleet;
import io.github.dagsterfleet.release.DeployOrder;
import io.github.dagsterfleet.release.OrderDocument;
import io.github.dagsterfleet.release.Purpose;
import io.github.dagsterfleet.release.Rollout;
import io.github.dagsterfleet.syntax.Mapping;
import java.util.List;
import java.util.Optional;

/**
 * The waves of every environment, as templates see them.
 *
 * @param known whether the needs of every repo are: what is not known must not be taken for nothing
 */
record DeployPlans(Fleet fleet, List<Rollout> repos, boolean known) {
    /** The standard file that is made from a plan. */
    private static final String FILE = "/deploy_plan.json";

    /** Empty where no repo needs another one. */
    Optional<Mapping> in(Environment environment) {
        if (!known || repos.stream().allMatch(repo -> repo.repo().needs().isEmpty())) {
            return Optional.empty();
        }
        DeployOrder order = DeployOrder.of(fleet, environment, Purpose.DEPLOY, repos);
        return order.waves().isEmpty() ? Optional.empty() : Optional.of(OrderDocument.plan(order));
    }

    /** Whether it can be told what is due at a path below {@code environments/generated}. */
    boolean tells(String path) {
        return known || !path.endsWith(FILE);
    }
}
