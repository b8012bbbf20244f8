package io.github.dagsterfleet.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dagsterfleet.RunReport;
import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.report.TextReport;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A run over something bad: what it printed, and what it left on disk. */
record BadRun(String command, RunReport report, Map<String, String> before, Map<String, String> after) {
    /** The stages that are over for the whole fleet before the first file is written. */
    private static final Set<String> EARLY = Set.of("source", "syntax", "schema", "layer", "fleet");

    private static final String GENERATE = "dagster-fleet generate";

    /**
     * @param folder an empty one
     * @param code what it is about
     */
    static BadRun of(Path folder, String code, Scene scene) {
        Sandbox sandbox = Sandbox.in(folder, code, scene);
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

    /**
     * A refused repo is as it was, the others have landed. A mistake in what all share stops everything, or, when only
     * rendering shows it, the repos that show it.
     */
    void assertNothingRefusedWasWritten() {
        if (!command.equals(GENERATE)) {
            assertThat(after).as("nothing is written").isEqualTo(before);
            return;
        }
        boolean shared = errors().anyMatch(finding -> repo(finding).isEmpty());
        boolean early = errors().anyMatch(finding -> EARLY.contains(stage(finding)));
        for (String repo : List.of("hello", "world")) {
            String generated = "repos/" + repo + "/generated/";
            boolean refused = errors().anyMatch(finding -> repo(finding).equals(repo));
            if (refused || (shared && (early || repo.equals("hello")))) {
                assertThat(below(after, generated)).as("what is refused stays").isEqualTo(below(before, generated));
            } else if (!shared) {
                assertThat(below(after, generated)).as("what is sound lands").isNotEmpty();
            }
        }
    }

    private Stream<Finding> errors() {
        return report.findings().stream().filter(Finding::isError);
    }

    private static String stage(Finding finding) {
        return finding.code().id().substring(0, finding.code().id().indexOf('/'));
    }

    private static String repo(Finding finding) {
        String path = finding.site().path().map(Object::toString).orElse("");
        return path.startsWith("repos/") ? path.split("/", -1)[1] : "";
    }

    private static Map<String, String> below(Map<String, String> files, String folder) {
        Map<String, String> below = new TreeMap<>(files);
        below.keySet().removeIf(path -> !path.startsWith(folder));
        return below;
    }
}
