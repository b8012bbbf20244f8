package io.github.dagsterfleet.rule.file;

/** Python's identifiers between dots, in any alphabet; blanks around each do no harm. */
final class DottedName {
    private DottedName() {}

    static boolean isValid(String text) {
        for (String part : text.split("\\.", -1)) {
            if (!isIdentifier(part.strip())) {
                return false;
            }
        }
        return true;
    }

    private static boolean isIdentifier(String part) {
        return !part.isEmpty()
                && isStart(part.codePointAt(0))
                && part.codePoints().allMatch(Character::isUnicodeIdentifierPart);
    }

    private static boolean isStart(int character) {
        return character == '_' || Character.isUnicodeIdentifierStart(character);
    }
}
