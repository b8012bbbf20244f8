package io.github.dagsterfleet;

import io.github.dagsterfleet.change.ChangePlanner;
import io.github.dagsterfleet.change.Journal;
import io.github.dagsterfleet.change.Manifest;
import io.github.dagsterfleet.change.ManifestReader;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.finding.Outcome;
import io.github.dagsterfleet.fleet.WorkspaceReader;
import io.github.dagsterfleet.render.TemplateSet;
import io.github.dagsterfleet.schema.Shapes;
import io.github.dagsterfleet.source.SourceSet;
import io.github.dagsterfleet.text.SourcePath;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What every run over one workspace is put together from.
 *
 * @param interrupted what a killed run may have written, by path
 * @param checkouts where the code of repos is to be looked for
 */
record Parts(
        SourceSet sources,
        Shapes shapes,
        String toolVersion,
        Map<String, Set<String>> interrupted,
        Checkouts checkouts) {
    /** Of a run that looks for no code. */
    Parts(SourceSet sources, Shapes shapes, String toolVersion, Map<String, Set<String>> interrupted) {
        this(sources, shapes, toolVersion, interrupted, Checkouts.NONE);
    }

    Parts with(Checkouts others) {
        return new Parts(sources, shapes, toolVersion, interrupted, others);
    }

    WorkspaceReader workspaceReader() {
        return new WorkspaceReader(sources, shapes);
    }

    Optional<TemplateSet> templates(Findings findings) {
        Outcome<TemplateSet> templates = TemplateSet.load(sources);
        findings.addAll(templates.findings());
        return templates.value();
    }

    ChangePlanner planner(boolean discard) {
        return new ChangePlanner(sources, toolVersion, discard);
    }

    Optional<Manifest> manifest(SourcePath folder, Findings findings) {
        return new ManifestReader(sources, toolVersion)
                .read(folder, findings)
                .map(manifest -> manifest.plus(Journal.below(interrupted, folder)));
    }
}
