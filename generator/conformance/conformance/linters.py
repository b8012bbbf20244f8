"""The linters that people run on workflows: actionlint on GitHub's, shellcheck on the shell lines of both.

actionlint is no Python package: the run builds it where there is Go, and does without where there is none.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from conformance import reading
from conformance.gitlab import runner as gitlab
from conformance.verdict import Verdict, verdict
from conformance.workspace import PIPELINE, Repo

TOOLS = Path(sys.executable).parent
ACTIONLINT = TOOLS / "actionlint"
SHELLCHECK = TOOLS / "shellcheck"
#: Jobs on GitHub's machines have bash; an image of Docker on GitLab has nothing but sh.
GITHUB_SHELL, GITLAB_SHELL = "bash", "sh"


def judge(repo: Repo) -> Iterator[Verdict]:
    for path in repo.workflows:
        file, text = repo.path(path), repo.files[path]
        if ACTIONLINT.exists():
            yield verdict("actionlint", file, _actionlint, text)
        for lines in _run_lines(text):
            yield verdict("shellcheck", file, _shellcheck, lines, GITHUB_SHELL)
    if PIPELINE in repo.files:
        for lines in _script_lines(repo.files[PIPELINE]):
            yield verdict("shellcheck", repo.path(PIPELINE), _shellcheck, lines, GITLAB_SHELL)


def judge_themselves() -> Iterator[Verdict]:
    """They refuse what they are here for."""
    yield verdict("the linters can fail", "sh", _unless, _shellcheck('[[ "$A" == b ]]', GITLAB_SHELL))
    yield verdict("the linters can fail", "bash", _unless, _shellcheck("echo $A", GITHUB_SHELL))
    if ACTIONLINT.exists():
        yield verdict("the linters can fail", "actionlint", _unless, _actionlint("on: push\njobs: {a: {steps: []}}\n"))


def _unless(refused: str) -> str | None:
    return None if refused else "nothing was said"


def _run_lines(workflow: str) -> Iterator[str]:
    for job in reading.yaml_1_2(workflow)["jobs"].values():
        yield from (step["run"] for step in job["steps"] if "run" in step)


def _script_lines(pipeline: str) -> Iterator[str]:
    """What one shell gets: all lines of a script, of jobs and of what they extend."""
    for name, job in reading.yaml_1_2(pipeline).items():
        if name not in gitlab.GLOBAL:
            yield from ("\n".join(job[key]) for key in ("script", "after_script") if key in job)


def _actionlint(text: str) -> str:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "workflow.yml"
        file.write_text(text, "utf-8")
        words = [ACTIONLINT, "-oneline", "-no-color", "-shellcheck", SHELLCHECK, "-pyflakes", "", file.name]
        return _said(subprocess.run(words, cwd=folder, capture_output=True, text=True, check=False))


def _shellcheck(lines: str, shell: str) -> str:
    words = [SHELLCHECK, "--norc", "--shell", shell, "--format", "gcc", "-"]
    return _said(subprocess.run(words, input=lines + "\n", capture_output=True, text=True, check=False))


def _said(done: subprocess.CompletedProcess[str]) -> str:
    return done.stdout + done.stderr or (f"exit {done.returncode}" if done.returncode else "")
