"""Proves that the judges can fail: every key taken away, every type and value changed, must turn some judge red.

A mutant is one rendered file with one change; everything else of its repository stays. It is
killed when any judge that reads the file finds something wrong. A survivor is a key that could
vanish from what we render without anyone noticing, and fails the run.
"""

from __future__ import annotations

import copy
import json
import multiprocessing
import os
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import takewhile
from pathlib import PurePosixPath
from typing import Any

import tomlkit

from conformance import reading
from conformance.optional import harmless
from conformance.panel import Panel
from conformance.verdict import Verdict
from conformance.workspace import CLOUD, ENV_EXAMPLE, ENV_SET, PIPELINE, PYPROJECT, WORKFLOWS, Repo

Path = tuple[str | int, ...]

#: The keys of a container context that hold variables, on any platform.
CHANNELS = ("env_vars", "env_secrets", "secrets", "container_config.env")


@dataclass(frozen=True)
class Mutant:
    """One changed file: what was done to which key, and the text that came out."""

    file: str
    change: str
    key: str
    text: str


def of_anything(_mutant: Mutant) -> bool:
    return True


def of_workflow(mutant: Mutant) -> bool:
    return mutant.file.startswith((WORKFLOWS, PIPELINE))


def of_channel(mutant: Mutant) -> bool:
    """A change of something by which a variable reaches its container."""
    return mutant.file.endswith(CLOUD) and any(f".{channel}." in f"{mutant.key}." for channel in CHANNELS)


def survey(repos: list[Repo], panel: Panel, of: Callable[[Mutant], bool] = of_anything) -> Iterator[Verdict]:
    """Makes and judges these mutants, on every processor: the packages are imported once and inherited by fork."""
    global _panel, _wanted
    _panel = panel
    _wanted = [
        (repo, mutant)
        for repo in repos
        for mutant in mutants(repo)
        if of(mutant) and not harmless(mutant.file, mutant.change, mutant.key)
    ]
    with multiprocessing.get_context("fork").Pool(os.cpu_count()) as pool:
        for (repo, mutant), noticed in zip(_wanted, pool.imap(_noticed, range(len(_wanted)), chunksize=8)):
            kind = f"mutant noticed: {PurePosixPath(mutant.file).name}, {mutant.change}"
            yield Verdict(
                kind, repo.path(mutant.file), None if noticed else f"nobody notices: {mutant.change} {mutant.key}"
            )


def spared(repos: list[Repo]) -> Counter[str]:
    """How many mutants were not asked for, by reason."""
    return Counter(
        why for repo in repos for mutant in mutants(repo) if (why := harmless(mutant.file, mutant.change, mutant.key))
    )


_panel: Panel
_wanted: list[tuple[Repo, Mutant]]


def _noticed(index: int) -> bool:
    repo, mutant = _wanted[index]
    return any(
        verdict.reason is not None
        for verdict in _panel.of_change(repo.with_file(mutant.file, mutant.text), mutant.file)
    )


def mutants(repo: Repo) -> Iterator[Mutant]:
    for file, text in repo.files.items():
        if file == ENV_EXAMPLE:
            yield from _lines(file, text)
        elif file.endswith((CLOUD, ENV_SET, PYPROJECT)) or file.startswith((WORKFLOWS, PIPELINE)):
            yield from _keys(file, text)


def _lines(file: str, text: str) -> Iterator[Mutant]:
    """A .env.example has no keys but lines; the comments that it begins with are for people only."""
    lines = text.splitlines(keepends=True)
    for at in range(len(list(takewhile(lambda line: line.startswith("# "), lines))), len(lines)):
        key = lines[at].rstrip("\n")
        yield Mutant(file, "gone", key, "".join(lines[:at] + lines[at + 1 :]))
        yield Mutant(file, "other value", key, "".join([*lines[:at], f"{key}x\n", *lines[at + 1 :]]))


def _keys(file: str, text: str) -> Iterator[Mutant]:
    document = _read(file, text)
    head = "".join(line for line in text.splitlines(keepends=True) if line.startswith("#"))
    for path, value in _walk(document, ()):
        key = ".".join(str(part) for part in path)
        yield Mutant(file, "gone", key, head + _write(file, _without(document, path)))
        yield Mutant(file, "other type", key, head + _write(file, _with(document, path, _other_type(value))))
        if isinstance(value, (str, int)) and not _shell(path):
            yield Mutant(file, "other value", key, head + _write(file, _with(document, path, _other_value(value))))


def _shell(path: Path) -> bool:
    """Shell lines and conditions are programs: a letter more in them is no other value but another program."""
    return path[-1] in ("run", "if", "group") or path[-2:-1] in (("script",), ("after_script",))


def _walk(value: Any, path: Path) -> Iterator[tuple[Path, Any]]:
    """Every key and every list item at every depth, outermost first."""
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, item in items:
        yield (*path, key), item
        yield from _walk(item, (*path, key))


def _without(document: Any, path: Path) -> Any:
    changed = copy.deepcopy(document)
    del _holder(changed, path)[path[-1]]
    return changed


def _with(document: Any, path: Path, value: Any) -> Any:
    changed = copy.deepcopy(document)
    _holder(changed, path)[path[-1]] = value
    return changed


def _holder(document: Any, path: Path) -> Any:
    for part in path[:-1]:
        document = document[part]
    return document


def _other_type(value: Any) -> Any:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int):
        return str(value)
    if isinstance(value, str):
        return int(value) if value.isdigit() else {"text": value}
    return "text" if isinstance(value, (dict, list)) else value


def _other_value(value: str | int) -> str | int:
    if isinstance(value, bool):
        return not value
    return value + 1 if isinstance(value, int) else f"{value}x"


def _read(file: str, text: str) -> Any:
    if file.endswith(".toml"):
        return reading.toml(text)
    return reading.json_strict(text) if file.endswith(".json") else reading.yaml_1_2(text)


def _write(file: str, document: Any) -> str:
    """JSON is YAML too, and one in which every string is quoted: no reader can take it for something else."""
    if file.endswith(".toml"):
        return tomlkit.dumps(document)
    return json.dumps(document, indent=1) + "\n"
