package io.github.dagsterfleet.change;

import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.source.SourceSet;
import io.github.dagsterfleet.text.SourcePath;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Where in a workspace what is generated lies: {@code environments/generated} and {@code repos/*}{@code /generated}. */
public final class GeneratedFolders {
    private static final String NAME = "generated";

    private final Path environments;
    private final Path repos;

    GeneratedFolders(Path root) {
        this.environments = root.resolve("environments");
        this.repos = root.resolve("repos");
    }

    /** Whether a file lies in a folder of this name that has a manifest, in whichever workspace. */
    public static boolean hold(SourceSet sources, SourcePath file) {
        for (SourcePath at = file.parent(); !at.equals(SourcePath.ROOT); at = at.parent()) {
            if (at.fileName().equals(NAME)
                    && sources.read(at.resolve(Manifest.FILE_NAME), new Findings())
                            .isPresent()) {
                return true;
            }
        }
        return false;
    }

    boolean isOne(Path folder) {
        Path above = folder.getParent();
        return above != null
                && folder.endsWith(NAME)
                && (above.equals(environments) || repos.equals(above.getParent()));
    }

    /** Those that are there. */
    List<Path> list() throws IOException {
        List<Path> found = new ArrayList<>();
        add(environments.resolve(NAME), found);
        if (Files.isDirectory(repos)) {
            try (DirectoryStream<Path> folders = Files.newDirectoryStream(repos)) {
                for (Path folder : folders) {
                    add(folder.resolve(NAME), found);
                }
            }
        }
        return found;
    }

    private static void add(Path folder, List<Path> found) {
        if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            found.add(folder);
        }
    }
}
