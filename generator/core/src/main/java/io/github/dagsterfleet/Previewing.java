package io.github.dagsterfleet;

import io.github.dagsterfleet.change.ChangePlan;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.text.SourcePath;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;

/** What would change is shown and kept, so that it can be carried out as it was shown; it is no drift. */
final class Previewing implements PlanAction {
    private final Predicate<SourcePath> inScope;
    private final Comparing comparing;
    private final Queue<ChangePlan> plans = new ConcurrentLinkedQueue<>();
    private final Set<SourcePath> built = ConcurrentHashMap.newKeySet();

    /**
     * @param inScope the files to speak of
     * @param comparing is shown what somebody will look at
     */
    Previewing(Predicate<SourcePath> inScope, Comparing comparing) {
        this.inScope = inScope;
        this.comparing = comparing;
    }

    @Override
    public void rendered(RenderedFolder folder) {
        comparing.rendered(folder);
        built.addAll(folder.built());
    }

    @Override
    public boolean speaksOf(SourcePath file) {
        return inScope.test(file);
    }

    @Override
    public void act(ChangePlan plan, Findings findings) {
        plans.add(plan);
    }

    /** The files that repos build with. */
    Set<SourcePath> built() {
        return Set.copyOf(built);
    }

    /** What would be written, in no order. */
    List<ChangePlan> plans() {
        return List.copyOf(plans);
    }
}
