package io.github.dagsterfleet.fleet;

import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.source.SourceFile;
import io.github.dagsterfleet.source.SourceSet;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The repos of which nobody knows what they declare, because their repo.yaml has errors or was not asked for. */
public final class UnreadRepos {
    /** Repos that a run was not asked for: there may be any. */
    public static final UnreadRepos ANY = new UnreadRepos(List.of(), true);

    private final List<String> texts;
    private final boolean mayDeclareAnything;

    private UnreadRepos(List<String> texts, boolean mayDeclareAnything) {
        this.texts = texts;
        this.mayDeclareAnything = mayDeclareAnything;
    }

    /** @param repos by name; none when each could be read */
    public static UnreadRepos of(SourceSet sources, Collection<String> repos) {
        List<String> texts = new ArrayList<>();
        for (String repo : repos) {
            Optional<SourceFile> file =
                    sources.read(RepoSource.folder(repo).resolve(RepoFolder.REPO_FILE), new Findings());
            if (file.isEmpty()) {
                return ANY;
            }
            texts.add(new String(file.get().bytes(), StandardCharsets.UTF_8));
        }
        return new UnreadRepos(texts, false);
    }

    /** Whether every repo there is was read. */
    public boolean isEmpty() {
        return texts.isEmpty() && !mayDeclareAnything;
    }

    /** Whether one of them may declare a name: what its file does not hold anywhere it does not declare. */
    public boolean mayDeclare(String name) {
        return mayDeclareAnything || texts.stream().anyMatch(text -> text.contains(name));
    }
}
