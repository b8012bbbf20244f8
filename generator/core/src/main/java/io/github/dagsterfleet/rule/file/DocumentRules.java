package io.github.dagsterfleet.rule.file;

import io.github.dagsterfleet.dagster.DagsterVersion;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.syntax.Sequence;
import java.util.List;
import java.util.Optional;

/**
 * Gives on documents that are to be rendered the verdict that the files would get, at the lines of the sources. What the
 * shapes of the sources refuse already is not looked for again.
 */
public final class DocumentRules {
    private static final Rules OF_LOCATIONS =
            Rules.of(NewerKeys.OF_LOCATIONS, new ImageReplaced(), new PythonFileName(), new VolumeMounts());

    private final Optional<DagsterVersion> version;

    /** @param version what the documents have to suit */
    public DocumentRules(Optional<DagsterVersion> version) {
        this.version = version;
    }

    /** @param locations of one environment, at least one */
    public void checkLocations(List<Mapping> locations, Findings findings) {
        Node root = new Sequence(List.<Node>copyOf(locations), locations.get(0).origin());
        OF_LOCATIONS.check(new ParsedFile(root, locations, version), findings);
    }

    /** @param pyproject the whole of one */
    public void checkProject(Mapping pyproject, Findings findings) {
        PyprojectRules.check(ParsedFile.of(pyproject, version), findings);
    }
}
