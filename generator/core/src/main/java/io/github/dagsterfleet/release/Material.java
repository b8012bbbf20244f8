package io.github.dagsterfleet.release;

import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.fleet.Platform;
import io.github.dagsterfleet.source.git.CommitId;
import io.github.dagsterfleet.text.SourcePath;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What a subject is made from: in the tree, and as a commit would have it. */
interface Material {
    /** What a commit makes of the subject, as far as a promotion has to know. */
    record Made(String inputs, Optional<Platform> platform, List<String> locations) {}

    Subject subject();

    /** Its release file as it is now. */
    ReleaseFile file();

    /** What it renders from in a place; empty where nothing was promoted, or that cannot be read. */
    Optional<Pin> pin(String environment);

    /** What has to have the next release first. */
    Stage before() throws IOException;

    /** Which locations it has in its environment while that renders from this; none where that cannot be told. */
    List<String> running(Pin present);

    /**
     * The version of dagster-fleet that made its files of a release in an environment, where that is another one, and
     * nobody promoted it with this one since.
     */
    Optional<String> otherTool(String environment, Pin pin);

    /** Empty, with a finding, where the commit cannot be had, or cannot be rendered. */
    Optional<Made> made(CommitId commit, Findings why);

    /** The digest of its inputs in the tree; empty where it cannot be made from them. */
    Optional<String> inputs();

    /** The files of these inputs. */
    Collection<SourcePath> inputFiles();

    /** The digest of the file of its own that is read from the tree whatever the release. */
    String live();

    /** The digest of that file as the files of the present release were made with it: a change of it may still wait. */
    String lived(Pin present);
}
