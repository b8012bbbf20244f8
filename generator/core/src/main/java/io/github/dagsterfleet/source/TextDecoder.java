package io.github.dagsterfleet.source;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.text.SourcePath;
import io.github.dagsterfleet.text.SourceText;
import io.github.dagsterfleet.text.Span;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** From bytes to text: strict UTF-8, without its byte order mark. */
public final class TextDecoder {
    /** The most bytes of a text: what the YAML parser takes at most. */
    public static final int MOST_BYTES = 3 * 1024 * 1024;

    private static final char REPLACEMENT = '\ufffd';

    private TextDecoder() {}

    /** The text; empty, with a finding, when the bytes are too many or are not UTF-8. */
    public static Optional<SourceText> decode(SourceFile file, Findings findings) {
        byte[] bytes = file.bytes();
        if (bytes.length > MOST_BYTES) {
            findings.add(tooLarge(file.path()));
            return Optional.empty();
        }
        int start = hasByteOrderMark(bytes) ? 3 : 0;
        SourceText text = new SourceText(
                file.path(), new String(bytes, start, bytes.length - start, StandardCharsets.UTF_8), file.revision());
        if (text.content().indexOf(REPLACEMENT) >= 0) {
            Optional<Span> wrong = firstWrongByte(text, ByteBuffer.wrap(bytes, start, bytes.length - start));
            if (wrong.isPresent()) {
                findings.add(notUtf8(wrong.get()));
                return Optional.empty();
            }
        }
        return Optional.of(text);
    }

    /** A file with more bytes than any text may have. */
    public static Finding tooLarge(SourcePath path) {
        return Finding.in(FindingCode.SOURCE_TOO_LARGE, path, "the file is larger than 3 MiB");
    }

    private static boolean hasByteOrderMark(byte[] bytes) {
        return bytes.length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF;
    }

    /** In the text as decoded leniently; empty when all its replacement characters stand in the file themselves. */
    private static Optional<Span> firstWrongByte(SourceText lenient, ByteBuffer bytes) {
        CharBuffer sound = CharBuffer.allocate(bytes.remaining());
        boolean malformed =
                StandardCharsets.UTF_8.newDecoder().decode(bytes, sound, true).isError();
        int at = sound.position();
        return malformed ? Optional.of(lenient.span(at, at + 1)) : Optional.empty();
    }

    private static Finding notUtf8(Span wrong) {
        return Finding.at(FindingCode.SOURCE_NOT_UTF8, wrong, "the file is not UTF-8")
                .label("first wrong byte")
                .help("save the file as UTF-8");
    }
}
