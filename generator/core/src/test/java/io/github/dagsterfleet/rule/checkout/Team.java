package io.github.dagsterfleet.rule.checkout;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.finding.Site;
import io.github.dagsterfleet.source.MemorySources;
import io.github.dagsterfleet.text.SourcePath;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A team's checkout in memory, and what is said of it, short: {@code checkout/name pyproject.toml:3:8}. */
final class Team {
    private final Map<String, String> files = new LinkedHashMap<>();

    /** One location, of which these are further lines. */
    static Team withLocation(String... lines) {
        return new Team().with("dagster_cloud.yaml", location("web", lines));
    }

    static String location(String name, String... lines) {
        StringBuilder text = new StringBuilder("locations:\n  - location_name: " + name + "\n");
        for (String line : lines) {
            text.append("    ").append(line).append('\n');
        }
        return text.toString();
    }

    Team with(String file, String content) {
        files.put(file, content);
        return this;
    }

    /** A module that defines something. */
    Team withCode(String file) {
        return with(file, "import dagster as dg\n\ndefs = dg.Definitions()\n");
    }

    List<String> code() {
        Findings findings = new Findings();
        checkout().checkCode(findings);
        return words(findings);
    }

    List<String> agreement() {
        Findings findings = new Findings();
        checkout().checkAgreement(findings);
        return words(findings);
    }

    List<String> workspace() {
        Findings findings = new Findings();
        DgWorkspace.check(MemorySources.ofTexts(files), SourcePath.ROOT, findings);
        return words(findings);
    }

    Checkout checkout() {
        return Checkout.in(MemorySources.ofTexts(files), SourcePath.ROOT);
    }

    private static List<String> words(Findings findings) {
        return findings.sorted().stream().map(Team::words).toList();
    }

    private static String words(Finding finding) {
        return finding.code().id()
                + (finding.site() instanceof Site.InSpan in ? " " + in.span() : "")
                + (finding.related().isEmpty() ? "" : " +" + finding.related().size());
    }
}
