"""pyproject.toml: packaging standards, dg's own validator, the family's pins, and one voice with dagster_cloud.yaml."""

from __future__ import annotations

import copy
import tempfile
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from dagster._core.workspace.load_target import ModuleTarget, get_target_from_toml_data
from dagster_dg_core.config import validate_dg_file_config
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.version import Version
from validate_pyproject import api

from conformance import pins, reading
from conformance.verdict import Verdict, unlike, verdict
from conformance.workspace import Target

#: Without these two the image can't be built or can't be served: `ci build` looks for both.
ALWAYS = {"dagster", "dagster-cloud"}
#: All that any Dagster tool reads below [tool.dagster]; whatever else stands there is silently ignored.
TOOL_DAGSTER = {"module_name", "modules", "code_location_name"}


def judge(target: Target) -> Iterator[Verdict]:
    for name in target.project_files:
        file, text = target.path(name), target.text(name)
        yield verdict("validate-pyproject", file, standard_errors, reading.toml(text))
        yield verdict("dg: [tool.dg]", file, dg_errors, text)
        yield verdict(
            "requirements and lock-step pins", file, _requirements, reading.toml(text), target.organisation.dagster
        )
        yield verdict("pyproject = dagster_cloud", file, _agreement, reading.toml(text), target)


@lru_cache(1)
def _validator() -> api.Validator:
    return api.Validator()


def standard_errors(document: dict[str, Any]) -> None:
    """PEP 517, 518, 621, 639, 735; refuses by exception."""
    _validator()(copy.deepcopy(document))


def dg_errors(text: str) -> str | None:
    """dg reads files only, and by their name."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "pyproject.toml"
        file.write_text(text, "utf-8")
        result = validate_dg_file_config(file)
        return result.message if result.has_errors else None


def requirements(document: Mapping[str, Any]) -> Iterator[str]:
    """Every requirement of every table that holds some."""
    project = document.get("project") or {}
    yield from project.get("dependencies") or []
    for group in (project.get("optional-dependencies") or {}).values():
        yield from group
    for group in (document.get("dependency-groups") or {}).values():
        yield from (item for item in group if isinstance(item, str))
    yield from (document.get("build-system") or {}).get("requires") or []


def _requirements(document: Mapping[str, Any], dagster: str) -> Iterator[str | None]:
    for requirement in requirements(document):
        yield from pins.complaints(requirement, dagster)
    project = document.get("project") or {}
    named = {Requirement(item).name for item in project.get("dependencies") or []}
    if ALWAYS - named:
        yield f"no {', '.join(sorted(ALWAYS - named))} among the dependencies"
    if "version" in project:
        Version(project["version"])
    if not str(SpecifierSet(project["requires-python"])):
        yield "requires-python is empty"
    if not (document.get("build-system") or {}).get("build-backend"):
        yield "no build-system.build-backend: pip would guess"
    unread = set((document.get("tool") or {}).get("dagster") or {}) - TOOL_DAGSTER
    if unread:
        yield f"nothing reads [tool.dagster] {sorted(unread)}"


def _agreement(document: dict[str, Any], target: Target) -> Iterator[str | None]:
    """The location that `dagster dev` and dg make of this file is one that dagster_cloud.yaml deploys, from the same module."""
    local = get_target_from_toml_data(document)
    if not isinstance(local, ModuleTarget):
        return
    deployed = {
        location["location_name"]: (location["code_source"] or {}).get("module_name") for location in target.locations
    }
    if local.location_name is None:
        yield "no code_location_name: dg would name the location after its folder"
    elif local.location_name not in deployed:
        yield f"{local.location_name} is none of {sorted(deployed)}"
    else:
        yield unlike(deployed[local.location_name], local.module_name)
