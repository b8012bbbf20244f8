package io.github.dagsterfleet.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.syntax.Scalar;
import io.github.dagsterfleet.syntax.Sequence;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The catalogue keeps to what SchemaStore's schema-catalog.json says, and to what its contributors are asked for. */
class SchemaCatalogTest {
    private static final Mapping CATALOG =
            (Mapping) Sample.json(SchemaPublisher.all().getOrDefault(SchemaCatalog.FILE_NAME, ""));

    @Test
    void theHeadIsThatOfACatalogue() {
        assertThat(CATALOG.keys()).containsExactly("$schema", "version", "schemas");
        assertThat(CATALOG.text("$schema")).contains("https://www.schemastore.org/schema-catalog.json");
        assertThat(CATALOG.text("version")).contains("1");
    }

    @Test
    void everyEntryHasItsKeysAndNoOther() {
        assertThat(entries()).isNotEmpty().allSatisfy(entry -> {
            assertThat(entry.keys()).contains("name", "description", "url");
            assertThat(entry.keys()).isSubsetOf("name", "description", "fileMatch", "url", "versions");
            assertThat(URI.create(entry.text("url").orElseThrow()).isAbsolute()).isTrue();
        });
        assertThat(entries()).extracting(entry -> entry.text("name")).doesNotHaveDuplicates();
    }

    @Test
    void everyAddressEndsInThePathOfAPublishedSchema() {
        assertThat(entries())
                .extracting(entry -> entry.text("url").orElseThrow())
                .allSatisfy(url -> {
                    assertThat(url).contains("/environments/generated/all/schemas/");
                    assertThat(SchemaPublisher.all()).containsKey(url.substring(url.lastIndexOf('/') + 1));
                });
    }

    @Test
    void noPatternTakesFilesOfOthers() {
        assertThat(entries()).flatExtracting(SchemaCatalogTest::patterns).doesNotHaveDuplicates();
        assertThat(entries())
                .flatExtracting(SchemaCatalogTest::patterns)
                .contains("dagster_cloud.yaml", "dagster_cloud.*.yaml", "dg.toml", "container_context.yaml")
                .doesNotContain("build.yaml", "pyproject.toml", "alert_policies.yaml", "deployment_settings.yaml");
    }

    private static List<Mapping> entries() {
        return CATALOG.sequence("schemas").map(Sequence::items).orElse(List.of()).stream()
                .map(Mapping.class::cast)
                .toList();
    }

    private static List<String> patterns(Mapping entry) {
        List<Node> patterns = entry.sequence("fileMatch").map(Sequence::items).orElse(List.of());
        return patterns.stream().map(pattern -> ((Scalar) pattern).text()).toList();
    }
}
