"""The JSON Schemas that the product publishes: sound by themselves, and of one mind with what they describe."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import jsonschema

from conformance import reading
from conformance.verdict import Verdict, verdict
from conformance.workspace import CLOUD, Repo

FOLDER = "environments/generated/all/schemas"
MODELINE = re.compile(r"#\s*yaml-language-server:\s*\$schema=(\S+)")

#: What a published schema describes, told by its kind (the part before .schema.json).
LOCATION = re.compile(r"location", re.IGNORECASE)
WHOLE_FILE = re.compile(r"dagster[-_.]?cloud", re.IGNORECASE)
PYPROJECT = re.compile(r"pyproject", re.IGNORECASE)
DG = re.compile(r"\bdg\b|dg[-_]?config", re.IGNORECASE)


@dataclass(frozen=True)
class PublishedSchema:
    """One schema file, named by its kind."""

    file: Path
    kind: str

    @property
    def document(self) -> dict[str, Any]:
        return json.loads(self.file.read_text("utf-8"))

    def errors(self, instance: Any) -> list[str]:
        validator = jsonschema.Draft202012Validator(self.document)
        return [f"{error.json_path}: {error.message}" for error in validator.iter_errors(instance)]


def published(root: Path) -> list[PublishedSchema]:
    return [
        PublishedSchema(file, file.name.removesuffix(".schema.json"))
        for file in sorted((root / FOLDER).glob("*.schema.json"))
    ]


def judge(root: Path, repos: list[Repo]) -> Iterator[Verdict]:
    """Each schema is a schema, our own sources obey theirs, and what we render obeys what we publish about it."""
    schemas = published(root)
    for schema in schemas:
        at = schema.file.relative_to(root).as_posix()
        yield verdict("published schema: JSON Schema 2020-12", at, _sound, schema)
    yield from _sources(root)
    for schema in schemas:
        if WHOLE_FILE.search(schema.kind) or LOCATION.search(schema.kind):
            for target in (target for repo in repos for target in repo.targets):
                yield verdict(
                    f"published schema {schema.kind}: accepts what we render",
                    target.path(CLOUD),
                    of_cloud,
                    schema,
                    target.text(CLOUD),
                )


def _sound(schema: PublishedSchema) -> Iterator[str]:
    jsonschema.Draft202012Validator.check_schema(schema.document)
    if schema.document.get("$id") != f"urn:dagster-fleet:{schema.kind}:1":
        yield f"$id is {schema.document.get('$id')}"


def _sources(root: Path) -> Iterator[Verdict]:
    """Sources as an editor sees them: YAML 1.2, and the schema that the first line points at."""
    for file in sorted(
        [
            *root.glob("environments/*.yaml"),
            *root.glob("environments/profiles/*.yaml"),
            *root.glob("repos/*/repo.yaml"),
            *root.glob("repos/*/overlays/*.yaml"),
        ]
    ):
        text = file.read_text("utf-8")
        points_at = MODELINE.match(text)
        if points_at:
            yield verdict(
                "sources obey the schema they point at",
                file.relative_to(root).as_posix(),
                _obeys,
                file,
                points_at[1],
                text,
            )


def _obeys(file: Path, reference: str, text: str) -> list[str]:
    schema = (file.parent / reference).resolve(strict=True)
    return PublishedSchema(schema, schema.name).errors(reading.yaml_1_2(text))


def of_cloud(schema: PublishedSchema, text: str) -> list[str]:
    """A dagster_cloud.yaml under a schema of the whole file, or location by location under one of the deployed document."""
    document = json.loads(json.dumps(reading.yaml_1_1(text)))
    if not LOCATION.search(schema.kind):
        return schema.errors(document)
    return [
        error
        for location in document["locations"]
        for error in schema.errors({key: value for key, value in location.items() if key != "build"})
    ]


def of_pyproject(schema: PublishedSchema, document: dict[str, Any]) -> list[str]:
    """A pyproject.toml under a schema of the whole file, or its [tool.dg] under one of dg's configuration."""
    return schema.errors(document if PYPROJECT.search(schema.kind) else document["tool"]["dg"])
