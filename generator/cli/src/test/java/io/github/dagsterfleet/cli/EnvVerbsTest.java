package io.github.dagsterfleet.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The verbs about environment variables, against a stand-in for Dagster+. */
final class EnvVerbsTest {
    /** What must be seen nowhere. */
    private static final String VALUE = "not-to-be-seen";

    private static final String REPO =
            """
            agent: plus
            locations:
              web: {code_source: {module_name: web}}
              api: {code_source: {module_name: api}}
            env:
              GREETING: it's a "fine" day
              TOKEN: {secret: github#token, description: Of the bot}
            """;

    @TempDir
    private Path folder;

    private PlusStandIn plus;
    private Command command;

    @BeforeEach
    void begin() throws IOException {
        plus = new PlusStandIn(folder);
        command = SmallWorkspace.in(folder)
                .write(
                        "environments/base.yaml",
                        """
                        format: 1
                        organization: acme
                        environments: [dev, prod]
                        dagster: 1.13.27
                        agents:
                          plus: {platform: serverless}
                          eks: {platform: k8s, defaults: {location: {image: web}}}
                        secrets:
                          github: {store: dagster-plus, keys: [token]}
                          mail: {store: kubernetes, keys: [password]}
                        """)
                .write("repos/web/repo.yaml", REPO)
                .with(plus.environment());
        command.delete("repos/hello/repo.yaml");
    }

    @AfterEach
    void end() {
        plus.close();
    }

    @Test
    void localPrintsValuesAndNamesOfSecrets() {
        assertThat(command.run("env", "local", "web").out())
                .isEqualTo(
                        """
                        # web in dev, for laptops. git must ignore this file.
                        # docker --env-file misreads GREETING.
                        GREETING="it's a \\"fine\\" day"
                        # Of the bot
                        # secret github#token, kept in Dagster+
                        #TOKEN=
                        """);
    }

    @Test
    void localWarnsOfWhatAShellWouldRun() {
        command.write(
                "repos/web/repo.yaml",
                REPO.replace("it's a \"fine\" day", "\"'; touch x; '`${:-$}{Y}\"".replace("${", "$${")));
        assertThat(command.run("env", "local", "web").out())
                .contains("# sh misreads GREETING, and may run what it holds: do not source this file.\n");
    }

    @Test
    void localTellsWhereLocationsDiffer() {
        command.write(
                "repos/web/repo.yaml",
                REPO.replace(
                        "api: {code_source: {module_name: api}}",
                        "api: {code_source: {module_name: api}, env: {GREETING: hi}}"));
        assertThat(command.run("env", "local", "web").out())
                .contains("GREETING=\"it's")
                .contains("# api has GREETING=hi\n");
        assertThat(command.run("env", "local", "web", "--location", "api").out())
                .contains("GREETING=hi\n")
                .doesNotContain("it's");
    }

    @Test
    void aFileIsWrittenOnlyWhereGitIgnoresIt() throws IOException, InterruptedException {
        Command.Said refused = command.run("env", "local", "web", "--to", ".env");
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err()).contains("env/file").contains("git does not ignore `.env`");
        assertThat(folder.resolve(".env")).doesNotExist();

        assumeTrue(hasGit(), "there is no git");
        command.write(".gitignore", ".env\n");
        assertThat(command.run("env", "local", "web", "--to", ".env").code()).isZero();
        assertThat(command.read(".env")).contains("#TOKEN=");
        assertThat(command.run("env", "local", "web", "--to", ".env").err()).contains("`.env` is there already");
    }

    private boolean hasGit() throws InterruptedException {
        try {
            return new ProcessBuilder("git", "init", "--quiet")
                            .directory(folder.toFile())
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException noGit) {
            return false;
        }
    }

    @Test
    void checkFindsNothingWhereAllIsThere() {
        stored("GREETING * full", "TOKEN web,api full");
        Command.Said said = command.run("env", "check", "web", "prod");
        assertThat(said.out()).isEqualTo("variables of web in prod: 2 there\n");
        assertThat(said.err()).isEmpty();
        assertThat(said.code()).isZero();
    }

    @Test
    void checkTellsEachWayInWhichDagsterDiffers() {
        stored("GREETING web full,local", "TOKEN * branch", "OLD web,api full", "OLD other full");
        Command.Said said = command.run("env", "check", "web", "prod");
        assertThat(said.code()).isEqualTo(1);
        assertThat(said.out()).isEqualTo("variables of web in prod: 0 there, 1 missing, 1 in the wrong scope\n");
        assertThat(said.err())
                .contains("warning[env/extra]: Dagster+ keeps `OLD` for `web` and `api`, which nobody declares")
                .contains("error[env/missing]: Dagster+ keeps no `GREETING` for `api` in the deployment `prod`")
                .contains("warning[env/too-wide]: Dagster+ hands `GREETING` to laptops too")
                .contains("error[env/wrong-scope]: Dagster+ keeps `TOKEN`, but not for the deployment `prod` itself");
    }

    @Test
    void whatIsNotRequiredMayBeMissing() {
        command.write("repos/web/repo.yaml", REPO.replace("{secret:", "{required: false, secret:"));
        stored("GREETING * full");
        assertThat(command.run("env", "check", "web", "prod").code()).isZero();
    }

    @Test
    void checkSaysThatNoListTellsWhatAnAgentHas() throws IOException {
        command.write(
                        "environments/base.yaml",
                        command.read("environments/base.yaml")
                                        .replace("{platform: k8s,", "{platform: k8s, provides: [HOST_KEY],")
                                + "  host: {store: agent, keys: [HOST_KEY]}\n")
                .write(
                        "repos/web/repo.yaml",
                        """
                        agent: eks
                        locations:
                          web: {code_source: {module_name: web}}
                        env: {HOST_KEY: {secret: host#HOST_KEY}}
                        """);
        assertThat(command.run("env", "check", "web", "prod").out())
                .isEqualTo("variables of web in prod: 0 there\nnot looked for, as nobody lists what the process of an"
                        + " agent has: container_context.k8s.env_vars\n");
    }

    @Test
    void checkReadsNamesOfKubernetesFromAList() {
        onKubernetes();
        assertThat(command.run("env", "check", "web", "prod").out())
                .isEqualTo("variables of web in prod: 0 there\nnot looked for, without `--names`: Secret mail\n");
        String list =
                """
                {"apiVersion": "v1", "kind": "List", "items": [
                  {"kind": "Secret", "metadata": {"name": "mail"}, "data": {"%s": "bm90LXRvLWJlLXNlZW4="}}]}
                """;
        Command.Said there =
                command.run(piped(list.formatted("password")), "env", "check", "web", "prod", "--names", "-");
        assertThat(there.code()).isZero();
        assertThat(there.out()).isEqualTo("variables of web in prod: 1 there\n");

        Command.Said other =
                command.run(piped(list.formatted("Password")), "env", "check", "web", "prod", "--names", "-");
        assertThat(other.code()).isEqualTo(1);
        assertThat(other.err())
                .contains("`MAIL` is to come from `mail#password`, and that has no key `password`")
                .doesNotContain("bm90");
        assertThat(plus.bodies()).isEmpty();
    }

    @Test
    void aListThatIsNoneIsAnErrorWithoutItsContent() {
        onKubernetes();
        for (String list : List.of("password: " + VALUE, "[]", "{\"a\": \"" + VALUE + "\"}")) {
            Command.Said said = command.run(piped(list), "env", "check", "web", "prod", "--names", "-");
            assertThat(said.code()).isEqualTo(1);
            assertThat(said.err()).contains("env/names").doesNotContain(VALUE);
        }
    }

    private void onKubernetes() {
        command.write(
                "repos/web/repo.yaml",
                """
                agent: eks
                locations:
                  web: {code_source: {module_name: web}}
                env:
                  MAIL: {secret: mail#password}
                """);
    }

    @Test
    void checkTakesAContractThatWasGenerated() throws IOException {
        command.run("generate");
        stored("GREETING * full");
        Path away = Files.createDirectory(folder.resolve("team"));
        Files.copy(folder.resolve("repos/web/generated/prod/env_set.json"), away.resolve("env_set.json"));
        Command.Said said = command.run("env", "check", "team/env_set.json");
        assertThat(said.code()).isEqualTo(1);
        assertThat(said.err()).contains("env/missing").contains("team/env_set.json");
        assertThat(command.run("env", "check", "team/nothing.json").code()).isEqualTo(2);
        command.write("team/env_set.json", "{\"format\": 1}");
        assertThat(command.run("env", "check", "team/env_set.json").err()).contains("schema/missing-key");
    }

    @Test
    void applySendsWhatIsNotThere() {
        stored("GREETING web full", "TOKEN api full", "OLD web full");
        Command.Said said = withToken().run("env", "apply", "web", "prod", "--yes");
        assertThat(said.err()).isEmpty();
        assertThat(said.out())
                .isEqualTo(
                        """
                        variables of web in prod, kept by Dagster+ for acme in the deployment prod
                          create  GREETING  api (full)
                          change  GREETING  web (full)
                          exists  TOKEN     api
                          create  TOKEN     web (full)
                          extra   OLD       web
                        3 done, 2 left alone
                        """);
        assertThat(said.code()).isZero();
        assertThat(command.read(PlusStandIn.FILE).lines())
                .containsExactlyInAnyOrder(
                        "GREETING api full", "GREETING web full", "TOKEN api full", "TOKEN web full", "OLD web full");
        assertThat(said.out() + said.err()).doesNotContain(VALUE);
    }

    @Test
    void existingSecretsAreSentOnlyToBeRotated() {
        stored("TOKEN web full", "TOKEN api full", "OLD web full", "SHARED web,api full");
        Command.Said said = withToken().run("env", "apply", "web", "prod", "--yes", "--rotate", "--prune");
        assertThat(said.out())
                .contains("  change  TOKEN     web (full)\n")
                .contains("  remove  OLD       web\n")
                .contains("  extra   SHARED    web, api\n");
        assertThat(command.read(PlusStandIn.FILE)).doesNotContain("OLD").contains("SHARED");
    }

    @Test
    void aMissingValueSendsNothingAtAll() {
        Command.Said said = command.run("env", "apply", "web", "prod", "--yes");
        assertThat(said.code()).isEqualTo(1);
        assertThat(said.err()).contains("error[env/no-value]: there is no value for `TOKEN`");
        assertThatNothingWasSet();
    }

    @Test
    void nothingIsSentBeforeSomebodyAgrees() {
        Command.Said nobody = withToken().run("env", "apply", "web", "prod");
        assertThat(nobody.code()).isEqualTo(1);
        assertThat(nobody.err()).contains("env/unconfirmed");
        Command.Said no = withToken().run(person("n\n"), "env", "apply", "web", "prod");
        assertThat(no.code()).isEqualTo(1);
        assertThatNothingWasSet();

        Command.Said yes = withToken().run(person("y\n"), "env", "apply", "web", "prod");
        assertThat(yes.err()).contains("make these 4 changes in the deployment prod? [y/N] ");
        assertThat(yes.code()).isZero();
    }

    @Test
    void valuesMayComeFromTheStandardInput() {
        Command.Said said = applied(piped("{\"TOKEN\": \"" + VALUE + "\"}"), "--yes");
        assertThat(said.code()).isZero();
        assertThat(plus.bodies()).anyMatch(body -> body.contains(VALUE));
        for (String wrong : List.of(VALUE, "[\"" + VALUE + "\"]", "{\"TOKEN\": {\"a\": \"" + VALUE + "\"}}")) {
            Command.Said refused = applied(piped(wrong), "--yes");
            assertThat(refused.code()).isEqualTo(1);
            assertThat(refused.err()).contains("env/value").doesNotContain(VALUE);
        }
    }

    @Test
    void aNameThatNobodyTakesIsRefused() {
        stored("GREETING * full", "TOKEN * full");
        Command.Said said = applied(
                piped("{\"TOKN\": \"" + VALUE + "\", \"GREETING\": \"a\", \"" + VALUE + "\": \"TOKEN\"}"),
                "--rotate",
                "--yes");
        assertThat(said.code()).isEqualTo(1);
        assertThat(said.err())
                .contains("a value is given for `TOKN`, which is no secret that Dagster+ keeps for `web` and `api`")
                .contains("help: write `TOKEN`")
                .contains("a value is given for `GREETING`, which is no secret")
                .contains("one name that is given is no secret")
                .doesNotContain("there is no value for")
                .doesNotContain(VALUE);
        assertThatNothingWasSet();
    }

    @Test
    void aValueInPlaceOfAFormatIsNotShown() {
        Command.Said said =
                command.run("env", "apply", "web", "prod", "--yes", "--stdin", "{\"TOKEN\": \"" + VALUE + "\"}");
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err()).contains("`--stdin` reads nothing but `json`").doesNotContain(VALUE);
        assertThat(plus.bodies()).isEmpty();
    }

    @Test
    void whatSeveralLocationsShareIsNotToBePruned() {
        stored("GREETING * full", "TOKEN web,api full", "OLD web,api full");
        assertThat(command.run("env", "check", "web", "prod").err())
                .contains("Dagster+ keeps `OLD` for `web` and `api`")
                .contains("where it is for several locations together")
                .doesNotContain("--prune");
    }

    @Test
    void aDoubledNameAndHalfACharacterAreTold() {
        for (String wrong : List.of("{\"TOKEN\": \"a\", \"TOKEN\": \"b\"}", "{\"TOKEN\": \"a\\ud800\"}")) {
            assertThat(applied(piped(wrong), "--yes").err()).contains("no JSON object that has each name once");
        }
        assertThat(applied(piped("{\"TOKEN\": \"\\ud800\"}")).err())
                .contains("write both halves of each surrogate pair");
    }

    @Test
    void whatIsNoTextIsToldByTheNamesOfVariablesAlone() {
        Command.Said said = applied(piped("{\"TOKEN\": 1, \"" + VALUE + "\": {}}"), "--yes");
        assertThat(said.code()).isEqualTo(1);
        assertThat(said.err())
                .contains("the value of `TOKEN` is not a text")
                .contains("one name that is given is no secret")
                .doesNotContain(VALUE);
        assertThatNothingWasSet();
    }

    @Test
    void bytesThatAreNoTextAreNotSent() {
        byte[] latin = ("{\"TOKEN\": \"" + VALUE + "\u00fc\"}").getBytes(StandardCharsets.ISO_8859_1);
        Keyboard piped = new Keyboard(new ByteArrayInputStream(latin), false);
        Command.Said said = applied(piped, "--yes");
        assertThat(said.code()).isEqualTo(1);
        assertThat(said.err())
                .contains("what stands on the standard input is not UTF-8")
                .doesNotContain(VALUE);
        assertThatNothingWasSet();
    }

    @Test
    void aValueThatTheLocaleHasLostIsNotSent() {
        Command.Said said =
                command.with(Map.of("TOKEN", "p\uFFFD\uFFFDss")).run("env", "apply", "web", "prod", "--yes");
        assertThat(said.code()).isEqualTo(1);
        assertThat(said.err())
                .contains("`TOKEN` has a value that is no text in the locale of this process")
                .contains("LC_ALL=C.UTF-8");
        assertThatNothingWasSet();
    }

    @Test
    void whatALocationOnceHadIsExtraWhenItHasNothingLeft() {
        command.write(
                "repos/web/repo.yaml",
                """
                agent: plus
                locations:
                  web: {code_source: {module_name: web}}
                  api: {code_source: {module_name: api}, env: {GREETING: hi}}
                """);
        stored("GREETING api full", "OLD web full");
        assertThat(command.run("env", "check", "web", "prod").err())
                .contains("Dagster+ keeps `OLD` for `web`, which nobody declares");
        assertThat(command.run("env", "apply", "web", "prod", "--location", "web", "--prune", "--yes")
                        .out())
                .contains("  remove  OLD  web\n");
    }

    @Test
    void aRunThatFailsHalfWaySaysWhatIsDone() {
        plus.refuseFrom(2);
        Command.Said said = withToken().run("env", "apply", "web", "prod", "--yes");
        assertThat(said.code()).isEqualTo(1);
        assertThat(said.out())
                .contains("2 done, 2 not done, 0 left alone\n")
                .contains("  done  GREETING for api\n")
                .contains("  not done  TOKEN for web\n");
        assertThat(said.out() + said.err()).doesNotContain(VALUE);

        plus.refuseFrom(Integer.MAX_VALUE);
        assertThat(withToken().run("env", "apply", "web", "prod", "--yes").code())
                .isZero();
        assertThat(command.run("env", "check", "web", "prod").code()).isZero();
    }

    @Test
    void whatDagsterGaveNoAnswerToIsPerhapsDone() {
        plus.busyFrom(2);
        assertThat(withToken().run("env", "apply", "web", "prod", "--yes").out())
                .contains("2 done, 1 perhaps done, 1 not done, 0 left alone\n")
                .contains("  done  GREETING for api\n")
                .contains("  perhaps done  TOKEN for api\n")
                .contains("  not done  TOKEN for web\n");
    }

    @Test
    void jsonIsSentOnOneLine() {
        command.write("repos/web/repo.yaml", REPO.replace("github#token", "github#token, format: json"));
        String key = "{\n  \"private_key\": \"a\\nb c\",\n  \"type\": \"x\"\n}";
        assertThat(command.with(Map.of("TOKEN", key))
                        .run("env", "apply", "web", "prod", "--yes")
                        .code())
                .isZero();
        assertThat(plus.bodies())
                .anyMatch(body -> body.contains("{\\\"private_key\\\":\\\"a\\\\nb c\\\",\\\"type\\\":\\\"x\\\"}"));

        for (String quoted : List.of(
                "'" + VALUE + "'",
                "\"{\\\"a\\\": \\\"" + VALUE + "\\\"}\"",
                "\"{\\n  \\\"private_key\\\": \\\"" + VALUE + "\\n\\\"\\n}\"")) {
            assertThat(command.with(Map.of("TOKEN", quoted))
                            .run("env", "apply", "web", "prod", "--yes", "--rotate")
                            .err())
                    .contains("env/value")
                    .contains("without quotes around it")
                    .doesNotContain(VALUE);
        }
    }

    @Test
    void whatDagsterCannotKeepIsNotSent() {
        Command.Said said = command.with(Map.of("TOKEN", "x".repeat(4097))).run("env", "apply", "web", "prod", "--yes");
        assertThat(said.err()).contains("the value for `TOKEN` has 4097 bytes").doesNotContain("xxx");
        assertThatNothingWasSet();
    }

    @Test
    void everyStepIsInTheJson() {
        assertThat(withToken()
                        .run("env", "apply", "web", "prod", "--yes", "--format", "json")
                        .out())
                .contains("{\"name\": \"TOKEN\", \"locations\": [\"web\"], \"action\": \"create\", \"done\": true}")
                .contains("\"summary\": {\"errors\": 0, \"warnings\": 0, \"done\": 4, \"undone\": 0}")
                .doesNotContain(VALUE);
        stored();
        assertThat(command.run("env", "check", "web", "prod", "--format", "json")
                        .out())
                .contains("\"code\": \"env/missing\"")
                .contains(
                        "\"summary\": {\"errors\": 2, \"warnings\": 0, \"there\": 0, \"missing\": 2, \"wrong-scope\": 0, \"unseen\": 0}");
    }

    @Test
    void commandsOfDgAreForEachLocation() {
        assertThat(command.run("env", "apply", "web", "prod", "--print-commands")
                        .out())
                .contains("(cd web && dg plus create env --yes --deployment prod --scope full -- GREETING"
                        + " 'it'\\''s a \"fine\" day')\n")
                .contains(
                        "(cd api && dg plus create env --yes --deployment prod --scope full --from-local-env TOKEN)\n");
        assertThat(plus.bodies()).isEmpty();
    }

    @Test
    void withoutATokenNothingIsAsked() {
        Command.Said said = new Command(
                        folder, Map.of("DAGSTER_CLOUD_URL", "http://127.0.0.1:9", "HOME", folder.toString()))
                .run("env", "check", "web", "prod");
        assertThat(said.code()).isEqualTo(1);
        assertThat(said.err()).contains("plus/no-token");
    }

    @Test
    void applySendsNothingThatTheDeploymentHasNoRoomFor() {
        String others = IntStream.rangeClosed(1, 997)
                .mapToObj(i -> "OTHER" + i + " other full\n")
                .collect(Collectors.joining());
        stored(others + "TOKEN web,api full", "LAST * full");

        Command.Said refused = withToken().run("env", "apply", "web", "prod", "--yes");
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err())
                .contains(
                        "error[dagster/variable-limit]: Dagster+ keeps 999 variables in the deployment `prod`, and with"
                                + " 2 more they would be over its limit of 1000");
        assertThat(command.read(PlusStandIn.FILE)).doesNotContain("GREETING");

        stored(others + "TOKEN web,api full");
        assertThat(command.run("env", "apply", "web", "prod", "--yes").code()).isZero();
    }

    @Test
    void checkTellsWhatDagsterHidesOfTheAgents() {
        command.write(
                "repos/web/repo.yaml",
                """
                agent: eks
                locations:
                  web: {code_source: {module_name: web}}
                  api: {code_source: {module_name: api}}
                env:
                  GREETING: hi
                  COLOR: blue
                  TOKEN: {secret: github#token}
                """);
        stored("TOKEN * full", "GREETING api full", "COLOR * local");
        Command.Said said = command.run("env", "check", "web", "prod");
        assertThat(said.err())
                .contains("warning[env/hidden]: Dagster+ keeps a `GREETING` too, and `api` gets that one instead")
                .doesNotContain("COLOR");
        assertThat(said.code()).isZero();
    }

    private Command withToken() {
        return command.with(Map.of("TOKEN", VALUE));
    }

    private void stored(String... lines) {
        command.write(PlusStandIn.FILE, String.join("\n", lines) + "\n");
    }

    /** What is said to values that come from the standard input. */
    private Command.Said applied(Keyboard values, String... options) {
        List<String> words = new ArrayList<>(List.of("env", "apply", "web", "prod", "--stdin", "json"));
        words.addAll(List.of(options));
        return command.run(values, words.toArray(String[]::new));
    }

    private void assertThatNothingWasSet() {
        assertThat(plus.bodies()).noneMatch(body -> body.contains("mutation"));
    }

    private static Keyboard piped(String text) {
        return new Keyboard(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), false);
    }

    private static Keyboard person(String text) {
        return new Keyboard(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), true);
    }
}
