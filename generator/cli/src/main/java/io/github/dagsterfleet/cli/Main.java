package io.github.dagsterfleet.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Where the process begins and ends. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        System.exit(
                new Cli(stream(FileDescriptor.out), stream(FileDescriptor.err), Surroundings.ofProcess()).run(args));
    }

    /** What is printed is UTF-8 whatever the locale says: it is made of files that are. */
    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8);
    }
}
