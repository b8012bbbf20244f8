package io.github.dagsterfleet.cli;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Supplier;

/**
 * Secrets of every sort, made at run time: a repository that held one as a literal would be refused by its host, and
 * rightly.
 */
final class MadeSecrets {
    private static final String DIGITS = "0123456789";
    private static final String HEX = DIGITS + "abcdef";
    private static final String UPPER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz" + DIGITS;
    private static final String BASE64 = LETTERS + "+/";
    private static final String URL_SAFE = LETTERS + "-_";

    /**
     * One secret.
     *
     * @param key the name that somebody would give it
     * @param text what is written
     * @param value the part of the text that must not be seen
     */
    record Made(String kind, String key, String text, String value) {
        boolean isLine() {
            return text.indexOf('\n') < 0;
        }
    }

    private final Random random;
    private final Map<String, Supplier<Made>> kinds = new LinkedHashMap<>();
    private int made;

    MadeSecrets(long seed) {
        this.random = new Random(seed);
        clouds();
        dataServices();
        developers();
        operations();
        models();
        dagster();
        documents();
        urls();
        wrapped();
    }

    /** The names of the sorts; made in turn by {@link #next}. */
    List<String> kinds() {
        return List.copyOf(kinds.keySet());
    }

    /** One of each sort after the other. */
    Made next() {
        List<String> names = kinds();
        return Objects.requireNonNull(kinds.get(names.get(made++ % names.size())))
                .get();
    }

    private void clouds() {
        token("AWS access key", "NOTE", () -> "AK" + "IA" + some(UPPER, 16));
        token("AWS session key", "NOTE", () -> "AS" + "IA" + some(UPPER, 16));
        token("AWS secret key", "AWS_SECRET_ACCESS_KEY", () -> some(BASE64, 40));
        token("Google API key", "NOTE", () -> "AI" + "za" + some(URL_SAFE, 35));
        token("Google OAuth secret", "NOTE", () -> "GOC" + "SPX-" + some(URL_SAFE, 28));
        token("Azure client secret", "NOTE", () -> some(LETTERS, 3) + "8" + "Q~" + some(LETTERS, 34));
        part(
                "Azure storage key",
                "STORAGE",
                "DefaultEndpointsProtocol=https;AccountName=lake;AccountKey=",
                () -> some(BASE64, 86) + "==");
        part(
                "Azure shared access signature",
                "LAKE",
                "https://lake.blob.core.windows.net/c?sv=2023-01-03&sig=",
                () -> some(LETTERS, 43) + "%3D");
    }

    private void dataServices() {
        token("Snowflake password", "SNOWFLAKE_PASSWORD", () -> some(LETTERS, 9) + "!" + some(DIGITS, 3));
        token("Databricks token", "NOTE", () -> "da" + "pi" + some(HEX, 32));
        token("dbt Cloud token", "NOTE", () -> "db" + "tc_" + some(URL_SAFE, 43));
        token("Fivetran secret", "FIVETRAN_API_SECRET", () -> some(LETTERS, 32));
        token("Airbyte secret", "AIRBYTE_CLIENT_SECRET", () -> some(LETTERS, 32));
        token("Looker secret", "LOOKERSDK_CLIENT_SECRET", () -> some(LETTERS, 24));
        token("Tableau token", "TABLEAU_TOKEN", () -> some(BASE64, 22) + "==:" + some(LETTERS, 32));
        token("Segment key", "SEGMENT_WRITE_KEY", () -> some(LETTERS, 32));
    }

    private void developers() {
        token("GitHub token", "NOTE", () -> "gh" + "p_" + some(LETTERS, 36));
        token("GitHub app token", "NOTE", () -> "gh" + "s_" + some(LETTERS, 36));
        token(
                "GitHub fine-grained token",
                "NOTE",
                () -> "github" + "_pat_" + some(LETTERS, 22) + "_" + some(LETTERS, 59));
        token("GitLab token", "NOTE", () -> "gl" + "pat-" + some(URL_SAFE, 20));
        token("PyPI token", "NOTE", () -> "py" + "pi-AgEIcHlwaS5vcmc" + some(URL_SAFE, 150));
        token("npm token", "NOTE", () -> "np" + "m_" + some(LETTERS, 36));
        token("Docker token", "NOTE", () -> "dckr" + "_pat_" + some(URL_SAFE, 27));
    }

    private void operations() {
        token(
                "Slack bot token",
                "NOTE",
                () -> "xo" + "xb-" + some(DIGITS, 12) + "-" + some(DIGITS, 12) + "-" + some(LETTERS, 24));
        token(
                "Slack webhook",
                "NOTE",
                () -> "https://hooks.slack" + ".com/services/T" + some(UPPER, 8) + "/B" + some(UPPER, 8) + "/"
                        + some(LETTERS, 24),
                "https://");
        token("PagerDuty key", "PAGERDUTY_INTEGRATION_KEY", () -> some(HEX, 32));
        part("Sentry DSN", "REPORT_TO", "https://", () -> some(HEX, 32), "@o12345.ingest.sentry.io/678");
        token("Sentry token", "NOTE", () -> "sntr" + "yu_" + some(HEX, 64));
        token("Datadog key", "DD_API_KEY", () -> some(HEX, 32));
        token("SendGrid key", "NOTE", () -> "S" + "G." + some(URL_SAFE, 22) + "." + some(URL_SAFE, 43));
        token("Twilio key", "NOTE", () -> "S" + "K" + some(HEX, 32));
        token("Twilio token", "TWILIO_AUTH_TOKEN", () -> some(HEX, 32));
        token("Stripe key", "NOTE", () -> "sk" + "_live_" + some(LETTERS, 24));
        token("Vault token", "NOTE", () -> "hv" + "s." + some(URL_SAFE, 90));
    }

    private void models() {
        token("OpenAI key", "NOTE", () -> "sk" + "-proj-" + some(URL_SAFE, 74));
        token("Anthropic key", "NOTE", () -> "sk" + "-ant-api03-" + some(URL_SAFE, 93) + "AA");
        token("Hugging Face token", "NOTE", () -> "h" + "f_" + some(LETTERS, 34));
        token("Groq key", "NOTE", () -> "gs" + "k_" + some(LETTERS, 52));
        token("Replicate token", "NOTE", () -> "r" + "8_" + some(LETTERS, 37));
    }

    private void dagster() {
        token("Dagster+ agent token", "NOTE", () -> "agent:" + "acme:" + some(HEX, 32));
        token("Dagster+ user token", "NOTE", () -> "user:" + some(HEX, 32));
    }

    private void documents() {
        for (String name : List.of("RSA ", "EC ", "OPENSSH ", "")) {
            kinds.put("PEM " + name + "private key", () -> {
                String pem = pem(name);
                return new Made("PEM", "NOTE", pem, pem);
            });
        }
        kinds.put("service account", () -> {
            String document = serviceAccount();
            return new Made("service account", "NOTE", document, document.split("\"", -1)[7]);
        });
        token(
                "JWT",
                "NOTE",
                () -> urlSafe("{\"alg\":\"HS256\",\"typ\":\"JWT\"}") + "."
                        + urlSafe("{\"sub\":\"" + some(DIGITS, 12) + "\"}") + "." + some(URL_SAFE, 43));
        part("basic auth", "HEADER", "Authorization: Basic ", () -> base64("svc:" + some(LETTERS, 17)));
        token("generic token", "INTERNAL_API_TOKEN", () -> some(URL_SAFE, 40));
        token("generic hex", "SIGNING_KEY", () -> some(HEX, 64));
        token("generic password", "DB_PASSWORD", () -> some(LETTERS, 16));
        token(
                "UUID",
                "CLIENT_SECRET",
                () -> some(HEX, 8) + "-" + some(HEX, 4) + "-4" + some(HEX, 3) + "-a" + some(HEX, 3) + "-"
                        + some(HEX, 12));
    }

    private void urls() {
        for (String scheme : List.of("postgresql", "mysql+pymysql", "mongodb+srv", "redis", "amqp", "mssql+pyodbc")) {
            part(scheme + " URL", "STORE", scheme + "://svc:", () -> some(LETTERS, 18), "@db.example.com/lake");
        }
    }

    /** Of some the base64, as Kubernetes has it. */
    private void wrapped() {
        token("base64 of a GitHub token", "NOTE", () -> base64("gh" + "p_" + some(LETTERS, 36)));
        token("base64 of a service account", "NOTE", () -> base64(serviceAccount()));
        token("base64 of a PEM", "NOTE", () -> base64(pem("RSA ")));
    }

    private String serviceAccount() {
        return "{\"type\": \"service_account\", \"private_key\": \"" + pem("").replace("\n", "\\n") + "\"}";
    }

    private String pem(String name) {
        List<String> lines = new ArrayList<>();
        lines.add("-----BEGIN " + name + "PRIV" + "ATE KEY-----");
        for (int i = 0; i < 4; i++) {
            lines.add(some(BASE64, 64));
        }
        lines.add("-----END " + name + "PRIV" + "ATE KEY-----");
        return String.join("\n", lines);
    }

    private void token(String kind, String key, Supplier<String> value) {
        token(kind, key, value, "");
    }

    /** @param open how the text begins that is no secret */
    private void token(String kind, String key, Supplier<String> value, String open) {
        kinds.put(kind, () -> {
            String text = value.get();
            return new Made(kind, key, text, text.substring(open.length()));
        });
    }

    private void part(String kind, String key, String before, Supplier<String> value) {
        part(kind, key, before, value, "");
    }

    private void part(String kind, String key, String before, Supplier<String> value, String behind) {
        kinds.put(kind, () -> {
            String secret = value.get();
            return new Made(kind, key, before + secret + behind, secret);
        });
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String urlSafe(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private String some(String alphabet, int length) {
        StringBuilder out = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            out.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return out.toString();
    }
}
