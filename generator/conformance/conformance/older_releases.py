"""vectors/older_releases.tsv: what releases before the installed one make of files in which they differ.

The packages of a release are installed without what they need, beside the environment that has it, and a process of its
own asks them: `python -m conformance.older_releases` answers one line of JSON for each that it reads.
"""

from __future__ import annotations

import copy
import importlib.util
import json
import os
import subprocess
import sys
import tempfile
import types
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Any, NamedTuple

from conformance.verdict import Verdict, unlike, verdict

HEAD = ("release", "file", "text", "first")
CORE = ("dagster", "dagster-shared", "dagster-pipes", "dagster-cloud", "dagster-cloud-cli", "dagster-dg-core")
#: What the core asks for of its libraries at import.
LIBRARIES = ("dagster-k8s", "dagster-aws", "dagster-docker")
NOBODY = "nobody"


class Row(NamedTuple):
    """A text under the name of its file, and who of a release refuses it first."""

    release: str
    file: str
    text: str
    first: str

    def line(self) -> str:
        return "\t".join(json.dumps(cell, ensure_ascii=False) for cell in self)


def rows(table: Path) -> list[Row]:
    lines = table.read_text("utf-8").splitlines()[1:]
    return [Row(*(json.loads(cell) for cell in line.split("\t"))) for line in lines]


def judge(table: Path, home: Path) -> Iterator[Verdict]:
    for row, first in _answers(rows(table), home):
        yield verdict("vectors: older releases", f"{row.release} {row.text[:60]!r}", unlike, row.first, first)


def write(table: Path, home: Path) -> None:
    """The answers again; releases and files are the data."""
    known = rows(table)
    lines = [row._replace(first=first).line() for row, first in _answers(known, home)]
    if len(lines) == len(known):
        table.write_text("\n".join(["\t".join(HEAD), *lines]) + "\n", "utf-8")


def _answers(due: list[Row], home: Path) -> Iterator[tuple[Row, str]]:
    """Nothing of a release that cannot be installed."""
    for release, of_release in groupby(due, lambda row: row.release):
        packages = home / release
        if not _installed(release, packages):
            print(f"SKIPPED: Dagster {release} could not be installed, and was not asked", flush=True)
            continue
        asked = list(of_release)
        yield from zip(asked, _ask(packages, asked), strict=True)


def _installed(release: str, packages: Path) -> bool:
    stamp = packages / "stamp"
    if not stamp.exists():
        minor, patch = release.split(".")[1:]
        pins = [f"{name}=={release}" for name in CORE] + [f"{name}==0.{16 + int(minor)}.{patch}" for name in LIBRARIES]
        uv = [str(Path(sys.executable).with_name("uv")), "pip", "install", "--quiet", "--no-deps"]
        done = subprocess.run(
            [*uv, "--python", sys.executable, "--target", str(packages), *pins], capture_output=True, check=False
        )
        if done.returncode:
            return False
        stamp.touch()
    return True


def _ask(packages: Path, asked: list[Row]) -> list[str]:
    done = subprocess.run(
        [sys.executable, "-m", __name__],
        input="".join(json.dumps([row.file, row.text]) + "\n" for row in asked),
        env={**os.environ, "PYTHONPATH": f"{packages}{os.pathsep}{os.environ['PYTHONPATH']}"},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        check=True,
    )
    return [json.loads(line) for line in done.stdout.splitlines()]


def _first_refusal(file: str, text: str) -> str:
    return _pyproject(text) if file == "pyproject.toml" else _cloud(text)


def _bare_package(name: str) -> None:
    """Lets the modules of a package be imported without its own code, which asks for everything that an agent needs."""
    found = importlib.util.find_spec(name)
    if found and found.submodule_search_locations:
        bare = types.ModuleType(name)
        bare.__path__ = list(found.submodule_search_locations)
        sys.modules[name] = bare


def _cloud(text: str) -> str:
    from dagster_cloud.workspace.config_schema import validate_workspace_location
    from dagster_cloud_cli.config import models

    # what this release reads a file with
    load = getattr(models, "safe_load_yaml", None) or models.yaml.safe_load
    try:
        document: Any = load(text)
    except Exception:
        return "syntax"
    try:
        models.DagsterCloudYaml.model_validate(copy.deepcopy(document))
    except Exception:
        return "cli"
    for location in document["locations"]:
        sent = {key: value for key, value in location.items() if key != "build"}
        try:
            if validate_workspace_location(json.loads(json.dumps(sent, allow_nan=False))):
                return "deploy"
        except (TypeError, ValueError):  # JSON cannot carry it
            return "deploy"
    return NOBODY


def _pyproject(text: str) -> str:
    from dagster_dg_core import config

    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "pyproject.toml"
        file.write_text(text, "utf-8")
        try:
            if hasattr(config, "validate_dg_file_config"):
                refused = config.validate_dg_file_config(file).has_errors
            else:
                config.load_dg_root_file_config(file)
                refused = False
        except (Exception, SystemExit):  # older ones end the process
            refused = True
    return "dg" if refused else NOBODY


if __name__ == "__main__":
    _bare_package("dagster_cloud")
    for line in sys.stdin:
        print(json.dumps(_first_refusal(*json.loads(line))), flush=True)
