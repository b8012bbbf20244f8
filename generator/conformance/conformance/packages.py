"""What the real packages say of any file, as one word: which of them is the first to refuse it."""

from __future__ import annotations

import copy
import json
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from dagster_cloud_cli.config.models import DagsterCloudYaml
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name

from conformance import reading
from conformance.judges import agents, cloud, project
from conformance.workspace import CLOUD

#: In the order in which a file meets them.
LAYERS = ("syntax", "cli", "deploy", "agent", "dg", "standard")
NOBODY = "nobody"
#: Bytes that any file name may have besides what `ci init` puts round them.
SHORT = 200
#: A short form and its long form that merge badly because one has a list where a scalar is due, and a variable without a
#: name: not what a parser refuses, but what it happens to stumble over.
ACCIDENTS = {"Invariant failed.", "Tried to load environment variable , but it was not set"}


def first_refusal(name: str, text: str) -> str:
    """Of a pyproject.toml dg and Python's standards speak each for themselves, so both may be named."""
    return _cloud(text) if name == CLOUD else _pyproject(text)


def _cloud(text: str) -> str:
    try:
        document = reading.yaml_1_1(text)
    except Exception:
        return "syntax"
    try:  # what load_dagster_cloud_yaml does, without reading the text again
        DagsterCloudYaml.model_validate(copy.deepcopy(document))
    except Exception:  # it crashes on some mistakes
        return "cli"
    if any(_unwritable(location["location_name"]) for location in document["locations"]):
        return "cli"
    if any(_refused(location) for location in document["locations"]):
        return "deploy"
    return "agent" if any(_unlaunched(location) for location in document["locations"]) else NOBODY


def _unwritable(name: str) -> bool:
    """`ci init` keeps what it knows of a location in a file of its name; see `location-name` in surprises.tsv."""
    if "/" not in name and len(name.encode("utf-8", "surrogatepass")) < SHORT:
        return False
    with tempfile.TemporaryDirectory() as folder:
        try:
            Path(folder, f"location-{name}.json").touch()
        except OSError:
            return True
    return False


def _refused(location: dict[str, Any]) -> bool:
    try:
        return bool(cloud.deploy_errors(location))
    except (TypeError, ValueError):  # JSON cannot carry it
        return True


def _unlaunched(location: dict[str, Any]) -> bool:
    """Each platform's agent reads its own part, as JSON brought it, where every variable is set that is asked for."""
    context = json.loads(json.dumps(location.get("container_context") or {}))
    for name in _asked(context):
        os.environ.setdefault(name, "1")
    return any(_refuses(platform, context[platform]) for platform in context.keys() & agents.PARSERS.keys())


def _refuses(platform: str, settings: dict[str, Any]) -> bool:
    try:
        agents.PARSERS[platform].create_from_config({platform: settings})
    except Exception as refusal:
        return str(refusal) not in ACCIDENTS
    return False


def _asked(node: Any) -> Iterator[str]:
    """The names in `{env: NAME}` and in items `NAME` of `env_vars`, as far as a process can have them."""
    if isinstance(node, dict):
        if isinstance(node.get("env"), str):
            yield from _variable(node["env"])
        items = node.get("env_vars")
        for item in items if isinstance(items, list) else ():
            yield from _variable(item)
        for value in node.values():
            yield from _asked(value)
    elif isinstance(node, list):
        for item in node:
            yield from _asked(item)


def _variable(name: Any) -> Iterator[str]:
    if isinstance(name, str) and name and not {"=", "\0"} & set(name):
        yield name


def _pyproject(text: str) -> str:
    try:
        document = reading.toml(text)
    except Exception:
        return "syntax"
    refusers = [name for name, refuses in (("dg", _dg), ("standard", _standard)) if refuses(text, document)]
    return " and ".join(refusers) or NOBODY


def _dg(text: str, document: dict[str, Any]) -> bool:
    tool = document.get("tool")
    if not isinstance(tool, dict) or "dg" not in tool:
        return False
    try:
        return bool(project.dg_errors(text))
    except Exception:  # dg answers the commonest mistakes with a traceback
        return True


def _standard(_text: str, document: dict[str, Any]) -> bool:
    try:
        standard = {key: value for key, value in document.items() if key != "tool"}
        project.standard_errors(_normalised(_without_licence(standard)))
        _unlooked(document)
    except Exception:
        return True
    return False


def _without_licence(document: dict[str, Any]) -> dict[str, Any]:
    """Hundreds of identifiers that change with every list of SPDX are not the product's to know."""
    standard = document.get("project")
    if not isinstance(standard, dict) or not isinstance(standard.get("license"), str):
        return document
    return {**document, "project": {key: value for key, value in standard.items() if key != "license"}}


def _normalised(document: dict[str, Any]) -> dict[str, Any]:
    """PEP 735 compares names of groups by their normal form, validate-pyproject as they are written."""
    groups = document.get("dependency-groups")
    if not isinstance(groups, dict):
        return document
    return {**document, "dependency-groups": {canonicalize_name(name): _named(items) for name, items in groups.items()}}


def _named(items: Any) -> Any:
    if not isinstance(items, list):
        return items
    return [
        {"include-group": canonicalize_name(item["include-group"])}
        if isinstance(item, dict) and item.keys() == {"include-group"} and isinstance(item["include-group"], str)
        else item
        for item in items
    ]


def _unlooked(document: dict[str, Any]) -> None:
    """Where validate-pyproject looks away, packaging and the words of PEP 621 and 735 decide."""
    standard = document.get("project", {})
    SpecifierSet(standard.get("requires-python", ""))
    for group in standard.get("entry-points", {}).values():
        group.values()
    for requirement in document.get("build-system", {}).get("requires", []):
        Requirement(requirement)
    groups = _normalised(document).get("dependency-groups", {})
    for name, group in groups.items():
        _circle(groups, name, ())
        for item in group:
            if isinstance(item, str):
                Requirement(item)
            elif item.keys() != {"include-group"}:
                raise ValueError(f"no dependency and no group: {item}")


def _circle(groups: dict[str, Any], name: str, above: tuple[str, ...]) -> None:
    if name in above:
        raise ValueError(f"dependency groups include each other: {above}")
    for item in groups.get(name, []):
        if isinstance(item, dict) and "include-group" in item:
            _circle(groups, item["include-group"], (*above, name))
