"""vectors/dotenv.tsv: how a value has to be written in a .env file so that python-dotenv gives it back unchanged.

The rule is ours; that it loses nothing is python-dotenv's word. The product's tests read a copy of
the table; here each row is read from a real file, between two neighbours that must not change.
"""

from __future__ import annotations

import json
import os
import random
import re
import tempfile
from collections.abc import Iterator
from pathlib import Path
from unittest import mock

from dotenv import dotenv_values

from conformance.verdict import Verdict, unlike, verdict

HEAD = ("value", "written")
BARE = re.compile(r"[A-Za-z0-9_./:@%+,=-]+")
#: python-dotenv reads a file as text, where a carriage return becomes a line feed; and no operating
#: system takes a variable with a NUL in it. The product must refuse such a value.
IMPOSSIBLE = re.compile(r"[\r\0]")
#: Up to 1.1 python-dotenv takes a backslash before the closing quote for an escape of it as soon as another quote
#: follows in the file; an interpolation of nothing keeps the two apart, and means nothing to 1.2 either.
APART = "${:-}"
ALPHABET = "aZ09 _-./:=,+%@#'\"\\`$${}{}()[]<>|&;!?*~^\t\n\u00e9\u2028\U0001f680"
ROUNDS = 3000


def written(value: str) -> str | None:
    """The value as it stands behind `NAME=`; None where no .env file can hold it."""
    if IMPOSSIBLE.search(value):
        return None
    if BARE.fullmatch(value):
        return value
    text = value.replace("\\", "\\\\").replace("'", "\\'").replace("${", "${:-$}{")
    return "'" + text + (APART if value.endswith("\\") else "") + "'"


def read(values: dict[str, str]) -> dict[str, str | None]:
    """What python-dotenv reads from a file with these variables, whatever else the process has in its environment."""
    with tempfile.TemporaryDirectory() as folder, mock.patch.dict(os.environ, {"HOME": "/home/x", "x": "y", "A": "B"}):
        file = Path(folder) / ".env"
        file.write_bytes("".join(f"{name}={text}\n" for name, text in values.items()).encode("utf-8"))
        return dict(dotenv_values(file))


def rows(table: Path) -> list[tuple[str, str | None]]:
    lines = table.read_text("utf-8").splitlines()[1:]
    return [(json.loads(value), json.loads(form)) for value, form in (line.split("\t") for line in lines)]


def write(table: Path, values: list[str]) -> None:
    lines = [f"{json.dumps(value)}\t{json.dumps(written(value))}" for value in values]
    table.write_text("\n".join(["\t".join(HEAD), *lines]) + "\n", "utf-8")


def judge(table: Path) -> Iterator[Verdict]:
    known = rows(table)
    yield verdict("dotenv vectors: head and no value twice", table.name, _head, table, known)
    for value, form in known:
        yield verdict(
            "dotenv vectors: written by the rule, read back by python-dotenv",
            f"{table.name} {value!r}",
            _row,
            value,
            form,
        )
    yield verdict("dotenv: random values survive", f"{ROUNDS} values, seed 1", _random)


def _head(table: Path, known: list[tuple[str, str | None]]) -> Iterator[str | None]:
    yield unlike(table.read_text("utf-8").splitlines()[0], "\t".join(HEAD))
    yield unlike(len({value for value, _ in known}), len(known))


def _row(value: str, form: str | None) -> Iterator[str | None]:
    yield unlike(form, written(value))
    if form is not None:
        # neighbours in quotes, which a value that is not closed swallows
        back = read({"BEFORE": "'b'", "X": form, "AFTER": "'it\\'s'"})
        yield unlike(back, {"BEFORE": "b", "X": value, "AFTER": "it's"})
    elif "\0" in value:
        yield None if _refused_by_the_system(value) else "a process takes it after all"
    elif read({"X": "'" + value + "'"}) == {"X": value}:
        yield "a file can hold it after all"


def _refused_by_the_system(value: str) -> bool:
    try:
        os.putenv("X", value)
    except ValueError:
        return True
    return False


def _random() -> str | None:
    chance = random.Random(1)
    values = {f"V{index}": "".join(chance.choices(ALPHABET, k=chance.randint(0, 12))) for index in range(ROUNDS)}
    back = read({name: written(value) or "''" for name, value in values.items()})
    wrong = [name for name, value in values.items() if back.get(name) != value]
    return f"{values[wrong[0]]!r} came back as {back.get(wrong[0])!r}" if wrong else unlike(len(back), len(values))
