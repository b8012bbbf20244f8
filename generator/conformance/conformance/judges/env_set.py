"""env_set.json, the contract of a target's variables: its shape, the organisation's facts, and what the agents will give.

For hybrid agents the same variables stand in dagster_cloud.yaml, so each file is the judge of the other.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from conformance import env_channels
from conformance.env_channels import Received
from conformance.launches.container import Given
from conformance.verdict import Verdict, unlike, verdict
from conformance.workspace import CLOUD, ENV_SET, Target

DUE = {"name": str, "locations": list, "sides": list, "scopes": list, "required": bool, "via": str}
ALLOWED = {**DUE, "value": str, "secret": str, "description": str, "format": str}


def judge(target: Target) -> Iterator[Verdict]:
    file = target.path(ENV_SET)
    yield verdict("env set: head", file, _head, target)
    for variable in target.env_set["variables"]:
        at = f"{file} {variable.get('name')}"
        yield verdict("env set: shape of a variable", at, _shape, variable, target)
        yield verdict("env set: the organisation's facts", at, _catalogue, variable, target)
    yield verdict("env set: order", file, _order, target.env_set["variables"])
    for location in target.locations:
        at = f"{target.path(CLOUD)} {location.get('location_name')}"
        yield verdict("env set = what the containers get", at, _agreement, location, target)


def _head(target: Target) -> str | None:
    head = {key: value for key, value in target.env_set.items() if key != "variables"}
    return unlike(
        head,
        {
            "format": 1,
            "organization": target.organisation.name,
            "repo": target.repo.name,
            "environment": target.environment,
            "deployment": target.deployment,
            "platform": target.platform,
        },
    )


def _shape(variable: Mapping[str, Any], target: Target) -> Iterator[str]:
    yield from (f"no {key}" for key in DUE if key not in variable)
    for key, value in variable.items():
        if key not in ALLOWED:
            yield f"unknown key {key}"
        elif type(value) is not ALLOWED[key]:
            yield f"{key}: {value!r} is no {ALLOWED[key].__name__}"
        elif value in ("", []) and key != "value":
            yield f"{key} is empty"
    if ("value" in variable) == ("secret" in variable):
        yield "both or neither of value and secret"
    names = [location["location_name"] for location in target.locations]
    locations = variable.get("locations", [])
    if locations != sorted(set(locations)) or not set(locations) <= set(names):
        yield f"locations {locations} are not some of {names}, sorted"
    if target.platform != "k8s" and variable.get("sides") != ["server", "run"]:
        yield "only Kubernetes can keep a variable from one side"


def _catalogue(variable: Mapping[str, Any], target: Target) -> Iterator[str | None]:
    due = ["full", "branch"] if target.organisation.branch_deployments(target.environment) else ["full"]
    yield unlike(variable["scopes"], due)
    if "secret" not in variable:
        yield unlike(variable["via"], _via_of_value(target))
        return
    name, _, key = variable["secret"].partition("#")
    entry = target.organisation.secrets.get(name) or {}
    if key not in (entry.get("keys") or []):
        yield f"base.yaml has no secret {variable['secret']}"
    yield unlike(variable.get("format"), entry.get("format"))
    yield from _via_of_secret(variable, entry, name, target)


def _via_of_value(target: Target) -> str:
    return f"container_context.{target.platform}.env_vars" if target.hybrid else "dagster-plus"


def _via_of_secret(
    variable: Mapping[str, Any], entry: Mapping[str, Any], name: str, target: Target
) -> Iterator[str | None]:
    """Where the agent takes the secret from, spelt so that a person can look there."""
    if target.platform == "ecs":
        yield unlike(variable["via"], (entry.get("arn") or {}).get(target.environment))
    elif target.platform == "k8s":
        contexts = [
            location["container_context"]["k8s"]
            for location in target.locations
            if location["location_name"] in variable["locations"]
        ]
        for namespace in sorted({context.get("namespace") or "" for context in contexts}):
            yield unlike(variable["via"], f"Secret {namespace}/{name}")
    elif target.platform == "serverless":
        yield unlike(variable["via"], "dagster-plus")


def _order(variables: list[Mapping[str, Any]]) -> str | None:
    keys = [(variable["name"], variable["locations"]) for variable in variables]
    return unlike(keys, sorted(keys))


def _agreement(location: Mapping[str, Any], target: Target) -> Iterator[str | None]:
    """Variable by variable: what env_set.json promises this location against what the agent gives its containers."""
    name = location["location_name"]
    mine = [variable for variable in target.env_set["variables"] if name in variable["locations"]]
    for twin, times in Counter(variable["name"] for variable in mine).items():
        if times > 1:
            yield f"{twin} is promised {times} times"
    if not target.hybrid:
        return
    promised = {variable["name"]: _promise(variable, target) for variable in mine}
    received = env_channels.received(
        target.platform, location, target.organisation.secrets, target.organisation.provided()
    )
    for variable in sorted(promised.keys() | received.keys()):
        if promised.get(variable) != received.get(variable):
            yield f"{variable}: promised {promised.get(variable)}, received {received.get(variable)}"


def _promise(variable: Mapping[str, Any], target: Target) -> Received:
    return Received(_given(variable, target), tuple(variable["sides"]))


def _given(variable: Mapping[str, Any], target: Target) -> Given:
    if "secret" not in variable:
        return Given(value=variable["value"])
    name, _, key = variable["secret"].partition("#")
    if target.platform == "ecs":
        return Given(place=f"aws {target.organisation.secrets[name]['arn'][target.environment]}:{key}::")
    if target.platform == "docker":
        return env_channels.from_agent(variable["name"])
    return Given(place=f"kubernetes {variable['secret']}")
