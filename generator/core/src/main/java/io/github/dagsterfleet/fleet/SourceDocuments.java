package io.github.dagsterfleet.fleet;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.source.SourceSet;
import io.github.dagsterfleet.source.TextDecoder;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.syntax.yaml.YamlFormat;
import io.github.dagsterfleet.text.SourcePath;
import java.util.Optional;

/** Reads YAML sources as mappings. Keeps nothing. */
public final class SourceDocuments implements ParsedSources {
    private final SourceSet sources;

    public SourceDocuments(SourceSet sources) {
        this.sources = sources;
    }

    @Override
    public Optional<Mapping> read(SourcePath path, Findings findings) {
        return sources.read(path, findings)
                .flatMap(file -> TextDecoder.decode(file, findings))
                .flatMap(text -> YamlFormat.INSTANCE.read(text, findings))
                .flatMap(root -> mapping(root, findings));
    }

    private static Optional<Mapping> mapping(Node root, Findings findings) {
        if (root instanceof Mapping mapping) {
            return Optional.of(mapping);
        }
        findings.add(Finding.at(
                        FindingCode.SCHEMA_KIND, root.origin(), "the file holds " + root.kind() + " where keys are due")
                .help("write keys, each with its value"));
        return Optional.empty();
    }
}
