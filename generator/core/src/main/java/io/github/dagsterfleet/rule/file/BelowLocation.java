package io.github.dagsterfleet.rule.file;

import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.syntax.Scalar;
import io.github.dagsterfleet.syntax.Sequence;
import io.github.dagsterfleet.text.Origin;
import java.util.List;

/**
 * dg puts the content of its own files below a key of each location, in a dagster_cloud.yaml that it writes for the
 * purpose. There a usual rule judges it.
 */
record BelowLocation(String key, Rule rule) implements Rule {
    @Override
    public void check(ParsedFile file, Findings findings) {
        if (file.root() instanceof Mapping content && !content.isEmpty()) {
            rule.check(file.over(written(content)), findings);
        }
    }

    private Node written(Mapping content) {
        Origin origin = content.origin();
        Mapping source = Mapping.builder()
                .put("module_name", Scalar.string("dg", origin))
                .build(origin);
        Mapping location = Mapping.builder()
                .put("location_name", Scalar.string("dg", origin))
                .put("code_source", source)
                .put(key, content)
                .build(origin);
        return Mapping.builder()
                .put("locations", new Sequence(List.of(location), origin))
                .build(origin);
    }
}
