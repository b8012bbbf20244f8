package io.github.dagsterfleet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainTest {
    @TempDir
    Path folder;

    @Test
    void aKeyIsToldWithItsTrace() {
        Command.Said said = SmallWorkspace.in(folder).run("explain", "hello", "dev", "env.LOG_LEVEL.value");
        assertThat(said.out())
                .isEqualTo(
                        """
                        env.LOG_LEVEL.value: INFO

                          wins  base  environments/base.yaml:8:20  set  INFO
                        """);
        assertThat(said.err()).isEmpty();
        assertThat(said.code()).isZero();
    }

    @Test
    void withoutAKeyTheWholeTargetIsTold() {
        Command.Said said = SmallWorkspace.in(folder).run("explain", "hello", "dev");
        assertThat(said.out())
                .isEqualTo(
                        """
                        # hello in dev, layers from low to high:
                        #   base  environments/base.yaml
                        #   repo  repos/hello/repo.yaml

                        team: greeters            # repos/hello/repo.yaml:1
                        agent: plus               # repos/hello/repo.yaml:2
                        locations:
                          hello:
                            code_source:
                              module_name: hello  # repos/hello/repo.yaml:4
                            env:
                              LOG_LEVEL:
                                value: INFO       # environments/base.yaml:8
                        """);
        assertThat(said.code()).isZero();
    }

    @Test
    void aRemovedKeyIsKnown() {
        Command.Said said = SmallWorkspace.in(folder)
                .write("repos/hello/overlays/dev.yaml", "env: {LOG_LEVEL: {$remove: true}}\n")
                .run("explain", "hello", "dev", "env.LOG_LEVEL");
        assertThat(said.out()).startsWith("env.LOG_LEVEL is removed\n");
        assertThat(said.code()).isZero();
    }

    @Test
    void anUnknownKeyIsWrongUsage() {
        Command.Said said = SmallWorkspace.in(folder).run("explain", "hello", "dev", "tema");
        assertThat(said.out()).isEmpty();
        assertThat(said.err())
                .isEqualTo(
                        """
                        error[usage/unknown-key]: `hello` in `dev` has no key `tema`
                        help: ask for `team`

                        1 error
                        """);
        assertThat(said.code()).isEqualTo(2);
    }

    @Test
    void anUnknownKeyIsAFindingInJson() {
        Command.Said said = SmallWorkspace.in(folder).run("explain", "hello", "dev", "tema", "--format=json");
        assertThat(said.out())
                .isEqualTo(
                        """
                        {
                          "format": 1,
                          "findings": [
                            {"code": "usage/unknown-key", "severity": "error", \
                        "message": "`hello` in `dev` has no key `tema`", "file": null, "line": null, "column": null, \
                        "notes": [], "help": ["ask for `team`"]}
                          ],
                          "changes": [],
                          "summary": {"errors": 1, "warnings": 0}
                        }
                        """);
        assertThat(said.err()).isEmpty();
        assertThat(said.code()).isEqualTo(2);
    }

    @Test
    void namesThatDoNotExistAreWrongUsage() {
        Command.Said said = SmallWorkspace.in(folder).run("explain", "helo", "dve");
        assertThat(said.err())
                .isEqualTo(
                        """
                        error[usage/unknown-repo]: there is no repo `helo`
                        help: write `hello`

                        error[usage/unknown-environment]: there is no environment `dve`
                        help: write `dev`

                        2 errors
                        """);
        assertThat(said.code()).isEqualTo(2);
    }

    @Test
    void aPathIsNoRepo() {
        Command.Said said = SmallWorkspace.in(folder).run("explain", "../hello", "dev");
        assertThat(said.err()).startsWith("error[usage/unknown-repo]");
        assertThat(said.code()).isEqualTo(2);
    }

    @Test
    void anAbsentRepoIsWrongUsage() {
        Command.Said said = SmallWorkspace.in(folder)
                .write(
                        "repos/hello/repo.yaml",
                        """
                        agent: plus
                        environments: [prod]
                        locations: {hello: {code_source: {module_name: hello}}}
                        """)
                .run("explain", "hello", "dev");
        assertThat(said.err())
                .isEqualTo(
                        """
                        error[usage/absent-target]: repo `hello` is absent from environment `dev`
                        help: ask for `prod`

                        1 error
                        """);
        assertThat(said.code()).isEqualTo(2);
    }

    @Test
    void aRefusedTargetTellsWhy() {
        Command command = SmallWorkspace.in(folder)
                .write("repos/hello/overlays/dev.yaml", "locations: {helo: {working_directory: src}}\n");
        Command.Said said = command.run("explain", "hello", "dev");
        assertThat(said.out()).isEmpty();
        assertThat(said.err()).startsWith("error[fleet/unknown-location]");
        assertThat(said.code()).isEqualTo(1);
    }

    @Test
    void aBrokenOverlayTellsWhy() {
        Command.Said said = SmallWorkspace.in(folder)
                .write("repos/hello/overlays/dev.yaml", "tema: x\n")
                .run("explain", "hello", "dev");
        assertThat(said.err()).startsWith("error[schema/unknown-key]");
        assertThat(said.code()).isEqualTo(1);
    }

    @Test
    void aRefusedTargetTellsAllThatIsWrongWithItAndNothingElse() {
        Command.Said said = SmallWorkspace.in(folder)
                .write(
                        "environments/dev.yaml",
                        """
                        deployment: dev
                        kind: full
                        setings: {}
                        defaults: {env: {LOG_LEVEL: {$lock: DEBUG, $reason: costs nothing}}}
                        """)
                .write("repos/hello/overlays/dev.yaml", "env: {LOG_LEVEL: TRACE}\n")
                .write("repos/hello/overlays/prod.yaml", "tema: x\n")
                .write("environments/prod.yaml", "deployment: prod\nkind: ful\n")
                .run("explain", "hello", "dev");
        assertThat(said.err())
                .contains("error[schema/unknown-key]: unknown key `setings`", "error[layer/lock-broken]")
                .endsWith("\n2 errors in 2 files\n");
        assertThat(said.code()).isEqualTo(1);
    }

    @Test
    void whatIsRefusedElsewhereDoesNotMatter() {
        Command command = SmallWorkspace.in(folder)
                .write("repos/hello/overlays/prod.yaml", "tema: x\n")
                .write("repos/other/repo.yaml", "nonsense\n")
                .write("environments/profiles/gpu.yaml", "nonsense: true\n");
        Command.Said said = command.run("explain", "hello", "dev", "team");
        assertThat(said.out()).startsWith("team: greeters\n");
        assertThat(said.err()).isEmpty();
        assertThat(said.code()).isZero();
    }

    @Test
    void aBrokenBaseTellsWhy() {
        Command.Said said = SmallWorkspace.in(folder)
                .write("environments/base.yaml", "format: 1\n")
                .run("explain", "hello", "dev");
        assertThat(said.err()).contains("error[schema/missing-key]");
        assertThat(said.code()).isEqualTo(1);
    }
}
