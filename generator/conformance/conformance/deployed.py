"""Repositories whose environments render from releases: what their workflows tell to type, the product takes."""

from __future__ import annotations

import shlex
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

from conformance import golden, linters, mutation, promotion, systems
from conformance.ci.session import Event, Session
from conformance.delivery import GIT
from conformance.panel import Panel
from conformance.verdict import Verdict, verdict
from conformance.workspace import Organisation, Repo, repos


def judge(launcher: Path, root: Path, panel: Panel, *, mutants: bool) -> Iterator[Verdict]:
    """Every shape of workflow once more, in workspaces that promote to each of their environments."""
    for name in golden.WORKFLOWS:
        with tempfile.TemporaryDirectory() as folder:
            workspace = Path(folder) / name
            shutil.copytree(root / golden.GOLDEN / name / "workspace", workspace)
            organisation = _promoted(launcher, workspace)
            for repo in repos(organisation):
                yield from panel.whole(repo)
                yield from linters.judge(repo)
                lines = list(_told(repo))
                for line in lines:
                    yield verdict("what a run tells to type is taken", line, _typed, launcher, workspace, line)
                if lines and mutants:
                    yield from mutation.survey([repo], panel, mutation.of_workflow)


def _promoted(launcher: Path, workspace: Path) -> Organisation:
    """The workspace with everything promoted to everywhere."""
    base = workspace / "environments/base.yaml"
    base.write_text(base.read_text("utf-8") + "promoted: [dev, staging, prod]\n", "utf-8")
    organisation = Organisation(workspace)
    _do(workspace, *GIT, "init", "--quiet")
    _do(workspace, launcher.resolve(), "generate")
    for environment in organisation.environments:
        there = [
            repo.name for repo in repos(organisation) if environment in repo.source.get("environments", [environment])
        ]
        _do(workspace, *GIT, "add", "--all")
        _do(workspace, *GIT, "commit", "--quiet", "--message", f"What {environment} gets")
        _do(workspace, launcher.resolve(), "promote", *there, environment)
    return organisation


def _told(repo: Repo) -> Iterator[str]:
    """The lines of the manual runs for each environment."""
    workflow = systems.workflow(repo)
    if not workflow:
        return

    def run(event: Event) -> Session:
        with tempfile.TemporaryDirectory() as folder:
            return workflow.run(event, Path(folder))

    push = Event("push", repo.branch)
    for target in repo.targets:
        inputs = promotion.by_hand(workflow.asked, target.deployment, run(push), push.sha)
        yield from promotion.records(run(Event("workflow_dispatch", repo.branch, inputs=inputs)))


def _typed(launcher: Path, workspace: Path, line: str) -> None:
    _do(workspace, launcher.resolve(), *shlex.split(line)[1:])


def _do(folder: Path, *words: str | Path) -> None:
    done = subprocess.run(words, cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"{' '.join(map(str, words))}: {done.stdout}{done.stderr}")
