package io.github.dagsterfleet.env;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.json.JsonFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Names of secrets that exist in Kubernetes or AWS, from lists that somebody asked these for. A list from Kubernetes holds
 * the values too: nothing of a list but names is kept, and no finding shows a line of one.
 */
public final class KnownNames {
    private static final String SECRET = "Secret";

    private final List<InKubernetes> kubernetes = new ArrayList<>();
    private final List<InAws> aws = new ArrayList<>();
    private boolean hasKubernetes;
    private boolean hasAws;

    /** Whether a place exists. */
    enum Answer {
        THERE,
        NO_KEY,
        NO_SECRET
    }

    /** @param namespace empty where the list does not say it */
    private record InKubernetes(String namespace, String name, Set<String> keys) {}

    /** Of a secret in AWS, whose keys no list has. */
    private record InAws(String arn, String name) {}

    /**
     * Adds a list: {@code kubectl get secret -o json}, of one or of many, or {@code aws secretsmanager list-secrets} or
     * {@code describe-secret}.
     *
     * @param file whose content the text is, for findings
     */
    public void add(String file, String text, Findings findings) {
        if (!(JsonFormat.readUnshown(text).orElse(null) instanceof Mapping list) || !isList(list)) {
            findings.add(
                    Finding.of(FindingCode.ENV_NAMES, "`" + file + "` is no list of secrets from Kubernetes or AWS")
                            .help(
                                    "make one with `kubectl get secret --namespace <name> -o json` or `aws secretsmanager list-secrets`"));
        }
    }

    private boolean isList(Mapping list) {
        if (list.has("SecretList")) {
            hasAws = true;
            list.mappings("SecretList").forEach(this::addAws);
        } else if (list.has("ARN")) {
            hasAws = true;
            addAws(list);
        } else if (list.has("items") && list.text("kind").isPresent()) {
            hasKubernetes = true;
            list.mappings("items").forEach(this::addKubernetes);
        } else if (list.text("kind").map(SECRET::equals).orElse(false)) {
            hasKubernetes = true;
            addKubernetes(list);
        } else {
            return false;
        }
        return true;
    }

    private void addAws(Mapping secret) {
        aws.add(new InAws(secret.text("ARN").orElse(""), secret.text("Name").orElse("")));
    }

    private void addKubernetes(Mapping secret) {
        Mapping metadata = secret.mapping("metadata").orElseGet(() -> Mapping.empty(secret.origin()));
        boolean other = !secret.text("kind").map(SECRET::equals).orElse(true);
        if (!other) {
            kubernetes.add(new InKubernetes(
                    metadata.text("namespace").orElse(""),
                    metadata.text("name").orElse(""),
                    secret.mapping("data").map(data -> Set.copyOf(data.keys())).orElse(Set.of())));
        }
    }

    /** Empty when no list is of that store. */
    Optional<Answer> find(SecretPlace place) {
        if (place.isInKubernetes()) {
            return hasKubernetes ? Optional.of(inKubernetes(place)) : Optional.empty();
        }
        return place.isInAws() && hasAws ? Optional.of(inAws(place)) : Optional.empty();
    }

    private Answer inKubernetes(SecretPlace place) {
        Answer answer = Answer.NO_SECRET;
        for (InKubernetes secret : kubernetes) {
            boolean same = secret.name().equals(place.name())
                    && (secret.namespace().isEmpty()
                            || place.namespace().isEmpty()
                            || secret.namespace().equals(place.namespace()));
            if (same && secret.keys().contains(place.key())) {
                return Answer.THERE;
            }
            answer = same ? Answer.NO_KEY : answer;
        }
        return answer;
    }

    private Answer inAws(SecretPlace place) {
        return aws.stream().anyMatch(secret -> secret.arn().equals(place.via())) ? Answer.THERE : Answer.NO_SECRET;
    }
}
