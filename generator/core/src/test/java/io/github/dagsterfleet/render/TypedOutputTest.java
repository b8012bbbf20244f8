package io.github.dagsterfleet.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dagsterfleet.render.Workbench.Result;
import org.junit.jupiter.api.Test;

class TypedOutputTest {
    private static final String VARS =
            """
            organization: acme
            vars: {count: 8, ratio: 1.5, on: true, off: false, version: "1.10", word: plain, norway: "no", path: a/b, space: a b}
            """;

    @Test
    void typesSurvive() {
        Result result = Workbench.render(
                "x.yaml",
                """
                count: ${vars.count}
                ratio: ${vars.ratio}
                on: ${vars.on}
                version: ${vars.version}
                norway: ${vars.norway}
                """,
                VARS);

        assertThat(result.text())
                .isEqualTo(
                        """
                        count: 8
                        ratio: 1.5
                        on: true
                        version: "1.10"
                        norway: "no"
                        """);
        assertThat(result.verified()).isEmpty();
    }

    @Test
    void everyFormatHasItsOwnSpelling() {
        assertThat(Workbench.render("x.toml", "version = ${vars.version}\ncount = ${vars.count}\n", VARS)
                        .text())
                .isEqualTo("version = \"1.10\"\ncount = 8\n");
        assertThat(Workbench.render("x.json", "{\"word\": ${vars.word}, \"on\": ${vars.on}}\n", VARS)
                        .text())
                .isEqualTo("{\"word\": \"plain\", \"on\": true}\n");
        assertThat(Workbench.render("x.env", "WORD=${vars.space}\n", VARS).text())
                .isEqualTo("WORD='a b'\n");
    }

    @Test
    void computedNumbersStayNumbers() {
        assertThat(Workbench.render("x.yaml", "a: ${vars.count + 1}\nb: ${vars.ratio * 2}\n", VARS)
                        .text())
                .isEqualTo("a: 9\nb: 3\n");
    }

    @Test
    void computedConditionsArePrintedInWords() {
        assertThat(Workbench.render("x.yaml", "a: ${vars.count == 8}\n", VARS).only())
                .isEqualTo("render/not-a-scalar at x.yaml.ftl:1:4");
        assertThat(Workbench.render("x.yaml", "a: ${(vars.count == 8)?then(vars.on, vars.off)}\n", VARS)
                        .text())
                .isEqualTo("a: true\n");
    }

    @Test
    void joinedTextIsOneScalar() {
        Result result = Workbench.render(
                "x.yaml",
                """
                a: ${vars.word + "/" + vars.version}
                b: ${vars.word + ": " + vars.count}
                c: ${"${vars.word}-${vars.count}"}
                d: ${vars.word?upper_case + "x"}
                """,
                VARS);

        assertThat(result.text())
                .isEqualTo(
                        """
                        a: plain/1.10
                        b: "plain: 8"
                        c: plain-8
                        d: PLAINx
                        """);
        assertThat(result.verified()).isEmpty();
    }

    @Test
    void gluedValuesAreRefusedWhateverTheyAre() {
        assertThat(Workbench.render("x.yaml", "a: ${vars.word}/${vars.path}\n", VARS)
                        .only())
                .isEqualTo("render/glued at x.yaml.ftl:1:16");
        assertThat(Workbench.render("x.yaml", "a: x${vars.word}\n", VARS).only())
                .isEqualTo("render/glued at x.yaml.ftl:1:5");
        assertThat(Workbench.render("x.yaml", "a: ${vars.word}${vars.path}\n", VARS)
                        .only())
                .isEqualTo("render/glued at x.yaml.ftl:1:16");
        assertThat(Workbench.render("x.yaml", "a: \"${vars.word}\"\n", VARS).only())
                .isEqualTo("render/glued at x.yaml.ftl:1:5");
        assertThat(Workbench.render("x.toml", "[${vars.word}.x]\n", VARS).only())
                .startsWith("render/glued");
    }

    @Test
    void flowsAndKeysLetValuesStandAlone() {
        Result result = Workbench.render("x.yaml", "a: [${vars.word}, ${vars.count}]\n${vars.word}: 1\n", VARS);

        assertThat(result.text()).isEqualTo("a: [plain, 8]\nplain: 1\n");
        assertThat(result.verified()).isEmpty();
    }

    @Test
    void collectionsAreNoScalars() {
        Result result = Workbench.render("x.yaml", "a: ${vars}\n", VARS);

        assertThat(result.only()).isEqualTo("render/not-a-scalar at x.yaml.ftl:1:6");
        assertThat(result.findings().get(0).help().get(0)).contains("<@emit node=vars/>");
    }

    @Test
    void verbatimStandsInsideOtherText() {
        Result result =
                Workbench.render("x.yaml", "a: \"x ${verbatim(vars.path)}\" # ${verbatim(vars.version)}\n", VARS);

        assertThat(result.text()).isEqualTo("a: \"x a/b\" # 1.10\n");
        assertThat(result.verified()).isEmpty();
    }

    @Test
    void verbatimTakesHarmlessCharactersOnly() {
        assertThat(Workbench.render("x.yaml", "# ${verbatim(vars.space)}\n", VARS)
                        .only())
                .isEqualTo("render/verbatim at x.yaml.ftl:1:3");
    }

    @Test
    void verbatimThatIsAValueOfItsOwnIsReadBack() {
        assertThat(Workbench.render("x.yaml", "a: ${verbatim(vars.version)}\n", VARS)
                        .verified())
                .containsExactly("render/misread at x.yaml.ftl:1:4");
        assertThat(Workbench.render("x.yaml", "a: ${verbatim(vars.word)}\n", VARS)
                        .verified())
                .isEmpty();
    }

    @Test
    void filesWithoutFormatPrintVerbatimOnly() {
        assertThat(Workbench.render("CODEOWNERS", "# <@header/>\n* @${verbatim(organization)}\n", VARS)
                        .text())
                .isEqualTo(
                        """
                        # Generated by dagster-fleet. Edits are lost: change repos/analytics/repo.yaml and generate again.
                        * @acme
                        """);
        assertThat(Workbench.render("CODEOWNERS", "* @${organization}\n", VARS).only())
                .isEqualTo("render/glued at CODEOWNERS.ftl:1:4");
        assertThat(Workbench.render("CODEOWNERS", "<@emit node=vars/>\n", VARS).only())
                .isEqualTo("render/glued at CODEOWNERS.ftl:1:1");
    }

    @Test
    void workflowsUseBracketsSinceDollarsAreTheirs() {
        Result result = Workbench.render(
                ".github/workflows/x.yml",
                "a: ${{ github.ref || '[=verbatim(vars.word)]' }}\nb: [=vars.count]\n",
                VARS);

        assertThat(result.text()).isEqualTo("a: ${{ github.ref || 'plain' }}\nb: 8\n");
    }

    @Test
    void pipelinesOfGitlabDoSinceTheirLinesAreShell() {
        Result result = Workbench.render(
                ".gitlab-ci.yml",
                """
                a: {script: ['echo "${x%%@*}" [=verbatim(vars.word)]']}
                b: [=vars.count]
                """,
                VARS);

        assertThat(result.text())
                .isEqualTo(
                        """
                        a: {script: ['echo "${x%%@*}" plain']}
                        b: 8
                        """);
    }

    @Test
    void aValueThatDotenvCannotHoldIsNamedAtItsSource() {
        Result result = Workbench.render("x.env", "A=${vars.nul}\n", "vars: {nul: \"a\\0b\"}\n");

        assertThat(result.only()).isEqualTo("render/dotenv-value at repos/analytics/repo.yaml:1:13");
    }

    @Test
    void aValueInsideOfABlockOfTextIsMisread() {
        assertThat(Workbench.render("x.yaml", "a: |\n  echo ${vars.version}\n", VARS)
                        .verified())
                .containsExactly("render/misread at x.yaml.ftl:2:8");
    }

    @Test
    void textThatIsNotOfItsFormatIsUnparseable() {
        Result result = Workbench.render("x.yaml", "a: [${vars.word}\n", VARS);

        assertThat(result.verified()).containsExactly("render/unparseable at x.yaml.ftl:1:17");
    }
}
