package io.github.dagsterfleet.syntax.yaml;

import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.syntax.Format;
import io.github.dagsterfleet.syntax.HashComment;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.syntax.Printer;
import io.github.dagsterfleet.syntax.Scalar;
import io.github.dagsterfleet.text.SourceText;
import java.util.Optional;

/** YAML, for readers of 1.1 and of 1.2 alike. */
public final class YamlFormat implements Format {
    public static final YamlFormat INSTANCE = new YamlFormat();

    private YamlFormat() {}

    @Override
    public String name() {
        return "YAML";
    }

    @Override
    public Optional<Node> read(SourceText text, Findings findings) {
        return PlainYaml.read(text).or(() -> YamlReader.read(text, findings));
    }

    @Override
    public String scalar(Scalar value) {
        return YamlWriter.anywhere(value);
    }

    @Override
    public boolean canHold(Scalar value) {
        return YamlWriter.canHold(value);
    }

    @Override
    public void emit(Node node, int column, Printer printer) {
        new YamlWriter(printer).node(node, column);
    }

    @Override
    public boolean mayPrecede(char before) {
        return "\n \t[{(,".indexOf(before) >= 0;
    }

    @Override
    public boolean mayFollow(char after) {
        return "\n\r \t,]}):".indexOf(after) >= 0;
    }

    @Override
    public Optional<String> comment(String text, int column) {
        return Optional.of(HashComment.lines(text, column));
    }
}
