package io.github.dagsterfleet.render;

import io.github.dagsterfleet.finding.Finding;

/**
 * Leaves a running template with what is wrong in it. FreeMarker calls us deep inside of its own code, where no return
 * value could carry a finding out; nobody but the {@link Renderer} catches it.
 */
final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Finding finding;

    Refused(Finding finding) {
        super(finding.message(), null, false, false);
        this.finding = finding;
    }

    Finding finding() {
        return finding;
    }
}
