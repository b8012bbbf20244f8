package io.github.dagsterfleet.release;

import io.github.dagsterfleet.change.Digest;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.fleet.RepoSource;
import io.github.dagsterfleet.fleet.Target;
import io.github.dagsterfleet.fleet.Workspace;
import io.github.dagsterfleet.layer.Layer;
import io.github.dagsterfleet.render.TemplateSet;
import io.github.dagsterfleet.source.SourceFile;
import io.github.dagsterfleet.source.SourceSet;
import io.github.dagsterfleet.text.SourcePath;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * SHA-256 over the names and bytes of the files that a target takes from its release: those of the layers that hold in
 * every environment, and every template. Two sets of sources with one digest make the same of a target, as far as the
 * release decides. Safe for use by several threads.
 */
public final class InputsDigest {
    /** The digest of an overlay that says nothing, or is not there. */
    static final String EMPTY = Digest.of(new byte[0]);

    private static final String ABSENT = "-";

    private final SourceSet sources;
    private final Map<SourcePath, String> files = new ConcurrentHashMap<>();
    private Optional<SortedSet<SourcePath>> templates = Optional.empty();

    public InputsDigest(SourceSet sources) {
        this.sources = sources;
    }

    /** Of a target that was resolved from these sources. */
    public String of(Target target) {
        return of(files(target));
    }

    private String of(SortedSet<SourcePath> inputs) {
        StringBuilder all = new StringBuilder();
        for (SourcePath file : inputs) {
            all.append(file).append('\0').append(digest(file)).append('\n');
        }
        return Digest.of(all.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** The files themselves, sorted. */
    SortedSet<SourcePath> files(Target target) {
        SortedSet<SourcePath> inputs = new TreeSet<>(templates());
        for (Layer layer : target.layers()) {
            if (!layer.name().isEnvironmentSpecific()) {
                inputs.add(layer.file());
            }
        }
        return inputs;
    }

    /** Of what build-time files are made from: all but the repo's own file, which is read from the tree. */
    String ofBuild(Collection<Target> targets) {
        return of(buildFiles(targets));
    }

    /** The files of that, sorted. */
    SortedSet<SourcePath> buildFiles(Collection<Target> targets) {
        SortedSet<SourcePath> inputs = new TreeSet<>(templates());
        for (Target target : targets) {
            inputs.addAll(files(target));
            inputs.remove(target.file());
        }
        return inputs;
    }

    /** Of what every environment is made from that is no repo's. */
    public String ofEnvironments() {
        return of(environmentFiles());
    }

    /** The files of that, sorted. */
    SortedSet<SourcePath> environmentFiles() {
        SortedSet<SourcePath> inputs = new TreeSet<>(templates());
        inputs.add(Workspace.BASE);
        return inputs;
    }

    /** Of a repo's overlay for an environment. */
    String overlay(String repo, String environment) {
        return live(RepoSource.overlayFile(repo, environment));
    }

    /** Of a file that is read from the tree whatever the release; one that is not there says nothing, as an empty one does. */
    String live(SourcePath file) {
        String digest = digest(file);
        return digest.equals(ABSENT) ? EMPTY : digest;
    }

    /** Of one file; of one that is not there, a sign that no digest is. */
    private String digest(SourcePath file) {
        return files.computeIfAbsent(file, path -> sources.read(path, new Findings())
                .map(InputsDigest::digest)
                .orElse(ABSENT));
    }

    /** Git may write lines with a carriage return into a tree, and keep them without. */
    private static String digest(SourceFile file) {
        String text = new String(file.bytes(), StandardCharsets.ISO_8859_1);
        return Digest.of(text.replace("\r\n", "\n").getBytes(StandardCharsets.ISO_8859_1));
    }

    private synchronized SortedSet<SourcePath> templates() {
        if (templates.isEmpty()) {
            templates = Optional.of(new TreeSet<>(sources.walk(TemplateSet.FOLDER, new Findings())));
        }
        return templates.get();
    }
}
