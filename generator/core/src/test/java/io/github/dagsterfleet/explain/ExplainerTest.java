package io.github.dagsterfleet.explain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExplainerTest {
    private final Workspaces workspace = new Workspaces();

    @Test
    void everythingIsYamlWithThePlaceOfEachValue() {
        workspace.with("repos/hello/overlays/prod.yaml", "locations:\n  web: {env: {LOG_LEVEL: WARNING}}\n");
        assertThat(ExplanationText.print(workspace.in("prod").everything()))
                .isEqualTo(
                        """
                        # hello in prod, layers from low to high:
                        #   base     environments/base.yaml
                        #   agent    environments/base.yaml
                        #   repo     repos/hello/repo.yaml
                        #   overlay  repos/hello/overlays/prod.yaml

                        team: greeters            # repos/hello/repo.yaml:1
                        agent: eks                # repos/hello/repo.yaml:2
                        locations:
                          web:
                            code_source:
                              module_name: web    # repos/hello/repo.yaml:4
                            agent_queue: default  # environments/base.yaml:9
                            env:
                              LOG_LEVEL:
                                value: WARNING    # repos/hello/overlays/prod.yaml:2
                          batch:
                            code_source:
                              module_name: batch  # repos/hello/repo.yaml:5
                            agent_queue: default  # environments/base.yaml:9
                            env:
                              LOG_LEVEL:
                                value: INFO       # environments/base.yaml:11
                        """);
    }

    @Test
    void whatIsEmptyHasItsPlaceToo() {
        workspace.withMore("repos/hello/repo.yaml", "vars: {none: {}, nobody: []}\n");
        assertThat(workspace.text("dev", "vars"))
                .startsWith(
                        """
                        vars:
                          none: {}    # repos/hello/repo.yaml:6
                          nobody: []  # repos/hello/repo.yaml:6
                        """);
    }

    @Test
    void everythingAsJsonIsTheMergedModel() {
        workspace.with("repos/hello/repo.yaml", "agent: eks\nlocations:\n  web: {code_source: {module_name: web}}\n");
        assertThat(ExplanationJson.print(workspace.in("dev").everything()))
                .isEqualTo(
                        """
                        {
                          "format": 1,
                          "repo": "hello",
                          "environment": "dev",
                          "value": {
                            "agent": "eks",
                            "locations": {
                              "web": {
                                "code_source": {
                                  "module_name": "web"
                                },
                                "agent_queue": "default",
                                "env": {
                                  "LOG_LEVEL": {
                                    "value": "INFO"
                                  }
                                }
                              }
                            }
                          },
                          "trace": [],
                          "layers": [
                            {
                              "layer": "base",
                              "file": "environments/base.yaml"
                            },
                            {
                              "layer": "agent",
                              "file": "environments/base.yaml"
                            },
                            {
                              "layer": "repo",
                              "file": "repos/hello/repo.yaml"
                            }
                          ]
                        }
                        """);
    }

    @Test
    void aKeyIsToldWithItsWinnerAndEveryLoser() {
        workspace
                .withMore("environments/dev.yaml", "defaults: {location: {agent_queue: quick}}\n")
                .withMore("repos/hello/repo.yaml", "location: {agent_queue: large}\n");
        assertThat(workspace.text("dev", "locations.web.agent_queue"))
                .isEqualTo(
                        """
                        locations.web.agent_queue: large

                          wins  repo         repos/hello/repo.yaml:6:25   overridden  large
                                agent        environments/base.yaml:9:31  overridden  default
                                environment  environments/dev.yaml:3:36   set         quick
                        """);
    }

    @Test
    void aKeyAsJsonHasItsTraceWinnerFirst() {
        workspace.withMore("repos/hello/repo.yaml", "location: {agent_queue: large}\n");
        assertThat(workspace.json("dev", "locations.web.agent_queue"))
                .startsWith(
                        """
                        {
                          "format": 1,
                          "repo": "hello",
                          "environment": "dev",
                          "key": "locations.web.agent_queue",
                          "value": "large",
                          "trace": [
                            {
                              "layer": "repo",
                              "file": "repos/hello/repo.yaml",
                              "line": 6,
                              "column": 25,
                              "verb": "overridden",
                              "value": "large"
                            },
                            {
                              "layer": "agent",
                              "file": "environments/base.yaml",
                              "line": 9,
                              "column": 31,
                              "verb": "set",
                              "value": "default"
                            }
                          ],
                          "layers": [
                        """);
    }

    @Test
    void whatEveryLocationHasAlikeIsOneAnswer() {
        assertThat(workspace.text("dev", "env.LOG_LEVEL.value"))
                .isEqualTo(
                        """
                        env.LOG_LEVEL.value: INFO

                          wins  base  environments/base.yaml:11:20  set  INFO
                        """);
    }

    @Test
    void locationsThatDifferAnswerForThemselves() {
        workspace.with("repos/hello/overlays/dev.yaml", "locations: {batch: {env: {SIZE: 8}}}\n");
        assertThat(workspace.text("dev", "env.SIZE"))
                .isEqualTo(
                        """
                        locations.web.env.SIZE is not set

                        locations.batch.env.SIZE:
                          value: "8"  # repos/hello/overlays/dev.yaml:1

                          wins  overlay  repos/hello/overlays/dev.yaml:1:33  set  {value: "8"}
                        """);
    }

    @Test
    void locationsThatDifferAnswerForThemselvesInJson() {
        workspace.with("repos/hello/overlays/dev.yaml", "locations: {batch: {env: {SIZE: 8}}}\n");
        assertThat(workspace.json("dev", "env.SIZE.value"))
                .contains(
                        """
                          "key": "env.SIZE.value",
                          "answers": [
                            {
                              "location": "web",
                              "trace": []
                            },
                            {
                              "location": "batch",
                              "value": "8",
                              "trace": [
                                {
                                  "layer": "overlay",
                        """);
    }

    @Test
    void projectsAnswerForPyproject() {
        workspace.withMore("repos/hello/repo.yaml", "pyproject: {project: {name: hello, dependencies: [Pandas>=2]}}\n");
        assertThat(workspace.text("dev", "pyproject.project.dependencies[pandas]"))
                .isEqualTo(
                        """
                        pyproject.project.dependencies[pandas]: Pandas>=2

                          wins  repo  repos/hello/repo.yaml:6:51  set  Pandas>=2
                        """);
    }

    @Test
    void aProjectIsAskedForByItsPathInQuotes() {
        workspace.withMore("repos/hello/repo.yaml", "pyproject: {project: {name: hello}}\n");
        assertThat(workspace.text("dev", "projects.\".\".pyproject.project.name"))
                .startsWith("projects.\".\".pyproject.project.name: hello\n");
    }

    @Test
    void layersThatSayNothingOfTheTargetAreLeftOut() {
        workspace
                .withMore("environments/dev.yaml", "defaults: {locations: {other: {agent_queue: x}}}\n")
                .with("repos/other/repo.yaml", "agent: eks\nlocations: {other: {code_source: {module_name: o}}}\n");
        assertThat(workspace.in("dev").everything().layers())
                .extracting(source -> source.layer().value())
                .containsExactly("base", "agent", "repo");
    }

    @Test
    void profilesOfOneLocationAreLayersToo() {
        workspace
                .with("environments/profiles/gpu.yaml", "defaults: {location: {agent_queue: gpu}}\n")
                .with("repos/hello/overlays/dev.yaml", "locations: {web: {profiles: [gpu]}}\n");
        assertThat(workspace.in("dev").everything().layers())
                .extracting(source -> source.layer() + " " + source.file())
                .containsExactly(
                        "base environments/base.yaml",
                        "agent environments/base.yaml",
                        "profile:gpu environments/profiles/gpu.yaml",
                        "repo repos/hello/repo.yaml",
                        "overlay repos/hello/overlays/dev.yaml");
    }
}
