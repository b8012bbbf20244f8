"""Carries out one workflow on one event, job by job and step by step, and tells what it did."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

from conformance.ci import shell
from conformance.ci.session import DIGEST, Checkout, Done, Event, Session, nothing_to_check_out
from conformance.github import expressions

PULL_REQUEST_DEFAULT = ["opened", "synchronize", "reopened"]
HOSTED = ("ubuntu-22.04", "ubuntu-24.04")
INPUT_TYPES = ("string", "choice", "boolean", "number", "environment")
#: An action is taken at a released version or at a commit: anything else is a mistake, or moves under our feet.
ACTION = re.compile(r"[\w.-]+/[\w./-]+@(?:v\d+(?:\.\d+)*|[0-9a-f]{40})")
#: The files that steps write their outputs and the run's summary to.
OUTPUT, SUMMARY = "GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY"
#: How a line begins that a run is to show as an error.
ERROR = "::error::"


def run(workflow: Mapping[str, Any], event: Event, folder: Path, checkout: Checkout = nothing_to_check_out) -> Session:
    """`folder` is the runner's disk: each job gets a folder of its own below it."""
    triggers = workflow["on"]
    if event.name not in triggers or not _wanted(triggers[event.name] or {}, event):
        return Session(triggered=False)
    inputs, refused = _inputs(triggers[event.name] or {}, event) if event.name == "workflow_dispatch" else ({}, "")
    if refused:
        return Session(triggered=False, refused=refused)
    return _Run(workflow, event, inputs, folder, checkout).session()


def asked(workflow: Mapping[str, Any]) -> list[str]:
    """The inputs of a manual run, besides the environment."""
    return [name for name in workflow["on"]["workflow_dispatch"]["inputs"] if name != "environment"]


def _wanted(trigger: Mapping[str, Any], event: Event) -> bool:
    if event.name == "push" and "branches" in trigger:
        return any(fnmatchcase(event.branch, str(pattern)) for pattern in trigger["branches"])
    if event.name == "pull_request":
        return event.action in trigger.get("types", PULL_REQUEST_DEFAULT)
    return True


def _inputs(trigger: Mapping[str, Any], event: Event) -> tuple[dict[str, Any], str]:
    """The inputs of a manual run as GitHub takes them, or why it refuses."""
    declared = trigger.get("inputs") or {}
    unknown = set(event.inputs) - set(declared)
    if unknown:
        return {}, f"unexpected inputs {sorted(unknown)}"
    taken = {}
    for name, declaration in declared.items():
        if declaration.get("type", "string") not in INPUT_TYPES or not isinstance(
            declaration.get("description", ""), str
        ):
            return {}, f"input {name} has an unknown type or no text as description"
        value = event.inputs.get(name, declaration.get("default", ""))
        if declaration.get("required") is True and value == "":
            return {}, f"input {name} is required"
        if declaration.get("type") == "choice" and value not in ("", *declaration["options"]):
            return {}, f"input {name} can't be {value}"
        taken[name] = value
    return taken, ""


class _Run:
    def __init__(
        self, workflow: Mapping[str, Any], event: Event, inputs: Mapping[str, Any], folder: Path, checkout: Checkout
    ) -> None:
        self._workflow, self._event, self._folder, self._checkout = workflow, event, folder, checkout
        self._contexts: dict[str, Any] = {
            "github": _github(event),
            "inputs": inputs,
            "secrets": _Named("secret"),
            "vars": _Named("var"),
            "env": {},
            "needs": {},
            "steps": {},
        }
        self._session = Session(triggered=True)

    def session(self) -> Session:
        concurrency = self._workflow.get("concurrency")
        if isinstance(concurrency, Mapping):
            concurrency = {key: self._expand(value) for key, value in concurrency.items()}
        self._session.concurrency = concurrency
        waiting = dict(self._workflow["jobs"])
        while waiting:
            name = next(name for name, job in waiting.items() if not set(_needs(job)) & waiting.keys())
            self._job(name, waiting.pop(name))
        return self._session

    def _job(self, name: str, job: Mapping[str, Any]) -> None:
        needed = {other: self._all_needs[other] for other in _needs(job)}
        contexts = {**self._contexts, "needs": needed}
        good = all(other["result"] == "success" for other in needed.values())
        result = "skipped"
        outputs: dict[str, Any] = {}
        if expressions.condition(job.get("if"), contexts, _status(good)):
            if job["runs-on"] not in HOSTED:
                raise expressions.UnknownExpression(f"runner {job['runs-on']}")
            result, outputs = self._steps(name, job, contexts)
        self._session.results[name] = result
        self._all_needs[name] = {"result": result, "outputs": outputs}

    @property
    def _all_needs(self) -> dict[str, Any]:
        return self._contexts["needs"]

    def _steps(self, name: str, job: Mapping[str, Any], contexts: Mapping[str, Any]) -> tuple[str, dict[str, Any]]:
        folder = self._folder / name
        folder.mkdir()
        environment = {key: self._expand(value, contexts) for key, value in (self._workflow.get("env") or {}).items()}
        environment |= {
            key: self._expand(value, {**contexts, "env": environment}) for key, value in (job.get("env") or {}).items()
        }
        contexts = {**contexts, "env": environment, "steps": {}}
        deployed_to = self._expand(_name_of(job.get("environment")), contexts)
        good = True
        for step in job["steps"]:
            if expressions.condition(step.get("if"), contexts, _status(good)):
                good = self._step(name, deployed_to, step, contexts, folder) and good
        outputs = {key: self._expand(value, contexts) for key, value in (job.get("outputs") or {}).items()}
        return ("success" if good else "failure"), outputs

    def _step(
        self, job: str, deployed_to: str | None, step: Mapping[str, Any], contexts: Mapping[str, Any], folder: Path
    ) -> bool:
        environment = {key: expressions.as_text(value) for key, value in contexts["env"].items()}
        environment |= {
            key: expressions.as_text(self._expand(value, contexts)) for key, value in (step.get("env") or {}).items()
        }
        if "uses" in step:
            if not ACTION.fullmatch(step["uses"]):
                raise expressions.UnknownExpression(f"action {step['uses']}")
            inputs = {key: self._expand(value, contexts) for key, value in (step.get("with") or {}).items()}
            self._session.done.append(Done(job, deployed_to, action=step["uses"], inputs=inputs))
            if step["uses"].startswith("actions/checkout@"):
                self._checkout(folder / str(inputs.get("path", ".")), str(inputs.get("ref", self._event.sha)))
            return True
        ran = shell.run(
            self._expand(step["run"], contexts),
            folder,
            {**self._default_environment(), **environment},
            DIGEST,
            self._event.failing,
            named=(OUTPUT, SUMMARY),
        )
        self._session.done += [Done(job, deployed_to, command=command) for command in ran.commands]
        self._session.summary += ran.named[SUMMARY]
        self._session.errors += [line.removeprefix(ERROR) for line in ran.printed.splitlines() if line.startswith(ERROR)]
        if "id" in step:
            contexts["steps"][step["id"]] = {
                "outputs": dict(line.split("=", 1) for line in ran.named[OUTPUT].splitlines() if "=" in line),
                "outcome": "success" if ran.succeeded else "failure",
            }
        return ran.succeeded

    def _default_environment(self) -> dict[str, str]:
        github = _github(self._event)
        return {
            "GITHUB_REF": github["ref"],
            "GITHUB_SHA": github["sha"],
            "GITHUB_REPOSITORY": github["repository"],
            "GITHUB_SERVER_URL": github["server_url"],
            "GITHUB_EVENT_NAME": github["event_name"],
        }

    def _expand(self, value: Any, contexts: Mapping[str, Any] | None = None) -> Any:
        return expressions.expand(value, contexts or self._contexts)


def _github(event: Event) -> dict[str, Any]:
    reference = f"refs/heads/{event.branch}" if event.name != "pull_request" else "refs/pull/7/merge"
    return {
        "event_name": event.name,
        "ref": reference,
        "sha": event.sha,
        "event": {"action": event.action},
        "repository": "acme/repo",
        "server_url": "https://git.example.com",
    }


class _Named(dict[str, str]):
    """Secrets and variables: each one's value is a sentence that says which it is."""

    def __init__(self, kind: str) -> None:
        super().__init__()
        self._kind = kind

    def get(self, key: str, _default: Any = None) -> str:
        return f"<{self._kind} {key}>"


def _needs(job: Mapping[str, Any]) -> list[str]:
    needs = job.get("needs", [])
    return [needs] if isinstance(needs, str) else needs


def _name_of(environment: Any) -> Any:
    return environment.get("name") if isinstance(environment, Mapping) else environment


def _status(good: bool) -> dict[str, Callable[[], bool]]:
    return {"always": lambda: True, "success": lambda: good, "failure": lambda: not good, "cancelled": lambda: False}
