package io.github.dagsterfleet.layer;

import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.layer.Locks.Lock;
import io.github.dagsterfleet.layer.Operator.Permission;
import io.github.dagsterfleet.schema.Shape;
import io.github.dagsterfleet.schema.Subject;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.syntax.Scalar;
import io.github.dagsterfleet.syntax.ScalarType;
import io.github.dagsterfleet.syntax.Sequence;
import io.github.dagsterfleet.text.Span;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads mappings whose keys are operators. */
final class OperatorReader {
    private final PatchReader patches;
    private final Findings findings;

    OperatorReader(PatchReader patches, Findings findings) {
        this.patches = patches;
        this.findings = findings;
    }

    /** The first key of a mapping that is written as an operator; there must be one. */
    static Scalar firstWord(Mapping mapping) {
        return mapping.entries().stream()
                .map(Mapping.Entry::key)
                .filter(key -> Operator.isWord(key.text()))
                .findFirst()
                .orElseThrow();
    }

    /**
     * Empty after an error. What stands beside operators, where nothing may, is read for its own mistakes, unless no keys
     * could stand here at all.
     */
    Optional<Patch> read(Mapping mapping, Shape shape, Subject subject, Permission permission) {
        Optional<Map<Operator, Mapping.Entry>> known = operators(mapping);
        if (known.isEmpty()) {
            Mapping ordinary = Operator.ordinary(mapping);
            boolean mayHaveKeys = shape.mapping().isPresent() || shape.isUntyped();
            if (!ordinary.isEmpty() && mayHaveKeys) {
                patches.read(ordinary, shape, subject, permission);
            }
            return Optional.empty();
        }
        if (permission != Permission.ALLOWED) {
            findings.add(Misuse.forbidden(firstWord(mapping), permission));
            return Optional.empty();
        }
        return new Operands(mapping.span(), known.get(), shape, subject).patch();
    }

    private Optional<Map<Operator, Mapping.Entry>> operators(Mapping mapping) {
        Map<Operator, Mapping.Entry> known = new EnumMap<>(Operator.class);
        int errors = findings.errorCount();
        for (Mapping.Entry entry : mapping.entries()) {
            Optional<Operator> operator = Operator.ofWord(entry.name());
            if (operator.isPresent()) {
                known.put(operator.get(), entry);
            } else if (Operator.isWord(entry.name())) {
                findings.add(Misuse.unknown(entry.key()));
            } else {
                findings.add(Misuse.mixed(firstWord(mapping), entry.key()));
                return Optional.empty();
            }
        }
        return findings.errorCount() > errors ? Optional.empty() : Optional.of(known);
    }

    /** The operators of one mapping, each known, and the place at which they stand. */
    private final class Operands {
        private final Span span;
        private final Map<Operator, Mapping.Entry> entries;
        private final Shape shape;
        private final Subject subject;

        Operands(Span span, Map<Operator, Mapping.Entry> entries, Shape shape, Subject subject) {
            this.span = span;
            this.entries = entries;
            this.shape = shape;
            this.subject = subject;
        }

        Optional<Patch> patch() {
            if (entries.containsKey(Operator.LOCK)) {
                return lock(entry(Operator.LOCK));
            }
            if (entries.containsKey(Operator.REASON)) {
                findings.add(Misuse.reasonAlone(entry(Operator.REASON).key()));
                return Optional.empty();
            }
            if (entries.containsKey(Operator.RESET)) {
                return reset(entry(Operator.RESET));
            }
            if (entries.containsKey(Operator.REPLACE)) {
                return replace(entry(Operator.REPLACE));
            }
            return entries.containsKey(Operator.REMOVE)
                            && !(entry(Operator.REMOVE).value() instanceof Sequence)
                    ? remove(entry(Operator.REMOVE))
                    : new ListEditReader(patches, findings, shape, subject).read(span, entries);
        }

        private Mapping.Entry entry(Operator operator) {
            Mapping.Entry entry = entries.get(operator);
            if (entry == null) {
                throw new IllegalStateException("no " + operator.word() + " at " + span);
            }
            return entry;
        }

        /** Whether no other operator stands beside this one; reports the first that does. */
        private boolean isAlone(Operator operator, Operator... companions) {
            for (Map.Entry<Operator, Mapping.Entry> other : entries.entrySet()) {
                if (other.getKey() != operator && !List.of(companions).contains(other.getKey())) {
                    findings.add(Misuse.together(
                            entry(operator).key(), other.getValue().key()));
                    return false;
                }
            }
            return true;
        }

        private Optional<Patch> lock(Mapping.Entry entry) {
            if (!isAlone(Operator.LOCK, Operator.REASON)) {
                return Optional.empty();
            }
            Optional<Patch> patch = patches.read(entry.value(), shape, subject, Permission.ALLOWED);
            return reason(entry)
                    .flatMap(reason -> patch.map(
                            locked -> new LockPatch(locked, new Lock(entry.key().span(), reason))));
        }

        private Optional<String> reason(Mapping.Entry lock) {
            if (!entries.containsKey(Operator.REASON)) {
                findings.add(Misuse.lockWithoutReason(lock.key()));
                return Optional.empty();
            }
            Node reason = entry(Operator.REASON).value();
            if (reason instanceof Scalar scalar
                    && scalar.type() != ScalarType.NULL
                    && !scalar.text().isBlank()) {
                return Optional.of(scalar.text());
            }
            findings.add(Misuse.reason(reason));
            return Optional.empty();
        }

        private Optional<Patch> reset(Mapping.Entry entry) {
            if (!isAlone(Operator.RESET)) {
                return Optional.empty();
            }
            if (entry.value() instanceof Scalar layer && layer.isString()) {
                return Optional.of(new ResetPatch(whole(entry), new LayerName(layer.text())));
            }
            findings.add(Misuse.layerName(entry.value()));
            return Optional.empty();
        }

        private Optional<Patch> replace(Mapping.Entry entry) {
            return isAlone(Operator.REPLACE)
                    ? patches.value(entry.value(), shape, subject, Permission.IN_REPLACE)
                            .map(value -> new ReplacePatch(entry.key().span(), value))
                    : Optional.empty();
        }

        private Optional<Patch> remove(Mapping.Entry entry) {
            if (!isAlone(Operator.REMOVE)) {
                return Optional.empty();
            }
            if (entry.value() instanceof Scalar scalar
                    && scalar.type() == ScalarType.BOOLEAN
                    && scalar.text().equalsIgnoreCase("true")) {
                return Optional.of(new RemovePatch(whole(entry)));
            }
            findings.add(Misuse.removal(entry.value()));
            return Optional.empty();
        }

        private static Span whole(Mapping.Entry entry) {
            return entry.key().span().to(entry.value().span());
        }
    }
}
