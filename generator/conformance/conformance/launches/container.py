"""A container's environment in one form for every platform."""

from __future__ import annotations

from collections.abc import Set
from typing import NamedTuple


class Given(NamedTuple):
    """One variable: its plain value, or the place that its secret comes from."""

    value: str | None = None
    place: str | None = None


class Container(NamedTuple):
    """What a container is given: variables one by one in their order, and Secrets of which it takes every key."""

    variables: list[tuple[str, Given]]
    whole: list[str]

    def without(self, names: Set[str]) -> Container:
        return self._replace(variables=[one for one in self.variables if one[0] not in names])
