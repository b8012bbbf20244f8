package io.github.dagsterfleet.change;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ToolVersionTest {
    @ParameterizedTest
    @CsvSource({
        "0.2.0, 0.1.0, true",
        "0.10.0, 0.9.9, true",
        "1.0, 0.9.9, true",
        "0.1.0.1, 0.1.0, true",
        "0.1.0, 0.1.0, false",
        "0.1, 0.1.0, false",
        "0.1.0-rc1, 0.1.0, false",
        "0.1.0, 0.2.0, false",
        "'', 0.1.0, false",
        "99999999999999999999.0.0, 0.1.0, false",
        "x.y.z, 0.1.0, false"
    })
    void numbersAreComparedAsNumbers(String version, String than, boolean newer) {
        assertThat(ToolVersion.isNewer(version, than)).isEqualTo(newer);
    }
}
