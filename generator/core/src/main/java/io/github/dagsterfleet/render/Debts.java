package io.github.dagsterfleet.render;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.finding.Site;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.syntax.Scalar;
import io.github.dagsterfleet.syntax.Sequence;
import io.github.dagsterfleet.text.SourcePath;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The documents that a scope owes in full: every value of them has to be printed by some template. */
final class Debts {
    private final Scope scope;
    private final List<TemplateFile> templates;
    private final Collection<String> off;

    Debts(Scope scope, List<TemplateFile> templates, Collection<String> off) {
        this.scope = scope;
        this.templates = templates;
        this.off = off;
    }

    /** Adds an error for each part of a document that nothing printed, unless its standard file is turned off. */
    void check(Mapping model, List<Reads> reads, Findings findings) {
        Set<Node> printed = Reads.identities(List.of());
        reads.forEach(some -> printed.addAll(some.printed()));
        new TreeMap<>(scope.owed()).forEach((path, file) -> {
            if (!off.contains(file)) {
                find(model, path).ifPresent(document -> {
                    List<Unprinted> missing = new ArrayList<>();
                    add(path, document, printed, missing);
                    missing.forEach(part -> findings.add(unprinted(part, file)));
                });
            }
        });
    }

    private record Unprinted(String path, Node node) {}

    /** How much of a node was printed. */
    private enum Paid {
        /** There is no value in it that could have been. */
        NOTHING_OWED,
        NOTHING,
        SOMETHING
    }

    private static Optional<Node> find(Mapping model, String path) {
        Optional<Node> at = Optional.of(model);
        for (String key : path.split("\\.", -1)) {
            at = at.filter(Mapping.class::isInstance).map(Mapping.class::cast).flatMap(mapping -> mapping.get(key));
        }
        return at;
    }

    /** Adds the largest parts of which nothing was printed: the node itself, or parts of it. */
    private static Paid add(String path, Node node, Set<Node> printed, List<Unprinted> missing) {
        if (printed.contains(node)) {
            return Paid.SOMETHING;
        }
        List<Unprinted> parts = new ArrayList<>();
        Paid paid = node instanceof Scalar ? Paid.NOTHING : Paid.NOTHING_OWED;
        if (node instanceof Mapping mapping) {
            for (Mapping.Entry entry : mapping.entries()) {
                paid = more(paid, add(path + "." + entry.name(), entry.value(), printed, parts));
            }
        } else if (node instanceof Sequence sequence) {
            for (int i = 0; i < sequence.items().size(); i++) {
                paid = more(paid, add(path + "[" + i + "]", sequence.items().get(i), printed, parts));
            }
        }
        if (paid == Paid.SOMETHING) {
            missing.addAll(parts);
        } else if (paid == Paid.NOTHING) {
            missing.add(new Unprinted(path, node));
        }
        return paid;
    }

    private static Paid more(Paid one, Paid other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    private Finding unprinted(Unprinted part, String file) {
        String tag = "`<@emit node=" + part.path() + "/>`";
        Finding finding = Finding.at(
                        FindingCode.RENDER_UNPRINTED, part.node().origin(), "no template prints `" + part.path() + "`")
                .label("not printed");
        SourcePath folder = TemplateSet.FOLDER.resolve(scope.folder());
        return templates.stream()
                .filter(template -> template.output().equals(file))
                .findFirst()
                .map(template -> finding.note("this template owes it", new Site.InFile(template.path()))
                        .help("print it in " + folder.resolve(file) + ".ftl, for example with " + tag))
                .orElseGet(() -> finding.help("add a template " + folder.resolve(file)
                        + ".ftl that prints it, or turn the file off with `artifacts: {" + file + ": false}`"));
    }
}
