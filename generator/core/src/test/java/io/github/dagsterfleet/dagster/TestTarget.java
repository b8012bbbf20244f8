package io.github.dagsterfleet.dagster;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.finding.Site;
import io.github.dagsterfleet.fleet.Agent;
import io.github.dagsterfleet.fleet.Environment;
import io.github.dagsterfleet.fleet.Fleet;
import io.github.dagsterfleet.fleet.Location;
import io.github.dagsterfleet.fleet.Platform;
import io.github.dagsterfleet.fleet.Project;
import io.github.dagsterfleet.fleet.SecretEntry;
import io.github.dagsterfleet.fleet.SecretEntry.Store;
import io.github.dagsterfleet.fleet.Target;
import io.github.dagsterfleet.schema.Reading;
import io.github.dagsterfleet.schema.Shape;
import io.github.dagsterfleet.schema.ShapeReader;
import io.github.dagsterfleet.schema.Shapes;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.syntax.Scalar;
import io.github.dagsterfleet.syntax.Sequence;
import io.github.dagsterfleet.syntax.yaml.YamlFormat;
import io.github.dagsterfleet.text.SourcePath;
import io.github.dagsterfleet.text.SourceText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Targets from a base.yaml and a repo.yaml in which every location and project says all of its facts itself. */
final class TestTarget {
    /** One agent for each platform, named like it, and a catalogue with one secret for each store. */
    static final String BASE =
            """
            format: 1
            organization: acme
            environments: [dev, prod]
            dagster: 1.13.27
            agents:
              k8s: {platform: k8s, queues: [hybrid, gpu], provides: [PROVIDED]}
              ecs: {platform: ecs, provides: [PROVIDED]}
              docker: {platform: docker, provides: [PROVIDED]}
              serverless: {platform: serverless}
            secrets:
              warehouse: {store: kubernetes, keys: [DB_USER, DB_PASSWORD, lower-case]}
              vault: {store: aws, keys: [token], arn: {dev: "arn:dev"}}
              plus: {store: dagster-plus, keys: [TOKEN], format: json}
              host: {store: agent, keys: [PROVIDED, OTHER]}
              theirs: {store: kubernetes, keys: [KEY], teams: [others]}
              live: {store: kubernetes, keys: [KEY], environments: [prod]}
            """;

    private TestTarget() {}

    /** In {@code dev}, with {@link #BASE}. */
    static Target of(String repo) {
        return of(BASE, "dev", repo);
    }

    static Target of(String base, String environment, String repo) {
        Mapping document =
                read("environments/base.yaml", base, Shapes.standard().base());
        Mapping facts = read("repos/sample/repo.yaml", repo, Shapes.standard().repo());
        Fleet fleet = fleet(document);
        Environment chosen = Objects.requireNonNull(fleet.environments().get(environment));
        String name = facts.text("agent").orElseThrow();
        Agent agent = Objects.requireNonNull(fleet.agents().get(name));
        List<Location> locations = new ArrayList<>();
        facts.mapping("locations")
                .ifPresent(all -> all.forEach(entry -> locations.add(new Location(
                        entry.key(),
                        (Mapping) entry.value(),
                        ((Mapping) entry.value()).text("project").orElse(".")))));
        List<Project> projects = new ArrayList<>();
        facts.mapping("projects")
                .ifPresent(all -> all.forEach(entry -> projects.add(new Project(
                        entry.name(),
                        (Mapping) entry.value(),
                        locations.stream()
                                .filter(location -> location.project().equals(entry.name()))
                                .toList()))));
        return new Target(fleet, "sample", chosen, agent, List.of(), facts, locations, projects, Optional.empty());
    }

    /** The documents of a target that must derive without a finding. */
    static Documents documents(Target target) {
        var outcome = Derivation.derive(target);
        assertThat(outcome.findings()).isEmpty();
        return outcome.value().orElseThrow();
    }

    /** The one location of the target, as it comes out. */
    static Mapping location(String repo) {
        return documents(of(repo)).locations().get(0);
    }

    /** Ids of findings with the text under their caret, each once. */
    static List<String> findings(String repo) {
        return findings(of(repo));
    }

    static List<String> findings(Target target) {
        return Derivation.derive(target).findings().stream()
                .map(TestTarget::words)
                .distinct()
                .toList();
    }

    static String words(Finding finding) {
        return finding.code().id() + " at "
                + ((Site.InSpan) finding.site()).span().content();
    }

    static Node yaml(String text) {
        return parse("expected.yaml", text);
    }

    private static Mapping read(String path, String text, Shape shape) {
        Findings findings = new Findings();
        Node typed = new ShapeReader(shape, Reading.SOURCE, findings)
                .read(parse(path, text))
                .orElseThrow();
        assertThat(findings.list()).isEmpty();
        return (Mapping) typed;
    }

    private static Node parse(String path, String text) {
        Findings findings = new Findings();
        Node node = YamlFormat.INSTANCE
                .read(new SourceText(new SourcePath(path), text), findings)
                .orElseThrow();
        assertThat(findings.list()).isEmpty();
        return node;
    }

    private static Fleet fleet(Mapping base) {
        Map<String, Environment> environments = new LinkedHashMap<>();
        for (Scalar name : scalars(base, "environments")) {
            Mapping document = (Mapping) parse("environments/" + name.text() + ".yaml", "deployment: " + name.text());
            boolean branches = name.text().equals("dev");
            environments.put(
                    name.text(),
                    new Environment(name, document.scalar("deployment").orElseThrow(), name, branches, document));
        }
        Map<String, Agent> agents = new LinkedHashMap<>();
        base.mapping("agents").orElseThrow().forEach(entry -> {
            Mapping agent = (Mapping) entry.value();
            agents.put(
                    entry.name(),
                    new Agent(
                            entry.key(),
                            Platform.ofWord(agent.text("platform").orElseThrow()),
                            texts(agent, "queues"),
                            texts(agent, "provides")));
        });
        Map<String, SecretEntry> secrets = new LinkedHashMap<>();
        base.mapping("secrets").ifPresent(all -> all.forEach(entry -> secrets.put(entry.name(), secret(entry))));
        return new Fleet(
                base.scalar("organization").orElseThrow(),
                base.scalar("dagster").orElseThrow(),
                environments,
                List.of(),
                agents,
                secrets,
                base);
    }

    private static SecretEntry secret(Mapping.Entry entry) {
        Mapping secret = (Mapping) entry.value();
        Map<String, Scalar> arns = new LinkedHashMap<>();
        secret.mapping("arn").ifPresent(all -> all.forEach(arn -> arns.put(arn.name(), (Scalar) arn.value())));
        Store store = Arrays.stream(Store.values())
                .filter(candidate ->
                        candidate.word().equals(secret.text("store").orElseThrow()))
                .findFirst()
                .orElseThrow();
        return new SecretEntry(
                entry.key(),
                store,
                scalars(secret, "keys"),
                texts(secret, "teams"),
                texts(secret, "environments"),
                secret.scalar("format"),
                arns);
    }

    private static List<String> texts(Mapping mapping, String key) {
        return scalars(mapping, key).stream().map(Scalar::text).toList();
    }

    private static List<Scalar> scalars(Mapping mapping, String key) {
        return mapping.sequence(key).map(Sequence::items).orElse(List.of()).stream()
                .map(Scalar.class::cast)
                .toList();
    }
}
