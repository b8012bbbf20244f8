package io.github.dagsterfleet.secret;

/** What a secret is for, as far as it can be told, in the words of those who issue it. */
public enum SecretKind {
    AGE_KEY("age key"),
    AIRBYTE("Airbyte credential"),
    ANTHROPIC("Anthropic API key"),
    ATLASSIAN("Atlassian token"),
    AWS_ACCESS_KEY("AWS access key"),
    AWS_SECRET_KEY("AWS secret key"),
    AZURE_CLIENT_SECRET("Azure client secret"),
    AZURE_KEY("Azure key"),
    BASIC_AUTH("user and password in a header"),
    DAGSTER_AGENT_TOKEN("Dagster+ agent token"),
    DAGSTER_USER_TOKEN("Dagster+ user token"),
    DATABRICKS("Databricks token"),
    DATADOG("Datadog key"),
    DBT_CLOUD("dbt Cloud token"),
    DIGITALOCEAN("DigitalOcean token"),
    DISCORD_WEBHOOK("Discord webhook"),
    DOCKER("Docker Hub token"),
    DOPPLER("Doppler token"),
    FIVETRAN("Fivetran credential"),
    GITHUB("GitHub token"),
    GITLAB("GitLab token"),
    GOOGLE_API_KEY("Google API key"),
    GOOGLE_OAUTH("Google OAuth secret"),
    GOOGLE_SERVICE_ACCOUNT("key of a Google service account"),
    GRAFANA("Grafana token"),
    GROQ("Groq API key"),
    HUBSPOT("HubSpot token"),
    HUGGING_FACE("Hugging Face token"),
    JWT("JSON web token"),
    LINEAR("Linear API key"),
    LOOKER("Looker credential"),
    MAILGUN("Mailgun key"),
    NEW_RELIC("New Relic key"),
    NOTION("Notion token"),
    NPM("npm token"),
    OPENAI("OpenAI API key"),
    PAGERDUTY("PagerDuty key"),
    PERPLEXITY("Perplexity API key"),
    PGP_PRIVATE_KEY("PGP private key"),
    POSTMAN("Postman API key"),
    PREFECT("Prefect API key"),
    PRIVATE_KEY("private key"),
    RSA_PRIVATE_KEY("RSA private key"),
    EC_PRIVATE_KEY("EC private key"),
    SSH_PRIVATE_KEY("SSH private key"),
    PULUMI("Pulumi token"),
    PYPI("PyPI token"),
    REPLICATE("Replicate token"),
    SEGMENT("Segment key"),
    SENDGRID("SendGrid API key"),
    SENTRY("Sentry token"),
    SHOPIFY("Shopify token"),
    SLACK("Slack token"),
    SLACK_WEBHOOK("Slack webhook"),
    SNOWFLAKE("Snowflake credential"),
    STRIPE("Stripe key"),
    SUPABASE("Supabase token"),
    TABLEAU("Tableau token"),
    TWILIO("Twilio key"),
    URL_PASSWORD("password in a URL"),
    VAULT("Vault token"),
    XAI("xAI API key"),
    /** Nothing but the key that it stands under tells. */
    PASSWORD("password"),
    /** Nothing but the key that it stands under tells. */
    TOKEN("token or key");

    private final String words;

    SecretKind(String words) {
        this.words = words;
    }

    /** {@code GitHub token}. */
    public String words() {
        return words;
    }

    /** {@code a GitHub token}. */
    public String withArticle() {
        boolean isSpelt = this == NPM || this == RSA_PRIVATE_KEY || this == SSH_PRIVATE_KEY || this == XAI;
        return ("AEIO".indexOf(words.charAt(0)) >= 0 || this == AGE_KEY || isSpelt ? "an " : "a ") + words;
    }
}
