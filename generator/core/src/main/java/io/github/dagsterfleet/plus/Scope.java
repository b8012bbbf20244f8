package io.github.dagsterfleet.plus;

import java.util.Arrays;
import java.util.Optional;

/** Which deployments a variable of Dagster+ reaches; one variable may have several. */
public enum Scope {
    /** The full deployment itself. */
    FULL("full", "fullDeploymentScope"),
    /** Every branch deployment that is based on it. */
    BRANCH("branch", "allBranchDeploymentsScope"),
    /** The laptops that run {@code dg plus pull env}. */
    LOCAL("local", "localDeploymentScope");

    private final String word;
    private final String field;

    Scope(String word, String field) {
        this.word = word;
        this.field = field;
    }

    /** As {@code env_set.json} and {@code dg} have it. */
    public String word() {
        return word;
    }

    /** As the API has it. */
    String field() {
        return field;
    }

    /** The scope of this word. */
    public static Optional<Scope> ofWord(String word) {
        return Arrays.stream(values()).filter(scope -> scope.word.equals(word)).findFirst();
    }
}
