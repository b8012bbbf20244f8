package io.github.dagsterfleet.schema;

import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.syntax.Scalar;
import io.github.dagsterfleet.syntax.ScalarType;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Gives a scalar the type that is due where it stands, or says why it cannot have it. */
public final class ScalarTyping {
    private final Reading reading;
    private final Findings findings;

    public ScalarTyping(Reading reading, Findings findings) {
        this.reading = reading;
        this.findings = findings;
    }

    /**
     * The scalar as the shape has it, numbers and booleans in their one spelling; empty after an error. Shorthand must
     * be expanded before.
     */
    public Optional<Scalar> type(Scalar scalar, Shape shape, Subject subject) {
        if (scalar.type() == ScalarType.NULL) {
            if (shape.isUntyped() && reading.takesNulls()) {
                return Optional.of(scalar);
            }
            findings.add(SchemaFindings.nothing(scalar, shape, subject, reading));
            return Optional.empty();
        }
        if (shape.isUntyped() || shape.scalar().filter(ScalarShape::isAny).isPresent()) {
            return untyped(scalar).filter(typed -> isHeld(typed, subject, true));
        }
        if (shape.scalar().isEmpty()) {
            findings.add(SchemaFindings.kind(scalar, shape, subject));
            return Optional.empty();
        }
        ScalarShape due = shape.scalar().get();
        if (isReference(scalar, due)) {
            return Optional.of(scalar);
        }
        Optional<Scalar> typed = typed(scalar, due);
        if (typed.isEmpty()) {
            findings.add(SchemaFindings.type(scalar, shape, due, subject));
            return typed;
        }
        return isHeld(typed.get(), subject, false) && isWithin(typed.get(), shape, due, subject)
                ? typed
                : Optional.empty();
    }

    private Optional<Scalar> untyped(Scalar scalar) {
        if (scalar.type() == ScalarType.AMBIGUOUS) {
            findings.add(SchemaFindings.ambiguous(scalar));
            return Optional.empty();
        }
        return Optional.of(scalar.canonical());
    }

    private boolean isHeld(Scalar typed, Subject subject, boolean untyped) {
        // Dagster takes what Python makes of a number.
        if (typed.type() != ScalarType.FLOAT || reading == Reading.FOREIGN) {
            return true;
        }
        NumberRange range = NumberRange.of(typed.text());
        if (range != NumberRange.HELD) {
            findings.add(SchemaFindings.beyond(typed, range, subject, untyped));
        }
        return range == NumberRange.HELD;
    }

    /** A text that holds a reference is looked at again after the fold; elsewhere only a lone reference can do. */
    private boolean isReference(Scalar scalar, ScalarShape due) {
        if (!reading.takesReferences() || !scalar.isString()) {
            return false;
        }
        String text = scalar.text();
        return due.takes(ScalarType.STRING)
                ? text.contains("${")
                : text.startsWith("${") && text.indexOf('}') == text.length() - 1;
    }

    private Optional<Scalar> typed(Scalar scalar, ScalarShape due) {
        if (due.takes(scalar.type())) {
            return Optional.of(scalar.canonical());
        }
        return due.takes(ScalarType.STRING) && reading.takesPlainTexts()
                ? Optional.of(Scalar.string(scalar.text(), scalar.origin()))
                : Optional.empty();
    }

    private boolean isWithin(Scalar scalar, Shape shape, ScalarShape due, Subject subject) {
        List<String> allowed = due.allowed();
        if (!allowed.isEmpty() && !allowed.contains(scalar.text())) {
            findings.add(SchemaFindings.notAllowed(scalar, shape, allowed, subject));
            return false;
        }
        if (scalar.isString()) {
            if (due.form().isPresent() && !due.form().get().accepts(scalar.text())) {
                findings.add(SchemaFindings.form(scalar, shape, due.form().get()));
                return false;
            }
            return true;
        }
        return isInRange(scalar, due, subject);
    }

    private boolean isInRange(Scalar scalar, ScalarShape due, Subject subject) {
        if (due.minimum().isEmpty() && due.maximum().isEmpty()) {
            return true;
        }
        Optional<BigDecimal> number = finite(scalar.text());
        if (due.minimum().isPresent()
                && (number.isEmpty()
                        || number.get()
                                        .compareTo(
                                                BigDecimal.valueOf(due.minimum().get()))
                                < 0)) {
            findings.add(SchemaFindings.outOfRange(
                    scalar, subject, "at least " + due.minimum().get()));
            return false;
        }
        if (due.maximum().isPresent()
                && (number.isEmpty()
                        || number.get()
                                        .compareTo(
                                                BigDecimal.valueOf(due.maximum().get()))
                                > 0)) {
            findings.add(SchemaFindings.outOfRange(
                    scalar, subject, "at most " + due.maximum().get()));
            return false;
        }
        return true;
    }

    /** Empty for {@code .inf} and {@code .nan}, which no limit lets through. */
    private static Optional<BigDecimal> finite(String text) {
        return text.endsWith("inf") || text.endsWith("nan") ? Optional.empty() : Optional.of(new BigDecimal(text));
    }
}
