package io.github.dagsterfleet.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dagsterfleet.text.SourcePath;
import io.github.dagsterfleet.text.SourceText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanonicalTest {
    private final SourceText text = new SourceText(new SourcePath("file"), "");

    @ParameterizedTest
    @CsvSource({
        "31, 31",
        "0x1F, 31",
        "0xff, 255",
        "0o17, 15",
        "0b101, 5",
        "1_000, 1000",
        "+7, 7",
        "-7, -7",
        "-0, 0",
        "007, 7",
        "0, 0",
        "00, 0",
        "123456789012345678901234567890, 123456789012345678901234567890"
    })
    void wholeNumbersAreDecimal(String written, String canonical) {
        assertThat(canonical(ScalarType.INTEGER, written)).isEqualTo(canonical);
    }

    @ParameterizedTest
    @CsvSource({
        "1.5, 1.5",
        "1.10, 1.10",
        ".5, 0.5",
        "-.5, -0.5",
        "1., 1.0",
        "+1.5, 1.5",
        "1e3, 1.0e+3",
        "1E-03, 1.0e-3",
        "6.626e-34, 6.626e-34",
        "1_0.5_0, 10.50",
        "01.5, 1.5",
        "-0.0, -0.0",
        "inf, .inf",
        "+inf, .inf",
        "-inf, -.inf",
        ".Inf, .inf",
        "-.INF, -.inf",
        "nan, .nan",
        "-nan, .nan",
        ".NaN, .nan"
    })
    void fractionsHaveAPointAndASignedExponent(String written, String canonical) {
        assertThat(canonical(ScalarType.FLOAT, written)).isEqualTo(canonical);
    }

    @Test
    void booleansAndNullAreInLowerCase() {
        assertThat(canonical(ScalarType.BOOLEAN, "True")).isEqualTo("true");
        assertThat(canonical(ScalarType.NULL, "~")).isEqualTo("null");
    }

    @Test
    void whatIsNoNumberStaysAsWritten() {
        Scalar scalar = new Scalar("0x1F", ScalarType.STRING, text.whole());
        assertThat(scalar.canonical()).isSameAs(scalar);
        assertThat(canonical(ScalarType.AMBIGUOUS, "Yes")).isEqualTo("Yes");
    }

    private String canonical(ScalarType type, String written) {
        return new Scalar(written, type, text.whole()).canonical().text();
    }
}
