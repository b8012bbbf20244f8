package io.github.dagsterfleet.rule.file;

import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.schema.Reading;
import io.github.dagsterfleet.schema.Shape;
import io.github.dagsterfleet.schema.ShapeReader;
import io.github.dagsterfleet.schema.Shapes;
import io.github.dagsterfleet.schema.Subject;
import io.github.dagsterfleet.syntax.Mapping;
import java.util.List;

/**
 * The schema that Dagster+ applies to each location as it is sent, without its {@code build}; and, inside of Kubernetes
 * objects, which that schema leaves open, what our shapes know of the agent's own parser.
 */
final class DeploySchema implements Rule {
    private static final Nulls NULLS = Nulls.of(List.of(""), List.of("image", "pex_bundle"))
            .and(Nulls.of(
                    List.of("container_context.k8s."),
                    List.of(
                            "namespace",
                            "image_pull_policy",
                            "service_account_name",
                            "scheduler_name",
                            "env_vars",
                            "env_secrets",
                            "env_config_maps",
                            "image_pull_secrets",
                            "resources")))
            .and(Nulls.of(List.of("container_context.ecs."), List.of("secrets", "secrets_tags")));

    @Override
    public void check(ParsedFile file, Findings findings) {
        Shape shape =
                NewerKeys.OF_LOCATIONS.knownTo(file.version(), Shapes.standard().locationDocument());
        for (Mapping location : file.locations()) {
            Mapping sent = location.toBuilder().remove("build").build(location.origin());
            Findings found = new Findings();
            new ShapeReader(shape, Reading.FOREIGN, found)
                    .read(
                            NULLS.droppedFrom(sent),
                            shape,
                            Subject.below("locations").items());
            KubernetesSettings settings = KubernetesSettings.of(location, shape);
            found.list()
                    .forEach(finding -> findings.add(
                            switch (finding.code()) {
                                // an item twice, and one of env_vars that names no variable, are taken by Dagster+
                                case SCHEMA_DUPLICATE_ITEM -> finding.asWarning();
                                case SCHEMA_PATTERN -> finding;
                                default -> settings.judged(finding);
                            }));
        }
    }
}
