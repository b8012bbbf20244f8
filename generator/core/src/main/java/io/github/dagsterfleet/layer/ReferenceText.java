package io.github.dagsterfleet.layer;

import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.syntax.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How references are written in a text. */
final class ReferenceText {
    private static final String OPEN = "${";

    private ReferenceText() {}

    /** A stretch of a text: literal, or the name of a reference. */
    record Piece(String text, boolean isReference) {}

    /** Whether there is anything to do. */
    static boolean isIn(Scalar scalar) {
        return scalar.isString() && scalar.text().indexOf(OPEN) >= 0;
    }

    /** The text's pieces in order; a doubled {@code $} makes a literal of it. Empty after an error. */
    static Optional<List<Piece>> pieces(Scalar scalar, Findings findings) {
        String text = scalar.text();
        List<Piece> pieces = new ArrayList<>();
        StringBuilder literal = new StringBuilder();
        int at = 0;
        for (int open = text.indexOf(OPEN); open >= 0; open = text.indexOf(OPEN, at)) {
            if (open > at && text.charAt(open - 1) == '$') {
                literal.append(text, at, open - 1).append(OPEN);
                at = open + OPEN.length();
                continue;
            }
            int close = text.indexOf('}', open);
            if (close < 0) {
                findings.add(ReferenceFindings.notClosed(scalar, text.substring(open)));
                return Optional.empty();
            }
            String name = text.substring(open + OPEN.length(), close);
            if (!isName(name)) {
                findings.add(ReferenceFindings.notAName(scalar, text.substring(open, close + 1)));
                return Optional.empty();
            }
            literal.append(text, at, open);
            addLiteral(pieces, literal);
            pieces.add(new Piece(name, true));
            at = close + 1;
        }
        addLiteral(pieces, literal.append(text, at, text.length()));
        return Optional.of(pieces);
    }

    private static void addLiteral(List<Piece> pieces, StringBuilder literal) {
        if (literal.length() > 0) {
            pieces.add(new Piece(literal.toString(), false));
            literal.setLength(0);
        }
    }

    /** Words joined by dots. */
    private static boolean isName(String text) {
        boolean begins = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '.' ? begins : !(Character.isLetterOrDigit(c) || c == '_' || c == '-')) {
                return false;
            }
            begins = c == '.';
        }
        return !begins;
    }
}
