package io.github.dagsterfleet.change.difference;

import io.github.dagsterfleet.schema.SchemaKind;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.syntax.dotenv.DotenvFormat;
import io.github.dagsterfleet.syntax.format.Formats;
import io.github.dagsterfleet.text.SourcePath;
import io.github.dagsterfleet.text.Span;
import java.util.Optional;

/** One file of a folder, as far as each side has it. */
final class FilePair {
    private final String path;
    private final Optional<Version> before;
    private final Optional<Version> after;

    FilePair(String path, Optional<Version> before, Optional<Version> after) {
        this.path = path;
        this.before = before;
        this.after = after;
    }

    Sign sign() {
        return Sign.of(before, after);
    }

    boolean isThere() {
        return before.isPresent() || after.isPresent();
    }

    boolean isSame() {
        return before.isPresent() && after.isPresent() && before.get().isSameAs(after.get());
    }

    String textBefore() {
        return before.map(Version::text).orElse("");
    }

    String textAfter() {
        return after.map(Version::text).orElse("");
    }

    Optional<Node> before() {
        return before.flatMap(Version::tree);
    }

    Optional<Node> after() {
        return after.flatMap(Version::tree);
    }

    Optional<Mapping> mappingBefore() {
        return before().filter(Mapping.class::isInstance).map(Mapping.class::cast);
    }

    Optional<Mapping> mappingAfter() {
        return after().filter(Mapping.class::isInstance).map(Mapping.class::cast);
    }

    /** Whether each side that has the file can be read as data. */
    boolean isReadable() {
        return before.isPresent() == before().isPresent() && after.isPresent() == after().isPresent();
    }

    /** The line that made what came or changed; of what went, the line that had made it. */
    Optional<Span> cause(Optional<Node> was, Optional<Node> is) {
        return is.isPresent()
                ? after.flatMap(version -> version.cause(is.get(), was))
                : before.flatMap(version -> was.flatMap(node -> version.cause(node, Optional.empty())));
    }

    /** The line that made the first line that differs. */
    Optional<Span> cause() {
        return after.isPresent()
                ? after.get().cause(LineCount.firstChange(textBefore(), textAfter()), textBefore())
                : before.flatMap(version -> version.cause(0, ""));
    }

    /** The variable whose value is what differs. */
    Optional<String> variable(Optional<Node> was, Optional<Node> is) {
        return is.flatMap(node -> after.flatMap(version -> version.variable(node)))
                .or(() -> was.flatMap(node -> before.flatMap(version -> version.variable(node))));
    }

    /**
     * Whether a value cannot be that of a variable. Of what is gone from a file that is no document of Dagster's or ours
     * nobody knows.
     */
    boolean mayBeShown(Optional<Node> was, Optional<Node> is) {
        boolean isMixed = is.isPresent()
                && after.filter(version -> version.isMixed(is.get())).isPresent();
        return !isMixed && (is.isPresent() || kind().isPresent());
    }

    /** What the file is by its name; empty for one that is no document of Dagster's or ours. */
    Optional<SchemaKind> kind() {
        return SchemaKind.ofId(new SourcePath(path).stem()).filter(SchemaKind::isGenerated);
    }

    /** Whether it holds nothing but variables. */
    boolean isDotenv() {
        return Formats.of(new SourcePath(path))
                .filter(DotenvFormat.INSTANCE::equals)
                .isPresent();
    }

    Subject subject() {
        String name = new SourcePath(path).fileName();
        // A project lies where its team wants it to.
        return new Subject(path, name.equals("pyproject.toml") ? name : path);
    }
}
