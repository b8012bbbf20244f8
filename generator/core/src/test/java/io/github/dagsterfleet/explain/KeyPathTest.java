package io.github.dagsterfleet.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyPathTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "team",
                "locations.web.env.LOG_LEVEL.value",
                "projects.\".\".pyproject",
                "artifacts.\".github/workflows/dagster-plus.yml\"",
                "pyproject.project.dependencies[pandas]",
                "volumes[name=data].config_map[\"a]b\"]",
                "vars.\"a\\\"b\\\\\"",
                "vars.\"\""
            })
    void keysPrintAsTheyAreWritten(String key) {
        assertThat(KeyPath.parse(key)).map(KeyPath::toString).contains(key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "a.", ".a", "a..b", "[x]", "a[", "a[]", "a[x", "a]b", "a.\"b", "\"a\"b"})
    void whatIsNoKeyIsRefused(String text) {
        assertThat(KeyPath.parse(text)).isEmpty();
    }

    @Test
    void singleQuotesAndDotsBeforeItemsAreRead() {
        assertThat(KeyPath.parse("projects.'.'.list.[a]").orElseThrow().segments())
                .isEqualTo(List.of(
                        new Segment.Name("projects"),
                        new Segment.Name("."),
                        new Segment.Name("list"),
                        new Segment.Item("a")));
    }
}
