"""The JSON Schemas that the product publishes: sound by themselves, and of one mind with what they describe."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import jsonschema

from conformance import reading
from conformance.verdict import Verdict, verdict
from conformance.workspace import Repo

FOLDER = "environments/generated/all/schemas"
MODELINE = re.compile(r"#\s*yaml-language-server:\s*\$schema=(\S+)")


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
        for path, text in _rendered(schema.kind, root, repos):
            yield verdict(
                "published schemas accept what we render", f"{path} under {schema.kind}", errors_of, schema, text
            )


def _rendered(kind: str, root: Path, repos: list[Repo]) -> Iterator[tuple[str, str]]:
    """Every rendered file that the kind of schema is about."""
    name = FILES.get(kind)
    if name is None:
        return
    for repo in repos:
        yield from ((repo.path(path), text) for path, text in repo.files.items() if path.endswith(name))
    for file in sorted(root.glob(f"environments/generated/*/{name}")):
        yield file.relative_to(root).as_posix(), file.read_text("utf-8")


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


def errors_of(schema: PublishedSchema, text: str) -> list[str]:
    """What the schema says about a file of its kind, read as Dagster reads it."""
    document = READERS[Path(FILES[schema.kind]).suffix](text)
    return [error for part in _PARTS.get(schema.kind, _whole)(document) for error in schema.errors(part)]


def _whole(document: Any) -> list[Any]:
    return [document]


def _deployed(document: Any) -> list[Any]:
    """The documents that reach Dagster+, one for each location."""
    return [{key: value for key, value in location.items() if key != "build"} for location in document["locations"]]


def _dg(document: Any) -> list[Any]:
    tools = document.get("tool") or {}
    return [tools["dg"]] if "dg" in tools else []


#: The file that each kind of schema is about; kinds that describe sources are not here.
FILES = {
    "dagster_cloud": "dagster_cloud.yaml",
    "location_document": "dagster_cloud.yaml",
    "pyproject": "pyproject.toml",
    "dg": "pyproject.toml",
    "env_set": "env_set.json",
    "deploy_plan": "deploy_plan.json",
    "alert_policies": "alert_policies.yaml",
    "deployment_settings": "deployment_settings.yaml",
}
READERS: dict[str, Callable[[str], Any]] = {
    ".yaml": lambda text: json.loads(json.dumps(reading.yaml_1_1(text))),
    ".toml": lambda text: json.loads(json.dumps(reading.toml(text), default=str)),
    ".json": reading.json_strict,
}
_PARTS: dict[str, Callable[[Any], list[Any]]] = {"location_document": _deployed, "dg": _dg}
