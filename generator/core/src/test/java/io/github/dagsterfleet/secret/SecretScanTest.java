package io.github.dagsterfleet.secret;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dagsterfleet.text.SourcePath;
import io.github.dagsterfleet.text.SourceText;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretScanTest {
    /** Put together here, since hosts of repositories refuse a literal. */
    private static final String TOKEN = "gh" + "p_" + "aZ3kQ9xW7vB1nM5cL2dF8gH4jK6pR0tYsEuI";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DB_PASSWORD: ${vars.password}",
                "DB_PASSWORD: $DB_PASSWORD_FROM_CI",
                "token: \"{{ env.TOKEN_2_VALUE }}\"",
                "secret: snowflake-creds2#password_v3",
                "secret: \"team-beacon-k8s#api_token\"",
                "env_from_secrets: [web-k8s-data-lake]",
                "secretName: warehouse-k8s2-credentials9x",
                "token: arn:aws:secretsmanager:eu-central-1:111122223333:secret:dev/x-Kd81sQ",
                "image_token: sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                "commit: 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b",
                "run_id: 1b4e28ba-2fa1-11d2-883f-0016d3cca427",
                "API_TOKEN: MY_API_TOKEN_2",
                "auth: my_package.auth:TokenProvider2",
                "credentials: /var/run/secrets/google/key1.json",
                "TOKEN_URL: https://login.example.com/oauth2/v2.0/token",
                "url: postgresql://svc:${vars.password}@db/lake",
                "url: postgresql://postgres:postgres@localhost/lake",
                "password: changeme-changeme1",
                "token_ttl: 3600000000000s",
                "auth: true"
            })
    void whatOnlySpeaksOfASecretIsNone(String line) {
        assertThat(SecretScan.sightings(line)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gh|p_abcdefghijklmnopqrstuvwxyz0123456789",
                "AK|IAABCDEFGHIJKLMNOP",
                "sk|_live_abcdefghijklmnopqrstuvwx",
                "da|pi0123456789abcdef0123456789abcdef"
            })
    void aTokenThatSomebodyTypedIsOne(String parts) {
        String token = parts.replace("|", "");

        assertThat(SecretScan.sightings("TOK: " + token)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gh|p_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
                "gh|p_000000000000000000000000000000000000",
                "AK|IAIOSFODNN7EXAMPLE",
                "sk|_live_your_key_comes_here_1234"
            })
    void aTokenThatOnlyShowsTheFormIsNone(String parts) {
        assertThat(SecretScan.sightings("TOK: " + parts.replace("|", ""))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"hunter2", "swordfish", "supersecret", "letmein", "12345678", "Summer2024"})
    void aWordIsASecretAsTheWholeValueOfAPassword(String word) {
        assertThat(SecretScan.ofValue("DB_PASSWORD", word)).isPresent();
        assertThat(SecretScan.ofValue("DB_USER", word)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "changeme",
                "password",
                "required",
                "WAREHOUSE_PASSWORD",
                "warehouse#password",
                "/run/secrets/db",
                "$DB_PASSWORD",
                "true"
            })
    void whatOnlyStandsForAPasswordIsNone(String value) {
        assertThat(SecretScan.ofValue("DB_PASSWORD", value)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "env: {A: {secret: |swordfish}}",
                "env: {A: {secret: |Tr0ub4dor&3 horse|, required: false}}",
                "env: {A: {secret: |'it, is }'|, sides: [run]}}",
                "    secret: |pass word}, and more",
                "    \"secret\": |\"wh#a#b\"",
                "    secret: >\n      |swordfish"
            })
    void whatStandsInPlaceOfANameIsNotShown(String marked) {
        String[] parts = marked.split("\\|", -1);
        String text = String.join("", parts);
        String shown = Redaction.of(List.of())
                .of(new SourceText(new SourcePath("repos/web/repo.yaml"), text))
                .content();
        assertThat(shown).hasSameSizeAs(text).startsWith(parts[0]);
        assertThat(shown).doesNotContain("swordfish", "Tr0ub", "horse", "it, is", "pass word", "wh#a#b");
        assertThat(shown.contains("required: false")).isEqualTo(text.contains("required: false"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "env: {A: {secret: warehouse#password}}",
                "    secret: \"${vars.one}#password\"  # of the warehouse",
                "    secret: {secret_name: web}",
                "    secret:\n      secret_name: web",
                "    secretName: web",
                "    - secret: *anchor",
                "    dev: arn:aws:secretsmanager:eu-central-1:111122223333:secret:dev/web"
            })
    void namesOfSecretsAreShown(String line) {
        SourceText text = new SourceText(new SourcePath("repos/web/repo.yaml"), line);
        assertThat(Redaction.of(List.of()).of(text).content()).isEqualTo(line);
    }

    @Test
    void aTokenIsSeenByItsFormAndNamedByItsKey() {
        String text = "# x\nenv: {NOTE: \"take " + TOKEN + "\"}\n";

        List<Sighting> seen = SecretScan.sightings(text);

        assertThat(seen).hasSize(1);
        assertThat(seen.get(0).kind()).isEqualTo(SecretKind.GITHUB);
        assertThat(seen.get(0).key()).isEqualTo("NOTE");
        assertThat(seen.get(0).in(text)).isEqualTo(TOKEN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "env: {DB_URL: postgresql://svc:kT2bZq81nWx0@db/lake}",
                "DB_URL: \"postgresql://svc:kT2bZq81nWx0@db/lake\"",
                "DB_URL=jdbc:postgresql://svc:kT2bZq81nWx0@db/lake"
            })
    void aPasswordInAUrlIsNamedByTheKeyOfTheUrl(String line) {
        assertThat(SecretScan.sightings(line)).extracting(Sighting::key).containsExactly("DB_URL");
    }

    @Test
    void aPasswordInAUrlWithoutAKeyHasNone() {
        assertThat(SecretScan.sightings("- postgresql://svc:kT2bZq81nWx0@db/lake"))
                .extracting(Sighting::key)
                .containsExactly("");
    }

    @Test
    void aUuidIsASecretWhereTheKeySaysSo() {
        assertThat(SecretScan.sightings("client_secret: 1b4e28ba-2fa1-41d2-a83f-0016d3cca427"))
                .hasSize(1);
    }

    @Test
    void theNameAboveAValueCounts() {
        assertThat(SecretScan.sightings("- name: DB_PASSWORD\n  value: correct-Horse7battery\n"))
                .hasSize(1);
    }

    @Test
    void aLineKeepsItsLengthWhenItIsMasked() {
        Redaction redaction = Redaction.of(List.of("correct-Horse7battery"));

        assertThat(redaction.of("is `correct-Horse7battery` right")).isEqualTo("is `***` right");
        assertThat(redaction.of("cut: `correct-Hors…`")).isEqualTo("cut: `***…`");
    }
}
