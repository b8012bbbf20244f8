package io.github.dagsterfleet.cli;

import java.util.Map;
import java.util.Set;

/**
 * Whether a terminal makes links of OSC 8, which no terminal can be asked. Those that are known to do it leave their names
 * in the environment; others could show the escape as rubbish, so they get no links unless somebody says so.
 */
final class Hyperlinks {
    private static final Set<String> PROGRAMS = Set.of("iTerm.app", "WezTerm", "vscode", "ghostty");
    private static final Set<String> OWN_VARIABLES = Set.of("KITTY_WINDOW_ID", "WT_SESSION", "DOMTERM");
    /** VTE 0.50, which GNOME's terminal and others are made from, is the first that does it without crashing. */
    private static final int OLDEST_VTE = 5000;

    private Hyperlinks() {}

    /** @param environment of a process that writes to a terminal */
    static boolean areKnownTo(Map<String, String> environment) {
        String forced = environment.getOrDefault("FORCE_HYPERLINK", "");
        if (!forced.isEmpty()) {
            return !forced.equals("0");
        }
        return !environment.getOrDefault("TERM", "").equals("dumb")
                && (PROGRAMS.contains(environment.getOrDefault("TERM_PROGRAM", ""))
                        || OWN_VARIABLES.stream().anyMatch(environment::containsKey)
                        || isNewVte(environment.getOrDefault("VTE_VERSION", "")));
    }

    private static boolean isNewVte(String version) {
        return version.matches("[0-9]{4,6}") && Integer.parseInt(version) >= OLDEST_VTE;
    }
}
