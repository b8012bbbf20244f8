package io.github.dagsterfleet.rule.file;

import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.schema.Reading;
import io.github.dagsterfleet.schema.Shape;
import io.github.dagsterfleet.schema.ShapeReader;
import io.github.dagsterfleet.schema.Shapes;
import io.github.dagsterfleet.syntax.Node;
import java.util.Optional;

/** {@code [tool.dagster]}: Dagster passes over what it does not know there without a word, so these are warnings. */
final class DagsterTable implements Rule {
    @Override
    public void check(ParsedFile file, Findings findings) {
        Optional<Node> table = file.mapping("tool").flatMap(tool -> tool.get("dagster"));
        table.ifPresent(node -> {
            Findings found = new Findings();
            Shape shape = Shapes.standard()
                    .pyproject()
                    .below("tool")
                    .flatMap(tool -> tool.below("dagster"))
                    .orElseThrow();
            new ShapeReader(shape, Reading.FOREIGN, found).read(node);
            found.list().forEach(finding -> findings.add(finding.asWarning()));
        });
    }
}
