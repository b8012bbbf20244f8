package io.github.dagsterfleet.env;

/**
 * Where a secret's value is.
 *
 * @param name of the secret in the catalogue
 * @param key empty where the agent is to look for the variable by its own name
 * @param via as the contract says it: {@code Secret <namespace>/<name>}, an ARN, {@code dagster-plus}, or the list that
 *     names a variable of the agent's own
 */
public record SecretPlace(String name, String key, String via) {
    private static final String KUBERNETES = "Secret ";
    private static final String AWS = "arn:";

    static SecretPlace of(String secret, String via) {
        int hash = secret.indexOf('#');
        return hash < 0
                ? new SecretPlace(secret, "", via)
                : new SecretPlace(secret.substring(0, hash), secret.substring(hash + 1), via);
    }

    /** As people write it: {@code name#key}. */
    String reference() {
        return key.isEmpty() ? name : name + "#" + key;
    }

    /** Whether {@code --names} can tell what there is. */
    static boolean isListed(String via) {
        return via.startsWith(KUBERNETES) || via.startsWith(AWS);
    }

    boolean isInKubernetes() {
        return via.startsWith(KUBERNETES);
    }

    boolean isInAws() {
        return via.startsWith(AWS);
    }

    /** Of the secret in Kubernetes; empty where the agent's own counts. */
    String namespace() {
        int slash = via.lastIndexOf('/');
        return slash < 0 ? "" : via.substring(KUBERNETES.length(), slash);
    }
}
