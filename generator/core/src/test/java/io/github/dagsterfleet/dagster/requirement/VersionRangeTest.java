package io.github.dagsterfleet.dagster.requirement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class VersionRangeTest {
    /** The minor releases of Python 3 that lie within as a whole. */
    private static List<Integer> minors(String text) {
        VersionRange range = VersionRange.parse(text).orElseThrow();
        return IntStream.rangeClosed(9, 14)
                .filter(minor -> range.admitsAllOf(3, minor))
                .boxed()
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                ">=3.11,<3.14 | 11 12 13",
                " >= 3.11 , < 3.14 | 11 12 13",
                ">=3.12 | 12 13 14",
                ">=3 | 9 10 11 12 13 14",
                ">=3.12.4 | 13 14",
                ">3.12 | 13 14",
                ">3.12,<=3.14 | 13",
                "<3.10 | 9",
                "<4 | 9 10 11 12 13 14",
                "==3.12.* | 12",
                "==3.* | 9 10 11 12 13 14",
                "==3.12 | ''",
                "==3.12.0.* | ''",
                "===3.12 | ''",
                "~=3.12 | 12 13 14",
                "~=3.12.0 | 12",
                "~=3.12.1 | ''",
                "!=3.12.* | 9 10 11 13 14",
                "!=3.12.4 | 9 10 11 13 14",
                "!=3.12.4.* | 9 10 11 13 14",
                ">=3.13,!=3.13 | 14",
                "'' | 9 10 11 12 13 14"
            })
    void aMinorReleaseIsWithinWhenEachOfItsPatchesIs(String range, String within) {
        String minors =
                String.join(" ", minors(range).stream().map(String::valueOf).toList());

        assertThat(minors).isEqualTo(within);
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.11", ">=", ">=3.11 <4", ">=3.14rc1", ">=1!3.11", "~=3", ">=3.x", "<9999999999"})
    void whatIsNoListOfNumbersIsNotRead(String text) {
        assertThat(VersionRange.parse(text)).isEmpty();
    }
}
