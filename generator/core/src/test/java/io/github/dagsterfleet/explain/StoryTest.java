package io.github.dagsterfleet.explain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What a trace tells, also of what happened to a value above. */
class StoryTest {
    private final Workspaces workspace = new Workspaces();

    @Test
    void aRemovedKeyHasNoValueAndSaysWhoRemovedIt() {
        workspace.with("repos/hello/overlays/dev.yaml", "env: {LOG_LEVEL: {$remove: true}}\n");
        assertThat(workspace.text("dev", "env.LOG_LEVEL"))
                .isEqualTo(
                        """
                        env.LOG_LEVEL is removed

                          wins  overlay  repos/hello/overlays/dev.yaml:1:19  removed
                                base     environments/base.yaml:11:20        set      {value: INFO}
                        """);
    }

    @Test
    void aKeyBelowARemovedOneIsRemovedToo() {
        workspace.with("repos/hello/overlays/dev.yaml", "env: {LOG_LEVEL: {$remove: true}}\n");
        assertThat(workspace.text("dev", "env.LOG_LEVEL.value"))
                .isEqualTo(
                        """
                        env.LOG_LEVEL.value is removed

                          wins  overlay  repos/hello/overlays/dev.yaml:1:19  removed
                                base     environments/base.yaml:11:20        set      INFO
                        """);
        assertThat(workspace.text("dev", "env.LOG_LEVEL.secret")).startsWith("error[usage/unknown-key]");
    }

    @Test
    void aRemovedKeyHasNoValueInJson() {
        workspace.with("repos/hello/overlays/dev.yaml", "env: {LOG_LEVEL: {$remove: true}}\n");
        assertThat(workspace.json("dev", "env.LOG_LEVEL"))
                .contains(
                        """
                          "key": "env.LOG_LEVEL",
                          "trace": [
                            {
                              "layer": "overlay",
                              "file": "repos/hello/overlays/dev.yaml",
                              "line": 1,
                              "column": 19,
                              "verb": "removed"
                            },
                        """);
    }

    @Test
    void aRemovedSelectorIsKnown() {
        workspace
                .withMore("repos/hello/repo.yaml", "environments: [prod]\n")
                .with("repos/hello/overlays/dev.yaml", "environments: {$remove: true}\n");
        assertThat(workspace.text("dev", "environments")).startsWith("environments is removed\n");
    }

    @Test
    void aDisplacedKeySaysWhatTookItsPlace() {
        workspace.with("repos/hello/overlays/dev.yaml", "locations: {web: {code_source: {python_file: web.py}}}\n");
        assertThat(workspace.text("dev", "locations.web.code_source.module_name"))
                .isEqualTo(
                        """
                        locations.web.code_source.module_name is displaced

                          wins  overlay  repos/hello/overlays/dev.yaml:1:33  displaced
                                repo     repos/hello/repo.yaml:4:36          set        web
                        """);
    }

    @Test
    void aReferenceIsToldAsWrittenAndAsItCameOut() {
        workspace.withMore("repos/hello/repo.yaml", "env: {BUCKET: \"acme-${environment.name}\"}\n");
        assertThat(workspace.text("dev", "env.BUCKET.value"))
                .isEqualTo(
                        """
                        env.BUCKET.value: acme-dev

                          wins  repo        repos/hello/repo.yaml:6:15  set       acme-${environment.name}
                                references  repos/hello/repo.yaml:6:15  referred  acme-dev
                        """);
    }

    @Test
    void aLockIsAStepOfItsOwn() {
        workspace.withMore(
                "environments/dev.yaml",
                "defaults: {vars: {region: {$lock: eu-central-1, $reason: data stays here}}}\n");
        assertThat(workspace.text("dev", "vars.region"))
                .isEqualTo(
                        """
                        vars.region: eu-central-1

                          wins  environment  environments/dev.yaml:3:35  set     eu-central-1
                                environment  environments/dev.yaml:3:28  locked  because: data stays here
                        """);
    }

    @Test
    void aLockAboveHoldsBelow() {
        workspace.withMore(
                "environments/dev.yaml",
                "defaults: {env: {REGION: {$lock: {value: eu, description: where}, $reason: data stays here}}}\n");
        assertThat(workspace.text("dev", "env.REGION.value"))
                .isEqualTo(
                        """
                        env.REGION.value: eu

                          wins  environment  environments/dev.yaml:3:42  set     eu
                                environment  environments/dev.yaml:3:27  locked  because: data stays here
                        """);
    }

    @Test
    void aLockAboveComesBeforeWhatHigherLayersRestate() {
        workspace
                .withMore("environments/dev.yaml", "defaults: {env: {REGION: {$lock: eu, $reason: data stays here}}}\n")
                .withMore("repos/hello/repo.yaml", "env: {REGION: eu}\n");
        assertThat(workspace.text("dev", "env.REGION.value"))
                .isEqualTo(
                        """
                        env.REGION.value: eu

                          wins  repo         repos/hello/repo.yaml:6:15  restated  eu
                                environment  environments/dev.yaml:3:27  locked    because: data stays here
                                environment  environments/dev.yaml:3:34  set       eu
                        """);
    }

    @Test
    void aLockAboveComesBeforeReferencesArePutIn() {
        workspace.withMore(
                "environments/dev.yaml", "defaults: {env: {WHO: {$lock: \"${repo.name}\", $reason: fixed}}}\n");
        assertThat(workspace.text("dev", "env.WHO.value"))
                .contains(
                        """
                          wins  environment  environments/dev.yaml:3:31  set       ${repo.name}
                                references   environments/dev.yaml:3:31  referred  hello
                                environment  environments/dev.yaml:3:24  locked    because: fixed
                        """);
    }

    @Test
    void aLockOfAListHoldsItsItems() {
        workspace.withMore("repos/hello/repo.yaml", "owners: {$lock: [ann@acme.com], $reason: on call}\n");
        assertThat(workspace.text("dev", "owners[ann@acme.com]"))
                .contains("set     ann@acme.com\n", "repos/hello/repo.yaml:6:10  locked  because: on call\n");
    }

    @Test
    void aLockIsAStepInJsonToo() {
        workspace.withMore(
                "environments/dev.yaml", "defaults: {env: {REGION: {$lock: eu, $reason: data stays here}}}\n");
        assertThat(workspace.json("dev", "env.REGION.value"))
                .contains(
                        """
                            {
                              "layer": "environment",
                              "file": "environments/dev.yaml",
                              "line": 3,
                              "column": 27,
                              "verb": "locked",
                              "reason": "data stays here"
                            }
                        """);
    }

    @Test
    void whatIsGoneWithAKeyAboveKeepsItsOwnSteps() {
        workspace
                .withMore("environments/dev.yaml", "defaults: {env: {LOG_LEVEL: DEBUG}}\n")
                .with("repos/hello/overlays/dev.yaml", "env: {LOG_LEVEL: {$remove: true}}\n");
        assertThat(workspace.text("dev", "env.LOG_LEVEL.value"))
                .isEqualTo(
                        """
                        env.LOG_LEVEL.value is removed

                          wins  overlay      repos/hello/overlays/dev.yaml:1:19  removed
                                environment  environments/dev.yaml:3:29          overridden  DEBUG
                                base         environments/base.yaml:11:20        set         INFO
                        """);
    }

    @Test
    void whatIsAddedAgainRemembersWhatWasRemovedAboveIt() {
        workspace
                .withMore("environments/dev.yaml", "defaults: {env: {LOG_LEVEL: {$remove: true}}}\n")
                .withMore("repos/hello/repo.yaml", "env: {LOG_LEVEL: DEBUG}\n");
        assertThat(workspace.text("dev", "env.LOG_LEVEL.value"))
                .isEqualTo(
                        """
                        env.LOG_LEVEL.value: DEBUG

                          wins  repo         repos/hello/repo.yaml:6:18    set      DEBUG
                                environment  environments/dev.yaml:3:30    removed
                                base         environments/base.yaml:11:20  set      INFO
                        """);
    }

    @Test
    void whatIsNotAddedAgainStaysRemoved() {
        workspace
                .withMore("environments/base.yaml", "  vars: {size: {cpu: 1, disk: 2}}\n")
                .withMore("environments/dev.yaml", "defaults: {vars: {size: {$remove: true}}}\n")
                .withMore("repos/hello/repo.yaml", "vars: {size: {cpu: 4}}\n");
        assertThat(workspace.text("dev", "vars.size.disk"))
                .isEqualTo(
                        """
                        vars.size.disk is removed

                          wins  environment  environments/dev.yaml:3:26    removed
                                base         environments/base.yaml:12:31  set      2
                        """);
    }

    @Test
    void anItemThatIsAddedAgainRemembersThatItWasRemoved() {
        String volumes = "location: {container_context: {k8s: {volumes: %s}}}\n";
        workspace
                .withMore("environments/base.yaml", "  " + volumes.formatted("[{name: tmp, emptyDir: {}}]"))
                .withMore("repos/hello/repo.yaml", volumes.formatted("{$remove: [tmp]}"))
                .with(
                        "repos/hello/overlays/dev.yaml",
                        volumes.formatted("{$append: [{name: tmp, emptyDir: {medium: Memory}}]}"));
        assertThat(workspace.text("dev", "location.container_context.k8s.volumes[name=tmp].emptyDir"))
                .isEqualTo(
                        """
                        location.container_context.k8s.volumes[name=tmp].emptyDir:
                          medium: Memory  # repos/hello/overlays/dev.yaml:1

                          wins  overlay  repos/hello/overlays/dev.yaml:1:80  set      {medium: Memory}
                                repo     repos/hello/repo.yaml:6:58          removed
                                base     environments/base.yaml:12:72        set      {}
                        """);
    }

    @Test
    void aListThatIsAddedAgainRemembersTheItemsItHad() {
        workspace
                .withMore("environments/dev.yaml", "defaults: {owners: [ann@acme.com]}\n")
                .withMore("repos/hello/repo.yaml", "owners: {$remove: true}\n")
                .with("repos/hello/overlays/dev.yaml", "owners: [bob@acme.com]\n");
        assertThat(workspace.text("dev", "owners[ann@acme.com]")).startsWith("owners[ann@acme.com] is removed\n");
    }

    @Test
    void ofAMappingTheHighestLayerWithAPartInItWins() {
        workspace.with("repos/hello/overlays/dev.yaml", "env: {LOG_LEVEL: {description: how much is logged}}\n");
        assertThat(workspace.text("dev", "env.LOG_LEVEL"))
                .isEqualTo(
                        """
                        env.LOG_LEVEL:
                          value: INFO                      # environments/base.yaml:11
                          description: how much is logged  # repos/hello/overlays/dev.yaml:1

                          wins  overlay  repos/hello/overlays/dev.yaml:1:18  merged  {description: how much is logged}
                                base     environments/base.yaml:11:20        set     {value: INFO}
                        """);
        assertThat(workspace.text("prod", "env.LOG_LEVEL")).contains("wins  base  environments/base.yaml:11:20");
    }

    @Test
    void whatIsResetIsNotWonByTheLayersThatItForgets() {
        workspace
                .withMore("environments/dev.yaml", "defaults: {env: {LOG_LEVEL: {description: how much}}}\n")
                .with("repos/hello/overlays/dev.yaml", "env: {LOG_LEVEL: {$reset: base}}\n");
        assertThat(workspace.text("dev", "env.LOG_LEVEL")).contains("wins  base  ");
    }
}
