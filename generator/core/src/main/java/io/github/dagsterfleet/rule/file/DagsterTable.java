package io.github.dagsterfleet.rule.file;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.schema.Reading;
import io.github.dagsterfleet.schema.Shape;
import io.github.dagsterfleet.schema.ShapeReader;
import io.github.dagsterfleet.schema.Shapes;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Node;
import java.util.Optional;

/** {@code [tool.dagster]}: Dagster passes over what it does not know there without a word, so these are warnings. */
final class DagsterTable implements Rule {
    private static final String LOCATIONS = "code_locations";

    @Override
    public void check(ParsedFile file, Findings findings) {
        Optional<Mapping> tools = file.mapping("tool");
        Optional<Node> table = tools.flatMap(tool -> tool.get("dagster"));
        table.ifPresent(node -> {
            Findings found = new Findings();
            Shape shape = Shapes.standard()
                    .pyproject()
                    .below("tool")
                    .flatMap(tool -> tool.below("dagster"))
                    .orElseThrow();
            Node known = node instanceof Mapping said
                    ? said.toBuilder().remove(LOCATIONS).build(said.origin())
                    : node;
            new ShapeReader(shape, Reading.FOREIGN, found).read(known);
            found.list().forEach(finding -> findings.add(finding.asWarning()));
        });
        boolean dg = tools.flatMap(tool -> tool.mapping("dg"))
                .flatMap(settings -> settings.mapping("project"))
                .isPresent();
        table.filter(Mapping.class::isInstance).ifPresent(node -> names((Mapping) node, dg, findings));
    }

    private static void names(Mapping table, boolean dg, Findings findings) {
        Optional<Mapping.Entry> locations = table.entry(LOCATIONS);
        locations.ifPresent(entry -> findings.add(neverRead(entry, table)));
        if (!dg && locations.isEmpty() && !table.has("module_name") && !table.has("modules")) {
            findings.add(
                    Finding.at(FindingCode.RULE_NO_MODULE, table.origin(), "`[tool.dagster]` names no module to load")
                            .label("loads nothing")
                            .help("write `module_name = \"<package>.definitions\"`, or remove the table"));
        }
    }

    private static Finding neverRead(Mapping.Entry locations, Mapping table) {
        Finding finding = Finding.at(
                        FindingCode.RULE_NEVER_READ,
                        locations.key().origin(),
                        "no tool of Dagster reads `[tool.dagster." + LOCATIONS + "]`")
                .label("never read")
                .help("list the locations in a dagster_cloud.yaml");
        return table.has("module_name") || table.has("modules")
                ? finding
                : finding.help("write `module_name` in `[tool.dagster]` for `dagster dev`");
    }
}
