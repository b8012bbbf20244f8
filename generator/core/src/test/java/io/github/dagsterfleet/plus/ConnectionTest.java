package io.github.dagsterfleet.plus;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.finding.report.TextReport;
import io.github.dagsterfleet.plus.ConfigurationFile.Tool;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which of what the environment and dg's files say becomes the connection, and what is refused. */
class ConnectionTest {
    private static final String TOKEN = "DAGSTER_CLOUD_API_TOKEN";
    private static final String URL = "DAGSTER_CLOUD_URL";
    private static final String SECRET = "user:0123456789abcdef";
    private static final ConfigurationFile LOGIN = dg(
            """
            [cli.plus]
            url = "https://eu.dagster.cloud"
            organization = "acme"
            default_deployment = "staging"
            user_token = "user:ofthefile"
            """);

    private final Findings findings = new Findings();

    private static ConfigurationFile dg(String text) {
        return new ConfigurationFile(Tool.DG, "~/.config/dg.toml", SecretValue.of(text));
    }

    private static ConfigurationFile dagsterCloud(String text) {
        return new ConfigurationFile(Tool.DAGSTER_CLOUD, "~/.dagster_cloud_cli/config", SecretValue.of(text));
    }

    private Optional<Connection> connect(Map<String, String> environment, ConfigurationFile... files) {
        return Connection.of(environment, List.of(files), "acme", "prod", findings);
    }

    private Connection connected(Map<String, String> environment, ConfigurationFile... files) {
        Optional<Connection> connection = connect(environment, files);
        assertThat(findings.list()).isEmpty();
        return connection.orElseThrow();
    }

    private String refused(Map<String, String> environment, ConfigurationFile... files) {
        assertThat(connect(environment, files)).isEmpty();
        String screen = new TextReport(false).print(findings.list());
        assertThat(screen).doesNotContain(SECRET).doesNotContain("ofthefile");
        return screen;
    }

    @Test
    void aTokenIsEnough() {
        Connection connection = connected(Map.of(TOKEN, SECRET));
        assertThat(connection.endpoint()).hasToString("https://dagster.cloud/acme/graphql");
        assertThat(connection.token().reveal()).isEqualTo(SECRET);
        assertThat(connection.deployment()).isEqualTo("prod");
    }

    @ParameterizedTest
    @CsvSource({
        "https://dagster.cloud, https://dagster.cloud/acme/graphql",
        "https://dagster.cloud/, https://dagster.cloud/acme/graphql",
        "https://eu.dagster.cloud, https://eu.dagster.cloud/acme/graphql",
        "https://acme.dagster.cloud, https://acme.dagster.cloud/prod/graphql",
        "https://ACME.dagster.cloud/prod/, https://acme.dagster.cloud/prod/graphql",
        "https://acme.eu.dagster.cloud/prod, https://acme.eu.dagster.cloud/prod/graphql",
        "https://dagster.example.com:8443/base, https://dagster.example.com:8443/base/acme/graphql",
        "http://localhost:3000, http://localhost:3000/acme/graphql",
        "http://127.0.0.1:3000, http://127.0.0.1:3000/acme/graphql",
        "http://[::1]:3000, http://[::1]:3000/acme/graphql"
    })
    void theAddressLeadsToTheApi(String url, String endpoint) {
        assertThat(connected(Map.of(TOKEN, SECRET, URL, url)).endpoint().toString())
                .isEqualToIgnoringCase(endpoint);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dagster.cloud",
                "ftp://dagster.cloud",
                "https://",
                "not an address",
                "http://dagster.cloud",
                "http://127.0.0.1.evil.example",
                "http://localhost.evil.example",
                "https://user:ofthefile@dagster.cloud",
                "https://dagster.cloud?token=ofthefile",
                "https://dagster.cloud#ofthefile",
                "user:0123456789abcdef"
            })
    void aTokenGoesToNoSuchAddress(String url) {
        assertThat(refused(Map.of(TOKEN, SECRET, URL, url)))
                .startsWith("error[plus/address]: `DAGSTER_CLOUD_URL` ")
                .contains("help: make it `https://dagster.cloud`, or `https://eu.dagster.cloud` for");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://other.dagster.cloud", "https://other.eu.dagster.cloud/prod"})
    void anAddressOfAnotherOrganizationIsAMismatch(String url) {
        assertThat(refused(Map.of(TOKEN, SECRET, URL, url)))
                .contains("`DAGSTER_CLOUD_URL` is the address of `other`, and the workspace is of `acme`")
                .contains("help: make it `" + url.replace("other", "acme").replace("/prod", "") + "`");
    }

    @Test
    void anAddressOfAnotherDeploymentIsAMismatch() {
        assertThat(refused(Map.of(TOKEN, SECRET, URL, "https://acme.dagster.cloud/dev")))
                .contains("`DAGSTER_CLOUD_URL` is the address of another deployment than `prod`");
    }

    @Test
    void anotherOrganizationInTheEnvironmentIsAMismatch() {
        assertThat(refused(Map.of(TOKEN, SECRET, "DAGSTER_CLOUD_ORGANIZATION", "other")))
                .contains(
                        "error[plus/mismatch]: `DAGSTER_CLOUD_ORGANIZATION` is `other`, and the workspace is of `acme`");
    }

    @Test
    void theFileGivesWhatTheEnvironmentDoesNot() {
        Connection connection = connected(Map.of(), LOGIN);
        assertThat(connection.endpoint()).hasToString("https://eu.dagster.cloud/acme/graphql");
        assertThat(connection.token().reveal()).isEqualTo("user:ofthefile");
        assertThat(connection.deployment()).isEqualTo("prod");
    }

    @Test
    void theEnvironmentWinsValueByValue() {
        Connection connection = connected(Map.of(TOKEN, SECRET), LOGIN);
        assertThat(connection.endpoint()).hasToString("https://eu.dagster.cloud/acme/graphql");
        assertThat(connection.token().reveal()).isEqualTo(SECRET);
        assertThat(connected(Map.of(URL, "https://dagster.cloud"), LOGIN).endpoint())
                .hasToString("https://dagster.cloud/acme/graphql");
    }

    @Test
    void theFileOfDagsterCloudIsYamlWithoutTables() {
        assertThat(connected(Map.of(), dagsterCloud("organization: acme\nuser_token: user:ofthefile\n"))
                        .token()
                        .reveal())
                .isEqualTo("user:ofthefile");
    }

    @Test
    void aFileForAnotherOrganizationIsLeftAloneWhenThereIsAToken() {
        ConfigurationFile other = dg("cli.plus = {organization = 'other', user_token = 'user:ofthefile', url = 'x'}\n");
        assertThat(connected(Map.of(TOKEN, SECRET), other).endpoint())
                .hasToString("https://dagster.cloud/acme/graphql");
    }

    @Test
    void theTokenOfAnotherOrganizationIsNotSent() {
        assertThat(refused(Map.of(), dg("cli.plus = {organization = 'other', user_token = 'user:ofthefile'}\n")))
                .isEqualTo(
                        """
                        error[plus/mismatch]: `~/.config/dg.toml` is logged in to `other`, and the workspace is of `acme`
                        help: set `DAGSTER_CLOUD_API_TOKEN` to a user token of `acme`, or run `dg plus login` as one of its members

                        1 error
                        """);
    }

    @Test
    void withoutATokenTheHelpSaysWhatToSet() {
        assertThat(refused(Map.of(TOKEN, ""), dg("[cli.telemetry]\nenabled = false\n")))
                .isEqualTo(
                        """
                        error[plus/no-token]: there is no token to speak with Dagster+ for `acme`
                        note: `DAGSTER_CLOUD_API_TOKEN` is set, but empty
                        note: `~/.config/dg.toml` has no `user_token`
                        help: set `DAGSTER_CLOUD_API_TOKEN` to a user token of `acme`, or run `dg plus login`

                        1 error
                        """);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "user:0123456789abcdef\n",
                "user:0123456789abcdef ofthefile",
                "ofthefile\u00fc",
                "\u0000ofthefile"
            })
    void noHeaderTakesSuchAToken(String token) {
        assertThat(refused(Map.of(TOKEN, token))).contains("`DAGSTER_CLOUD_API_TOKEN` holds a blank, a line end");
        assertThat(refused(Map.of(), dg("cli.plus.user_token = \"user:ofthefile \"")))
                .contains("`user_token` in `~/.config/dg.toml` holds a blank");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[cli.plus]\nuser_token = \"user:ofthefile",
                "[cli.plus]\nuser_token = [\"user:ofthefile\"]",
                "[cli.plus]\nuser_token = 12",
                "cli = \"user:ofthefile\"",
                "cli.plus = \"user:ofthefile\""
            })
    void aFileThatIsNotDgsIsToldWithoutALineOfIt(String text) {
        assertThat(refused(Map.of(), dg(text)))
                .startsWith(
                        """
                        error[plus/configuration]: `~/.config/dg.toml` is not the TOML that dg writes
                        help: delete it, and run `dg plus login`
                        """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"- user:ofthefile", "user_token: user:ofthefile: x", "user_token: [user:ofthefile]"})
    void norIsALineOfABrokenYamlFile(String text) {
        assertThat(refused(Map.of(), dagsterCloud(text)))
                .startsWith(
                        "error[plus/configuration]: `~/.dagster_cloud_cli/config` is not the YAML that dg writes\n");
    }

    @Test
    void allThatIsWrongIsToldAtOnce() {
        Map<String, String> environment = Map.of(
                "DAGSTER_CLOUD_ORGANIZATION", "other", URL, "ftp://dagster.cloud", "HTTPS_PROXY", "socks5://proxy");
        assertThat(refused(environment))
                .contains("plus/no-token", "plus/mismatch", "`DAGSTER_CLOUD_URL` is no web address", "`HTTPS_PROXY`");
    }

    @Test
    void twoLoginsAreOneTooMany() {
        assertThat(refused(Map.of(), LOGIN, dagsterCloud("organization: acme\n")))
                .startsWith(
                        "error[plus/configuration]: `~/.config/dg.toml` and `~/.dagster_cloud_cli/config` both say who is"
                                + " logged in, and dg takes neither then\n");
    }

    @Test
    void anEmptyFileSaysNothing() {
        assertThat(connected(Map.of(), LOGIN, dagsterCloud("# nothing\n"))
                        .token()
                        .reveal())
                .isEqualTo("user:ofthefile");
    }

    @Test
    void anEmptySettingIsAbsent() {
        assertThat(refused(Map.of(), dg("cli.plus = {url = '', organization = '', user_token = ''}\n")))
                .contains("`~/.config/dg.toml` has no `user_token`");
    }

    @Test
    void nothingShowsASecret() {
        assertThat(LOGIN.toString()).doesNotContain("ofthefile").contains("***");
        assertThat(connected(Map.of(TOKEN, SECRET)).toString()).doesNotContain(SECRET);
    }
}
