package io.github.dagsterfleet.rule.file;

import io.github.dagsterfleet.dagster.DagsterRelease;
import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.finding.Judge;
import io.github.dagsterfleet.finding.Site;
import io.github.dagsterfleet.source.SourceFile;
import io.github.dagsterfleet.source.TextDecoder;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.syntax.toml.TomlFormat;
import io.github.dagsterfleet.syntax.yaml.ForeignYaml;
import io.github.dagsterfleet.text.SourceText;
import io.github.dagsterfleet.text.Span;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Gives the verdict of Dagster's tools on one file after the other. */
public final class Validator {
    /** What the command refuses comes first, since the rest sees the same places again. */
    private static final List<Rule> OF_CLOUD = Stream.concat(
                    Stream.of(
                            new CodeSourceCount(),
                            new SettingAboveContext(),
                            new CommandModels(),
                            new ContextKeys(),
                            new Sendable(),
                            new DeploySchema(),
                            new ImageReplaced(),
                            new PythonFileName(),
                            new VolumeMounts(),
                            new DroppedSettings()),
                    Stream.concat(NewerKeys.OF_LOCATIONS.stream(), Stream.of(new OwnPolicies())))
            .toList();

    private static final List<Rule> OF_PYTHON = List.of(
            new PythonProject(), new ObjectReferences(), new DependencyGroups(), new LockStep(), new DagsterTable());
    private static final List<Rule> OF_DG = List.of(new DgSettings(), NewerKeys.OF_PROJECTS);
    private static final List<Rule> OF_BUILD = List.of(new BuildFile());
    private static final List<Rule> OF_CONTEXT = Stream.concat(
                    Stream.of(new ContextFile()),
                    OF_CLOUD.stream().map(rule -> new BelowLocation("container_context", rule)))
            .toList();

    private final Optional<DagsterRelease> release;

    /** @param release what the files have to suit; empty for the newest release that we know */
    public Validator(Optional<DagsterRelease> release) {
        this.release = release;
    }

    /**
     * Reports what is wrong with the file.
     *
     * @param named whether somebody asked for this very file; else a pyproject.toml that does not speak of Dagster is
     *     nobody's business
     * @return whether the file was looked at
     */
    public boolean validate(SourceFile file, DagsterFile kind, boolean named, Findings findings) {
        Findings undecoded = new Findings();
        Optional<SourceText> text = TextDecoder.decode(file, undecoded);
        undecoded.list().forEach(finding -> findings.add(syntax(finding)));
        if (text.isEmpty()) {
            return true;
        }
        return switch (kind) {
            case DAGSTER_CLOUD -> yaml(text.get(), OF_CLOUD, Judge.CLI, findings);
            case BUILD -> yaml(text.get(), OF_BUILD, Judge.DG, findings);
            case CONTAINER_CONTEXT -> context(text.get(), findings);
            case DG -> dg(text.get(), findings);
            case PYPROJECT -> pyproject(text.get(), named, findings);
        };
    }

    /** @param reader who stumbles over a file without data, which is one to the loader */
    private boolean yaml(SourceText text, List<Rule> rules, Judge reader, Findings findings) {
        Findings unread = new Findings();
        Optional<Node> root = ForeignYaml.read(text, unread);
        unread.list()
                .forEach(finding -> findings.add(
                        finding.code() == FindingCode.SYNTAX_EMPTY_FILE ? finding.by(reader) : syntax(finding)));
        root.ifPresent(node -> check(rules, node, findings));
        return true;
    }

    /** dg writes one that holds nothing but comments. */
    private boolean context(SourceText text, Findings findings) {
        Findings said = new Findings();
        yaml(text, OF_CONTEXT, Judge.DG, said);
        said.list().stream()
                .filter(finding -> finding.code() != FindingCode.SYNTAX_EMPTY_FILE)
                .forEach(findings::add);
        return true;
    }

    private boolean dg(SourceText text, Findings findings) {
        toml(text, findings).ifPresent(node -> check(OF_DG, node, findings));
        return true;
    }

    private boolean pyproject(SourceText text, boolean named, Findings findings) {
        if (!named && !mentionsDagster(text.content())) {
            return false;
        }
        Findings unread = new Findings();
        Optional<Node> root = toml(text, unread);
        boolean ours = named
                || root.map(node -> settings(node, "dg").isPresent()
                                || settings(node, "dagster").isPresent())
                        .orElseGet(() -> text.content().contains("[tool.d"));
        if (ours) {
            findings.addAll(unread.list());
            root.ifPresent(node -> check(OF_PYTHON, node, findings));
            root.flatMap(node -> settings(node, "dg")).ifPresent(dg -> check(OF_DG, dg, findings));
        }
        return ours;
    }

    /** Spares most files the reading. */
    private static boolean mentionsDagster(String content) {
        return content.contains("dg") || content.contains("dagster");
    }

    private static Optional<Node> settings(Node pyproject, String tool) {
        return pyproject instanceof Mapping top
                ? top.mapping("tool").flatMap(tools -> tools.get(tool))
                : Optional.empty();
    }

    private static Optional<Node> toml(SourceText text, Findings findings) {
        Findings unread = new Findings();
        Optional<Node> root = TomlFormat.INSTANCE.read(text, unread);
        unread.list().forEach(finding -> findings.add(finding.by(Judge.SYNTAX)));
        return unread.hasErrors() ? Optional.empty() : root;
    }

    /** Limits are ours, and so is the refusal of a key that stands twice. */
    private static Finding syntax(Finding finding) {
        return switch (finding.code()) {
            case SYNTAX_DUPLICATE_KEY, SYNTAX_TOO_DEEP, SYNTAX_ALIASES, SOURCE_TOO_LARGE -> finding;
            default -> finding.by(Judge.SYNTAX);
        };
    }

    /** Of what several judges refuse at one place, the first is told. */
    private void check(List<Rule> rules, Node root, Findings findings) {
        Set<Place> told = new HashSet<>();
        ParsedFile file = new ParsedFile(root, release);
        for (Rule rule : rules) {
            Findings found = new Findings();
            rule.check(file, found);
            List<Finding> news = found.list().stream()
                    .filter(finding -> !isTold(finding, told))
                    .toList();
            news.forEach(finding -> place(finding).ifPresent(told::add));
            findings.addAll(news);
        }
    }

    /** @param missing the key that is missing at this place, as the message says it; else nothing */
    private record Place(Span span, String missing) {}

    private static boolean isTold(Finding finding, Set<Place> told) {
        return place(finding)
                .filter(place -> told.contains(place) || told.contains(new Place(place.span, "")))
                .isPresent();
    }

    private static Optional<Place> place(Finding finding) {
        return finding.site() instanceof Site.InSpan in
                ? Optional.of(
                        new Place(in.span(), finding.code() == FindingCode.SCHEMA_MISSING_KEY ? finding.message() : ""))
                : Optional.empty();
    }
}
