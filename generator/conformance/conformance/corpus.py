"""Real public files: the verdicts recorded for them still hold, and our published schemas share them.

A corpus is a folder with `dagster_cloud_yaml/` and `pyproject/`, each with its files and an
`expected.tsv`. It belongs to nobody here, so it is given on the command line and not kept.
"""

from __future__ import annotations

import csv
import json
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from dagster._core.workspace.load_target import get_target_from_toml_data

from conformance import reading, schemas
from conformance.judges import cloud, project
from conformance.verdict import Verdict, unlike, verdict


def judge(corpus: Path, workspace: Path) -> Iterator[Verdict]:
    published = schemas.published(workspace)
    for row in _rows(corpus / "dagster_cloud_yaml/expected.tsv"):
        text = (corpus / "dagster_cloud_yaml" / row["file"]).read_text("utf-8")
        at = f"dagster_cloud_yaml/{row['file']}"
        models, deploy = cloud.model_errors(text), _deploy_errors(text)
        yield verdict("corpus: the CLI's models", at, unlike, _said(models), (row["cli_models"], row["cli_error"]))
        yield verdict(
            "corpus: the deploy schema", at, unlike, _said(deploy), (row["deploy_schema"], row["deploy_error"])
        )
        for schema in published:
            if schemas.WHOLE_FILE.search(schema.kind) or (schemas.LOCATION.search(schema.kind) and deploy is not None):
                real = deploy if schemas.LOCATION.search(schema.kind) else models
                yield verdict(
                    f"corpus: schema {schema.kind} = the packages",
                    at,
                    _same_mind,
                    schemas.of_cloud(schema, text),
                    real,
                    deploy,
                )
    for row in _rows(corpus / "pyproject/expected.tsv"):
        yield from _pyproject(corpus / "pyproject" / row["file"], row, published)


def _rows(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def _deploy_errors(text: str) -> list[str] | None:
    """L3 for every location; None where there is no list of locations to look at."""
    document = reading.yaml_1_1(text)
    locations = document.get("locations") if isinstance(document, dict) else None
    if not isinstance(locations, list):
        return None
    return [
        f"locations.{index}: {message}"
        for index, location in enumerate(locations)
        for message in cloud.deploy_errors(location)
    ]


def _said(errors: list[str] | None) -> tuple[str, str]:
    if errors is None:
        return "n/a", ""
    return ("reject" if errors else "accept"), "; ".join(errors)


def _same_mind(ours: list[str], real: list[str] | None, deploy: list[str] | None) -> str | None:
    """A schema of the whole file may say what only the deploy schema refuses: that is refused in the end as well."""
    refused = bool(real)
    if bool(ours) == refused or (ours and deploy):
        return None
    return f"the schema {'refuses' if ours else 'accepts'}, the package {'refuses' if refused else 'accepts'}: {(ours or real or [''])[0]}"


def _pyproject(file: Path, row: dict[str, str], published: list[schemas.PublishedSchema]) -> Iterator[Verdict]:
    at = f"pyproject/{file.name}"
    text = file.read_text("utf-8")
    document = tomllib.loads(text)
    tools = document.get("tool") or {}
    dg = _dg_verdict(text) if "dg" in tools else ("absent", "")
    yield verdict("corpus: [tool.dg]", at, unlike, dg, (row["tool_dg"], row["tool_dg_error"]))
    yield verdict(
        "corpus: [tool.dagster]",
        at,
        unlike,
        _dagster_verdict(document),
        (row["tool_dagster"], row["tool_dagster_ignored_keys"]),
    )
    for schema in published:
        if schemas.PYPROJECT.search(schema.kind) or (schemas.DG.search(schema.kind) and "dg" in tools):
            yield verdict(
                f"corpus: schema {schema.kind} = the packages",
                at,
                _same_mind,
                schemas.of_pyproject(schema, json.loads(json.dumps(document, default=str))),
                [dg[1]] if dg[0] == "reject" else [],
                None,
            )


def _dg_verdict(text: str) -> tuple[str, str]:
    try:
        message = project.dg_errors(text)
    except Exception as refusal:  # dg answers the commonest mistakes with a traceback
        message = str(refusal)
    return ("reject", message) if message else ("accept", "")


def _dagster_verdict(document: dict[str, Any]) -> tuple[str, str]:
    """What `dagster dev` makes of [tool.dagster], and the keys there that it never looked at."""
    if "dagster" not in (document.get("tool") or {}):
        return "absent", ""
    watched = _Watched(document["tool"]["dagster"])
    try:
        get_target_from_toml_data({"tool": {**document["tool"], "dagster": watched}})
    except Exception as refusal:
        return "reject", str(refusal)
    return "accept", ", ".join(sorted(watched.keys() - watched.asked))


class _Watched(dict[str, Any]):
    """A table that remembers which of its keys were asked for."""

    def __init__(self, table: dict[str, Any]) -> None:
        super().__init__(table)
        self.asked: set[str] = set()

    def get(self, key: str, default: Any = None) -> Any:
        self.asked.add(key)
        return super().get(key, default)

    def __getitem__(self, key: str) -> Any:
        self.asked.add(key)
        return super().__getitem__(key)

    def __contains__(self, key: object) -> bool:
        self.asked.add(str(key))
        return super().__contains__(key)
