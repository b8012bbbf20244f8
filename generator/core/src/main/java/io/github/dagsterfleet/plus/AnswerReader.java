package io.github.dagsterfleet.plus;

import io.github.dagsterfleet.finding.Outcome;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Sequence;
import io.github.dagsterfleet.syntax.json.JsonFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds in a reply what was asked for, or says why it is not there. */
final class AnswerReader {
    private static final int OK = 200;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;

    private final Operation operation;
    private final Complaint complaint;

    AnswerReader(Operation operation, Complaint complaint) {
        this.operation = operation;
        this.complaint = complaint;
    }

    /** The content of the operation's root field, when it is what a success looks like. */
    Outcome<Mapping> read(Persistence.Result result) {
        if (result.reply() instanceof Reply.Answered answered) {
            return answered.isTemporary()
                    ? Outcome.failed(complaint.busy(answered.status(), result.requests()))
                    : read(answered);
        }
        return Outcome.failed(complaint.silent(((Reply.Silent) result.reply()).reason(), result.requests()));
    }

    private Outcome<Mapping> read(Reply.Answered answered) {
        int status = answered.status();
        if (status == UNAUTHORIZED) {
            return Outcome.failed(complaint.unknownToken());
        }
        if (status == FORBIDDEN) {
            return Outcome.failed(complaint.forbidden());
        }
        if (status == NOT_FOUND) {
            return Outcome.failed(complaint.notFound());
        }
        if (status >= 300 && status < 400) {
            return Outcome.failed(complaint.redirect(answered.location().orElse("")));
        }
        Optional<Mapping> document = document(answered.body());
        Optional<Sequence> errors = document.flatMap(root -> root.sequence("errors"));
        if (errors.isPresent() && !errors.get().items().isEmpty()) {
            return Outcome.failed(complaint.failed(errors.get().mappings().stream()
                    .flatMap(error -> error.text("message").stream())
                    .collect(Collectors.joining("; "))));
        }
        if (status != OK) {
            return Outcome.failed(complaint.noAnswer("what answers is not Dagster+: it answers " + status));
        }
        return document.flatMap(root -> root.mapping("data"))
                .flatMap(data -> data.mapping(operation.root()))
                .map(this::content)
                .orElseGet(() -> Outcome.failed(complaint.noAnswer(
                        document.isPresent()
                                ? "the answer holds no `" + operation.root() + "`"
                                : "what answers is not Dagster+: it answers with " + kind(answered.body()))));
    }

    private Outcome<Mapping> content(Mapping content) {
        String type = content.text("__typename").orElse("");
        String said = content.text("message").orElse("");
        if (type.equals(operation.success())) {
            return Outcome.ok(content);
        }
        return Outcome.failed(
                switch (type) {
                    case "UnauthorizedError" -> complaint.forbidden(said);
                    case "TooManySecretsError" -> complaint.tooMany(said);
                    case "InvalidSecretInputError" -> complaint.refused(said);
                    case "SecretAlreadyExistsError" -> complaint.shared(said);
                    case "PythonError" -> complaint.failed(said);
                    default -> complaint.noAnswer("`" + operation.root() + "` is of a type that nobody knows");
                });
    }

    /** Whatever the answer says it is, as Dagster's own client reads it. */
    private static Optional<Mapping> document(String body) {
        return JsonFormat.readUnshown(body)
                .flatMap(read -> read instanceof Mapping mapping ? Optional.of(mapping) : Optional.empty());
    }

    private static String kind(String body) {
        String start = body.stripLeading().toLowerCase(Locale.ROOT);
        if (start.isEmpty()) {
            return "nothing at all";
        }
        return start.startsWith("<") ? "a web page" : "something other than JSON";
    }
}
