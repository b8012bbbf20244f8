package io.github.dagsterfleet.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * The standard input.
 *
 * @param isPerson whether somebody sits there who can be asked
 */
record Keyboard(InputStream stream, boolean isPerson) {
    /** Nobody, and nothing to read. */
    static final Keyboard NONE = new Keyboard(InputStream.nullInputStream(), false);

    /**
     * Everything that is piped in.
     *
     * @throws java.nio.charset.CharacterCodingException when it is not UTF-8
     */
    String text() throws IOException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(stream.readAllBytes()))
                .toString();
    }

    /** Whether a person says yes to the question; no where there is none. */
    boolean agrees(Screen screen, String question) {
        return answer(screen, question)
                .filter(answer -> answer.equals("y") || answer.equals("yes"))
                .isPresent();
    }

    /** What a person answers, in small letters; empty where there is none. */
    Optional<String> answer(Screen screen, String question) {
        if (!isPerson) {
            return Optional.empty();
        }
        screen.ask(question);
        try {
            return Optional.of(line().strip().toLowerCase(Locale.ROOT));
        } catch (IOException closed) {
            return Optional.empty();
        }
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = stream.read(); c >= 0 && c != '\n'; c = stream.read()) {
            line.append((char) c);
        }
        return line.toString();
    }
}
