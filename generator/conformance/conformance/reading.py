"""Reads rendered text as the tools do that will read it; each text is parsed once."""

from __future__ import annotations

import json
import re
import tomllib
from functools import lru_cache
from typing import Any

import ruamel.yaml
from dagster_shared.yaml_utils import safe_load_yaml

KEPT = 4096
COMMENTS = re.compile(r"\A(?:#.*\n)*")


@lru_cache(KEPT)
def yaml_1_1(text: str) -> Any:
    """YAML as Dagster reads it: PyYAML, so YAML 1.1, without timestamps."""
    return safe_load_yaml(text)


@lru_cache(KEPT)
def yaml_1_2(text: str) -> Any:
    """YAML as GitHub, editors and most newer tools read it.

    JSON is YAML 1.2 by definition; the mutants are JSON, and Python reads that a hundred times faster.
    """
    body = COMMENTS.sub("", text)
    if body.startswith("{"):
        return json.loads(body)
    reader = ruamel.yaml.YAML(typ="safe", pure=True)
    reader.version = (1, 2)
    return reader.load(text)


@lru_cache(KEPT)
def toml(text: str) -> dict[str, Any]:
    return tomllib.loads(text)


@lru_cache(KEPT)
def json_strict(text: str) -> Any:
    """JSON without the two liberties that Python takes: NaN, and a key given twice."""
    return json.loads(text, object_pairs_hook=_without_twins, parse_constant=_no_constant)


def _without_twins(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    document = dict(pairs)
    if len(document) != len(pairs):
        raise ValueError(f"a key is given twice among {[key for key, _ in pairs]}")
    return document


def _no_constant(name: str) -> None:
    raise ValueError(f"{name} is not JSON")
