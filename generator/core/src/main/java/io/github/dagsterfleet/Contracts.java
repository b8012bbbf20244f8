package io.github.dagsterfleet;

import io.github.dagsterfleet.dagster.Derivation;
import io.github.dagsterfleet.env.EnvSet;
import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.finding.Outcome;
import io.github.dagsterfleet.fleet.Target;
import io.github.dagsterfleet.fleet.Workspace;
import io.github.dagsterfleet.rule.policy.PolicyCheck;
import io.github.dagsterfleet.rule.policy.Secrets;
import io.github.dagsterfleet.schema.Reading;
import io.github.dagsterfleet.schema.ShapeReader;
import io.github.dagsterfleet.schema.Shapes;
import io.github.dagsterfleet.source.Asked;
import io.github.dagsterfleet.source.TextDecoder;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.json.JsonFormat;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Where contracts of variables come from: the sources, or a file that was generated from them. */
final class Contracts {
    private Contracts() {}

    /** @param environment the fleet's first when nobody names one */
    static Outcome<EnvSet> ofSources(Parts parts, String repo, Optional<String> environment) {
        String named = environment.orElseGet(() -> first(parts));
        return new OneTarget(parts, repo, named).find().then(target -> {
            parts.secrets().inTarget(target);
            Findings leaks = new Findings();
            PolicyCheck.of(target.fleet(), parts.today(), new Findings()).check(parts.secrets(), leaks);
            return Derivation.derive(target)
                    .then(documents -> Outcome.of(EnvSet.of(documents.envSet(), locations(target)), leaks));
        });
    }

    private static List<String> locations(Target target) {
        return target.locations().stream()
                .map(location -> location.name().text())
                .toList();
    }

    /** Empty for a fleet that cannot be read, which is told by who then asks for the target. */
    private static String first(Parts parts) {
        return parts.workspaceReader()
                .read(new Findings())
                .map(Workspace::fleet)
                .flatMap(fleet -> fleet.environments().keySet().stream().findFirst())
                .orElse("");
    }

    static Outcome<EnvSet> ofFile(Path here, String name, Secrets secrets) {
        Optional<Asked> asked = Asked.at(here, name).filter(file -> !file.isFolder());
        if (asked.isEmpty()) {
            return Outcome.failed(Finding.of(FindingCode.USAGE_UNKNOWN_PATH, "there is no file `" + name + "`")
                    .help("name an env_set.json, or a repo and an environment of a workspace"));
        }
        Findings findings = new Findings();
        Optional<EnvSet> contract = asked.get()
                .tree()
                .read(asked.get().path(), findings)
                .flatMap(file -> TextDecoder.decode(file, findings))
                .flatMap(text -> {
                    secrets.inFile(text);
                    return JsonFormat.INSTANCE.read(text, findings);
                })
                .flatMap(document ->
                        new ShapeReader(Shapes.standard().envSet(), Reading.SOURCE, findings).read(document))
                .filter(document -> !findings.hasErrors() && document instanceof Mapping)
                .map(document -> EnvSet.of((Mapping) document));
        return contract.isPresent() ? Outcome.of(contract.get(), findings) : Outcome.failed(findings);
    }
}
