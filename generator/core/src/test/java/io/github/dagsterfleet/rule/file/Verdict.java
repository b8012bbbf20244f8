package io.github.dagsterfleet.rule.file;

import io.github.dagsterfleet.dagster.DagsterVersion;
import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.finding.Judge;
import io.github.dagsterfleet.finding.Site;
import io.github.dagsterfleet.source.SourceFile;
import io.github.dagsterfleet.text.SourcePath;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** What the validator says of a text, short: {@code cli schema/type 2:20}. */
final class Verdict {
    private Verdict() {}

    static List<String> cloud(String text) {
        return of("dagster_cloud.yaml", text.getBytes(StandardCharsets.UTF_8), Optional.empty());
    }

    static List<String> cloud(String version, String text) {
        return of("dagster_cloud.yaml", text.getBytes(StandardCharsets.UTF_8), DagsterVersion.of(version));
    }

    static List<String> toml(String name, String text) {
        return of(name, text.getBytes(StandardCharsets.UTF_8), Optional.empty());
    }

    static List<String> of(String name, byte[] content, Optional<DagsterVersion> version) {
        Findings findings = new Findings();
        new Validator(version)
                .validate(
                        new SourceFile(new SourcePath(name), content),
                        DagsterFile.found(name).orElseThrow(),
                        true,
                        findings);
        return findings.sorted().stream().map(Verdict::words).toList();
    }

    /** What is to be done about each finding in a dagster_cloud.yaml. */
    static List<String> helps(String text) {
        Findings findings = new Findings();
        new Validator(Optional.empty())
                .validate(
                        new SourceFile(new SourcePath("dagster_cloud.yaml"), text.getBytes(StandardCharsets.UTF_8)),
                        DagsterFile.DAGSTER_CLOUD,
                        true,
                        findings);
        return findings.sorted().stream()
                .flatMap(finding -> finding.help().stream())
                .toList();
    }

    private static String words(Finding finding) {
        String judge = finding.judge().map(Judge::word).orElse(finding.isError() ? "ours" : "warning");
        String place = finding.site() instanceof Site.InSpan in
                ? " " + in.span().line() + ":" + in.span().column()
                : "";
        return judge + " " + finding.code().id() + place;
    }
}
