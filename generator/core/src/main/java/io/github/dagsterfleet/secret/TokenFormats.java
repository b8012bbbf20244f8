package io.github.dagsterfleet.secret;

import static io.github.dagsterfleet.secret.Alphabet.BASE64_URL;
import static io.github.dagsterfleet.secret.Alphabet.HEX;
import static io.github.dagsterfleet.secret.Alphabet.LETTERS;
import static io.github.dagsterfleet.secret.Alphabet.PARTS;
import static io.github.dagsterfleet.secret.Alphabet.PATH;
import static io.github.dagsterfleet.secret.Alphabet.UPPER;
import static io.github.dagsterfleet.secret.Alphabet.WORD;

import java.util.ArrayList;
import java.util.List;

/** Every token that tells by its own form what it is: a row for each form. */
final class TokenFormats {
    private static final List<TokenFormat> ALL = List.of(
            exactly(SecretKind.AGE_KEY, "AGE-SECRET-KEY-1", UPPER, 58),
            atLeast(SecretKind.ANTHROPIC, "sk-ant-", BASE64_URL, 40),
            atLeast(SecretKind.ATLASSIAN, "ATATT3x", PARTS, 60),
            exactly(SecretKind.AWS_ACCESS_KEY, "AKIA", UPPER, 16),
            exactly(SecretKind.AWS_ACCESS_KEY, "ASIA", UPPER, 16),
            exactly(SecretKind.AWS_ACCESS_KEY, "ABIA", UPPER, 16),
            exactly(SecretKind.AWS_ACCESS_KEY, "ACCA", UPPER, 16),
            atLeast(SecretKind.DAGSTER_AGENT_TOKEN, "agent:", PARTS, 34),
            exactly(SecretKind.DAGSTER_USER_TOKEN, "user:", HEX, 32),
            exactly(SecretKind.DATABRICKS, "dapi", HEX, 32),
            exactly(SecretKind.DATABRICKS, "dose", HEX, 32),
            exactly(SecretKind.DATABRICKS, "dkea", HEX, 32),
            atLeast(SecretKind.DBT_CLOUD, "dbtc_", BASE64_URL, 32),
            atLeast(SecretKind.DBT_CLOUD, "dbtu_", BASE64_URL, 32),
            atLeast(SecretKind.DBT_CLOUD, "dbts_", BASE64_URL, 32),
            atLeast(SecretKind.DISCORD_WEBHOOK, "discord.com/api/webhooks/", PATH, 60),
            exactly(SecretKind.DIGITALOCEAN, "dop_v1_", HEX, 64),
            exactly(SecretKind.DIGITALOCEAN, "doo_v1_", HEX, 64),
            atLeast(SecretKind.DOCKER, "dckr_pat_", BASE64_URL, 20),
            atLeast(SecretKind.DOCKER, "dckr_oat_", BASE64_URL, 20),
            atLeast(SecretKind.DOPPLER, "dp.pt.", LETTERS, 40),
            atLeast(SecretKind.DOPPLER, "dp.st.", PARTS, 40),
            exactly(SecretKind.GITHUB, "ghp_", LETTERS, 36),
            exactly(SecretKind.GITHUB, "gho_", LETTERS, 36),
            exactly(SecretKind.GITHUB, "ghu_", LETTERS, 36),
            exactly(SecretKind.GITHUB, "ghs_", LETTERS, 36),
            between(SecretKind.GITHUB, "ghr_", LETTERS, 36, 76),
            between(SecretKind.GITHUB, "github_pat_", WORD, 59, 100),
            atLeast(SecretKind.GITLAB, "glpat-", PARTS, 20),
            atLeast(SecretKind.GITLAB, "gldt-", PARTS, 20),
            atLeast(SecretKind.GITLAB, "glrt-", PARTS, 20),
            atLeast(SecretKind.GITLAB, "glcbt-", PARTS, 20),
            atLeast(SecretKind.GITLAB, "glptt-", PARTS, 40),
            exactly(SecretKind.GOOGLE_API_KEY, "AIza", BASE64_URL, 35),
            exactly(SecretKind.GOOGLE_OAUTH, "GOCSPX-", BASE64_URL, 28),
            atLeast(SecretKind.GOOGLE_OAUTH, "ya29.", BASE64_URL, 30),
            atLeast(SecretKind.GRAFANA, "glsa_", WORD, 41),
            atLeast(SecretKind.GRAFANA, "glc_", PARTS, 60),
            exactly(SecretKind.GROQ, "gsk_", LETTERS, 52),
            between(SecretKind.HUBSPOT, "pat-na1-", BASE64_URL, 36, 36),
            between(SecretKind.HUBSPOT, "pat-eu1-", BASE64_URL, 36, 36),
            between(SecretKind.HUGGING_FACE, "hf_", LETTERS, 34, 40),
            exactly(SecretKind.LINEAR, "lin_api_", LETTERS, 40),
            exactly(SecretKind.MAILGUN, "key-", HEX, 32),
            exactly(SecretKind.NEW_RELIC, "NRAK-", UPPER, 27),
            between(SecretKind.NOTION, "ntn_", LETTERS, 40, 50),
            exactly(SecretKind.NPM, "npm_", LETTERS, 36),
            atLeast(SecretKind.OPENAI, "sk-proj-", BASE64_URL, 40),
            atLeast(SecretKind.OPENAI, "sk-svcacct-", BASE64_URL, 40),
            atLeast(SecretKind.OPENAI, "sk-admin-", BASE64_URL, 40),
            between(SecretKind.OPENAI, "sk-", LETTERS, 40, 64),
            atLeast(SecretKind.PERPLEXITY, "pplx-", LETTERS, 40),
            exactly(SecretKind.POSTMAN, "PMAK-", BASE64_URL, 59),
            exactly(SecretKind.PREFECT, "pnu_", LETTERS, 36),
            exactly(SecretKind.PREFECT, "pnb_", LETTERS, 36),
            exactly(SecretKind.PULUMI, "pul-", HEX, 40),
            atLeast(SecretKind.PYPI, "pypi-AgE", BASE64_URL, 50),
            exactly(SecretKind.REPLICATE, "r8_", LETTERS, 37),
            exactly(SecretKind.SENDGRID, "SG.", PARTS, 66),
            atLeast(SecretKind.SENTRY, "sntrys_", PARTS, 40),
            exactly(SecretKind.SENTRY, "sntryu_", HEX, 64),
            exactly(SecretKind.SHOPIFY, "shpat_", HEX, 32),
            exactly(SecretKind.SHOPIFY, "shpss_", HEX, 32),
            atLeast(SecretKind.SLACK, "xoxb-", BASE64_URL, 24),
            atLeast(SecretKind.SLACK, "xoxp-", BASE64_URL, 24),
            atLeast(SecretKind.SLACK, "xoxa-", BASE64_URL, 24),
            atLeast(SecretKind.SLACK, "xoxr-", BASE64_URL, 24),
            atLeast(SecretKind.SLACK, "xoxs-", BASE64_URL, 24),
            atLeast(SecretKind.SLACK, "xoxe.", PARTS, 40),
            atLeast(SecretKind.SLACK, "xapp-", BASE64_URL, 24),
            atLeast(SecretKind.SLACK_WEBHOOK, "hooks.slack.com/services/", PATH, 30),
            atLeast(SecretKind.STRIPE, "sk_live_", LETTERS, 16),
            atLeast(SecretKind.STRIPE, "sk_test_", LETTERS, 16),
            atLeast(SecretKind.STRIPE, "rk_live_", LETTERS, 16),
            atLeast(SecretKind.STRIPE, "rk_test_", LETTERS, 16),
            atLeast(SecretKind.STRIPE, "whsec_", LETTERS, 24),
            exactly(SecretKind.SUPABASE, "sbp_", HEX, 40),
            exactly(SecretKind.TWILIO, "SK", HEX, 32),
            atLeast(SecretKind.VAULT, "hvs.", BASE64_URL, 24),
            atLeast(SecretKind.VAULT, "hvb.", BASE64_URL, 24),
            exactly(SecretKind.VAULT, "s.", LETTERS, 24),
            atLeast(SecretKind.XAI, "xai-", LETTERS, 60));

    private static final TokenFormat[] NONE = {};
    private static final TokenFormat[][] BY_FIRST = byFirst();

    /** Whether anything begins with two characters, by {@code first << 7 | second}: nearly no word does. */
    private static final boolean[] BEGINNINGS = beginnings();

    private TokenFormats() {}

    private static boolean[] beginnings() {
        boolean[] beginnings = new boolean[1 << 14];
        ALL.forEach(format -> beginnings[pair(format.prefix(), 0)] = true);
        beginnings[pair(JsonWebToken.BEGIN, 0)] = true;
        return beginnings;
    }

    /** @param at where at least two characters of ASCII stand */
    private static int pair(String text, int at) {
        return text.charAt(at) << 7 | text.charAt(at + 1);
    }

    /** Whether a token may begin with these two characters, of which the first is ASCII. */
    static boolean mayBegin(char first, char second) {
        return second < 128 && BEGINNINGS[first << 7 | second];
    }

    private static TokenFormat[][] byFirst() {
        List<List<TokenFormat>> lists = new ArrayList<>();
        for (char c = 0; c < 128; c++) {
            lists.add(new ArrayList<>());
        }
        ALL.forEach(format -> lists.get(format.prefix().charAt(0)).add(format));
        return lists.stream()
                .map(list -> list.isEmpty() ? NONE : list.toArray(TokenFormat[]::new))
                .toArray(TokenFormat[][]::new);
    }

    /** The rows whose prefix begins with this character, which is ASCII. */
    static TokenFormat[] beginningWith(char first) {
        return BY_FIRST[first];
    }

    private static TokenFormat exactly(SecretKind kind, String prefix, Alphabet alphabet, int length) {
        return between(kind, prefix, alphabet, length, length);
    }

    private static TokenFormat atLeast(SecretKind kind, String prefix, Alphabet alphabet, int least) {
        return between(kind, prefix, alphabet, least, 512);
    }

    private static TokenFormat between(SecretKind kind, String prefix, Alphabet alphabet, int least, int most) {
        return new TokenFormat(kind, prefix, alphabet, least, most);
    }
}
