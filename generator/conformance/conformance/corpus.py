"""Real public files: the verdicts recorded for them still hold, and our published schemas share them.

A corpus is a folder with `dagster_cloud_yaml/` and `pyproject/`, each with its files and an
`expected.tsv`. It belongs to nobody here, so it is given on the command line and not kept.
"""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from dagster._core.workspace.load_target import get_target_from_toml_data

from conformance import reading, schemas
from conformance.judges import cloud, project
from conformance.verdict import Verdict, unlike, verdict


def judge(corpus: Path, workspace: Path) -> Iterator[Verdict]:
    """Every file of the corpus, under the packages and under the schemas that the workspace publishes."""
    published = {schema.kind: schema for schema in schemas.published(workspace)}
    for row in _rows(corpus / "dagster_cloud_yaml/expected.tsv"):
        text = (corpus / "dagster_cloud_yaml" / row["file"]).read_text("utf-8")
        at = f"dagster_cloud_yaml/{row['file']}"
        models, deploy = cloud.model_errors(text), _deploy_errors(text)
        yield verdict("corpus: the CLI's models", at, unlike, _said(models), (row["cli_models"], row["cli_error"]))
        yield verdict(
            "corpus: the deploy schema", at, unlike, _said(deploy), (row["deploy_schema"], row["deploy_error"])
        )
        if "dagster_cloud" in published:  # one schema for both: what the server refuses is of no use to the command
            yield _same_mind(published["dagster_cloud"], at, text, models + (deploy or []))
        if "location_document" in published and deploy is not None:
            yield _same_mind(published["location_document"], at, text, deploy)
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


def _same_mind(schema: schemas.PublishedSchema, at: str, text: str, real: list[str]) -> Verdict:
    """A published schema and the packages accept or refuse together."""
    return verdict(f"corpus: schema {schema.kind} = the packages", at, _disagreement, schema, text, real)


def _disagreement(schema: schemas.PublishedSchema, text: str, real: list[str]) -> str | None:
    ours = schemas.errors_of(schema, text)
    if bool(ours) == bool(real):
        return None
    return f"the schema {'refuses' if ours else 'accepts'}, the packages don't agree: {(ours or real)[0]}"


def _pyproject(file: Path, row: dict[str, str], published: dict[str, schemas.PublishedSchema]) -> Iterator[Verdict]:
    at = f"pyproject/{file.name}"
    text = file.read_text("utf-8")
    document = tomllib.loads(text)
    dg = _dg_verdict(text) if "dg" in (document.get("tool") or {}) else ("absent", "")
    dagster = _dagster_verdict(document)
    yield verdict("corpus: [tool.dg]", at, unlike, dg, (row["tool_dg"], row["tool_dg_error"]))
    yield verdict(
        "corpus: [tool.dagster]", at, unlike, dagster, (row["tool_dagster"], row["tool_dagster_ignored_keys"])
    )
    if "dg" in published:
        yield _same_mind(published["dg"], at, text, [dg[1]] if dg[0] == "reject" else [])
    if "pyproject" in published:
        # keys of [tool.dagster] that nothing reads are accepted in silence by Dagster, and refused by us on purpose
        real = [message for _, message in (dg, dagster, _standard(document)) if message]
        yield _same_mind(published["pyproject"], at, text, real)


def _standard(document: dict[str, Any]) -> tuple[str, str]:
    try:
        project.standard_errors(document)
    except Exception as refusal:
        return "reject", str(refusal)
    return "accept", ""


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
