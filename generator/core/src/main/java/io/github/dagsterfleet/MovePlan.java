package io.github.dagsterfleet;

import io.github.dagsterfleet.change.ChangePlan;
import io.github.dagsterfleet.change.DiskStore;
import io.github.dagsterfleet.change.Journal;
import io.github.dagsterfleet.change.PlanWriter;
import io.github.dagsterfleet.finding.Findings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * What moves would do.
 *
 * @param report what a person is shown
 * @param files what would be written into folders of generated files
 */
record MovePlan(MoveReport report, List<ChangePlan> files) {
    /** Of moves that write nothing. */
    static MovePlan of(MoveReport report) {
        return new MovePlan(report, List.of());
    }

    /** Of a request that made no sense, or of sources that cannot be read. */
    static MovePlan failed(Findings findings) {
        return of(MoveReport.failed(findings.sorted()));
    }

    /**
     * Writes all of it, the sources first: after a run that was killed in between, the next one makes the files that they
     * ask for.
     *
     * @throws IOException where the disk refuses
     */
    MoveReport carriedOut(Path root) throws IOException {
        Findings findings = new Findings();
        try (Journal journal = Journal.begin(root)) {
            DiskStore store = new DiskStore(root);
            store.tidy(journal.unfinished());
            SourceEdits.of(report.moves()).write(store);
            PlanWriter writer = new PlanWriter(store, journal);
            files.forEach(plan -> writer.write(plan, findings));
        }
        return report.written(findings);
    }
}
