package io.github.dagsterfleet.secret;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Whose secret it is that stands under a key and has no form of its own. */
final class KeyKinds {
    /** Parts of names, the telling ones first. */
    private static final List<Map.Entry<String, SecretKind>> ALL = List.of(
            Map.entry("aws", SecretKind.AWS_SECRET_KEY),
            Map.entry("accountkey", SecretKind.AZURE_KEY),
            Map.entry("sharedaccesskey", SecretKind.AZURE_KEY),
            Map.entry("azure", SecretKind.AZURE_KEY),
            Map.entry("snowflake", SecretKind.SNOWFLAKE),
            Map.entry("databricks", SecretKind.DATABRICKS),
            Map.entry("dbt_cloud", SecretKind.DBT_CLOUD),
            Map.entry("fivetran", SecretKind.FIVETRAN),
            Map.entry("airbyte", SecretKind.AIRBYTE),
            Map.entry("looker", SecretKind.LOOKER),
            Map.entry("tableau", SecretKind.TABLEAU),
            Map.entry("segment", SecretKind.SEGMENT),
            Map.entry("pagerduty", SecretKind.PAGERDUTY),
            Map.entry("integration_key", SecretKind.PAGERDUTY),
            Map.entry("routing_key", SecretKind.PAGERDUTY),
            Map.entry("sentry", SecretKind.SENTRY),
            Map.entry("datadog", SecretKind.DATADOG),
            Map.entry("dd_a", SecretKind.DATADOG),
            Map.entry("twilio", SecretKind.TWILIO),
            Map.entry("vault", SecretKind.VAULT),
            Map.entry("mailgun", SecretKind.MAILGUN),
            Map.entry("openai", SecretKind.OPENAI));

    private KeyKinds() {}

    static SecretKind of(String key, Telling telling) {
        String name = key.toLowerCase(Locale.ROOT);
        for (Map.Entry<String, SecretKind> known : ALL) {
            if (name.contains(known.getKey())) {
                return known.getValue();
            }
        }
        return telling == Telling.PASSWORD ? SecretKind.PASSWORD : SecretKind.TOKEN;
    }
}
