package io.github.dagsterfleet;

import io.github.dagsterfleet.dagster.DagsterVersion;
import io.github.dagsterfleet.dagster.Documents;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.fleet.Target;
import io.github.dagsterfleet.rule.checkout.Checkout;
import io.github.dagsterfleet.rule.file.DocumentRules;
import io.github.dagsterfleet.syntax.Mapping;
import java.util.Map;

/** Holds the documents of one repo to what the files are held to that are rendered from them. */
final class DocumentCheck {
    /** The projects of the environment before this one, most often the same. */
    private Map<String, Mapping> pyprojects = Map.of();

    void check(Target target, Documents made, Findings findings) {
        if (made.locations().isEmpty()) {
            return;
        }
        DocumentRules rules =
                new DocumentRules(DagsterVersion.of(target.fleet().dagster().text()));
        rules.checkLocations(made.locations(), findings);
        if (!made.pyprojects().equals(pyprojects)) {
            pyprojects = made.pyprojects();
            pyprojects.values().forEach(pyproject -> rules.checkProject(pyproject, findings));
            Checkout.checkDocuments(made.locations(), pyprojects, findings);
        }
    }
}
