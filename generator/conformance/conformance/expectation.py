"""expected.json: what the files of our own fleet must say, in a form too short to be copied from them.

The other judges compare files with each other and with Dagster's rules, so a key that no rule
needs and no second file repeats (a namespace, a label, a node selector, a memory limit) could
vanish from every file unseen. Here its place is written down once, per platform and repository,
and the complete documents are made from it: what the product derives is derived a second time.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from conformance import pins
from conformance.workspace import Repo, Target

Facts = Mapping[str, Any]
BY_ENVIRONMENT = "by environment"


@dataclass(frozen=True)
class Expectations:
    """The whole file; repositories that it doesn't name have no expectation."""

    file: Path

    @cached_property
    def _document(self) -> Facts:
        return json.loads(self.file.read_text("utf-8"))

    def knows(self, repo: Repo) -> bool:
        return repo.name in self._document["repos"]

    def of(self, repo: Repo) -> RepoExpectation:
        return RepoExpectation(self._document, self._document["repos"][repo.name], repo)


@dataclass(frozen=True)
class RepoExpectation:
    """What one repository's files must say."""

    shared: Facts
    own: Facts
    repo: Repo

    @property
    def environments(self) -> list[str]:
        return self.own.get("environments", list(self.repo.organisation.environments))

    @property
    def files(self) -> set[str]:
        """Paths below generated/, without those that carry no facts of the repository (manifests)."""
        each = {
            "dagster_cloud.yaml",
            "env_set.json",
            *(f"{'' if path == '.' else path + '/'}pyproject.toml" for path in self.own["projects"]),
        }
        return {f"{environment}/{name}" for environment in self.environments for name in each} | {
            f"all/{name}" for name in self.own.get("files", self.shared["files"])
        }

    def locations(self, target: Target) -> list[dict[str, Any]]:
        """The location documents of dagster_cloud.yaml, without the channels that carry variables."""
        return [
            self._location(name, facts, target)
            for name, facts in self.own["locations"].items()
            if target.environment in facts.get("environments", self.environments)
        ]

    def _location(self, name: str, facts: Facts, target: Target) -> dict[str, Any]:
        document: dict[str, Any] = {"location_name": name}
        said = {**self.shared["platforms"].get(self.own["platform"], {}), **self.own.get("every location", {}), **facts}
        for path, value in said.items():
            if path in ("environments", "variables"):
                continue
            settled = self._settle(value, target)
            if settled is None:
                continue
            if path in ("server", "run"):
                _place_resources(document, self.own["platform"], path, settled)
            else:
                _place(document, path, settled)
        return document

    def variables(self, target: Target) -> dict[str, dict[str, dict[str, Any]]]:
        """Location to name to what env_set.json must say of the variable."""
        return {
            location["location_name"]: self._variables(self.own["locations"][location["location_name"]], target)
            for location in self.locations(target)
        }

    def _variables(self, location: Facts, target: Target) -> dict[str, dict[str, Any]]:
        said = {**self.shared["every variable"], **self.own.get("variables", {}), **location.get("variables", {})}
        return {name: self._variable(value, target) for name, value in said.items()}

    def _variable(self, value: Any, target: Target) -> dict[str, Any]:
        if isinstance(value, dict) and "secret" in value:
            return value
        return {"value": self._settle(value, target)}

    def project(self, path: str, target: Target) -> dict[str, Any]:
        """The whole pyproject.toml of the project at `path`."""
        said = {**self.shared["every project"], **self.own["projects"][path]}
        requires = [*self.shared["every project"]["requires"], *self.own["projects"][path].get("requires", [])]
        dagster = target.organisation.dagster
        return {
            "project": {
                "name": self.repo.name,
                "version": said["version"],
                "requires-python": said["requires-python"],
                "dependencies": [pins.pinned(name, dagster) for name in requires],
            },
            "dependency-groups": {
                group: [pins.pinned(name, dagster) for name in names] for group, names in said["groups"].items()
            },
            "build-system": said["build-system"],
            "tool": {"dg": {"directory_type": "project", "project": said["dg"]}},
        }

    def _settle(self, value: Any, target: Target) -> Any:
        """The value in this environment, its placeholders filled; None where this environment has none."""
        if isinstance(value, dict):
            if value.keys() == {BY_ENVIRONMENT}:
                choices = value[BY_ENVIRONMENT]
                return self._settle(choices.get(target.environment, choices.get("*")), target)
            settled = {key: self._settle(item, target) for key, item in value.items()}
            return {key: item for key, item in settled.items() if item is not None}
        if isinstance(value, list):
            return [self._settle(item, target) for item in value]
        if isinstance(value, str):
            for placeholder, meaning in (
                ("{environment}", target.environment),
                ("{repo}", self.repo.name),
                ("{team}", self.own["team"]),
            ):
                value = value.replace(placeholder, meaning)
        return value


def _place(document: dict[str, Any], path: str, value: Any) -> None:
    """Puts `value` at the dotted `path`, joining mappings that are there already."""
    *above, last = path.split(".")
    for key in above:
        document = document.setdefault(key, {})
    if isinstance(value, dict) and isinstance(document.get(last), dict):
        document[last].update(value)
    else:
        document[last] = value


def _place_resources(document: dict[str, Any], platform: str, side: str, size: Mapping[str, Any]) -> None:
    """Sizes as each platform takes them: Kubernetes requests and limits, ECS its own units as strings."""
    if platform == "ecs":
        _place(document, f"container_context.ecs.{side}_resources", {key: str(value) for key, value in size.items()})
        return
    limits = {"memory": size["memory"]} | ({"nvidia.com/gpu": str(size["gpu"])} if "gpu" in size else {})
    _place(
        document,
        f"container_context.k8s.{side}_k8s_config.container_config.resources",
        {"requests": {"cpu": str(size["cpu"]), "memory": size["memory"]}, "limits": limits},
    )


def without_channels(location: Mapping[str, Any]) -> dict[str, Any]:
    """A location document without what carries variables, which have a judge of their own."""
    return _without_channels(location, ())


def _without_channels(value: Any, path: tuple[str, ...]) -> Any:
    if not isinstance(value, Mapping):
        return value
    kept = {key: _without_channels(item, (*path, key)) for key, item in value.items() if not _is_channel((*path, key))}
    return {key: item for key, item in kept.items() if item != {} or value[key] == {}}


def _is_channel(path: tuple[str, ...]) -> bool:
    if path[0] != "container_context":
        return False
    return (len(path) == 3 and path[2] in ("env_vars", "env_secrets", "secrets")) or path[-2:] == (
        "container_config",
        "env",
    )


def differences(found: Any, due: Any, path: str = "") -> Iterator[str]:
    """Every place where two documents differ, by its dotted path."""
    if isinstance(found, Mapping) and isinstance(due, Mapping):
        for key in [*due, *(key for key in found if key not in due)]:
            at = f"{path}.{key}".lstrip(".")
            if key not in found:
                yield f"{at} is missing, due {due[key]!r}"
            elif key not in due:
                yield f"{at} is not expected: {found[key]!r}"
            else:
                yield from differences(found[key], due[key], at)
    elif type(found) is not type(due) or found != due:
        yield f"{path}: found {found!r}, due {due!r}"
