package io.github.dagsterfleet.rule.policy;

import io.github.dagsterfleet.dagster.Side;
import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.fleet.Target;
import io.github.dagsterfleet.layer.LayerName;
import io.github.dagsterfleet.layer.Step;
import io.github.dagsterfleet.layer.Trace;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.syntax.Scalar;
import io.github.dagsterfleet.syntax.Sequence;
import java.util.List;
import java.util.Optional;

/**
 * Which Kubernetes namespace a location lives in is for those to say who own the cluster: base.yaml, environments, agents
 * and profiles. Once they do, a team may say the same again, or one of {@code policies.namespaces}. Of a file of others
 * nobody knows who wrote what.
 */
final class ForeignNamespace implements Policy {
    private static final String NAMESPACE = "namespace";
    private static final String METADATA = "metadata";

    @Override
    public void check(Deployed location, Findings findings) {
        Optional<Mapping> k8s =
                location.target().flatMap(target -> location.context().mapping("k8s"));
        if (k8s.isPresent()) {
            check(k8s.get(), location.target().orElseThrow(), findings);
        }
    }

    private static void check(Mapping k8s, Target target, Findings findings) {
        Optional<Scalar> home = k8s.scalar(NAMESPACE);
        Optional<Step> platform = home.flatMap(namespace -> platform(Trace.of(namespace)));
        home.ifPresent(namespace -> check(namespace, platform, target, findings));
        for (Side side : Side.BOTH) {
            for (Mapping.Entry part :
                    k8s.mapping(side.k8sConfig()).map(Mapping::entries).orElse(List.of())) {
                if (part.name().endsWith(METADATA) && part.value() instanceof Mapping metadata) {
                    Optional<Scalar> other = metadata.scalar(NAMESPACE).filter(said -> !home.equals(Optional.of(said)));
                    other.ifPresent(namespace ->
                            check(namespace, platform(Trace.of(namespace)).or(() -> platform), target, findings));
                }
            }
        }
    }

    private static void check(Scalar namespace, Optional<Step> platform, Target target, Findings findings) {
        Step winner = Trace.of(namespace).winner();
        Optional<Sequence> allowed =
                target.fleet().document().mapping("policies").flatMap(policies -> policies.sequence("namespaces"));
        boolean bound = platform.isPresent() || allowed.isPresent();
        boolean repeated = platform.isPresent() && platform.get().value().equals(winner.value());
        boolean listed = allowed.isPresent() && allowed.get().items().contains(namespace);
        if (isTeam(winner.layer()) && bound && !repeated && !listed) {
            findings.add(foreign(winner, namespace, platform));
        }
    }

    /** What the highest of the platform's layers says. */
    private static Optional<Step> platform(Trace trace) {
        Optional<Step> found = Optional.empty();
        for (Step step : trace.steps()) {
            if (!isTeam(step.layer()) && step.value().isPresent()) {
                found = Optional.of(step);
            }
        }
        return found;
    }

    private static boolean isTeam(LayerName layer) {
        return layer.equals(LayerName.REPO) || layer.equals(LayerName.OVERLAY);
    }

    /** In the words of the sources, so that what differs by environment only through a reference is told once. */
    private static Finding foreign(Step team, Scalar namespace, Optional<Step> platform) {
        String name = words(team.value().orElse(namespace));
        Finding finding = Finding.at(
                        FindingCode.POLICY_FOREIGN_NAMESPACE,
                        team.span(),
                        "the team chooses the namespace `" + name + "`, which the platform does not give it")
                .label("not the team's to choose")
                .help("remove it, or list it below `policies.namespaces` in environments/base.yaml");
        return platform.map(step -> finding.note(
                        "the platform says `"
                                + step.value().map(ForeignNamespace::words).orElse("") + "` here",
                        step.span()))
                .orElse(finding);
    }

    private static String words(Node said) {
        return said instanceof Scalar scalar ? scalar.text() : said.kind();
    }
}
