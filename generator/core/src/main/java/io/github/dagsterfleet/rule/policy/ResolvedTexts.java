package io.github.dagsterfleet.rule.policy;

import io.github.dagsterfleet.layer.Trace;
import io.github.dagsterfleet.secret.SecretScan;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.syntax.Scalar;
import io.github.dagsterfleet.syntax.Sequence;

/**
 * Picks the texts out of merged data that a look at the files alone does not settle: those that references put together,
 * those that are written otherwise than they are meant, and those whose keys are telling.
 */
final class ResolvedTexts {
    /** No secret is shorter. */
    private static final int SHORTEST = 6;

    /** Two characters more than it has: its quotes. */
    private static final int QUOTES = 2;

    private final Visitor visitor;

    ResolvedTexts(Visitor visitor) {
        this.visitor = visitor;
    }

    /** Is shown a text and the key that tells what it is for. */
    interface Visitor {
        void visit(String key, Scalar text);
    }

    /** @param key what the node stands under */
    void walk(String key, Node node) {
        if (node instanceof Mapping mapping) {
            String name = mapping.text("name").orElse(key);
            for (Mapping.Entry entry : mapping.entries()) {
                walk(entry.name().equals("value") ? name : entry.name(), entry.value());
            }
        } else if (node instanceof Sequence list) {
            for (Node item : list.items()) {
                walk(key, item);
            }
        } else if (node instanceof Scalar text && text.isString() && text.text().length() >= SHORTEST) {
            if (isPutTogether(text) || isWrittenOtherwise(text) || SecretScan.isTelling(key)) {
                visitor.visit(key, text);
            }
        }
    }

    private static boolean isPutTogether(Scalar text) {
        return text.origin() instanceof Trace trace && !trace.inputs().isEmpty();
    }

    /** Escapes, blocks and folded lines make the text longer where it is written. */
    private static boolean isWrittenOtherwise(Scalar text) {
        int written = text.span().end() - text.span().start();
        int meant = text.text().length();
        return written != meant && written != meant + QUOTES;
    }
}
