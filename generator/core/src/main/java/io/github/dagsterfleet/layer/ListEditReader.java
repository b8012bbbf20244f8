package io.github.dagsterfleet.layer;

import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.layer.ItemsEdit.Removal;
import io.github.dagsterfleet.layer.ItemsEdit.Removals;
import io.github.dagsterfleet.layer.Operator.Permission;
import io.github.dagsterfleet.schema.ItemKey;
import io.github.dagsterfleet.schema.KeySpellings;
import io.github.dagsterfleet.schema.ListPolicy;
import io.github.dagsterfleet.schema.Shape;
import io.github.dagsterfleet.schema.Subject;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.syntax.Scalar;
import io.github.dagsterfleet.syntax.ScalarType;
import io.github.dagsterfleet.syntax.Sequence;
import io.github.dagsterfleet.text.Span;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the operators that edit a list: {@code $remove} with items, {@code $merge}, {@code $prepend}, {@code $append}. */
final class ListEditReader {
    private final PatchReader patches;
    private final Findings findings;
    private final Shape shape;
    private final Subject subject;

    /**
     * @param shape of the list
     * @param subject the list
     */
    ListEditReader(PatchReader patches, Findings findings, Shape shape, Subject subject) {
        this.patches = patches;
        this.findings = findings;
        this.shape = shape;
        this.subject = subject;
    }

    /** Empty after an error, and for a removal of nothing. */
    Optional<Patch> read(Span span, Map<Operator, Mapping.Entry> operators) {
        int errors = findings.errorCount();
        Map<Operator, Sequence> operands = new EnumMap<>(Operator.class);
        operators.forEach(
                (operator, entry) -> operand(operator, entry).ifPresent(operand -> operands.put(operator, operand)));
        if (findings.errorCount() > errors || operands.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                shape.listPolicy() instanceof ListPolicy.Replace ? whole(span, operands) : items(span, operands));
    }

    private Optional<Sequence> operand(Operator operator, Mapping.Entry entry) {
        if (shape.list().isEmpty() && !shape.isUntyped()) {
            findings.add(Misuse.notOnList(entry.key(), subject));
        } else if (operator == Operator.MERGE && shape.listPolicy() instanceof ListPolicy.Replace) {
            findings.add(Misuse.mergeOfReplaced(entry.key(), subject));
        } else if (!(entry.value() instanceof Sequence list)) {
            findings.add(Misuse.list(entry.key(), entry.value()));
        } else if (operator == Operator.REMOVE && list.items().isEmpty()) {
            findings.add(Misuse.removesNothing(entry.key(), subject));
        } else {
            return Optional.of(list);
        }
        return Optional.empty();
    }

    private Patch whole(Span span, Map<Operator, Sequence> operands) {
        Map<Operator, Sequence> typed = new EnumMap<>(Operator.class);
        operands.forEach(
                (operator, list) -> typed.put(operator, patches.values(list, shape, subject, Permission.ALLOWED)));
        return new ListEdit(
                span,
                Optional.ofNullable(typed.get(Operator.REMOVE)),
                Optional.ofNullable(typed.get(Operator.PREPEND)),
                Optional.ofNullable(typed.get(Operator.APPEND)));
    }

    private Patch items(Span span, Map<Operator, Sequence> operands) {
        return new ItemsEdit(
                span,
                shape.listPolicy(),
                Optional.ofNullable(operands.get(Operator.REMOVE)).map(this::removals),
                added(operands, Operator.MERGE),
                added(operands, Operator.PREPEND),
                added(operands, Operator.APPEND));
    }

    private Optional<ItemsPatch> added(Map<Operator, Sequence> operands, Operator operator) {
        return Optional.ofNullable(operands.get(operator))
                .map(list -> patches.items(list, shape, subject, Permission.ALLOWED));
    }

    private Removals removals(Sequence list) {
        List<Removal> removals = new ArrayList<>(list.items().size());
        if (shape.listPolicy() instanceof ListPolicy.Keyed keyed) {
            list.items().forEach(item -> removal(item, keyed.key()).ifPresent(removals::add));
        } else {
            patches.values(list, shape, subject, Permission.ALLOWED)
                    .items()
                    .forEach(item -> removals.add(new Removal(item, item.span())));
        }
        return new Removals(list.span(), removals);
    }

    /** An item is named by its key, or by a mapping that has it. */
    private Optional<Removal> removal(Node item, ItemKey key) {
        boolean named = item instanceof Scalar scalar && scalar.type() != ScalarType.NULL;
        Optional<String> wanted =
                named && key instanceof ItemKey.Fields fields && fields.names().size() == 1
                        ? Optional.of(((Scalar) item).text())
                        : key.of(KeySpellings.named(item, shape.item()));
        if (wanted.isEmpty()) {
            findings.add(Misuse.removedItem(item, key));
        }
        return wanted.map(text -> new Removal(text, item.span()));
    }
}
