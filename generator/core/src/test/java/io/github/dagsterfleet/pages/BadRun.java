package io.github.dagsterfleet.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dagsterfleet.RunReport;
import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.TextReport;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A run over something bad: what it printed, and what it left on disk. */
record BadRun(String command, RunReport report, Map<String, String> before, Map<String, String> after) {
    private static final String GENERATE = "dagster-fleet generate";

    /** @param folder an empty one */
    static BadRun of(Path folder, Scene scene) {
        Sandbox sandbox = Sandbox.in(folder, scene);
        List<String> commands = scene.commands();
        boolean runs = !commands.isEmpty() && commands.get(commands.size() - 1).startsWith("dagster-fleet ");
        String last = runs ? commands.get(commands.size() - 1) : GENERATE;
        commands.subList(0, runs ? commands.size() - 1 : commands.size()).forEach(sandbox::run);
        Map<String, String> before = sandbox.files();
        RunReport report = sandbox.run(last);
        return new BadRun(last, report, before, sandbox.files());
    }

    String screen() {
        return new TextReport(false).print(report.findings());
    }

    /** A refused repo is as it was, the others have landed; a mistake in what all share stops everything. */
    void assertNothingRefusedWasWritten() {
        boolean everything = command.equals(GENERATE);
        if (!everything || report.findings().stream().anyMatch(finding -> finding.isError() && repo(finding).isEmpty())) {
            assertThat(after).as("nothing is written").isEqualTo(before);
            return;
        }
        for (String repo : List.of("hello", "world")) {
            boolean refused = report.findings().stream()
                    .anyMatch(finding -> finding.isError() && repo(finding).equals(repo));
            String generated = "repos/" + repo + "/generated/";
            if (refused) {
                assertThat(below(after, generated)).as("a refused repo stays as it was").isEqualTo(below(before, generated));
            } else {
                assertThat(below(after, generated)).as("what is sound lands").isNotEmpty();
            }
        }
    }

    private static String repo(Finding finding) {
        String path = finding.site().path().map(Object::toString).orElse("");
        return path.startsWith("repos/") ? path.split("/")[1] : "";
    }

    private static Map<String, String> below(Map<String, String> files, String folder) {
        Map<String, String> below = new java.util.TreeMap<>(files);
        below.keySet().removeIf(path -> !path.startsWith(folder));
        return below;
    }
}
