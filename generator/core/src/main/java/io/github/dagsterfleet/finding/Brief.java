package io.github.dagsterfleet.finding;

/** Keeps sentences readable into which a file puts names of any length. */
final class Brief {
    /** What is shorter is left alone, whatever is in it. */
    private static final int SHORT = 300;

    private static final int LONGEST_NAME = 60;
    private static final int LONGEST = 2000;

    private Brief() {}

    /** The sentence with what stands between backticks cut where it is long, and cut as a whole if it still is. */
    static String of(String sentence) {
        if (sentence.length() <= SHORT) {
            return sentence;
        }
        StringBuilder brief = new StringBuilder(SHORT);
        int from = 0;
        while (from < sentence.length()) {
            int opened = sentence.indexOf('`', from);
            int closed = opened < 0 ? -1 : sentence.indexOf('`', opened + 1);
            if (closed < 0) {
                break;
            }
            brief.append(sentence, from, opened).append('`');
            brief.append(cut(sentence.substring(opened + 1, closed), LONGEST_NAME))
                    .append('`');
            from = closed + 1;
        }
        return cut(brief.append(sentence, from, sentence.length()).toString(), LONGEST);
    }

    private static String cut(String text, int longest) {
        return text.codePointCount(0, text.length()) <= longest
                ? text
                : text.substring(0, text.offsetByCodePoints(0, longest)) + "…";
    }
}
