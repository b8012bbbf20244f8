"""vectors/yaml_scalars.tsv: how a plain scalar is read under YAML 1.1 as Dagster reads it, and under YAML 1.2's core schema.

The product's reader and writer carry two small tables of regular expressions; their tests read a
copy of this table, and here the table is made again from the real packages and compared. The
texts are the data, everything else in a row is computed from its text.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import ruamel.yaml
import yaml
from dagster_shared.yaml_utils import safe_load_yaml

from conformance.verdict import Verdict, unlike, verdict

HEAD = ("text", "type11", "type12", "value11", "value12", "others")
#: The scalar is written behind a key, as in a file; a reader must give back one value for one key.
KEY = "k"
FEWEST = 400

#: YAML 1.2.2 section 10.3.2, the core schema, to the letter.
CORE = [
    ("null", re.compile(r"|null|Null|NULL|~")),
    ("bool", re.compile(r"true|True|TRUE|false|False|FALSE")),
    ("int", re.compile(r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+")),
    (
        "float",
        re.compile(
            r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|[-+]?(?:\.inf|\.Inf|\.INF)|\.nan|\.NaN|\.NAN"
        ),
    ),
]


class Reading(NamedTuple):
    """What a reader makes of a text: a type, and the value in JSON."""

    type: str
    value: str


ERROR = Reading("error", "-")


class Row(NamedTuple):
    text: str
    dagster: Reading
    core: Reading
    others: str

    def line(self) -> str:
        return "\t".join(
            (json.dumps(self.text), self.dagster.type, self.core.type, self.dagster.value, self.core.value, self.others)
        )


def row(text: str) -> Row:
    """One line of the table."""
    dagster, core = _read(text, _pyyaml_node, safe_load_yaml), _core(text)
    pyyaml, ruamel = _read(text, _pyyaml_node, yaml.safe_load), _read(text, _ruamel_node, _ruamel)
    others = [
        f"{name}={reading.type}"
        for name, reading, due in (("pyyaml", pyyaml, dagster), ("ruamel", ruamel, core))
        if reading != due
    ]
    return Row(text, dagster, core, " ".join(others) or "-")


def _read(text: str, compose: Callable[[str], Any], load: Callable[[str], Any]) -> Reading:
    """`error` is a text that can't stand plain: refused, or read as anything but one scalar of exactly these characters."""
    try:
        return _reading(load(f"{KEY}: {text}\n")[KEY]) if _plain(text, compose) else ERROR
    except Exception:
        return ERROR


def _core(text: str) -> Reading:
    """The core schema's own regular expressions, on what a YAML 1.2 parser holds to be a plain scalar."""
    try:
        if not _plain(text, _ruamel_node):
            return ERROR
    except Exception:
        return ERROR
    for kind, pattern in CORE:
        if pattern.fullmatch(text):
            return _reading(_CONSTRUCT[kind](text))
    return _reading(text)


def stands_plain(text: str) -> bool:
    """Whether PyYAML reads the text behind a key as that one scalar."""
    try:
        return bool(text) and _plain(text, _pyyaml_node)
    except yaml.YAMLError:
        return False


def _plain(text: str, compose: Callable[[str], Any]) -> bool:
    """Whether a parser sees one key with one scalar of exactly these characters, without quotes, block, tag or anchor."""
    ((_, value),) = compose(f"{KEY}: {text}\n").value
    return (
        getattr(value, "style", "a collection") in (None, "")
        and value.value == text
        and not getattr(value, "anchor", None)
    )


def _pyyaml_node(document: str) -> Any:
    return yaml.compose(document, Loader=yaml.SafeLoader)


def _ruamel_node(document: str) -> Any:
    return _yaml_1_2().compose(document)


def _ruamel(document: str) -> Any:
    return _yaml_1_2().load(document)


def _yaml_1_2() -> ruamel.yaml.YAML:
    reader = ruamel.yaml.YAML(typ="safe", pure=True)
    reader.version = (1, 2)
    return reader


def _integer(text: str) -> int:
    return int(text[2:], 8) if text.startswith("0o") else int(text, 16) if text.startswith("0x") else int(text)


def _float(text: str) -> float:
    return float(text.lower().replace(".inf", "inf").replace(".nan", "nan"))


_CONSTRUCT: dict[str, Callable[[str], Any]] = {
    "null": lambda _: None,
    "bool": lambda text: text.lower() == "true",
    "int": _integer,
    "float": _float,
}


def _reading(value: Any) -> Reading:
    if value is None:
        return Reading("null", "null")
    if isinstance(value, bool):
        return Reading("bool", json.dumps(value))
    if isinstance(value, float) and not math.isfinite(value):
        return Reading("float", {"inf": '".inf"', "-inf": '"-.inf"', "nan": '".nan"'}[str(value)])
    if isinstance(value, (int, float, str)):
        return Reading(type(value).__name__, json.dumps(value))
    return Reading("timestamp", json.dumps(str(value)))


def texts(table: Path) -> list[str]:
    """The first column."""
    return [json.loads(line.split("\t")[0]) for line in table.read_text("utf-8").splitlines()[1:]]


def write(table: Path, of: list[str]) -> None:
    table.write_text("\n".join(["\t".join(HEAD), *(row(text).line() for text in of)]) + "\n", "utf-8")


def _head(lines: list[str]) -> Iterator[str | None]:
    yield unlike(lines[0], "\t".join(HEAD))
    if len(lines) <= FEWEST:
        yield f"only {len(lines)} lines"


def judge(table: Path) -> Iterator[Verdict]:
    """Every row made again from its text."""
    lines = table.read_text("utf-8").splitlines()
    yield verdict("YAML vectors: head and size", table.name, _head, lines)
    known = texts(table)
    yield verdict("YAML vectors: no text twice", table.name, unlike, len(set(known)), len(known))
    yield from rows_again("YAML vectors: as the packages read", table)


def rows_again(kind: str, table: Path) -> Iterator[Verdict]:
    """Each row made again from its text."""
    for line, text in zip(table.read_text("utf-8").splitlines()[1:], texts(table)):
        yield verdict(kind, f"{table.name} {text!r}", unlike, line, row(text).line())
