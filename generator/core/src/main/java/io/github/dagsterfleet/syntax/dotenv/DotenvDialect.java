package io.github.dagsterfleet.syntax.dotenv;

/** Who reads files of {@code NAME=value}, each by rules of its own. */
public enum DotenvDialect {
    /** The Python library, through which {@code dg} and Dagster's code read them. */
    PYTHON("python-dotenv and dg"),
    /** {@code . ./.env} in a POSIX shell. */
    SHELL("sh"),
    /** {@code docker run --env-file}, which knows no quotes: what stands behind the {@code =} is the value. */
    DOCKER("docker --env-file");

    private final String word;

    DotenvDialect(String word) {
        this.word = word;
    }

    /** What people call it. */
    public String word() {
        return word;
    }
}
