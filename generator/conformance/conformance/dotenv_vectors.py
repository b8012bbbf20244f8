"""vectors/dotenv.tsv: how a value has to be written in a .env file so that python-dotenv gives it back unchanged.

The rule is ours; that it loses nothing is python-dotenv's word. The product's tests read a copy of
the table; here each row is read from a real file, between two neighbours that must not change.
"""

from __future__ import annotations

import json
import os
import random
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from unittest import mock

from dotenv import dotenv_values

from conformance.verdict import Verdict, unlike, verdict

HEAD = ("value", "written")
BARE = re.compile(r"[A-Za-z0-9_./:@%+,=-]*")
#: python-dotenv reads a file as text, where a carriage return becomes a line feed; and no operating
#: system takes a variable with a NUL in it. The product must refuse such a value.
IMPOSSIBLE = re.compile(r"[\r\0]")
#: Up to 1.1 python-dotenv takes a backslash before the closing quote for an escape of it as soon as another quote
#: follows in the file; an interpolation of nothing keeps the two apart, and means nothing to 1.2 either.
APART = "${:-}"
ALPHABET = "aZ09 _-./:=,+%@#'\"\\`$${}{}()[]<>|&;!?*~^\t\n\u00e9\u2028\U0001f680"
ROUNDS = 3000
SHELL, DOCKER = "sh", "docker"


def written(value: str) -> str | None:
    """The value as it stands behind `NAME=`; None where no .env file can hold it."""
    return None if IMPOSSIBLE.search(value) else spelling(value)[0]


def spelling(value: str) -> tuple[str, frozenset[str]]:
    """The spelling, and who reads it besides python-dotenv: a shell that sources the file, docker's --env-file."""
    if BARE.fullmatch(value):
        return value, frozenset({SHELL, DOCKER})
    if not ("'" in value or "\\\\" in value or "${" in value or value.endswith("\\")):
        return f"'{value}'", frozenset({SHELL})
    if not ("$" in value or "`" in value or value.endswith("\\")):
        return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"', frozenset({SHELL})
    text = value.replace("\\", "\\\\").replace("'", "\\'").replace("${", "${:-$}{")
    return "'" + text + (APART if value.endswith("\\") else "") + "'", frozenset()


def read(values: dict[str, str]) -> dict[str, str | None]:
    """What python-dotenv reads from a file with these variables, whatever else the process has in its environment."""
    with tempfile.TemporaryDirectory() as folder, mock.patch.dict(os.environ, {"HOME": "/home/x", "x": "y", "A": "B"}):
        file = Path(folder) / ".env"
        file.write_bytes("".join(f"{name}={text}\n" for name, text in values.items()).encode("utf-8"))
        return dict(dotenv_values(file))


def read_by_shell(values: dict[str, str]) -> dict[str, str | None]:
    """What a POSIX shell has after it has sourced a file with these variables."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / ".env").write_bytes(
            "".join(f"{name}={text}\n" for name, text in values.items()).encode("utf-8")
        )
        show = f"{sys.executable} -c 'import json, os; print(json.dumps(dict(os.environ)))'"
        shell = ["sh", "-c", f"set -a; . ./.env; {show}"]
        done = subprocess.run(shell, cwd=folder, capture_output=True, text=True, env={"PATH": "/usr/bin:/bin"})
        known = json.loads(done.stdout) if done.returncode == 0 else {}
        return {name: known.get(name) for name in values}


def read_by_docker(values: dict[str, str]) -> dict[str, str | None]:
    """As docker reads --env-file: line by line, and what stands behind the first `=` is the value."""
    lines = "".join(f"{name}={text}\n" for name, text in values.items()).split("\n")
    pairs = [line.rstrip("\r").partition("=") for line in lines]
    return {name: {pair[0]: pair[2] for pair in pairs}.get(name) for name in values}


READERS = {SHELL: read_by_shell, DOCKER: read_by_docker}


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
        yield from _readers(value, form)
    elif "\0" in value:
        yield None if _refused_by_the_system(value) else "a process takes it after all"
    elif read({"X": "'" + value + "'"}) == {"X": value}:
        yield "a file can hold it after all"


def _readers(value: str, form: str) -> Iterator[str | None]:
    """Each reads it just where we say so."""
    claimed = spelling(value)[1]
    for reader, read_by in READERS.items():
        if (read_by({"X": form}) == {"X": value}) != (reader in claimed):
            yield f"{reader} {'does not read' if reader in claimed else 'reads'} {form}"


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
    for reader, read_by in READERS.items():
        claimed = {name: value for name, value in values.items() if reader in spelling(value)[1]}
        back |= read_by({name: spelling(value)[0] for name, value in claimed.items()})
        wrong += [name for name, value in claimed.items() if back[name] != value]
    return f"{values[wrong[0]]!r} came back as {back.get(wrong[0])!r}" if wrong else unlike(len(back), len(values))
