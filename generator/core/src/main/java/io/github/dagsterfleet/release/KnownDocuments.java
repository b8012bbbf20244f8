package io.github.dagsterfleet.release;

import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.fleet.ParsedSources;
import io.github.dagsterfleet.fleet.SourceDocuments;
import io.github.dagsterfleet.source.git.GitTree;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.text.SourcePath;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The sources of a commit; one that another commit has word for word is parsed once for both, with the places of
 * whichever was read first.
 */
final class KnownDocuments implements ParsedSources {
    private final GitTree files;
    private final Map<String, Mapping> known;

    /** @param known takes what is parsed without a finding, by its name and what git knows it by */
    KnownDocuments(GitTree files, Map<String, Mapping> known) {
        this.files = files;
        this.known = known;
    }

    @Override
    public Optional<Mapping> read(SourcePath path, Findings findings) {
        Optional<String> id = files.ids(List.of(path));
        Optional<Mapping> before = id.map(known::get);
        if (before.isPresent()) {
            return before;
        }
        Findings own = new Findings();
        Optional<Mapping> document = new SourceDocuments(files).read(path, own);
        findings.addAll(own.list());
        if (own.isEmpty() && id.isPresent()) {
            document.ifPresent(read -> known.put(id.get(), read));
        }
        return document;
    }
}
