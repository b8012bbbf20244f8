package io.github.dagsterfleet;

import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.fleet.Workspace;
import io.github.dagsterfleet.rule.policy.Secrets;
import io.github.dagsterfleet.source.SourceFile;
import io.github.dagsterfleet.source.SourceSet;
import io.github.dagsterfleet.source.TextDecoder;
import io.github.dagsterfleet.text.SourcePath;
import java.util.List;
import java.util.Optional;

/** The files of a workspace, each of its sources looked through for secrets as it is read: broken ones and comments too. */
record WatchedSources(SourceSet files, Secrets secrets) implements SourceSet {
    private static final SourcePath TEMPLATES = new SourcePath("templates");
    private static final String GENERATED = "/generated/";

    @Override
    public Optional<SourceFile> read(SourcePath path, Findings findings) {
        Optional<SourceFile> file = files.read(path, findings);
        if (file.isPresent() && isSource(path)) {
            TextDecoder.decode(file.get(), new Findings()).ifPresent(secrets::inFile);
        }
        return file;
    }

    private static boolean isSource(SourcePath path) {
        return path.isBelow(TEMPLATES)
                || ((path.isBelow(Workspace.ENVIRONMENTS) || path.isBelow(Workspace.REPOS))
                        && !path.value().contains(GENERATED));
    }

    @Override
    public List<Entry> list(SourcePath folder, Findings findings) {
        return files.list(folder, findings);
    }

    @Override
    public List<SourcePath> walk(SourcePath folder, Findings findings) {
        return files.walk(folder, findings);
    }

    @Override
    public boolean isFile(SourcePath path) {
        return files.isFile(path);
    }

    @Override
    public List<String> unnameable(SourcePath folder) {
        return files.unnameable(folder);
    }
}
