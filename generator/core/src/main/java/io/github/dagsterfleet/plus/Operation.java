package io.github.dagsterfleet.plus;

import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Scalar;
import io.github.dagsterfleet.syntax.ScalarType;
import io.github.dagsterfleet.syntax.json.JsonFormat;
import io.github.dagsterfleet.text.SourcePath;
import io.github.dagsterfleet.text.SourceText;
import io.github.dagsterfleet.text.Span;
import java.util.Optional;
import java.util.Set;

/**
 * What is asked of the GraphQL API. Field, arguments and types are those of Dagster's own clients, as {@code
 * conformance/plus_requests.py} holds them against these; what is asked back is less, because it never has a value. No
 * client of Python removes a variable: {@code deleteSecret} is as dg's published schema and Dagster's Terraform provider
 * have it.
 */
enum Operation {
    LIST(
            "ListSecrets",
            "secretsOrError",
            "Secrets",
            """
            query ListSecrets($locationName: String, $scopes: SecretScopesInput!, $secretName: String) {
              secretsOrError(locationName: $locationName, scopes: $scopes, secretName: $secretName) {
                __typename
                ... on Secrets {
                  secrets {
                    id
                    secretName
                    locationNames
                    fullDeploymentScope
                    allBranchDeploymentsScope
                    localDeploymentScope
                  }
                }
                ... on UnauthorizedError { message }
                ... on PythonError { message }
              }
            }
            """),
    PUT(
            "CreateOrUpdateSecretForScopes",
            "createOrUpdateSecretForScopes",
            "CreateOrUpdateSecretSuccess",
            """
            mutation CreateOrUpdateSecretForScopes($secretName: String!, $secretValue: String!, $scopes: SecretScopesInput!, $locationName: String) {
              createOrUpdateSecretForScopes(secretName: $secretName, secretValue: $secretValue, scopes: $scopes, locationName: $locationName) {
                __typename
                ... on CreateOrUpdateSecretSuccess { secret { id } }
                ... on SecretAlreadyExistsError { message }
                ... on TooManySecretsError { message }
                ... on InvalidSecretInputError { message }
                ... on UnauthorizedError { message }
                ... on PythonError { message }
              }
            }
            """),
    REMOVE(
            "DeleteSecret",
            "deleteSecret",
            "DeleteSecretSuccess",
            """
            mutation DeleteSecret($secretId: String!) {
              deleteSecret(secretId: $secretId) {
                __typename
                ... on DeleteSecretSuccess { secretId }
                ... on UnauthorizedError { message }
                ... on PythonError { message }
              }
            }
            """);

    private static final Span NOWHERE = new SourceText(SourcePath.ROOT, "").whole();

    private final String title;
    private final String root;
    private final String success;
    private final String text;

    Operation(String title, String root, String success, String text) {
        this.title = title;
        this.root = root;
        this.success = success;
        this.text = text;
    }

    /** The field that answers. */
    String root() {
        return root;
    }

    /** The type of the answer when all is well. */
    String success() {
        return success;
    }

    /** The body of a request. */
    String body(Mapping variables) {
        return JsonFormat.INSTANCE.write(Mapping.builder()
                .put("query", text(text))
                .put("operationName", text(title))
                .put("variables", variables)
                .build(NOWHERE));
    }

    /** All that there is, whatever it is for. */
    static Mapping everything() {
        return Mapping.builder()
                .put("locationName", none())
                .put("scopes", scopes(Set.of(Scope.values())))
                .build(NOWHERE);
    }

    static Mapping one(String name, SecretValue value, Set<Scope> scopes, Optional<String> location) {
        return Mapping.builder()
                .put("secretName", text(name))
                .put("secretValue", text(value.reveal()))
                .put("scopes", scopes(scopes))
                .put("locationName", location.map(Operation::text).orElseGet(Operation::none))
                .build(NOWHERE);
    }

    static Mapping id(String id) {
        return Mapping.builder().put("secretId", text(id)).build(NOWHERE);
    }

    private static Mapping scopes(Set<Scope> scopes) {
        Mapping.Builder said = Mapping.builder();
        for (Scope scope : Scope.values()) {
            said.put(scope.field(), new Scalar(String.valueOf(scopes.contains(scope)), ScalarType.BOOLEAN, NOWHERE));
        }
        return said.build(NOWHERE);
    }

    private static Scalar text(String text) {
        return Scalar.string(text, NOWHERE);
    }

    private static Scalar none() {
        return new Scalar("null", ScalarType.NULL, NOWHERE);
    }
}
