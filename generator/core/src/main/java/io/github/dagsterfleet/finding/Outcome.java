package io.github.dagsterfleet.finding;

import io.github.dagsterfleet.secret.Redaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** What a stage returns: a value, perhaps with warnings, or the findings that stopped it. */
public sealed interface Outcome<T> {
    /** In the order found; {@link Failed} holds at least one error. */
    List<Finding> findings();

    /** The value, if there is one. */
    Optional<T> value();

    /** The next stage, told what this one found; a failure stays one. */
    <R> Outcome<R> then(Function<? super T, Outcome<R>> next);

    /**
     * The same without any secret, for whoever prints it.
     *
     * @param redacted makes the same value without secrets
     */
    default Outcome<T> redacted(Redaction redaction, BiFunction<T, Redaction, T> redacted) {
        return map(value -> redacted.apply(value, redaction), finding -> finding.redacted(redaction));
    }

    /** As good or bad as this, with another value, if there is one, and each finding told otherwise. */
    <R> Outcome<R> map(Function<? super T, R> value, UnaryOperator<Finding> finding);

    static <T> Outcome<T> ok(T value) {
        return new Ok<>(value, List.of());
    }

    /** {@link Ok} unless there are errors among the findings. */
    static <T> Outcome<T> of(T value, Findings findings) {
        return findings.hasErrors() ? new Failed<>(findings.list()) : new Ok<>(value, findings.list());
    }

    static <T> Outcome<T> failed(Findings findings) {
        return new Failed<>(findings.list());
    }

    /** @param error the only finding */
    static <T> Outcome<T> failed(Finding error) {
        return new Failed<>(List.of(error));
    }

    /** The stage made its value. */
    record Ok<T>(T get, List<Finding> findings) implements Outcome<T> {
        public Ok {
            findings = List.copyOf(findings);
        }

        @Override
        public Optional<T> value() {
            return Optional.of(get);
        }

        @Override
        public <R> Outcome<R> then(Function<? super T, Outcome<R>> next) {
            Outcome<R> result = next.apply(get);
            if (findings.isEmpty()) {
                return result;
            }
            List<Finding> both = new ArrayList<>(findings);
            both.addAll(result.findings());
            return result instanceof Ok<R> ok ? new Ok<>(ok.get, both) : new Failed<>(both);
        }

        @Override
        public <R> Outcome<R> map(Function<? super T, R> value, UnaryOperator<Finding> finding) {
            return new Ok<>(value.apply(get), findings.stream().map(finding).toList());
        }
    }

    /** The stage could not make its value. */
    record Failed<T>(List<Finding> findings) implements Outcome<T> {
        public Failed {
            findings = List.copyOf(findings);
            if (findings.stream().noneMatch(Finding::isError)) {
                throw new IllegalArgumentException("a failure without an error");
            }
        }

        @Override
        public Optional<T> value() {
            return Optional.empty();
        }

        @Override
        public <R> Outcome<R> then(Function<? super T, Outcome<R>> next) {
            return new Failed<>(findings);
        }

        @Override
        public <R> Outcome<R> map(Function<? super T, R> value, UnaryOperator<Finding> finding) {
            return new Failed<>(findings.stream().map(finding).toList());
        }
    }
}
