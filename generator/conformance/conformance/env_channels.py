"""What the code of a location really gets from its agent: variables, with where each comes from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from conformance import launches
from conformance.launches.container import Container, Given


class GivenTwice(ValueError):
    """Two channels give one name: which one wins is the agent's affair, so we never write it."""


@dataclass(frozen=True)
class Received:
    """One variable, and the sides (server, run) whose container gets it."""

    given: Given
    sides: tuple[str, ...]


def received(
    platform: str, location: Mapping[str, Any], secrets: Mapping[str, Any], provided: Iterable[str]
) -> dict[str, Received]:
    """Name to what the containers get that this platform's agent starts."""
    by_side = {
        side: _once(_variables(container, secrets))
        for side, container in launches.containers(
            platform, location.get("container_context") or {}, {name: _taken(name) for name in provided}
        ).items()
    }
    everywhere: dict[str, Received] = {}
    for side, variables in by_side.items():
        for name, given in variables.items():
            before = everywhere.get(name)
            if before and before.given != given:
                raise GivenTwice(f"{name} is {before.given} on the server and {given} in a run")
            everywhere[name] = Received(given, (*before.sides, side) if before else (side,))
    return everywhere


def from_agent(name: str) -> Given:
    """What a bare KEY gives: the agent's own value, which is this one in every test."""
    return Given(value=_taken(name))


def _taken(name: str) -> str:
    return f"{name} of the agent's process"


def _variables(container: Container, secrets: Mapping[str, Any]) -> Iterator[tuple[str, Given]]:
    for secret in container.whole:
        for key in secrets[secret]["keys"]:
            yield key, Given(place=f"kubernetes {secret}#{key}")
    yield from container.variables


def _once(variables: Iterable[tuple[str, Given]]) -> dict[str, Given]:
    names: dict[str, Given] = {}
    for name, given in variables:
        if name in names:
            raise GivenTwice(f"{name} is given twice: {names[name]} and {given}")
        names[name] = given
    return names
