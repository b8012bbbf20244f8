package io.github.dagsterfleet.layer;

import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.layer.ItemsPatch.Item;
import io.github.dagsterfleet.layer.Operator.Permission;
import io.github.dagsterfleet.schema.KeySpellings;
import io.github.dagsterfleet.schema.KnownKeys;
import io.github.dagsterfleet.schema.ListItems;
import io.github.dagsterfleet.schema.ListPolicy;
import io.github.dagsterfleet.schema.MappingShape;
import io.github.dagsterfleet.schema.Reading;
import io.github.dagsterfleet.schema.ScalarTyping;
import io.github.dagsterfleet.schema.SchemaFindings;
import io.github.dagsterfleet.schema.Shape;
import io.github.dagsterfleet.schema.Subject;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.syntax.Scalar;
import io.github.dagsterfleet.syntax.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what stands at one place of a layer as a patch. Reports every problem; what it cannot read it leaves out. */
final class PatchReader {
    private final Findings findings;
    private final ScalarTyping scalars;
    private final KnownKeys keys;
    private final OperatorReader operators;

    /** @param file the shape of the whole layer */
    PatchReader(Shape file, Findings findings) {
        this.findings = findings;
        this.scalars = new ScalarTyping(Reading.LAYER, findings);
        this.keys = new KnownKeys(file);
        this.operators = new OperatorReader(this, findings);
    }

    /** @param permission whether operators may stand here and below */
    Optional<Patch> read(Node node, Shape shape, Subject subject, Permission permission) {
        if (node instanceof Mapping mapping && Operator.isIn(mapping)) {
            return operators.read(mapping, shape, subject, permission);
        }
        Node expanded = shape.expanded(node);
        if (expanded instanceof Mapping mapping) {
            return mapping(mapping, shape, subject, permission).map(patch -> patch);
        }
        if (expanded instanceof Sequence sequence) {
            return list(sequence, shape, subject, permission);
        }
        return scalars.type((Scalar) expanded, shape, subject).map(ScalarPatch::new);
    }

    /** Reads a value in which no operator may stand. */
    Optional<Node> value(Node node, Shape shape, Subject subject, Permission reason) {
        return read(node, shape, subject, reason).flatMap(Patch::said);
    }

    /** Reads a mapping that is no operator. */
    Optional<MappingPatch> mapping(Mapping mapping, Shape shape, Subject subject, Permission permission) {
        if (shape.mapping().isEmpty() && !shape.isUntyped()) {
            findings.add(SchemaFindings.kind(mapping, shape, subject));
            return Optional.empty();
        }
        List<MappingPatch.Entry> entries = new ArrayList<>(mapping.size());
        for (Mapping.Entry entry : mapping.entries()) {
            Scalar key = literal(entry.key());
            Optional<Shape> below = known(key, shape, subject);
            if (below.isPresent()) {
                Optional<Patch> patch = read(entry.value(), below.get(), Subject.below(key.text()), permission);
                if (patch.isPresent()) {
                    entries.add(new MappingPatch.Entry(shape.named(key), patch.get()));
                }
            }
        }
        MappingPatch patch = new MappingPatch(
                mapping.span(),
                entries,
                shape.mapping().map(MappingShape::groups).orElse(List.of()));
        findings.addAll(patch.doubled());
        KeySpellings.report(mapping, shape, findings);
        return Optional.of(patch);
    }

    /** The shape below a key, or an error. */
    Optional<Shape> known(Scalar key, Shape shape, Subject subject) {
        Optional<Shape> below = shape.below(key.text());
        if (below.isEmpty()) {
            findings.add(keys.unknown(key, shape, subject));
        }
        return below;
    }

    /** The key that is meant by a key as written. */
    static Scalar literal(Scalar key) {
        String meant = Operator.literal(key.text());
        return meant.equals(key.text()) ? key : new Scalar(meant, key.type(), key.origin());
    }

    private Optional<Patch> list(Sequence list, Shape shape, Subject subject, Permission permission) {
        if (shape.list().isEmpty() && !shape.isUntyped()) {
            findings.add(SchemaFindings.kind(list, shape, subject));
            return Optional.empty();
        }
        return Optional.of(
                shape.listPolicy() instanceof ListPolicy.Replace
                        ? new ListPatch(values(list, shape, subject, permission))
                        : items(list, shape, subject, permission));
    }

    /** Reads a list of items in which no operator may stand. */
    Sequence values(Sequence list, Shape shape, Subject subject, Permission permission) {
        Permission inside = permission == Permission.ALLOWED ? Permission.IN_ITEM : permission;
        List<Node> items = new ArrayList<>(list.items().size());
        for (Node item : list.items()) {
            value(item, shape.item(), subject.items(), inside).ifPresent(items::add);
        }
        return new Sequence(items, list.span());
    }

    /** Reads a list whose items are told apart. */
    ItemsPatch items(Sequence list, Shape shape, Subject subject, Permission permission) {
        List<Item> items = new ArrayList<>(list.items().size());
        List<Node> plain = new ArrayList<>(list.items().size());
        for (Node node : list.items()) {
            item(node, shape, subject, permission).ifPresent(patch -> {
                Node item = plainPart(patch);
                plain.add(item);
                if (hasKey(item, shape.listPolicy(), subject)) {
                    items.add(new Item(Items.key(item, shape.listPolicy()), patch));
                }
            });
        }
        ListItems.reportDuplicates(plain, shape, findings);
        return new ItemsPatch(list.span(), items, shape.listPolicy());
    }

    private Optional<Patch> item(Node node, Shape shape, Subject subject, Permission permission) {
        boolean keyed = shape.listPolicy() instanceof ListPolicy.Keyed;
        if (permission == Permission.ALLOWED && node instanceof Mapping mapping && Operator.isIn(mapping)) {
            findings.add(Misuse.onItem(OperatorReader.firstWord(mapping), subject));
            return Optional.empty();
        }
        Permission inside = keyed || permission != Permission.ALLOWED ? permission : Permission.IN_ITEM;
        return read(node, shape.item(), subject.items(), inside);
    }

    private boolean hasKey(Node item, ListPolicy policy, Subject subject) {
        if (policy instanceof ListPolicy.Keyed keyed && keyed.key().of(item).isEmpty()) {
            findings.add(Misuse.withoutKey(item, subject, keyed.key()));
            return false;
        }
        return true;
    }

    private static Node plainPart(Patch patch) {
        return patch instanceof MappingPatch mapping
                ? mapping.plainPart()
                : patch.said().orElseThrow(() -> new IllegalStateException("an operator for an item"));
    }
}
