package io.github.dagsterfleet.change.difference;

import io.github.dagsterfleet.fleet.Workspace;
import java.util.List;

/** Where differences are, in the words of people. */
final class Places {
    private Places() {}

    static List<String> of(List<String> environments) {
        return environments.stream().map(Places::of).toList();
    }

    /** What is the same in every environment lies in a folder of its own. */
    static String of(String environment) {
        return environment.equals(Workspace.ALL) ? "generated/all" : environment;
    }
}
