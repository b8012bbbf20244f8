package io.github.dagsterfleet.rule.code;

import io.github.dagsterfleet.text.Span;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * One place where an environment variable is read.
 *
 * @param argument that dlt fills in, for which it looks under longer and shorter names; empty for a name that stands in
 *     the code
 * @param isNeeded whether the code has no answer of its own when there is no such variable
 */
public record Read(String name, Span span, Optional<Argument> argument, boolean isNeeded) {
    private static final String SEPARATOR = "__";

    /** Before this a name may have the pipeline's, behind it the module's and the function's. */
    private static final String SOURCES = "SOURCES" + SEPARATOR;

    /**
     * An argument of a function.
     *
     * @param position counted from 0; beyond any for one that is passed by name alone
     */
    public record Argument(String function, String name, int position) {}

    /** Whether one of these variables is what is read. */
    public boolean isGivenBy(Set<String> names) {
        return names.contains(name)
                || (argument.isPresent()
                        && names.stream()
                                .anyMatch(variable -> isOf(argument.get().name().toUpperCase(Locale.ROOT), variable)));
    }

    /** As dlt 1.31 has it: the argument alone, or as a section of sources; what follows is a field of credentials. */
    private static boolean isOf(String section, String variable) {
        boolean ofSources = variable.startsWith(SOURCES) || variable.contains(SEPARATOR + SOURCES);
        return variable.equals(section)
                || (ofSources
                        && (variable.endsWith(SEPARATOR + section)
                                || variable.contains(SEPARATOR + section + SEPARATOR)));
    }
}
