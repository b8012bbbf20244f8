"""What a location's container_context really gives to its code: variables, with where each comes from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

BOTH = ("server", "run")


@dataclass(frozen=True)
class Given:
    """One variable: a plain value, or the place of a secret; and the sides (server, run) that see it."""

    value: str | None = None
    place: str | None = None
    sides: tuple[str, ...] = BOTH


class GivenTwice(ValueError):
    """Two channels give one name: which one wins is the agent's affair, so we never write it."""


def channels(location: Mapping[str, Any], secrets: Mapping[str, Any]) -> dict[str, Given]:
    """Name to what is given, over every channel of every platform in this location."""
    given: dict[str, Given] = {}
    for platform, context in (location.get("container_context") or {}).items():
        for name, one in _of_platform(platform, context, secrets):
            given[name] = _joined(name, given.get(name), one)
    return given


def _joined(name: str, before: Given | None, one: Given) -> Given:
    if before is None:
        return one
    if (before.value, before.place) != (one.value, one.place) or set(before.sides) & set(one.sides):
        raise GivenTwice(f"{name} is given twice: {before} and {one}")
    return Given(one.value, one.place, tuple(side for side in BOTH if side in before.sides + one.sides))


def _of_platform(platform: str, context: Mapping[str, Any], secrets: Mapping[str, Any]) -> Iterator[tuple[str, Given]]:
    for item in context.get("env_vars") or []:
        name, equals, value = item.partition("=")
        yield name, Given(value=value) if equals else Given(place=f"agent {name}")
    if platform == "k8s":
        yield from _kubernetes(context, secrets)
    if platform == "ecs":
        for item in context.get("secrets") or []:
            yield item["name"], Given(place=f"aws {item['valueFrom']}")


def _kubernetes(context: Mapping[str, Any], secrets: Mapping[str, Any]) -> Iterator[tuple[str, Given]]:
    for secret in context.get("env_secrets") or []:
        for key in secrets[secret]["keys"]:
            yield key, Given(place=f"kubernetes {secret}#{key}")
    for side in BOTH:
        container = (context.get(f"{side}_k8s_config") or {}).get("container_config") or {}
        for item in container.get("env") or []:
            yield item["name"], _of_container(item, side)


def _of_container(item: Mapping[str, Any], side: str) -> Given:
    if "value" in item:
        return Given(value=item["value"], sides=(side,))
    source = item.get("value_from") or item["valueFrom"]
    reference = source.get("secret_key_ref") or source["secretKeyRef"]
    return Given(place=f"kubernetes {reference['name']}#{reference['key']}", sides=(side,))
