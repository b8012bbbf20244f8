"""dagster_cloud.yaml before Dagster+: the CLI's models, and the schema that the server applies to each location."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import pydantic
import yaml
from dagster_cloud.workspace.config_schema import validate_workspace_location
from dagster_cloud_cli.config.models import load_dagster_cloud_yaml

from conformance.verdict import Verdict, verdict
from conformance.workspace import CLOUD, Target

#: A location's name becomes a file name, a part of an image tag and of Kubernetes names.
LOCATION_NAME = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.-]{0,62}")


def judge(target: Target) -> Iterator[Verdict]:
    file = target.path(CLOUD)
    text = target.text(CLOUD)
    yield verdict("L2: the CLI's models", file, model_errors, text)
    yield verdict("fully expanded: no defaults, no Jinja", file, _unexpanded, text)
    for location in target.locations:
        at = f"{file} {location.get('location_name')}"
        yield verdict("L3: the deploy schema, as written", at, deploy_errors, location)
        yield verdict("location: name, image and build", at, _location, location, target)


def model_errors(text: str) -> list[str]:
    """L2 in the words of `ci check`."""
    try:
        load_dagster_cloud_yaml(text)
    except pydantic.ValidationError as refusal:
        return [
            f"{error['type']} at '{'.'.join(map(str, error['loc']))}': {error['msg']}" for error in refusal.errors()
        ]
    except (yaml.YAMLError, AttributeError, TypeError, ValueError) as refusal:  # it crashes on some mistakes
        return [f"{type(refusal).__name__}: {refusal}"]
    return []


def _unexpanded(text: str) -> Iterator[str]:
    """`ci template` would fill these in, but no command that deploys does."""
    yield from (f"contains {sign!r}" for sign in ("{{", "{%", "\ndefaults:") if sign in text)


def deploy_errors(location: dict[str, Any]) -> list[str]:
    """L3 on one location as written: `build` is all that the CLI takes away before it sends the rest, as JSON."""
    return document_errors({key: value for key, value in location.items() if key != "build"})


def document_errors(document: dict[str, Any]) -> list[str]:
    """L3 on a document as the server gets it; the page-long lists of what was expected instead are cut off."""
    messages = validate_workspace_location(json.loads(json.dumps(document, allow_nan=False))) or []
    return [re.sub(r"Expected: .*", "Expected: ...", message, flags=re.DOTALL) for message in messages]


def _location(location: dict[str, Any], target: Target) -> Iterator[str]:
    """What no schema says and `ci set-build-output` needs: hybrid locations know where their image comes from."""
    if not LOCATION_NAME.fullmatch(location["location_name"]):
        yield "the name can't be a file name and part of an image tag"
    build = location.get("build") or {}
    if target.hybrid and not (build.get("registry") or location.get("image")):
        yield "hybrid, but neither build.registry nor image"
    if not target.hybrid and (build.get("registry") or location.get("image") or location.get("agent_queue")):
        yield "serverless, but with registry, image or agent_queue"
    queue = location.get("agent_queue")
    served = {
        name
        for agent in target.organisation.agents.values()
        if agent.get("platform") == target.platform
        for name in agent.get("queues") or []
    }
    if queue is not None and queue not in served:
        yield f"no {target.platform} agent serves the queue {queue}: {sorted(served)}"


def names_across(targets: list[Target]) -> Iterator[Verdict]:
    """Dagster+ upserts locations by name, so a name used by two repositories silently replaces the other's location."""
    users: dict[tuple[str, str], list[str]] = {}
    for target in targets:
        for location in target.locations:
            users.setdefault((target.deployment, location["location_name"]), []).append(target.path(CLOUD))
    for (deployment, name), files in sorted(users.items()):
        yield verdict("location names unique in a deployment", f"{files[0]} {name}", _used_once, deployment, files)


def _used_once(deployment: str, files: list[str]) -> str | None:
    return None if len(files) == 1 else f"used {len(files)} times in {deployment}: {files}"
