package io.github.dagsterfleet.plus;

/**
 * A file in which {@code dg} or {@code dagster-cloud} keeps who is logged in.
 *
 * @param name as a person would write it, {@code ~/.config/dg.toml} for example; one that ends in {@code .toml} is TOML,
 *     any other is YAML
 * @param text its content, which holds a token: no finding shows a line of it
 */
public record ConfigurationFile(Tool tool, String name, SecretValue text) {
    /** Whose file it is, which says where in it the settings stand. */
    public enum Tool {
        DG,
        DAGSTER_CLOUD
    }
}
