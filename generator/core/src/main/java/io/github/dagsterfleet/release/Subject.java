package io.github.dagsterfleet.release;

import io.github.dagsterfleet.fleet.RepoSource;
import io.github.dagsterfleet.fleet.Workspace;
import io.github.dagsterfleet.text.SourcePath;

/** What moves from release to release in one environment. */
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
        public SourcePath live() {
            return RepoSource.overlayFile(name, environment);
        }

        @Override
        public String words() {
            return "`" + name + "`";
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
        public SourcePath live() {
            return Workspace.environmentFile(environment);
        }

        @Override
        public String words() {
            return "the environment's own part";
        }
    }

    /** As a person types it, where it can be typed. */
    String name();

    String environment();

    /** Where it is recorded which release it renders from. */
    SourcePath releaseFile();

    /** The folder of the files that its release decides upon. */
    SourcePath generated();

    /** The file of its own that is read from the tree whatever the release. */
    SourcePath live();

    /** In a sentence: {@code `hello`}. */
    String words();

    /** What is typed behind a verb for another environment: {@code hello staging}. */
    default String typed(String other) {
        return this instanceof OfRepo repo ? repo.name + " " + other : other;
    }
}
