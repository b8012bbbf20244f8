package io.github.dagsterfleet.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The page about source files lists every key that its schema knows, and no other: below each {@code <!-- keys of x -->}
 * stands the table of that definition. {@code -Dreadme.update=true} rewrites the tables, and fails.
 */
class SourcesPageTest {
    private static final Path PAGE = Path.of("..", "docs", "sources.md");
    private static final String MARK = "<!-- keys of ";
    private static final boolean UPDATE = Boolean.getBoolean("readme.update");

    @Test
    void theTablesHoldEveryKey() throws IOException {
        String before = Files.readString(PAGE);
        String after = withTables(before);
        if (UPDATE && !after.equals(before)) {
            Files.writeString(PAGE, after);
            fail("sources.md is rewritten: look at it and commit it");
        }
        assertThat(after).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"base", "environment", "profile", "repo", "location", "sizes", "variable", "pyprojectFacts"})
    void everyDefinitionOfASourceIsThereAndDescribed(String definition) throws IOException {
        assertThat(Files.readString(PAGE)).containsOnlyOnce(MARK + definition + " -->\n");
        assertThat(KeyTable.of(definition)).hasSizeGreaterThan(2).noneMatch(row -> row.endsWith("|  |"));
    }

    private static String withTables(String page) {
        List<String> lines = new ArrayList<>();
        boolean inTable = false;
        for (String line : page.split("\n", -1)) {
            inTable = inTable && (line.isEmpty() || line.startsWith("|"));
            if (!inTable) {
                lines.add(line);
            }
            if (line.startsWith(MARK)) {
                inTable = true;
                lines.add("");
                lines.addAll(KeyTable.of(line.substring(MARK.length(), line.indexOf(" -->"))));
                lines.add("");
            }
        }
        return String.join("\n", lines);
    }
}
