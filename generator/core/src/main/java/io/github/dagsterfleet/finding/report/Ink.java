package io.github.dagsterfleet.finding.report;

import io.github.dagsterfleet.finding.Severity;
import io.github.dagsterfleet.text.SourcePath;

/** Colours and links for a terminal, or none. */
final class Ink {
    private static final String BOLD = "\u001b[1m";
    private static final String RED = "\u001b[1;31m";
    private static final String YELLOW = "\u001b[1;33m";
    private static final String BLUE = "\u001b[1;34m";
    private static final String GREEN = "\u001b[1;32m";
    private static final String CYAN = "\u001b[1;36m";
    private static final String PLAIN = "\u001b[0m";

    private final boolean colour;
    private final Links links;

    Ink(boolean colour, Links links) {
        this.colour = colour;
        this.links = links;
    }

    /** The name of a file, perhaps with a line and column behind it, as it is shown. */
    String place(SourcePath file, String name) {
        return links.shown(file, name);
    }

    String severity(String text, Severity severity) {
        return paint(severity == Severity.ERROR ? RED : YELLOW, text);
    }

    String strong(String text) {
        return paint(BOLD, text);
    }

    /** Line numbers, bars and arrows. */
    String frame(String text) {
        return paint(BLUE, text);
    }

    String note(String text) {
        return paint(GREEN, text);
    }

    String help(String text) {
        return paint(CYAN, text);
    }

    private String paint(String how, String text) {
        return colour ? how + text + PLAIN : text;
    }
}
