"""vectors/env_precedence.tsv: what a container gets when a container context says more than one thing.

The agent is the one called `agent` here: its process has AGENTS_OWN. The platform and the container context are the
data; what the containers of server and run get is what the real agents make of them, and Kubernetes of two items with
one name (the later one) and of a name that `env` and a whole Secret both give (`env`).
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from conformance import launches
from conformance.launches.container import Container
from conformance.verdict import Verdict, unlike, verdict

HEAD = ("platform", "context", *launches.SIDES)
AGENTS_OWN = {"OWN": "the agent's"}


def rows(table: Path) -> Iterator[tuple[str, Any, Any, Any]]:
    for line in table.read_text("utf-8").splitlines()[1:]:
        platform, *cells = line.split("\t")
        yield (platform, *map(json.loads, cells))


def write(table: Path) -> None:
    lines = [
        "\t".join([platform, *(json.dumps(cell) for cell in (context, *_answers(platform, context)))])
        for platform, context, *_ in rows(table)
    ]
    table.write_text("\n".join(["\t".join(HEAD), *lines, ""]), "utf-8")


def judge(table: Path) -> Iterator[Verdict]:
    for platform, context, *due in rows(table):
        yield verdict("precedence: as the agents have it", f"{table.name} {context}", _row, platform, context, due)


def _row(platform: str, context: dict[str, Any], due: list[Any]) -> str | None:
    return unlike(_answers(platform, context), due)


def _answers(platform: str, context: dict[str, Any]) -> list[Any]:
    try:
        started = launches.containers(platform, {platform: context}, AGENTS_OWN)
    except Exception as refusal:
        return [f"refused: {type(refusal).__name__}"] * len(launches.SIDES)
    return [_answer(started[side]) for side in launches.SIDES]


def _answer(container: Container) -> dict[str, Any]:
    """Variables by name, the last word on each; Secrets taken whole under `*`, since only their keys' names are theirs."""
    names = {name: given.value if given.place is None else {"from": given.place} for name, given in container.variables}
    return {**names, **({"*": container.whole} if container.whole else {})}
