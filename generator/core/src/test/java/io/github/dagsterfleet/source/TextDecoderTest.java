package io.github.dagsterfleet.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.finding.Site;
import io.github.dagsterfleet.text.SourcePath;
import io.github.dagsterfleet.text.SourceText;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TextDecoderTest {
    private final Findings findings = new Findings();

    @Test
    void decodesUtf8() {
        assertThat(decode("ä 漢 😀 \ufffd".getBytes(StandardCharsets.UTF_8)).map(SourceText::content))
                .contains("ä 漢 😀 \ufffd");
        assertThat(findings.isEmpty()).isTrue();
    }

    @Test
    void dropsAByteOrderMarkAtTheBeginningOnly() {
        assertThat(decode("\ufeffa\ufeff".getBytes(StandardCharsets.UTF_8)).map(SourceText::content))
                .contains("a\ufeff");
    }

    @Test
    void aWrongByteIsFoundWhereItStands() {
        assertThat(decode(new byte[] {'a', '\n', (byte) 0xC3, (byte) 0xA4, 'b', (byte) 0xE4, 'c'}))
                .isEmpty();
        assertThat(findings.list()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo(FindingCode.SOURCE_NOT_UTF8);
            assertThat(place(finding)).isEqualTo("a.yaml:2:3");
        });
    }

    @Test
    void aTruncatedCharacterIsWrongToo() {
        assertThat(decode(new byte[] {'a', (byte) 0xE6, (byte) 0xBC})).isEmpty();
        assertThat(place(findings.list().get(0))).isEqualTo("a.yaml:1:2");
    }

    @Test
    void threeMebibytesAreTheLimit() {
        assertThat(decode(new byte[TextDecoder.MOST_BYTES])).isPresent();
        assertThat(decode(new byte[TextDecoder.MOST_BYTES + 1])).isEmpty();
        assertThat(findings.list()).extracting(Finding::code).containsExactly(FindingCode.SOURCE_TOO_LARGE);
    }

    private Optional<SourceText> decode(byte[] bytes) {
        return TextDecoder.decode(new SourceFile(new SourcePath("a.yaml"), bytes), findings);
    }

    private static String place(Finding finding) {
        return ((Site.InSpan) finding.site()).span().toString();
    }
}
