package io.github.dagsterfleet.finding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FindingTest {
    @Test
    void aLongNameIsCutWhereverItStands() {
        String name = "x".repeat(200_000);
        Finding finding = Finding.of(FindingCode.SCHEMA_PATTERN, "`" + name + "` is not a version such as `1.4.0`")
                .note("`" + name + "` is here too", new Site.Nowhere())
                .help("write `" + name + "`");
        String cut = "`" + "x".repeat(60) + "…`";

        assertThat(finding.message()).isEqualTo(cut + " is not a version such as `1.4.0`");
        assertThat(finding.related()).extracting(Related::message).containsExactly(cut + " is here too");
        assertThat(finding.help()).containsExactly("write " + cut);
    }

    @Test
    void whatIsLongWithoutNamesIsCutAsAWhole() {
        assertThat(Finding.of(FindingCode.SCHEMA_PATTERN, "x".repeat(200_000)).message())
                .hasSize(2001);
    }
}
