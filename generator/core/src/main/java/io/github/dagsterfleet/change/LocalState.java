package io.github.dagsterfleet.change;

import io.github.dagsterfleet.text.SourcePath;

/** The folder of what belongs to one checkout and never to git: it ignores itself. */
final class LocalState {
    static final SourcePath FOLDER = new SourcePath(".dagster-fleet");
    static final SourcePath IGNORE = FOLDER.resolve(".gitignore");
    static final String IGNORE_EVERYTHING = "*\n";

    private LocalState() {}
}
