"""The workspace as it lies on disk: facts of the organisation, and what was rendered for each repository.

Facts are read with PyYAML's BaseLoader (every scalar the characters as written), which shares
no code and no notion of types with the product, so that the two can't be wrong in the same way.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

import yaml

from conformance import reading

CLOUD = "dagster_cloud.yaml"
ENV_SET = "env_set.json"
PYPROJECT = "pyproject.toml"
ENV_EXAMPLE = "all/.env.example"
WORKFLOWS = "all/.github/workflows/"
PIPELINE = "all/.gitlab-ci.yml"


@lru_cache
def facts(path: Path) -> dict[str, Any]:
    """A source file as nested mappings, lists and strings; an absent or empty one says nothing."""
    return (yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader) or {}) if path.is_file() else {}


@dataclass(frozen=True)
class Organisation:
    """What environments/base.yaml and environments/<env>.yaml say."""

    root: Path

    @cached_property
    def base(self) -> dict[str, Any]:
        return facts(self.root / "environments/base.yaml")

    @cached_property
    def environments(self) -> tuple[str, ...]:
        return tuple(self.base["environments"])

    @cached_property
    def _by_environment(self) -> dict[str, dict[str, Any]]:
        return {name: facts(self.root / f"environments/{name}.yaml") for name in self.environments}

    @property
    def name(self) -> str:
        return self.base["organization"]

    @property
    def dagster(self) -> str:
        return self.base["dagster"]

    @property
    def secrets(self) -> Mapping[str, Any]:
        return self.base.get("secrets") or {}

    @property
    def agents(self) -> Mapping[str, Any]:
        return self.base.get("agents") or {}

    def promoted(self, environment: str) -> bool:
        """Whether it renders from releases."""
        return environment in self.base.get("promoted", ())

    def deployment(self, environment: str) -> str:
        return self._by_environment[environment].get("deployment", environment)

    def branch_deployments(self, environment: str) -> bool:
        return self._by_environment[environment].get("branch_deployments") == "true"

    def provided(self) -> set[str]:
        """Names that some agent says its own process has, so that a bare KEY may take them."""
        return {name for agent in self.agents.values() for name in agent.get("provides") or []}


@dataclass(frozen=True)
class Repo:
    """Everything rendered for one team repository: texts by path below repos/<name>/generated/."""

    organisation: Organisation
    name: str
    files: Mapping[str, str]

    @cached_property
    def source(self) -> dict[str, Any]:
        return facts(self.organisation.root / f"repos/{self.name}/repo.yaml")

    def git(self, key: str) -> str | None:
        """A fact about the repository itself: the team's own word, else the organisation's."""
        everyones = (self.organisation.base.get("defaults") or {}).get("git") or {}
        return (self.source.get("git") or {}).get(key, everyones.get(key))

    @property
    def branch(self) -> str:
        """The one that is deployed."""
        return self.git("branch") or "main"

    @property
    def targets(self) -> list[Target]:
        there = {path.split("/")[0] for path in self.files}
        return [Target(self, name) for name in self.organisation.environments if name in there]

    @property
    def first(self) -> Target:
        """The first environment: its copy of a build-time file is the one delivered."""
        return self.targets[0]

    @property
    def workflows(self) -> list[str]:
        """GitHub's."""
        return [path for path in self.files if path.startswith(WORKFLOWS)]

    def path(self, name: str) -> str:
        return f"repos/{self.name}/generated/{name}"

    def with_file(self, path: str, text: str) -> Repo:
        return replace(self, files={**self.files, path: text})


@dataclass(frozen=True)
class Target:
    """One repository in one environment."""

    repo: Repo
    environment: str

    @property
    def organisation(self) -> Organisation:
        return self.repo.organisation

    @property
    def deployment(self) -> str:
        return self.organisation.deployment(self.environment)

    def text(self, name: str) -> str:
        return self.repo.files[f"{self.environment}/{name}"]

    def has(self, name: str) -> bool:
        return f"{self.environment}/{name}" in self.repo.files

    def path(self, name: str) -> str:
        return self.repo.path(f"{self.environment}/{name}")

    @property
    def locations(self) -> list[dict[str, Any]]:
        return reading.yaml_1_1(self.text(CLOUD))["locations"]

    @property
    def env_set(self) -> dict[str, Any]:
        return reading.json_strict(self.text(ENV_SET))

    @property
    def project_files(self) -> list[str]:
        """Every pyproject.toml of this target, by path below the environment's folder."""
        below = f"{self.environment}/"
        return [
            path.removeprefix(below) for path in self.repo.files if path.startswith(below) and path.endswith(PYPROJECT)
        ]

    @property
    def platform(self) -> str:
        """The kind of agent that runs this repository here: the highest layer that names one wins."""
        root = self.organisation.root
        layers = (
            facts(root / f"repos/{self.repo.name}/overlays/{self.environment}.yaml"),
            self.repo.source,
            facts(root / f"environments/{self.environment}.yaml").get("defaults") or {},
            self.organisation.base.get("defaults") or {},
        )
        agent = next(layer["agent"] for layer in layers if "agent" in layer)
        return self.organisation.agents[agent]["platform"]

    @property
    def hybrid(self) -> bool:
        return self.platform != "serverless"


def repos(organisation: Organisation) -> Iterator[Repo]:
    """Every repository of the workspace that has a repo.yaml, rendered or not."""
    for source in sorted(organisation.root.glob("repos/*/repo.yaml")):
        below = source.parent / "generated"
        files = {path.relative_to(below).as_posix(): _text(path) for path in sorted(below.rglob("*")) if path.is_file()}
        yield Repo(organisation, source.parent.name, files)


def shared_files(organisation: Organisation) -> dict[str, str]:
    """What was rendered for an environment or the whole fleet: texts by path below environments/generated/."""
    below = organisation.root / "environments/generated"
    return {path.relative_to(below).as_posix(): _text(path) for path in sorted(below.rglob("*")) if path.is_file()}


def _text(path: Path) -> str:
    """The characters with their line ends; bytes that are no UTF-8 stay visible to the judge of plain text."""
    return path.read_bytes().decode("utf-8", "surrogateescape")
