package io.github.dagsterfleet.source;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Asks git whether it leaves a file alone. */
public final class GitIgnored {
    private static final int SECONDS = 20;

    private GitIgnored() {}

    /** False also where there is no git or no repository, and for a file that is tracked although a rule ignores it. */
    public static boolean ignores(Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        Path folder = absolute.getParent();
        if (folder == null) {
            return false;
        }
        try {
            Process git = new ProcessBuilder(List.of("git", "check-ignore", "--quiet", "--", absolute.toString()))
                    .directory(folder.toFile())
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            boolean ended = git.waitFor(SECONDS, TimeUnit.SECONDS);
            git.destroyForcibly();
            return ended && git.exitValue() == 0;
        } catch (IOException noGit) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
