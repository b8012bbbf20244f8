package io.github.dagsterfleet.render;

import io.github.dagsterfleet.schema.ListPolicy;
import io.github.dagsterfleet.schema.ListShape;
import io.github.dagsterfleet.schema.MappingShape;
import io.github.dagsterfleet.schema.ScalarShape;
import io.github.dagsterfleet.schema.Shape;
import io.github.dagsterfleet.schema.Shapes;
import io.github.dagsterfleet.syntax.ScalarType;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a template may ask for: the contract of {@code generator/docs/templates.md}, version 1. Names are only ever added.
 * Facts and documents that have a schema of their own have its shape here too.
 */
final class ModelShapes {
    private static final Shape TEXT = Shape.ofScalar("text", ScalarShape.of(ScalarType.STRING));
    private static final Shape FLAG = Shape.ofScalar("flag", ScalarShape.of(ScalarType.BOOLEAN));

    private ModelShapes() {}

    private static final class Standard {
        static final Shape FLEET = fleet();
        static final Shape ENVIRONMENT = environmentScope();
        static final Shape REPO = repoScope().shape();
        static final Shape PROJECT = repoScope().with("project", project()).shape();
    }

    /** The shape of the model that templates of the scope see; made on first use. */
    static Shape of(Scope scope) {
        return switch (scope) {
            case FLEET -> Standard.FLEET;
            case ENVIRONMENT -> Standard.ENVIRONMENT;
            case REPO, REPO_AT_ENVIRONMENT -> Standard.REPO;
            case PROJECT, PROJECT_AT_ENVIRONMENT -> Standard.PROJECT;
        };
    }

    private static Shape fleet() {
        return organisation()
                .with("environments", list(environment().shape()))
                .with("repos", list(repo().shape()))
                .shape();
    }

    private static Shape environmentScope() {
        Shape document = Shapes.standard().environment();
        return organisation()
                .with(
                        "environment",
                        environment()
                                .with("deployment_settings", below(document, "deployment_settings"))
                                .with("alert_policies", below(document, "alert_policies"))
                                .shape())
                .with("deploy_plan", Shapes.standard().deployPlan())
                .shape();
    }

    private static Keys repoScope() {
        Shapes known = Shapes.standard();
        return organisation()
                .with("environment", environment().shape())
                .with("repo", repo().shape())
                .with("vars", below(known.repo(), "vars"))
                .with("env", below(known.location(), "env"))
                .with("locations", below(known.dagsterCloud(), "locations"))
                .with("env_set", known.envSet())
                .with("env_example", envExample());
    }

    private static Keys organisation() {
        return new Keys("model").with("organization", TEXT).with("dagster", TEXT);
    }

    private static Keys environment() {
        return new Keys("environment")
                .with("name", TEXT)
                .with("deployment", TEXT)
                .with("kind", TEXT)
                .with("branch_deployments", FLAG);
    }

    private static Keys repo() {
        Shapes known = Shapes.standard();
        return new Keys("repo")
                .with("name", TEXT)
                .with("team", TEXT)
                .with("owners", list(TEXT))
                .with("platform", TEXT)
                .with("git", below(known.repo(), "git"))
                .with("build", below(known.location(), "build"))
                .with("environments", list(TEXT))
                .with("deployments", list(TEXT))
                .with("promoted", list(promoted()))
                .with("builds", list(build()))
                .with("ready_locations", list(runner()))
                .with("python", TEXT);
    }

    private static Shape promoted() {
        return new Keys("promoted").with("name", TEXT).with("deployment", TEXT).shape();
    }

    private static Shape build() {
        return new Keys("build")
                .with("name", TEXT)
                .with("directory", TEXT)
                .with("registry", TEXT)
                .with("locations", list(runner()))
                .shape();
    }

    /** A location that runs an image. */
    private static Shape runner() {
        return new Keys("location")
                .with("name", TEXT)
                .with("deployments", list(TEXT))
                .shape();
    }

    private static Shape project() {
        return new Keys("project")
                .with("path", TEXT)
                .with("pyproject", Shapes.standard().pyproject())
                .shape();
    }

    private static Shape envExample() {
        Shape secret =
                new Keys("secret").with("name", TEXT).with("description", TEXT).shape();
        Shape other = new Keys("value")
                .with("location", TEXT)
                .with("name", TEXT)
                .with("value", TEXT)
                .shape();
        return new Keys("env_example")
                .with("values", Shape.UNTYPED)
                .with("secrets", list(secret))
                .with("others", list(other))
                .shape();
    }

    private static Shape below(Shape shape, String key) {
        return shape.below(key).orElseThrow(() -> new IllegalStateException(shape.name() + " has no " + key));
    }

    private static Shape list(Shape item) {
        return Shape.ofList("list", new ListShape(item, ListPolicy.REPLACE));
    }

    /** A mapping's keys, while they are listed. */
    private record Keys(String name, Map<String, Shape> shapes) {
        Keys(String name) {
            this(name, new LinkedHashMap<>());
        }

        Keys with(String key, Shape shape) {
            shapes.put(key, shape);
            return this;
        }

        Shape shape() {
            return Shape.ofMapping(name, MappingShape.closed(shapes));
        }
    }
}
