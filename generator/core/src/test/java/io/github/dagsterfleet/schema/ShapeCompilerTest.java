package io.github.dagsterfleet.schema;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dagsterfleet.syntax.Mapping;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShapeCompilerTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{type: string, format: date} | no shape expresses format",
                "{type: object, properties: {a: {type: string}}} | say whether other keys may stand here",
                "{type: object, additionalProperties: false, required: [a]} | requires keys that it does not know",
                "{type: 'null'} | no shape takes null",
                "{type: array} | say what items are",
                "{type: array, items: true, x-list: bag} | no such list policy",
                "{type: array, items: true, x-list: {keyed: colour}} | no such item key",
                "{type: string, pattern: a, x-words: an a} | a pattern must match the whole text",
                "{type: string, pattern: ^a$} | no x-words",
                "{anyOf: [{type: string}, {type: integer}]} | alternatives of one kind",
                "{$ref: '#/$defs/root'} | refers to itself",
                "{$ref: '#/$defs/other'} | unknown",
                "{$ref: other.json} | leads out of the definitions",
            })
    void whatNoShapeExpressesStopsTheCompiler(String definition, String problem) {
        Mapping definitions = (Mapping) Sample.yaml("root: " + definition);
        assertThatThrownBy(() -> new ShapeCompiler(definitions, new KubernetesModels()).definition("root"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(problem);
    }
}
