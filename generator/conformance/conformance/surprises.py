"""vectors/surprises.tsv: what Dagster's tools make of files that look right, or wrong.

A row is a name, the tool that is asked, the files of a folder, what the tool answers, and what the
product finds there. The answers are made again from the real packages; `docs/what-dagster-accepts.md`
names every row, and the product's tests look for what it finds.
"""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import yaml
from dagster._core.workspace.load_target import get_target_from_toml_data
from dagster_cloud_cli.commands.ci import checks
from dagster_cloud_cli.core.pex_builder.deps import get_pyproject_toml_deps
from dagster_dg_cli.cli.utils import create_temp_dagster_cloud_yaml_file
from dagster_dg_core.context import DgContext
from dagster_k8s.container_context import K8sContainerContext

from conformance import dagster_cli, reading
from conformance.judges import cloud, project
from conformance.verdict import Verdict, unlike, verdict
from conformance.workspace import CLOUD, PYPROJECT

HEAD = ("surprise", "asked", "files", "answer", "ours")
TAKEN = "taken"
#: The first clause of an error says what is wrong; what follows quotes schemas and paths of this machine.
LONGEST = 90


class Row(NamedTuple):
    surprise: str
    asked: str
    files: dict[str, str]
    answer: str
    ours: list[str]

    def line(self) -> str:
        return "\t".join(json.dumps(cell, ensure_ascii=False) for cell in self)


def rows(table: Path) -> list[Row]:
    lines = table.read_text("utf-8").splitlines()[1:]
    return [Row(*(json.loads(cell) for cell in line.split("\t"))) for line in lines]


def judge(table: Path) -> Iterator[Verdict]:
    for row in rows(table):
        yield verdict("surprises: the packages still answer so", row.surprise, unlike, answer(row), row.answer)


def write(table: Path) -> None:
    """The answers again; names, files and what we find are the data."""
    lines = [row._replace(answer=answer(row)).line() for row in rows(table)]
    table.write_text("\n".join(["\t".join(HEAD), *lines]) + "\n", "utf-8")


def answer(row: Row) -> str:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for file, text in row.files.items():
            (folder / file).parent.mkdir(parents=True, exist_ok=True)
            (folder / file).write_text(text, "utf-8")
        try:
            said = _ASKED[row.asked](folder)
        except Exception as refusal:
            said = f"{type(refusal).__name__}: {refusal}"
    return " ".join(said.replace(name, "…").split())[:LONGEST] or TAKEN


def _cli(folder: Path) -> str:
    return "; ".join(cloud.model_errors((folder / CLOUD).read_text("utf-8")))


def _ci(folder: Path, *words: str) -> str:
    environment = {
        "DAGSTER_BUILD_STATEDIR": str(folder / "state"),
        "DAGSTER_CLOUD_ORGANIZATION": "acme",
        "DAGSTER_CLOUD_API_TOKEN": "agent:test:0000",
    }
    answer = dagster_cli.dagster_cloud(["ci", *words], folder, environment)
    return answer.output.partition("\n")[2] or answer.output if answer.status else ""


def _ci_init(folder: Path) -> str:
    return _ci(folder, "init", "--deployment", "prod", "--commit-hash", "0" * 40)


def _ci_check(folder: Path) -> str:
    return "; ".join(checks.check_dagster_cloud_yaml(folder / CLOUD).errors)


def _set_build_output(folder: Path) -> str:
    return _ci_init(folder) or _ci(folder, "set-build-output", "--image-tag", "1")


def _deploy(folder: Path) -> str:
    document = reading.yaml_1_1((folder / CLOUD).read_text("utf-8"))
    return "; ".join(error for location in document["locations"] for error in cloud.deploy_errors(location))


def _agent(folder: Path) -> str:
    for location in yaml.safe_load((folder / CLOUD).read_text("utf-8"))["locations"]:
        K8sContainerContext.create_from_config(location["container_context"])
    return ""


def _dg(folder: Path) -> str:
    return project.dg_errors((folder / PYPROJECT).read_text("utf-8")) or ""


def _dg_deploys(folder: Path) -> str:
    """What the command's models say of the file that dg writes; else what stands in it of build and context."""
    with tempfile.TemporaryDirectory() as state, contextlib.redirect_stdout(None):
        context = DgContext.for_workspace_or_project_environment(folder, {})
        text = Path(create_temp_dagster_cloud_yaml_file(context, state)).read_text("utf-8")
    return "; ".join(cloud.model_errors(text))


def _dagster_loads(folder: Path) -> str:
    """What `dagster dev` loads by its table."""
    target: Any = get_target_from_toml_data(reading.toml((folder / PYPROJECT).read_text("utf-8")))
    return f"loads {target.module_name}" if target else "loads nothing"


def _serverless_asks(folder: Path) -> str:
    return " ".join(get_pyproject_toml_deps(str(folder)))


def _loads(folder: Path) -> str:
    """`dagster definitions validate` on the first location, from the folder that is built."""
    location = reading.yaml_1_1((folder / CLOUD).read_text("utf-8"))["locations"][0]
    (kind, source), *_ = location["code_source"].items()
    option = {"module_name": "-m", "package_name": "--package-name", "python_file": "-f"}[kind]
    words = [sys.executable, "-m", "dagster", "definitions", "validate", "--log-format", "json", option, source]
    if directory := location.get("working_directory"):
        words += ["-d", directory]
    done = subprocess.run(
        words,
        cwd=folder,
        env={**os.environ, "DAGSTER_HOME": "", "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    events = [
        json.loads(line)["event"] for line in done.stderr.splitlines() + done.stdout.splitlines() if line[:1] == "{"
    ]
    failed = [event.partition("\n\n")[2] for event in events if event.startswith("Validation failed")]
    return failed[0].partition("\n\nStack Trace")[0] if failed else ""


_ASKED: dict[str, Callable[[Path], str]] = {
    "the command's models": _cli,
    "ci check": _ci_check,
    "ci init": _ci_init,
    "ci set-build-output": _set_build_output,
    "the deploy schema": _deploy,
    "the k8s agent": _agent,
    "dg": _dg,
    "dg plus deploy": _dg_deploys,
    "dagster dev": _dagster_loads,
    "a serverless build": _serverless_asks,
    "dagster definitions validate": _loads,
}
