package io.github.dagsterfleet.load;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.finding.Site;
import io.github.dagsterfleet.rule.checkout.CodeSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs {@code dagster definitions validate} on code sources, each as the agent would load it. */
public final class DefinitionsCheck {
    /** A large project takes half a minute; what takes longer hangs. */
    public static final int SECONDS = 120;

    private static final int PROBE_SECONDS = 20;
    private static final String HAS_DAGSTER =
            "import importlib.util, sys; sys.exit(importlib.util.find_spec('dagster') is None)";

    private final Optional<String> python;
    private final int seconds;

    /**
     * @param python the one to run; else that of the checkout's {@code .venv}, then the first on the path
     * @param seconds how long each code source may take
     */
    public DefinitionsCheck(Optional<String> python, int seconds) {
        this.python = python;
        this.seconds = seconds;
    }

    /** Reports each code source that cannot be loaded, or that there is no Python to load them with. */
    public void check(Path checkout, List<CodeSource> sources, Findings findings) {
        if (sources.isEmpty()) {
            return;
        }
        Optional<String> runnable = candidates(checkout).stream()
                .filter(candidate -> hasDagster(candidate, checkout))
                .findFirst();
        if (runnable.isEmpty()) {
            findings.add(noPython());
            return;
        }
        for (CodeSource source : sources) {
            load(runnable.get(), checkout, source).ifPresent(findings::add);
        }
    }

    private List<String> candidates(Path checkout) {
        return python.map(List::of)
                .orElseGet(() -> List.of(
                        checkout.resolve(".venv/bin/python").toString(),
                        checkout.resolve(".venv/Scripts/python.exe").toString(),
                        "python3",
                        "python"));
    }

    private static boolean hasDagster(String python, Path folder) {
        return new Command(List.of(python, "-c", HAS_DAGSTER), folder)
                .run(PROBE_SECONDS)
                .filter(Ended::isWell)
                .isPresent();
    }

    private Optional<Finding> load(String python, Path checkout, CodeSource source) {
        List<String> words =
                new ArrayList<>(List.of(python, "-m", "dagster", "definitions", "validate", "--log-format", "json"));
        words.addAll(source.arguments());
        Path folder = checkout.resolve(source.folder().value());
        Command command = new Command(words, folder);
        List<String> spoken = new ArrayList<>(words);
        spoken.add(folder.toString());
        return command.run(seconds)
                .filter(ended -> !ended.isWell())
                .map(ended -> failed(source, ended, new VariableMask(command.environment(), spoken)));
    }

    private Finding failed(CodeSource source, Ended ended, VariableMask mask) {
        boolean late = ended.code().isEmpty();
        Finding finding = Finding.at(
                        FindingCode.CHECKOUT_LOAD,
                        source.said().origin(),
                        "Dagster cannot load `" + source.said().text() + "`"
                                + (late ? " within " + seconds + " seconds" : ""))
                .label(late ? "takes too long" : "fails to load");
        for (String line : FailureLines.of(mask.mask(ended.output()))) {
            finding = finding.note(line, new Site.Nowhere());
        }
        return finding.help("run `dagster definitions validate " + String.join(" ", source.arguments()) + "` in "
                + folder(source) + " to see all of it");
    }

    private static String folder(CodeSource source) {
        return source.folder().value().isEmpty() ? "the checkout" : "`" + source.folder() + "`";
    }

    private Finding noPython() {
        return Finding.of(
                        FindingCode.USAGE_NO_PYTHON,
                        python.map(named -> "`" + named + "` is no Python that has Dagster")
                                .orElse("there is no Python here that has Dagster"))
                .help("name one with `--python PATH`, such as `--python .venv/bin/python`");
    }
}
