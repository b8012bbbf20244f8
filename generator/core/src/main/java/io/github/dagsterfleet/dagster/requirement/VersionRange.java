package io.github.dagsterfleet.dagster.requirement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Version specifiers between commas, such as {@code >=3.11,<3.14}: all of them must hold. */
public final class VersionRange {
    private final List<Clause> clauses;

    private VersionRange(List<Clause> clauses) {
        this.clauses = clauses;
    }

    /** Empty for what is no such list, and for versions that are more than numbers, such as {@code 3.14rc1}. */
    public static Optional<VersionRange> parse(String text) {
        Cursor cursor = new Cursor(text);
        List<Clause> clauses = new ArrayList<>();
        cursor.blanks();
        while (!cursor.atEnd()) {
            Optional<Clause> clause = Clause.read(cursor);
            if (clause.isEmpty()) {
                return Optional.empty();
            }
            clauses.add(clause.get());
            cursor.blanks();
            if (!cursor.atEnd() && !cursor.take(",")) {
                return Optional.empty();
            }
            cursor.blanks();
        }
        return Optional.of(new VersionRange(clauses));
    }

    /** Whether the text is such a list, whatever versions it names. */
    public static boolean isValid(String text) {
        // Behind a name these would be extras, or brackets round the range.
        boolean bare = text.indexOf('[') < 0 && text.indexOf('(') < 0;
        return bare
                && Requirement.parse("python " + text)
                        .filter(read -> !read.hasUrl() && read.tail().isEmpty())
                        .isPresent();
    }

    /** Whether the text is one version, as PEP 440 writes it. */
    public static boolean isVersion(String text) {
        return !text.endsWith(".*") && VersionSpecifier.isValid("==", text);
    }

    /** Whether {@code major.minor.0} and every later patch of it are within. */
    public boolean admitsAllOf(int major, int minor) {
        List<Integer> first = List.of(major, minor);
        List<Integer> last = List.of(major, minor, Integer.MAX_VALUE);
        return clauses.stream().allMatch(clause -> clause.admitsAll(first, last));
    }

    /** Whether no patch of {@code major.minor} is within, as far as one comparison alone can tell. */
    public boolean excludes(int major, int minor) {
        List<Integer> first = List.of(major, minor);
        List<Integer> last = List.of(major, minor, Integer.MAX_VALUE);
        return clauses.stream().anyMatch(clause -> clause.admitsNone(first, last));
    }

    /**
     * One comparison.
     *
     * @param any whether the version ends with {@code .*}
     */
    private record Clause(String operator, List<Integer> version, boolean any) {
        private static final String ANY = ".*";
        private static final int MOST_DIGITS = 9;

        static Optional<Clause> read(Cursor cursor) {
            Optional<String> operator = VersionSpecifier.operator(cursor);
            cursor.blanks();
            int start = cursor.at();
            cursor.until(", \t");
            String version = cursor.from(start);
            if (operator.isEmpty() || !VersionSpecifier.isValid(operator.get(), version)) {
                return Optional.empty();
            }
            boolean any = version.endsWith(ANY);
            return numbers(any ? version.substring(0, version.length() - ANY.length()) : version)
                    .map(numbers -> new Clause(operator.get(), numbers, any));
        }

        private static Optional<List<Integer>> numbers(String version) {
            List<Integer> numbers = new ArrayList<>();
            for (String part : version.split("\\.", -1)) {
                if (part.isEmpty()
                        || part.length() > MOST_DIGITS
                        || !part.chars().allMatch(c -> c >= '0' && c <= '9')) {
                    return Optional.empty();
                }
                numbers.add(Integer.valueOf(part));
            }
            return Optional.of(numbers);
        }

        /** Whether all from {@code first} to {@code last}, the patches of one minor release, satisfy it. */
        boolean admitsAll(List<Integer> first, List<Integer> last) {
            int minor = first.size();
            return switch (operator) {
                case ">=" -> compare(first, version) >= 0;
                case ">" -> compare(first, version) > 0;
                case "<=" -> compare(last, version) <= 0;
                case "<" -> compare(last, version) < 0;
                case "~=" -> compare(first, version) >= 0 && areEqual(first, version, version.size() - 1);
                case "==" -> any && version.size() <= minor && areEqual(first, version, version.size());
                case "!=" -> !areEqual(first, version, any ? Math.min(version.size(), minor) : minor);
                default -> false; // `===` is one patch and no other
            };
        }

        /** Whether none from {@code first} to {@code last}, the patches of one minor release, satisfies it. */
        boolean admitsNone(List<Integer> first, List<Integer> last) {
            int minor = first.size();
            return switch (operator) {
                case ">=" -> compare(last, version) < 0;
                case ">" -> compare(last, version) <= 0;
                case "<=" -> compare(first, version) > 0;
                case "<" -> compare(first, version) >= 0;
                case "~=" ->
                    compare(last, version) < 0 || !areEqual(first, version, Math.min(version.size() - 1, minor));
                case "!=" -> any && version.size() <= minor && areEqual(first, version, version.size());
                default -> !areEqual(first, version, Math.min(version.size(), minor));
            };
        }

        private static int compare(List<Integer> one, List<Integer> other) {
            for (int i = 0; i < Math.max(one.size(), other.size()); i++) {
                if (at(one, i) != at(other, i)) {
                    return Integer.compare(at(one, i), at(other, i));
                }
            }
            return 0;
        }

        /** Whether they begin with the same {@code count} numbers. */
        private static boolean areEqual(List<Integer> one, List<Integer> other, int count) {
            for (int i = 0; i < count; i++) {
                if (at(one, i) != at(other, i)) {
                    return false;
                }
            }
            return true;
        }

        /** A number that is not said is 0. */
        private static int at(List<Integer> version, int index) {
            return index < version.size() ? version.get(index) : 0;
        }
    }
}
