package io.github.dagsterfleet.text;

/**
 * Why a piece of data is there. What was read from a file has its {@link Span}; what was merged has a trace, whose span
 * is that of the step that won.
 */
public interface Origin {
    /** The place that a person should look at first. */
    Span span();

    /** The place where something was last added: where a person would add more. */
    default Span latest() {
        return span();
    }
}
