package io.github.dagsterfleet.syntax.toml;

import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.syntax.Format;
import io.github.dagsterfleet.syntax.HashComment;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.syntax.Printer;
import io.github.dagsterfleet.syntax.Scalar;
import io.github.dagsterfleet.text.SourceText;
import java.util.Optional;

/** TOML 1.0. */
public final class TomlFormat implements Format {
    public static final TomlFormat INSTANCE = new TomlFormat();

    private TomlFormat() {}

    @Override
    public String name() {
        return "TOML";
    }

    /** An empty file is an empty table. */
    @Override
    public Optional<Node> read(SourceText text, Findings findings) {
        return PlainToml.read(text).or(() -> TomlReader.read(text, findings));
    }

    @Override
    public String scalar(Scalar value) {
        return TomlText.scalar(value);
    }

    @Override
    public boolean canHold(Scalar value) {
        return TomlText.canHold(value);
    }

    /** A mapping becomes a document, whose headers count from this mapping; everything else becomes a value. */
    @Override
    public void emit(Node node, int column, Printer printer) {
        new TomlWriter(printer, column).node(node);
    }

    @Override
    public boolean mayPrecede(char before) {
        return "\n \t=[{,".indexOf(before) >= 0;
    }

    @Override
    public boolean mayFollow(char after) {
        return "\n\r \t,]}#".indexOf(after) >= 0;
    }

    @Override
    public Optional<String> comment(String text, int column) {
        return Optional.of(HashComment.lines(text, column));
    }
}
