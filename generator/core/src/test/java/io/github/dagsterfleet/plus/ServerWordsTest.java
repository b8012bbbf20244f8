package io.github.dagsterfleet.plus;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerWordsTest {
    private static final String NOT_SHOWN = "why is not shown, because Dagster+ repeats there what it was sent";

    private static String quoted(String text, String secret) {
        return new ServerWords(List.of(SecretValue.of(secret))).quote(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u043f\u0430\u0440\u043e\u043b\u044c",
                "\\u043f\\u0430\\u0440\\u043e\\u043b\\u044c",
                "%D0%BF%D0%B0%D1%80%D0%BE%D0%BB%D1%8C",
                "d0bfd0b0d180d0bed0bbd18c",
                "\u041f\u0410\u0420\u041e\u041b\u042c"
            })
    void aSecretOfOtherLettersIsKnownInEveryForm(String form) {
        assertThat(quoted("bad value '" + form + "'", "\u043f\u0430\u0440\u043e\u043b\u044c"))
                .isEqualTo(NOT_SHOWN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "12"})
    void aSecretInsideOfAnEncodedTextIsKnown(String before) {
        String text = Base64.getEncoder()
                .encodeToString((before + "hunter2hunter2 and more").getBytes(StandardCharsets.UTF_8));
        assertThat(quoted("cannot store " + text, "hunter2hunter2")).isEqualTo(NOT_SHOWN);
    }

    @Test
    void aShortSecretCountsAsAWhole() {
        assertThat(quoted("the value abc is bad", "abc")).isEqualTo(NOT_SHOWN);
        assertThat(quoted("the value is bad", "abc")).isEqualTo("Dagster+ says: the value is bad");
    }

    @Test
    void anEmptyValueIsInNoText() {
        assertThat(quoted("the value is empty", "")).isEqualTo("Dagster+ says: the value is empty");
    }

    @Test
    void nothingSaidIsNothingQuoted() {
        assertThat(quoted(" \n", "abc")).isEqualTo("Dagster+ does not say why");
    }
}
