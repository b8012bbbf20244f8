package io.github.dagsterfleet.finding;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The page of each code, carried in the jar: what it means, a bad and a good example, and what to do. */
public final class FindingPages {
    private static final String FOLDER = "/io/github/dagsterfleet/docs/findings/";

    private FindingPages() {}

    /** The page as it was written, in Markdown that reads well as plain text. */
    public static String page(FindingCode code) {
        try (InputStream in = FindingPages.class.getResourceAsStream(FOLDER + code.id() + ".md")) {
            return in == null
                    ? "# " + code.id() + "\n\n" + code.title() + "\n"
                    : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
