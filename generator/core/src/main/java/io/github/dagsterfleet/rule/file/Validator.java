package io.github.dagsterfleet.rule.file;

import io.github.dagsterfleet.dagster.DagsterVersion;
import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.finding.Judge;
import io.github.dagsterfleet.source.SourceFile;
import io.github.dagsterfleet.source.TextDecoder;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.syntax.toml.TomlFormat;
import io.github.dagsterfleet.syntax.yaml.ForeignYaml;
import io.github.dagsterfleet.text.SourceText;
import java.util.Optional;

/** Gives the verdict of Dagster's tools on one file after the other. */
public final class Validator {
    /** What the command refuses comes first, since the rest sees the same places again. */
    private static final Rules OF_CLOUD = Rules.of(
            new CodeSourceCount(),
            new SettingAboveContext(),
            NewerKeys.OF_LOCATIONS,
            new Dates(),
            new CommandModels(),
            new ContextKeys(),
            new Sendable(),
            new DeploySchema(),
            new ImageReplaced(),
            new PythonFileName(),
            new VolumeMounts(),
            new DroppedSettings(),
            new LocationNames(),
            new UnreadDefaults(),
            new OwnPolicies());

    private static final Rules OF_BUILD = Rules.of(new BuildFile());
    private static final Rules OF_CONTEXT =
            Rules.of(new ContextFile(), new BelowLocation("container_context", OF_CLOUD));

    private final Optional<DagsterVersion> version;

    /** @param version what the files have to suit; empty for the newest release that we know */
    public Validator(Optional<DagsterVersion> version) {
        this.version = version;
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
            case DAGSTER_CLOUD -> yaml(text.get(), OF_CLOUD, Optional.of(Judge.CLI), findings);
            case BUILD -> yaml(text.get(), OF_BUILD, Optional.of(Judge.DG), findings);
            // dg writes one that holds nothing but comments
            case CONTAINER_CONTEXT -> yaml(text.get(), OF_CONTEXT, Optional.empty(), findings);
            case DG -> dg(text.get(), findings);
            case PYPROJECT -> pyproject(text.get(), named, findings);
        };
    }

    /** @param stumbler who fails on a file without data, which is a file to the reader; empty where nobody does */
    private boolean yaml(SourceText text, Rules rules, Optional<Judge> stumbler, Findings findings) {
        Findings unread = new Findings();
        Optional<Node> root = ForeignYaml.read(text, unread);
        for (Finding finding : unread.list()) {
            if (finding.code() == FindingCode.SYNTAX_EMPTY_FILE) {
                stumbler.ifPresent(judge -> findings.add(finding.by(judge)));
            } else {
                findings.add(syntax(finding));
            }
        }
        root.ifPresent(node -> check(rules, node, findings));
        return true;
    }

    private boolean dg(SourceText text, Findings findings) {
        toml(text, findings).ifPresent(node -> check(PyprojectRules.OF_DG, node, findings));
        return true;
    }

    private boolean pyproject(SourceText text, boolean named, Findings findings) {
        if (!named && !mentionsDagster(text.content())) {
            return false;
        }
        Findings unread = new Findings();
        Optional<Node> root = toml(text, unread);
        boolean ours = named
                || root.map(PyprojectRules::speaksOfDagster)
                        .orElseGet(() -> text.content().contains("[tool.d"));
        if (ours) {
            findings.addAll(unread.list());
            root.ifPresent(node -> PyprojectRules.check(ParsedFile.of(node, version), findings));
        }
        return ours;
    }

    /** Spares most files the reading. */
    private static boolean mentionsDagster(String content) {
        return content.contains("dg") || content.contains("dagster");
    }

    private static Optional<Node> toml(SourceText text, Findings findings) {
        Findings unread = new Findings();
        Optional<Node> root = TomlFormat.INSTANCE.read(text, unread);
        unread.list().forEach(finding -> findings.add(finding.by(Judge.SYNTAX)));
        return unread.hasErrors() ? Optional.empty() : root;
    }

    /** Limits are ours, and so is the refusal of a key that stands twice. Who refuses a tag depends on the tag. */
    private static Finding syntax(Finding finding) {
        return switch (finding.code()) {
            case SYNTAX_TAG, SYNTAX_DUPLICATE_KEY, SYNTAX_TOO_DEEP, SYNTAX_ALIASES, SOURCE_TOO_LARGE -> finding;
            default -> finding.by(Judge.SYNTAX);
        };
    }

    private void check(Rules rules, Node root, Findings findings) {
        rules.check(ParsedFile.of(root, version), findings);
    }
}
