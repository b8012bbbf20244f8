package io.github.dagsterfleet.rule.code;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dagsterfleet.text.SourcePath;
import io.github.dagsterfleet.text.SourceText;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DltCallsTest {
    /** Of {@code def issues(repo, token=dlt.secrets.value)}. */
    private static boolean mayPassToken(String... files) {
        DltCalls calls = new DltCalls(Set.of("issues"));
        for (String file : files) {
            calls.read(new SourceText(new SourcePath("a.py"), file));
        }
        return calls.mayPass(new Read.Argument("issues", "token", 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "issues('dagster', token)",
                "issues(repo=f(1, 2), token=token)",
                "issues(\n    [1, 2][0],  # a, b\n    {'a': (1, 2)},\n)",
                "github.issues(repo, token)",
                "pipeline.run(issues(repo, os.environ['T']))",
                "issues('a')\nissues('a', 'b')",
            })
    void whatACallPassesIsSeen(String code) {
        assertThat(mayPassToken(code)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "issues()",
                "issues('dagster')",
                "issues(f(1, 2), )",
                "issues(repo={'token': 1, 'a': 2})",
                "others('a', token)",
                "def issues(repo, token=dlt.secrets.value): pass",
                "from github import issues, others",
                "issues = others(token)",
                "x(issues=1)",
                "'issues(1, 2)'",
            })
    void whatNoCallPassesIsLeftToDlt(String code) {
        assertThat(mayPassToken(code)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "issues(*arguments)",
                "issues('dagster', **settings)",
                "partial(issues, repo, token)",
                "issues.with_name('a')(repo, token)",
                "from github import issues as source",
                "load = issues",
                "issues(\"",
            })
    void whatCannotBeKnownMayBePassed(String code) {
        assertThat(mayPassToken(code)).isTrue();
    }

    @Test
    void callsOfAllFilesCount() {
        assertThat(mayPassToken("issues()", "from github import issues\nissues('dagster', token)\n"))
                .isTrue();
    }
}
