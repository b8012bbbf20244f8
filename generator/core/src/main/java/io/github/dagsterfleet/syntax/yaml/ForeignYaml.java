package io.github.dagsterfleet.syntax.yaml;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.syntax.SyntaxFindings;
import io.github.dagsterfleet.text.SourceText;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.NodeId;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * Reads a file that others wrote as Dagster's own loader does, which is PyYAML without timestamps: YAML 1.1, with
 * anchors, aliases, merge keys and keys that are no texts. Of a key that is written twice the last value counts, as
 * there, but it is a finding. What is written for us is read by {@link YamlFormat}, which takes less.
 */
public final class ForeignYaml {
    private ForeignYaml() {}

    /** Empty, with an error, for what is no single YAML document or unfolds into too much. */
    public static Optional<Node> read(SourceText text, Findings findings) {
        if (!isPrintable(text, findings)) {
            return Optional.empty();
        }
        CodePoints codePoints = CodePoints.of(text.content());
        EscapedSlashes escapes = new EscapedSlashes(text.content(), codePoints);
        StreamReader characters = new StreamReader(escapes.content());
        while (true) {
            try {
                Optional<org.yaml.snakeyaml.nodes.Node> root = compose(characters);
                if (root.isEmpty()) {
                    findings.add(SyntaxFindings.emptyFile(text));
                    return Optional.empty();
                }
                return new ForeignTree(text, codePoints, escapes, findings).of(root.get());
            } catch (MarkedYAMLException complaint) {
                if (escapes.hide(complaint)) {
                    characters = new StreamReader(escapes.content());
                    continue;
                }
                findings.add(
                        isSecondDocument(complaint)
                                ? secondDocument(text, codePoints, complaint)
                                : new ParserComplaint(text, codePoints).finding(complaint));
            } catch (YAMLException tooDeep) { // the one limit below that a text of bearable size can break
                findings.add(Finding.in(
                        FindingCode.SYNTAX_TOO_DEEP,
                        text.path(),
                        "mappings and lists lie more than " + SyntaxFindings.DEEPEST + " levels deep in each other"));
            } catch (
                    IllegalArgumentException
                            noNumber) { // the parser's own slip over an escape whose digits the file's end cuts off
                findings.add(brokenEscape(text, codePoints.offset(characters.getIndex())));
            }
            return Optional.empty();
        }
    }

    private static Optional<org.yaml.snakeyaml.nodes.Node> compose(StreamReader characters) {
        LoaderOptions limits = new LoaderOptions();
        limits.setNestingDepthLimit(SyntaxFindings.DEEPEST);
        limits.setMaxAliasesForCollections(Integer.MAX_VALUE); // the tree has a limit that sees what they unfold into
        limits.setCodePointLimit(Integer.MAX_VALUE);
        return Optional.ofNullable(
                new Composer(new ParserImpl(characters, limits), new Untyped(), limits).getSingleNode());
    }

    /** Leaves the type of plain scalars open, since it would tell them as Java's YAML does. */
    private static final class Untyped extends Resolver {
        @Override
        protected void addImplicitResolvers() {}

        @Override
        public Tag resolve(NodeId kind, String value, boolean implicit) {
            return kind == NodeId.scalar && implicit ? ForeignTree.PLAIN : super.resolve(kind, value, implicit);
        }
    }

    private static boolean isPrintable(SourceText text, Findings findings) {
        String content = text.content();
        for (int at = 0; at < content.length(); ) {
            int codePoint = content.codePointAt(at);
            int end = at + Character.charCount(codePoint);
            if (!StreamReader.isPrintable(codePoint)) {
                findings.add(SyntaxFindings.forbiddenCharacter(FindingCode.SYNTAX_YAML, "YAML", text.span(at, end))
                        .help("remove it, or write it as an escape in double quotes"));
                return false;
            }
            at = end;
        }
        return true;
    }

    private static boolean isSecondDocument(MarkedYAMLException complaint) {
        return String.valueOf(complaint.getContext()).contains("expected a single document");
    }

    private static Finding secondDocument(SourceText text, CodePoints codePoints, MarkedYAMLException complaint) {
        int at = complaint.getProblemMark() == null
                ? 0
                : codePoints.offset(complaint.getProblemMark().getIndex());
        int end = text.content().startsWith("---", at) ? at + 3 : at;
        return Finding.at(
                        FindingCode.SYNTAX_SECOND_DOCUMENT,
                        text.span(at, end),
                        "a second document begins, for which Dagster refuses the file")
                .label("second document")
                .help("move it to a file of its own, or remove it");
    }

    private static Finding brokenEscape(SourceText text, int at) {
        return Finding.at(
                        FindingCode.SYNTAX_YAML,
                        text.span(at, at),
                        "a text in double quotes breaks off within an escape")
                .label("digits are due")
                .help("write all digits of the escape, or close the text before it");
    }
}
