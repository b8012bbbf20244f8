package io.github.dagsterfleet.rule.code;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dagsterfleet.text.SourcePath;
import io.github.dagsterfleet.text.SourceText;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PythonReadsTest {
    private static final String IMPORTS =
            """
            import os
            import dagster as dg
            from os import environ, getenv as ask
            from dagster import EnvVar as E
            """;

    private static FileReads reads(String code) {
        return PythonReads.of(new SourceText(new SourcePath("a.py"), IMPORTS + code));
    }

    private static List<String> needed(String code) {
        FileReads reads = reads(code);
        assertThat(reads.isOpen()).as(code).isFalse();
        return reads.needed().stream().map(Read::name).toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "os.environ[\"X\"]",
                "environ['X']",
                "os . environ [ '''X''' ]",
                "os.environ[r'X']",
                "os.environ[u\"X\"]",
                "os.environ[f'X']",
                "os.environ[\n  'X'  # why\n]",
                "os\\\n.environ['X']",
                "dg.EnvVar(\"X\")",
                "E('X')",
                "E.int('X')",
                "dg.EnvVar.int('X')",
                "y = f\"{os.environ['X']}\"",
                "y = f'{os.environ['X']}'",
                "y = f'''\n{{a}} {b:>{os.environ['X']}} }}'''",
                "y = f\"{a!r:{b}}{f'{os.environ['X']:>3}'}\"",
                "y = rf'\\{os.environ[\"X\"]}'",
                "y = f'\\N{DASH}{os.environ[\"X\"]}'",
                "y = f'{ {1: os.environ[\"X\"]}[1] }'",
                "if os.environ['X'] == 'a': pass",
                "y = os.getenv('X')",
                "Resource(token=ask('X'))",
                "return os.environ.get('X')",
                "E('X').get_value()",
                "y = os.getenv('X').split()",
            })
    void aReadWithoutADefaultIsNeeded(String code) {
        assertThat(needed(code)).containsExactly("X");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "os.getenv('X', 'a')",
                "environ.get('X', None)",
                "if os.getenv('X'): pass",
                "y = not ask('X')",
                "y = os.environ.get('X') or 'a'",
                "y = os.getenv('X') == 'a'",
                "y = os.getenv('X') is not None",
                "os.environ.pop('X', None)",
                "E('X').get_value('a')",
                "E('X').get_value() or 'a'",
            })
    void aReadWithAnAnswerOfItsOwnIsNot(String code) {
        assertThat(needed(code)).isEmpty();
        assertThat(reads(code).reads()).extracting(Read::name).containsExactly("X");
    }

    @Test
    void whatDltLooksUpByItsSectionsIsNeeded() {
        assertThat(needed("import dlt\ny = dlt.secrets['sources.github.token']"))
                .containsExactly("SOURCES__GITHUB__TOKEN");
        assertThat(needed("import dlt\ny = dlt.secrets.get('sources.github.token')"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "def issues(repo, token=dlt.secrets.value, page=dlt.config.value): pass",
                "def issues(repo: str, token: str = dlt.secrets.value): pass",
                "async def issues(\n  a: Dict[str, int],\n  token: Optional[Dict[str, str]] = dlt.secrets.value,\n): pass",
            })
    void anArgumentThatDltFillsInIsNeeded(String code) {
        List<Read> reads = reads("import dlt\n" + code).needed();

        assertThat(reads).singleElement().satisfies(read -> {
            assertThat(read.name()).isEqualTo("SOURCES__A__ISSUES__TOKEN");
            assertThat(read.isGivenBy(Set.of("SOURCES__TOKEN"))).isTrue();
            assertThat(read.isGivenBy(Set.of("TOKEN"))).isTrue();
            assertThat(read.isGivenBy(Set.of("PIPE__SOURCES__ISSUES__TOKEN__FIELD")))
                    .isTrue();
            assertThat(read.isGivenBy(Set.of("SOURCES__A__ISSUES__TOKN", "A__ISSUES__TOKEN", "MYTOKEN")))
                    .isFalse();
            assertThat(read.argument().orElseThrow().position()).isEqualTo(1);
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "token=dlt.secrets.value | 0",
                "a: Dict[str, Tuple[int, int]] = f(1, 2), b=[1, 2], token=dlt.secrets.value | 2",
                "a, /, b, token=dlt.secrets.value | 2",
                "self, a, token=dlt.secrets.value | 1",
                "a, *, token=dlt.secrets.value | 2147483647",
                "a, *more, token=dlt.secrets.value | 2147483647",
            })
    void theArgumentsBeforeItAreCounted(String parameters, int position) {
        assertThat(reads("import dlt\ndef issues(" + parameters + "): pass\n").needed())
                .extracting(read -> read.argument().orElseThrow().position())
                .containsExactly(position);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "# os.environ['X']",
                "'''os.environ['X']'''",
                "\"os.environ['X'] \\\" \"",
                "b'os.environ'",
                "f\"{{os.environ['X']}}\"",
                "self.environ['X']",
                "def f(key: E) -> dg.EnvVar: pass",
                "os.environ.update(A='1')",
                "os.path.join('X')",
            })
    void whatOnlyLooksLikeAReadIsNone(String code) {
        assertThat(reads(code)).isEqualTo(FileReads.NONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "os.environ[name]",
                "os.environ['A' 'B']",
                "os.environ[f'{a}_X']",
                "os.environ.items()",
                "dict(os.environ)",
                "run(env=os.environ)",
                "os.getenv(name)",
                "key in os.environ",
                "E(name)",
                "load_dotenv()",
                "class Settings(BaseSettings): pass",
                "os.environ['X",
                "f'{os.environ[1]",
                "'''",
            })
    void whatOnlyARunCouldTellIsLeftOpen(String code) {
        assertThat(reads(code).isOpen()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "os.environ['X'] = 'a'",
                "os.environ.setdefault('X', 'a')",
                "del os.environ['X']",
                "if 'X' in os.environ: pass",
                "if 'X' not in os.environ: pass",
            })
    void namesThatTheCodeSetsOrAsksForAreItsOwnAffair(String code) {
        assertThat(needed(code)).isEmpty();
        assertThat(reads(code).handled()).containsExactly("X");
    }

    @Test
    void namesThatWereNotImportedMeanNothing() {
        SourceText code = new SourceText(new SourcePath("a.py"), "environ['X']\nos.environ['Y']\nEnvVar('Z')\n");

        assertThat(PythonReads.of(code)).isEqualTo(FileReads.NONE);
    }

    @Test
    void theSpanIsTheExpression() {
        assertThat(reads("port = dg.EnvVar.int(\"X\")").reads().get(0).span().content())
                .isEqualTo("dg.EnvVar.int(\"X\")");
    }

    @Test
    void anyTextEndsWell() {
        long seed = 20261122;
        Random random = new Random(seed);
        String[] parts = {
            "f'", "f\"\"\"", "{", "}", ":", "'", "\"\"\"", "\\", "\n", "os.environ[", "]", "(", "a", "#", "!r", "\\N{"
        };
        for (int run = 0; run < 20_000; run++) {
            StringBuilder code = new StringBuilder();
            for (int i = random.nextInt(20); i >= 0; i--) {
                code.append(parts[random.nextInt(parts.length)]);
            }
            FileReads reads = reads(code.toString());
            assertThat(reads.reads()).as("seed %d: %s", seed, code).allMatch(read -> !read.name()
                    .isEmpty());
        }
        assertThat(reads("f'{".repeat(100_000)).isOpen()).isTrue();
    }
}
