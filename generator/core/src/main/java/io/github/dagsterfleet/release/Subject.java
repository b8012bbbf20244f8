package io.github.dagsterfleet.release;

import io.github.dagsterfleet.fleet.RepoSource;
import io.github.dagsterfleet.fleet.Workspace;
import io.github.dagsterfleet.text.SourcePath;
import java.util.List;
import java.util.Optional;

/** What moves from release to release in one place: an environment, or {@code all}. */
public sealed interface Subject {
    /** A repo. */
    record OfRepo(String name, String environment) implements Subject {
        @Override
        public SourcePath releaseFile() {
            return ReleaseFile.ofRepo(name);
        }

        @Override
        public SourcePath generated() {
            return RepoSource.generated(name).resolve(environment);
        }

        @Override
        public SourcePath own() {
            return RepoSource.overlayFile(name, environment);
        }

        @Override
        public String words() {
            return "`" + name + "`";
        }
    }

    /** What a repo builds with, whatever the environment: its workflow, the projects' pyproject.toml. */
    record OfBuild(String name) implements Subject {
        @Override
        public String environment() {
            return Workspace.ALL;
        }

        @Override
        public SourcePath releaseFile() {
            return ReleaseFile.ofRepo(name);
        }

        @Override
        public SourcePath generated() {
            return RepoSource.generated(name).resolve(Workspace.ALL);
        }

        @Override
        public SourcePath own() {
            return RepoSource.file(name);
        }

        @Override
        public String words() {
            return "what `" + name + "` builds with";
        }
    }

    /** What an environment has that is no repo's: settings, alert policies. */
    record OfEnvironment(String environment) implements Subject {
        @Override
        public String name() {
            return Workspace.ENVIRONMENTS.value();
        }

        @Override
        public SourcePath releaseFile() {
            return ReleaseFile.ofEnvironment(environment);
        }

        @Override
        public SourcePath generated() {
            return Workspace.GENERATED.resolve(environment);
        }

        @Override
        public SourcePath own() {
            return Workspace.environmentFile(environment);
        }

        @Override
        public String words() {
            return "the environment's own part";
        }
    }

    /** As a person types it, where it can be typed. */
    String name();

    /** Or {@code all}, which is what all environments are. */
    String environment();

    /** Where it is recorded which release it renders from. */
    SourcePath releaseFile();

    /** The folder of the files that its release decides upon. */
    SourcePath generated();

    /** The file of its own that is read from the tree whatever the release. */
    SourcePath own();

    /** Every such file, other than catalogues. */
    default List<SourcePath> live() {
        return this instanceof OfRepo ? List.of(own(), Workspace.environmentFile(environment())) : List.of(own());
    }

    /** In a sentence: {@code `hello`}. */
    String words();

    /** The repo whose files it decides upon; empty where they are no repo's. */
    default Optional<String> repo() {
        return this instanceof OfEnvironment ? Optional.empty() : Optional.of(name());
    }

    /** What is typed behind a verb for another environment: {@code hello staging}. */
    default String typed(String other) {
        return repo().map(repo -> repo + " " + other).orElse(other);
    }
}
