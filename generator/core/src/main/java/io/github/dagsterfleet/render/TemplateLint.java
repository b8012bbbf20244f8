package io.github.dagsterfleet.render;

import freemarker.core.TemplateElement;
import freemarker.template.Template;
import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.text.SourceText;
import io.github.dagsterfleet.text.Span;
import java.util.Set;

/**
 * Refuses what would weaken escaping, hide errors or depend on anything but the model. What is not known to be harmless
 * is refused, so a newer FreeMarker opens no hole.
 */
@SuppressWarnings("deprecation") // no other view of a parsed template exists
final class TemplateLint {
    private static final Set<String> ELEMENTS = Set.of(
            "MixedContent",
            "TextBlock",
            "Comment",
            "DollarVariable",
            "IfBlock",
            "ConditionalBlock",
            "ListElseContainer",
            "IteratorBlock",
            "ElseOfList",
            "Items",
            "Sep",
            "SwitchBlock",
            "Case",
            "On",
            "BreakInstruction",
            "ContinueInstruction",
            "Macro",
            "UnifiedCall",
            "BodyInstruction",
            "ReturnInstruction",
            "AssignmentInstruction",
            "Assignment",
            "TrimInstruction",
            "StopInstruction");
    private static final Set<String> OWN_DIRECTIVES = Set.of("emit", "header", "comment");

    private final SourceText source;
    private final Findings findings;

    private TemplateLint(SourceText source, Findings findings) {
        this.source = source;
        this.findings = findings;
    }

    static void check(SourceText source, Template parsed, Findings findings) {
        TemplateLint lint = new TemplateLint(source, findings);
        lint.header();
        lint.element(parsed.getRootTreeNode());
    }

    /** {@code <#ftl …>} leaves no element behind, so it is looked for in the text. */
    private void header() {
        int start = 0;
        while (start < source.content().length() && source.content().charAt(start) <= ' ') {
            start++;
        }
        if (source.content().startsWith("<#ftl", start)) {
            findings.add(forbidden(source.span(start, start + "<#ftl".length()), "`<#ftl>`"));
        }
    }

    private void element(TemplateElement element) {
        String kind = element.getNodeName();
        String description = element.getDescription();
        if (!ELEMENTS.contains(kind) || description.startsWith("#global")) {
            findings.add(forbidden(opening(element), words(kind, description)));
        } else if (kind.equals("UnifiedCall")) {
            ownLine(element, description);
        }
        if (!kind.equals("TextBlock") && !kind.equals("Comment")) {
            for (String use : ExpressionScan.of(description)) {
                String what = use.equals(ExpressionScan.RANGE) ? "a range of numbers" : "`" + use + "`";
                findings.add(forbidden(find(element, use), what));
            }
        }
        for (int i = 0; i < element.getChildCount(); i++) {
            element((TemplateElement) element.getChildAt(i));
        }
    }

    private static String words(String kind, String description) {
        if (kind.equals("BlockAssignment")) {
            return "capturing output in a variable";
        }
        int end = description.indexOf(' ');
        String head = end < 0 ? description : description.substring(0, end);
        return head.startsWith("#") ? "`<" + head + ">`" : "`" + head + "`";
    }

    /** Our directives print whole lines; FreeMarker drops the blanks of a line that holds nothing but tags. */
    private void ownLine(TemplateElement call, String description) {
        int end = description.indexOf(' ');
        String name = description.substring(1, end < 0 ? description.length() : end);
        if (!OWN_DIRECTIVES.contains(name)) {
            return;
        }
        Span tag = span(call);
        OwnLine line = OwnLine.of(source, tag.start(), tag.end());
        if (!line.alone() && line.onlyTags()) {
            findings.add(
                    Finding.at(FindingCode.RENDER_FORBIDDEN, tag, "`<@" + name + ">` shares its line with other tags")
                            .label("not alone")
                            .help("put it on a line of its own"));
        }
    }

    private Span find(TemplateElement element, String use) {
        Span whole = span(element);
        int at = source.content().indexOf(use, whole.start());
        return at < 0 || at >= whole.end() ? opening(element) : source.span(at, at + use.length());
    }

    /** An element's own tag, as far as its first line shows it. */
    private Span opening(TemplateElement element) {
        Span whole = span(element);
        int close = source.content().indexOf('>', whole.start());
        return element.isLeaf() || close < 0 || close >= whole.end() ? whole : source.span(whole.start(), close + 1);
    }

    private Span span(TemplateElement element) {
        return TemplateFile.span(
                source, element.getBeginLine(), element.getBeginColumn(), element.getEndLine(), element.getEndColumn());
    }

    /** What a template may not use. */
    static Finding forbidden(Span place, String what) {
        return Finding.at(FindingCode.RENDER_FORBIDDEN, place, what + " is not for templates")
                .label("forbidden")
                .help("lay out what the model holds with `<#if>`, `<#list>` and interpolations; what needs more belongs"
                        + " into the sources");
    }
}
