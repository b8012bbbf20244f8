package io.github.dagsterfleet.change.difference;

import io.github.dagsterfleet.schema.SchemaKind;
import io.github.dagsterfleet.schema.Shape;
import io.github.dagsterfleet.schema.Shapes;
import io.github.dagsterfleet.syntax.Node;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Compares one file with itself on the other side, and says of each difference what it is about. */
final class FileComparison {
    private static final Set<String> DEPLOYMENT = Set.of("organization", "deployment");
    private static final Set<String> IMAGE = Set.of("image", "base_image");

    private final Shapes shapes;
    private final FilePair file;
    private final Collected found;

    FileComparison(Shapes shapes, FilePair file, Collected found) {
        this.shapes = shapes;
        this.file = file;
        this.found = found;
    }

    void compare() {
        if (file.isSame()) {
            return;
        }
        if (!file.isReadable()) {
            text();
            return;
        }
        int before = found.seen();
        Optional<SchemaKind> kind = file.kind();
        if (kind.filter(SchemaKind.DAGSTER_CLOUD::equals).isPresent()) {
            walk(shapes.dagsterCloud(), new LocationDifferences(file, found));
        } else if (file.isDotenv()) {
            walk(Shape.UNTYPED, this::variable);
        } else if (file.sign() == Sign.CHANGED) {
            walk(kind.map(shapes::kind).orElse(Shape.UNTYPED), this::plain);
        } else {
            found.add(Category.CONFIGURATION, file.sign(), file.subject(), Detail.NONE, file.cause());
        }
        if (found.seen() == before && file.sign() == Sign.CHANGED) {
            layout();
        }
    }

    private void walk(Shape shape, NodeComparison.Visitor visitor) {
        Optional<Node> before = file.before();
        Optional<Node> after = file.after();
        if (before.isPresent() && after.isPresent()) {
            new NodeComparison(visitor).compare(DocumentPath.ROOT, shape, before.get(), after.get());
        } else {
            visitor.differs(DocumentPath.ROOT, shape, before, after);
        }
    }

    private void text() {
        Detail detail = file.sign() == Sign.CHANGED
                ? Detail.of(LineCount.between(file.textBefore(), file.textAfter()))
                : Detail.NONE;
        found.add(Category.CONFIGURATION, file.sign(), file.subject(), detail, file.cause());
    }

    /** The file says the same in other words. */
    void layout() {
        Subject subject = file.subject();
        found.add(
                Category.CONFIGURATION,
                Sign.CHANGED,
                new Subject(subject.words() + " (comments, layout)", subject.pattern() + " (comments, layout)"),
                Detail.of(LineCount.between(file.textBefore(), file.textAfter())),
                file.cause());
    }

    /** Of a file that holds nothing but variables. */
    private void variable(DocumentPath path, Shape shape, Optional<Node> before, Optional<Node> after) {
        if (path == DocumentPath.ROOT) {
            file.mappingBefore()
                    .or(file::mappingAfter)
                    .ifPresent(all -> all.forEach(entry -> {
                        Optional<Node> value = Optional.of(entry.value());
                        boolean came = before.isEmpty();
                        variable(path.below(entry.name()), shape, came ? before : value, came ? value : after);
                    }));
        } else {
            found.variable(path.name(0), Sign.of(before, after), file.cause(before, after));
        }
    }

    private void plain(DocumentPath path, Shape shape, Optional<Node> before, Optional<Node> after) {
        Subject file = this.file.subject();
        found.value(
                category(path.keys()),
                path.subject().in(file.words(), file.pattern()),
                shape,
                this.file,
                before,
                after);
    }

    private Category category(List<String> keys) {
        boolean ofDeployment = keys.size() == 1
                && DEPLOYMENT.contains(keys.get(0))
                && file.kind().filter(SchemaKind.DEPLOY_PLAN::equals).isPresent();
        if (ofDeployment) {
            return Category.STARTS_OR_STOPS;
        }
        return keys.stream().anyMatch(IMAGE::contains) ? Category.IMAGE : Category.CONFIGURATION;
    }
}
