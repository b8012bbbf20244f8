"""Carries out one pipeline on one event, stage by stage and job by job, and tells what it did."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

from conformance.ci import shell
from conformance.ci.session import DIGEST, Checkout, Done, Event, Session, nothing_to_check_out
from conformance.gitlab import rules
from conformance.gitlab.rules import UnknownRule

STAGES = (".pre", "build", "test", "deploy", ".post")
GLOBAL = ("workflow", "variables", "default", "stages", "include")
JOB = {
    "after_script",
    "artifacts",
    "environment",
    "extends",
    "image",
    "interruptible",
    "resource_group",
    "rules",
    "script",
    "services",
    "stage",
    "variables",
}
SOURCES = {"push": "push", "workflow_dispatch": "web", "pull_request": "merge_request_event"}
MERGE_REQUEST = "7"
PROJECT = "repo"
#: What GitLab fills in of a variable's value: `$$` is one dollar.
EXPANDED = re.compile(r"\$(?:\$|(\w+)|\{(\w+)\})")
#: How runners start bash.
OPTIONS = ("-e", "-o", "pipefail")


@dataclass(frozen=True)
class Job:
    """One job made whole, with the rule that let it into the pipeline."""

    name: str
    keys: Mapping[str, Any]
    variables: Mapping[str, str]
    rule: Mapping[str, Any]

    @property
    def manual(self) -> bool:
        return self.rule.get("when", self.keys.get("when")) == "manual"

    @property
    def stage(self) -> int:
        return STAGES.index(self.keys.get("stage", "test"))

    @property
    def environment(self) -> Mapping[str, Any]:
        said = self.keys.get("environment") or {}
        whole = {"name": said} if isinstance(said, str) else said
        return {key: expanded(value, self.variables) for key, value in whole.items()}

    @property
    def image(self) -> str:
        return expanded(self.keys.get("image", ""), self.variables)


def run(pipeline: Mapping[str, Any], event: Event, folder: Path, checkout: Checkout = nothing_to_check_out) -> Session:
    """`folder` is the runner's disk: each job gets a folder of its own below it."""
    workflow = pipeline.get("workflow") or {}
    rule = rules.first(workflow.get("rules", [{}]), _variables(pipeline, event))
    if rule is None or rule.get("when") == "never":
        return Session(triggered=False)
    made = jobs(pipeline, event)
    if not made:
        return Session(triggered=False, refused="no job is in the pipeline")
    cancel = {**(workflow.get("auto_cancel") or {}), **(rule.get("auto_cancel") or {})}.get("on_new_commit")
    return _Run(made, event, folder, checkout, cancel or "conservative").session()


def asked(pipeline: Mapping[str, Any]) -> list[str]:
    """The variables that the form for a new pipeline shows."""
    return [name for name, said in (pipeline.get("variables") or {}).items() if isinstance(said, Mapping)]


def jobs(pipeline: Mapping[str, Any], event: Event) -> list[Job]:
    """The jobs of the pipeline in the order of their stages."""
    found = []
    for name, said in pipeline.items():
        if name in GLOBAL or name.startswith("."):
            continue
        keys = {**(pipeline.get("default") or {}), **_whole(pipeline, said)}
        if unknown := keys.keys() - JOB:
            raise UnknownRule(f"keys {sorted(unknown)} of job {name}")
        if not keys.get("script"):
            raise UnknownRule(f"job {name} has no script")
        variables = _variables(pipeline, event, keys.get("variables") or {})
        rule = rules.first(keys.get("rules", [{}]), variables)
        if rule is not None and rule.get("when") != "never":
            found.append(Job(name, keys, variables, rule))
    return sorted(found, key=lambda job: job.stage)


def _whole(pipeline: Mapping[str, Any], said: Mapping[str, Any]) -> dict[str, Any]:
    """The job with what it extends: mappings are merged, all else is replaced."""
    base = _whole(pipeline, pipeline[said["extends"]]) if "extends" in said else {}
    return _merged(base, said)


def _merged(low: Mapping[str, Any], high: Mapping[str, Any]) -> dict[str, Any]:
    both = {**low, **high}
    for key in low.keys() & high.keys():
        if isinstance(low[key], Mapping) and isinstance(high[key], Mapping):
            both[key] = _merged(low[key], high[key])
    return both


def _variables(
    pipeline: Mapping[str, Any], event: Event, own: Mapping[str, Any] = MappingProxyType({})
) -> dict[str, str]:
    """What is known before a job runs; what somebody gives a pipeline beats everything."""
    given = {name: value for name, value in event.inputs.items() if name != "environment"}
    return {**_values(pipeline.get("variables") or {}), **_predefined(event), **_values(own), **given}


def _values(variables: Mapping[str, Any]) -> dict[str, str]:
    """Variables as they are declared, each with its value as text."""
    said = {name: one.get("value", "") if isinstance(one, Mapping) else one for name, one in variables.items()}
    return {name: value if isinstance(value, str) else str(value) for name, value in said.items()}


def _predefined(event: Event) -> dict[str, str]:
    merge_request = event.name == "pull_request"
    return {
        "CI": "true",
        "GITLAB_CI": "true",
        "CI_PIPELINE_SOURCE": SOURCES[event.name],
        "CI_COMMIT_SHA": event.sha,
        "CI_COMMIT_REF_NAME": event.branch,
        "CI_PROJECT_NAME": PROJECT,
        "CI_PROJECT_PATH": f"acme/{PROJECT}",
        "CI_PROJECT_URL": f"https://git.example.com/acme/{PROJECT}",
        "CI_JOB_URL": f"https://git.example.com/acme/{PROJECT}/-/jobs/1",
        **({"CI_MERGE_REQUEST_IID": MERGE_REQUEST} if merge_request else {"CI_COMMIT_BRANCH": event.branch}),
    }


def expanded(value: str, variables: Mapping[str, str]) -> str:
    """The text with the variables that it names."""
    return EXPANDED.sub(
        lambda found: "$" if found[0] == "$$" else variables.get(found[1] or found[2], ""),
        value,
    )


class _Run:
    def __init__(self, made: list[Job], event: Event, folder: Path, checkout: Checkout, cancel: str) -> None:
        self._jobs, self._event, self._folder, self._checkout, self._cancel = made, event, folder, checkout, cancel
        self._session = Session(triggered=True)
        self._reports: dict[str, str] = {}

    def session(self) -> Session:
        self._session.concurrency = {
            "groups": {(job.environment["name"], self._group(job)) for job in self._jobs if job.environment},
            "cancel-in-progress": self._cancelled(),
        }
        if self._event.action == "closed":
            for job in self._stopping():
                self._job(job)
            return self._session
        for job in self._jobs:
            if job.manual and job.environment.get("name") != self._start:
                self._session.results[job.name] = "manual"
            elif any(self._session.results.get(other.name) == "failure" for other in self._before(job)):
                self._session.results[job.name] = "skipped"
            else:
                self._job(job)
        return self._session

    @property
    def _start(self) -> str:
        return self._event.start or self._event.inputs.get("environment", "")

    def _before(self, job: Job) -> list[Job]:
        return [other for other in self._jobs if other.stage < job.stage]

    def _group(self, job: Job) -> str:
        return expanded(job.keys.get("resource_group", ""), job.variables)

    def _cancelled(self) -> bool:
        """Whether a newer commit stops this pipeline; a conservative GitLab does until one of certain jobs begins."""
        running = [job for job in self._jobs if not job.manual]
        return self._cancel == "conservative" or (
            self._cancel == "interruptible" and all(job.keys.get("interruptible") is True for job in running)
        )

    def _stopping(self) -> Iterator[Job]:
        """GitLab stops the environments of a merge request with the jobs that those who made them name."""
        for job in self._jobs:
            if not job.manual and "on_stop" in job.environment:
                for other in self._jobs:
                    if other.name == job.environment["on_stop"]:
                        if (other.environment.get("name"), other.environment.get("action"), other.manual) != (
                            job.environment["name"],
                            "stop",
                            True,
                        ):
                            raise UnknownRule(f"{other.name} cannot stop what {job.name} made")
                        yield other

    def _job(self, job: Job) -> None:
        folder = self._folder / job.name
        self._checkout(folder, self._event.sha)
        environment = job.environment.get("name")
        self._session.done.append(Done(job.name, environment, action=f"image {job.image}"))
        variables = {name: expanded(value, job.variables) for name, value in job.variables.items()}
        variables |= self._secrets(environment)
        variables |= {name: value for name, value in self._reports.items() if name not in self._event.inputs}
        good = self._lines(job, job.keys["script"], folder, environment, variables)
        if "after_script" in job.keys:
            status = {"CI_JOB_STATUS": "success" if good else "failed"}
            self._lines(job, job.keys["after_script"], folder, environment, variables | status)
        self._session.results[job.name] = "success" if good else "failure"

    def _lines(
        self, job: Job, lines: list[str], folder: Path, environment: str | None, variables: Mapping[str, str]
    ) -> bool:
        ran = shell.run("\n".join(lines), folder, variables, DIGEST, self._event.failing, OPTIONS)
        self._session.done += [Done(job.name, environment, command=command) for command in ran.commands]
        self._session.summary += ran.printed
        report = ((job.keys.get("artifacts") or {}).get("reports") or {}).get("dotenv")
        if report in ran.files:
            self._reports |= dict(line.split("=", 1) for line in ran.files[report].splitlines())
        return ran.succeeded

    def _secrets(self, environment: str | None) -> dict[str, str]:
        """The project's own variables; a token is there for jobs of an environment only."""
        names = ["REGISTRY_USER", "REGISTRY_PASSWORD", *(["DAGSTER_CLOUD_API_TOKEN"] if environment else [])]
        return {name: f"<secret {name}>" for name in names}
