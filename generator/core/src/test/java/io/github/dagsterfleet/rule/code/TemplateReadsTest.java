package io.github.dagsterfleet.rule.code;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.yaml.ForeignYaml;
import io.github.dagsterfleet.text.SourcePath;
import io.github.dagsterfleet.text.SourceText;
import java.util.List;
import org.junit.jupiter.api.Test;

class TemplateReadsTest {
    private static SourceText text(String content) {
        return new SourceText(new SourcePath("a"), content);
    }

    private static Mapping yaml(SourceText text) {
        return (Mapping) ForeignYaml.read(text, new Findings()).orElseThrow();
    }

    private static List<String> component(String content) {
        SourceText text = text(content);
        return needed(ComponentReads.of(text, yaml(text)));
    }

    private static List<String> dbt(String content) {
        SourceText text = text(content);
        return needed(DbtReads.ofYaml(text, yaml(text)));
    }

    private static List<String> needed(FileReads reads) {
        return reads.needed().stream().map(Read::name).toList();
    }

    @Test
    void aComponentNeedsWhatItsValuesAndItsRequirementsName() {
        assertThat(
                        component(
                                """
                        type: a.B  # {{ env.COMMENT }}
                        requirements: {env: [A]}
                        attributes:
                          host: "{{ env.B }}"
                          list: ["{{ env('C') }}", "x-{{ env.D }}-{{ env.E }}"]
                        """))
                .containsExactly("A", "B", "C", "D", "E");
    }

    @Test
    void aDefaultOfAComponentIsAnAnswer() {
        assertThat(component("a: \"{{ env('X', 'y') }} {{ env.Z or 'a' }} {{ environment.X }} env.Y\"\n"))
                .isEmpty();
    }

    @Test
    void dbtNeedsWhatHasNoDefault() {
        assertThat(needed(DbtReads.ofSql(
                        text("{{ env_var( 'A' ) }} {{ env_var(\"B\") }} {{ env_var('C', 'c') }} my_env_var('D')"))))
                .containsExactly("A", "B");
    }

    @Test
    void ofSeveralOutputsOfAProfileDbtUsesOne() {
        assertThat(dbt("p: {outputs: {a: {k: \"{{ env_var('A') }}\"}}}\n")).containsExactly("A");
        assertThat(dbt("p: {outputs: {a: {k: \"{{ env_var('A') }}\"}, b: {}}}\n"))
                .isEmpty();
    }

    @Test
    void aNameThatIsMadeIsLeftOpen() {
        assertThat(DbtReads.ofSql(text("{{ env_var(name) }}")).isOpen()).isTrue();
        assertThat(DbtReads.ofSql(text("{{ env_var('A")).isOpen()).isTrue();
    }
}
