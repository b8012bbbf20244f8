package io.github.dagsterfleet.secret;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One reading of one text. Each character is looked at once; only where a word begins that may be a token, and at the few
 * marks that may begin or join something, is there more to do.
 */
final class Scanner {
    private static final int WORD = 1;
    private static final int MARK = 2;
    private static final byte[] ROLES = roles();

    /** So many letters in a row are worth a look at whether something is wrapped in base64. */
    private static final int LONG_WORD = 10;

    private static final WordSet VALUE = WordSet.of("value");
    private static final WordSet NAME = WordSet.of("name");
    /** Keys beside {@code value} that say more of the name above. */
    private static final WordSet BESIDE_VALUE =
            WordSet.of("value", "description", "required", "format", "sides", "type", "default");

    private final String text;
    private final Reading reading;
    private final List<Sighting> found = new ArrayList<>();
    /** Where the stretch of base64 ends that was looked at last. */
    private int wrappedEnd;

    private int nameStart;
    private int nameEnd;

    Scanner(String text, Reading reading) {
        this.text = text;
        this.reading = reading;
    }

    private static byte[] roles() {
        byte[] roles = new byte[128];
        for (char c = 0; c < 128; c++) {
            roles[c] = (byte) (Alphabet.WORD.has(c) ? WORD : 0);
        }
        for (char mark : new char[] {':', '=', '-', '~'}) {
            roles[mark] = MARK;
        }
        return roles;
    }

    List<Sighting> scan() {
        int wordStart = -1;
        // An array is read at half the price of a text.
        char[] characters = text.toCharArray();
        int length = characters.length;
        for (int i = 0; i < length; i++) {
            char c = characters[i];
            int role = c < 128 ? ROLES[c] : 0;
            if (role == WORD) {
                if (wordStart < 0) {
                    wordStart = i;
                    if (i + 1 < length && TokenFormats.mayBegin(c, characters[i + 1])) {
                        token(i);
                    }
                }
                continue;
            }
            if (wordStart >= 0) {
                if (i - wordStart >= LONG_WORD) {
                    wrapped(wordStart);
                }
                wordStart = -1;
            }
            if (role == MARK) {
                mark(c, i);
            }
        }
        if (wordStart >= 0 && length - wordStart >= LONG_WORD) {
            wrapped(wordStart);
        }
        return found;
    }

    private void token(int at) {
        int end = at;
        SecretKind kind = SecretKind.TOKEN;
        for (TokenFormat format : TokenFormats.beginningWith(text.charAt(at))) {
            int stop = format.end(text, at);
            if (stop > end) {
                end = stop;
                kind = format.kind();
            }
        }
        int web = JsonWebToken.end(text, at);
        if (web > end) {
            end = web;
            kind = SecretKind.JWT;
        }
        if (end > at) {
            add(kind, at, end);
        }
    }

    private void wrapped(int at) {
        if (reading != Reading.UNWRAPPED && at >= wrappedEnd) {
            wrappedEnd = Wrapped.end(text, at);
            add(Wrapped.around(text, at, wrappedEnd));
        }
    }

    private void mark(char c, int at) {
        switch (c) {
            case '-' -> add(PrivateKeyBlock.at(text, at));
            case '~' -> add(AzureClientSecret.around(text, at));
            case ':' -> {
                if (text.startsWith("//", at + 1)) {
                    // What stands before the password is the user, whom nobody looks for by name.
                    add(UrlPassword.behind(text, at), at);
                } else {
                    key(at, at, true);
                }
            }
            default -> {
                int end = at;
                while (end > 0 && text.charAt(end - 1) == ' ') {
                    end--;
                }
                key(at, end, false);
            }
        }
    }

    /**
     * @param at where the colon or the sign of equality stands
     * @param behind where what stands before it ends
     */
    private void key(int at, int behind, boolean colon) {
        if (reading == Reading.CODE) {
            return;
        }
        int end = behind;
        while (end > 0 && "\"'`\\".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        boolean plain = end == behind;
        if (colon && plain && at + 1 < text.length() && text.charAt(at + 1) > ' ') {
            return;
        }
        int start = end;
        int letters = 0;
        while (start > 0 && isOfKey(text.charAt(start - 1))) {
            start--;
            letters |= 1 << text.charAt(start);
        }
        if (start == end) {
            return;
        }
        long word = WordSet.packed(text, start, end);
        if (VALUE.has(word) && nameEnd > nameStart) {
            value(nameStart, nameEnd, at);
        } else if (NAME.has(word)) {
            WrittenValue name = written(at);
            nameStart = name.start();
            nameEnd = name.end();
        } else {
            if (TellingWords.mayBeOf(letters)) {
                value(start, end, at);
            }
            if (!BESIDE_VALUE.has(word)) {
                nameStart = start;
                nameEnd = end;
            }
        }
    }

    /** @param at where the mark stands that the value follows */
    private void value(int keyStart, int keyEnd, int at) {
        Telling telling = TellingWords.of(text, keyStart, keyEnd);
        if (telling == Telling.NOTHING) {
            return;
        }
        WrittenValue value = written(at);
        if (value.isEmpty()) {
            return;
        }
        Optional<Sighting> header = Header.at(text, value.start());
        if (header.isPresent()) {
            add(header);
        } else if (LooksSecret.under(telling, text, value.start(), value.end())) {
            add(KeyKinds.of(text.substring(keyStart, keyEnd), telling), value.start(), value.end());
        }
    }

    private WrittenValue written(int mark) {
        return text.charAt(mark) == ':' ? WrittenValue.behindColon(text, mark) : WrittenValue.behindEquals(text, mark);
    }

    private static boolean isOfKey(char c) {
        return Alphabet.WORD.has(c) || c == '-' || c == '.';
    }

    private void add(Optional<Sighting> seen) {
        if (seen.isPresent()) {
            add(seen, seen.get().start());
        }
    }

    /** @param inside what stands under the same key */
    private void add(Optional<Sighting> seen, int inside) {
        if (seen.isPresent()) {
            add(seen.get().kind(), inside, seen.get().start(), seen.get().end());
        }
    }

    private void add(SecretKind kind, int start, int end) {
        add(kind, start, start, end);
    }

    /** What tells by its own form counts more than what only its key tells of, and both are one secret. */
    private void add(SecretKind kind, int inside, int start, int end) {
        Sighting last = found.isEmpty() ? null : found.get(found.size() - 1);
        if (last == null || start >= last.end()) {
            found.add(new Sighting(kind, KeyInSight.before(text, inside), start, end));
        } else {
            found.set(
                    found.size() - 1,
                    new Sighting(
                            kind == SecretKind.TOKEN || kind == SecretKind.PASSWORD ? last.kind() : kind,
                            last.key(),
                            Math.min(start, last.start()),
                            Math.max(end, last.end())));
        }
    }
}
