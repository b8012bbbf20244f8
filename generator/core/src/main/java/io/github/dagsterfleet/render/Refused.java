package io.github.dagsterfleet.render;

import io.github.dagsterfleet.finding.Finding;
import java.util.List;

/**
 * Leaves a running template with what is wrong in it. FreeMarker calls us deep inside of its own code, where no return
 * value could carry a finding out; nobody but the {@link Renderer} catches it.
 */
final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient List<Finding> findings;

    Refused(Finding finding) {
        this(List.of(finding));
    }

    /** @param findings at least one */
    Refused(List<Finding> findings) {
        super(findings.get(0).message(), null, false, false);
        this.findings = List.copyOf(findings);
    }

    List<Finding> findings() {
        return findings;
    }
}
