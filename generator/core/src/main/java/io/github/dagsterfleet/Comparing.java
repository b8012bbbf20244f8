package io.github.dagsterfleet;

import io.github.dagsterfleet.change.ChangePlan;
import io.github.dagsterfleet.change.difference.Difference;
import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.Findings;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** {@code diff}: every folder is compared while it is there, and nothing is written. */
final class Comparing implements PlanAction {
    private final Function<RenderedFolder, List<Difference>> comparison;
    private final List<Difference> found = new ArrayList<>();
    private final Set<String> environments = new TreeSet<>();

    Comparing(Function<RenderedFolder, List<Difference>> comparison) {
        this.comparison = comparison;
    }

    /**
     * Sorted by nothing: threads differ.
     *
     * @param findings of the same run; what has an error is not generated, and so changes nothing
     */
    List<Difference> found(Collection<Finding> findings) {
        if (Concern.sharedError(findings)) {
            return List.of();
        }
        Set<String> broken = Concern.reposInError(findings);
        return found.stream()
                .filter(one -> one.repo().filter(broken::contains).isEmpty())
                .toList();
    }

    /** The environments that have files, or had; one that nothing was promoted to has none. */
    Set<String> environments() {
        return environments;
    }

    @Override
    public void rendered(RenderedFolder folder) {
        List<Difference> own = comparison.apply(folder);
        synchronized (found) {
            found.addAll(own);
            environments.addAll(folder.environments());
        }
    }

    @Override
    public boolean looksAtDisk() {
        return false;
    }

    @Override
    public void act(ChangePlan plan, Findings findings) {
        throw new IllegalStateException("nothing is planned");
    }
}
