"""vectors/server_names.tsv: what agents call the server of a location, but for the random end.

The product looks for locations whose servers have one name; its tests read a copy of this table. The
platform, location and deployment are the data, the name is made by the real agents.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from dagster_cloud.workspace.docker.utils import unique_docker_resource_name
from dagster_cloud.workspace.ecs.utils import unique_ecs_resource_name
from dagster_cloud.workspace.kubernetes.utils import unique_k8s_resource_name

from conformance.verdict import Verdict, unlike, verdict

HEAD = ("platform", "location", "deployment", "name")
#: A hyphen and six random characters, or the six alone when nothing is left of the name.
RANDOM = 6
AGENTS: dict[str, Callable[[str, str], str]] = {
    "k8s": unique_k8s_resource_name,
    "ecs": unique_ecs_resource_name,
    "docker": unique_docker_resource_name,
}


def name(platform: str, location: str, deployment: str) -> str:
    return AGENTS[platform](deployment, location)[:-RANDOM].removesuffix("-")


def rows(table: Path) -> list[list[str]]:
    return [line.split("\t") for line in table.read_text("utf-8").splitlines()[1:]]


def write(table: Path) -> None:
    lines = ["\t".join([*row[:3], name(*row[:3])]) for row in rows(table)]
    table.write_text("\n".join(["\t".join(HEAD), *lines]) + "\n", "utf-8")


def judge(table: Path) -> Iterator[Verdict]:
    for row in rows(table):
        yield verdict("server names: as the agents make them", f"{table.name} {' '.join(row[:3])}", _row, row)


def _row(row: list[str]) -> str | None:
    return unlike(row[3], name(*row[:3]))
