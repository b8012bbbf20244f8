package io.github.dagsterfleet;

import io.github.dagsterfleet.change.DueFile;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.fleet.Workspace;
import io.github.dagsterfleet.render.Artifact;
import io.github.dagsterfleet.schema.SchemaPublisher;
import io.github.dagsterfleet.text.SourcePath;
import java.util.List;

/** The published schemas, where the first line of every source file points editors. */
final class SchemaFiles {
    private static final String BELOW = Workspace.ALL + "/schemas";
    private static final SourcePath FOLDER = Workspace.GENERATED.resolve(BELOW);

    private SchemaFiles() {}

    /** They hang on this tool alone, so they are written out once, when they are first due. */
    private static final class Published {
        static final List<DueFile> FILES = SchemaPublisher.all().entrySet().stream()
                .map(schema ->
                        DueFile.of(new Artifact(FOLDER.resolve(schema.getKey()), schema.getValue(), Workspace.BASE)))
                .toList();
    }

    /** Whether a path below the folder is that of a schema, which means something to editors alone. */
    static boolean isSchema(String path) {
        return path.startsWith(BELOW + "/");
    }

    static List<DueFile> due() {
        return Published.FILES;
    }

    /** The schemas alone: they hang on no source, so broken sources do not keep anybody from having them. */
    static Produced produce(Landing landing) {
        Findings findings = new Findings();
        Prepared files = landing.parts()
                .manifest(Workspace.GENERATED, findings)
                .map(manifest -> Prepared.of(Workspace.GENERATED, manifest, due(), findings))
                .orElseGet(() -> Prepared.failed(Workspace.GENERATED, findings.list()));
        return landing.land(files, SchemaFiles::isSchema);
    }
}
