"""A repository's workflow, whatever its CI system: what it does on every event that matters.

The scenarios know nothing of the names of jobs and steps; they look at which commands are run,
with which words and environment, and under which of the CI system's environments.
"""

from __future__ import annotations

import os
import re
import tempfile
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path
from typing import Any, ClassVar

import jsonschema
from check_jsonschema.builtin_schemas import get_builtin_schema
from packaging.specifiers import SpecifierSet

from conformance import promotion, reading
from conformance.ci.session import DIGEST, Done, Event, Session
from conformance.ci.shell import BRANCH_DEPLOYMENT
from conformance.systems import Workflow
from conformance.verdict import Verdict, unlike, verdict
from conformance.workspace import Repo, Target

TOKEN = "<secret DAGSTER_CLOUD_API_TOKEN>"
PUSH = Event("push")
OLDER = "d" * 40


Chapters = Iterator[tuple[str, Callable[[], object]]]


@dataclass(frozen=True)
class Story(ABC):
    """What must happen, and what must not, when something happens in the repository."""

    repo: Repo
    workflow: Workflow
    sessions: dict[str, Session] = field(default_factory=dict)

    #: How the line begins that says that a job has the repository's files.
    FILES: ClassVar[str]
    #: The environment that branch deployments have for themselves, if any.
    BRANCH: ClassVar[str] = ""

    def verdicts(self, file: str) -> Iterator[Verdict]:
        for what, complaint in (*self._own_chapters(), *self._chapters()):
            yield verdict(f"workflow: {what}", file, complaint)

    @abstractmethod
    def _own_chapters(self) -> Chapters:
        """What only workflows of this CI system can do wrong."""

    def _mistaken(self, good: Mapping[str, str]) -> list[dict[str, str]]:
        """What a person may not give: nothing, a tag alone, less than a whole digest or commit, something behind a good one."""
        return [
            {**good, name: wrong}
            for name in self.workflow.asked
            for wrong in ("", "latest", good[name][:-1], good[name] + " x")
        ]

    @abstractmethod
    def _folders(self, session: Session, job: str) -> dict[str, str]:
        """By folder of the job, the commit whose files it has."""

    @abstractmethod
    def _pythons(self, session: Session) -> list[str]:
        """The Pythons that serverless code is built with."""

    def _chapters(self) -> Chapters:
        yield "a push builds and deploys to the first environment", self._push
        yield "a push elsewhere does nothing", self._push_elsewhere
        yield "a manual run deploys what it is told to where it is told", self._manual
        yield "a manual run refuses what it can't do, before anybody is asked to approve it", self._manual_refusals
        yield "a deployment tells how to record the image where releases are recorded", self._records
        yield "a pull request makes and closes a branch deployment", self._pull_request
        yield "a failed deployment still reports", self._failure
        yield "variables are looked for before a deployment, and stop it", self._gate

    @property
    def _branch_deployments(self) -> bool:
        return self.repo.organisation.branch_deployments(self.repo.first.environment)

    def _run(self, event: Event) -> Session:
        """The same event leads to the same session, so each is run once."""
        if repr(event) not in self.sessions:
            with tempfile.TemporaryDirectory(dir=_memory()) as folder:
                self.sessions[repr(event)] = self.workflow.run(event, Path(folder))
        return self.sessions[repr(event)]

    def _event(self, name: str, **more: Any) -> Event:
        return Event(name, **{"branch": self.repo.branch, **more})

    def _push(self) -> Iterator[str | None]:
        session = self._run(self._event("push"))
        if not session.triggered:
            yield f"does not run on a push to {self.repo.branch}"
            return
        yield from self._deploys_what_was_pushed(session)

    def _deploys_what_was_pushed(self, session: Session, *, to_branch: bool = False) -> Iterator[str | None]:
        if self.repo.first.hybrid:
            yield from self._builds(session)
        yield from self._deploys(session, self.repo.first, PUSH.sha, to_branch=to_branch)
        ran = {name for name, result in session.results.items() if result in ("success", "failure")}
        yield unlike(sorted(ran - {one.job for one in session.done}), [])

    def _push_elsewhere(self) -> Iterator[str | None]:
        if self._run(self._event("push", branch="somewhere-else")).triggered:
            yield "runs on a push to another branch"

    def _manual_event(self, deployment: str) -> Event:
        """What was pushed before is deployed once more: hybrid its images, as the summary names them, serverless its commit."""
        push = self._run(self._event("push", sha=OLDER))
        return self._dispatch(promotion.by_hand(self.workflow.asked, deployment, push, OLDER))

    def _dispatch(self, inputs: Mapping[str, str]) -> Event:
        return self._event("workflow_dispatch", inputs=inputs)

    def _manual(self) -> Iterator[str | None]:
        for target in self.repo.targets:
            session = self._run(self._manual_event(target.deployment))
            if not session.triggered:
                yield f"can't be run by hand for {target.deployment}: {session.refused}"
                continue
            if session.commands("docker"):
                yield "a manual run builds an image of its own"
            yield from self._deploys(session, target, OLDER)

    def _manual_refusals(self) -> Iterator[str | None]:
        for event in self._refused():
            session = self._run(event)
            if any(one.environment for one in session.done):
                yield f"a manual run on {event.branch} with {event.inputs} reaches an environment"
            if session.triggered and "failure" not in session.results.values():
                yield f"a manual run on {event.branch} with {event.inputs} is not refused"

    def _refused(self) -> Iterator[Event]:
        """Manual runs with mistaken texts, and a good one of what nobody merged."""
        good = self._manual_event(self.repo.targets[-1].deployment)
        yield from (self._dispatch(inputs) for inputs in self._mistaken(good.inputs))
        yield replace(good, branch="somewhere-else")

    def _records(self) -> Iterator[str | None]:
        for target in self.repo.targets:
            event = self._manual_event(target.deployment)
            yield from self._told_to_record(target, self._run(event))
            yield unlike(promotion.records(self._run(replace(event, failing=self._last_command))), [])
        yield from self._told_to_record(self.repo.first, self._run(self._event("push")))
        yield unlike(promotion.records(self._run(self._event("pull_request", action="opened"))), [])

    def _told_to_record(self, target: Target, session: Session) -> Iterator[str | None]:
        """What is recorded is one image; serverless has none."""
        due = []
        if target.hybrid and len(self._all_builds) == 1 and self.repo.organisation.promoted(target.environment):
            due = [f"dagster-fleet deployed {self.repo.name} {target.environment} --image {promotion.told(session)}"]
        yield unlike(promotion.records(session), due)

    def _pull_request(self) -> Iterator[str | None]:
        sessions = {
            action: self._run(self._event("pull_request", action=action))
            for action in ("opened", "synchronize", "reopened", "closed")
        }
        if not self._branch_deployments:
            yield from (
                f"runs when a pull request is {action}, without branch deployments"
                for action, session in sessions.items()
                if session.triggered
            )
            return
        for action, session in sessions.items():
            if not session.triggered:
                yield f"does not run when a pull request is {action}"
            elif action != "closed":
                yield from self._deploys_what_was_pushed(session, to_branch=True)
            else:
                yield from self._closes(session)

    def _failure(self) -> Iterator[str | None]:
        session = self._run(self._event("push", failing=self._last_command))
        if "failure" not in session.results.values():
            yield f"a failed `{self._last_command}` leaves the run green"
        if self._has_session and not session.commands("dagster-cloud", "ci", "status"):
            yield "no `ci status` after a failed `ci deploy`"
        broken = self._run(self._event("push", failing="docker push"))
        if self._all_builds and broken.commands("dagster-cloud"):
            yield "deploys although the image could not be pushed"

    def _gate(self) -> Iterator[str | None]:
        """Where the organisation says how to get our command: under the token, with the contract of what is deployed."""
        sessions = {target.deployment: self._run(self._manual_event(target.deployment)) for target in self.repo.targets}
        sessions[self.repo.first.deployment] = self._run(self._event("push"))
        asked = {name: session.commands("dagster-fleet", "env", "check") for name, session in sessions.items()}
        if not self.repo.git("install"):
            yield from (
                f"{name} is asked for variables by a command that is not there" for name in asked if asked[name]
            )
            return
        for name, checks in asked.items():
            yield unlike(len(checks), 1)
            for one in checks:
                assert one.command
                yield from self._environment(one, name)
                contract = Path(os.path.normpath(Path(one.command.folder, one.command.words[3])))
                yield unlike(contract.parts[-2:], (".dagster-fleet", f"env_set.{name}.json"))
            install = self.repo.git("install") or ""
            yield from self._order(sessions[name], self.FILES, install, "dagster-fleet env check", "dagster-cloud")
        stopped = self._run(self._event("push", failing="dagster-fleet env check"))
        if stopped.commands("dagster-cloud", "ci", "deploy") or stopped.commands("dagster-cloud", "workspace"):
            yield "deploys although a variable is missing"

    @property
    def _all_builds(self) -> set[promotion.Build]:
        """Of every environment: what one of them runs is promoted to it some day."""
        builds = {promotion.due(location) for target in self.repo.targets for location in target.locations}
        return {build for build in builds if build}

    @property
    def _has_session(self) -> bool:
        """Ready images go in without `ci init`; everything else is built or given its image first."""
        return bool(self._all_builds) or not self.repo.first.hybrid

    @property
    def _last_command(self) -> str:
        """Of those that deploy."""
        return "dagster-cloud ci deploy" if self._has_session else "dagster-cloud workspace add-location"

    def _builds(self, session: Session) -> Iterator[str | None]:
        """Each image is built once, from the directory that dagster_cloud.yaml names, and pushed to its registry."""
        images = promotion.built(session)
        yield unlike(sorted(image.build for image in images), sorted(self._all_builds))
        named = re.compile(rf"{PUSH.sha}(-[\w.-]*\w)?")
        yield from (f"{image.name} is not named after its commit" for image in images if not named.fullmatch(image.tag))
        names = sorted(image.name for image in images)
        if len(set(names)) < len(names):
            yield f"one image overwrites another: {names}"
        pushed = [one.command.words[-1] for one in session.commands("docker", "push") if one.command]
        yield unlike(sorted(pushed), names)
        for registry in {registry.split("/")[0] for registry, _ in self._all_builds}:
            logins = session.commands("docker", "login", registry)
            yield unlike(len(logins), 1)
            for login in logins:
                yield unlike(
                    (login.option("--username"), login.command.given if login.command else None),
                    ("<secret REGISTRY_USER>", "<secret REGISTRY_PASSWORD>"),
                )
        if images:
            yield from self._order(
                session, self.FILES, "docker login", "docker build", "docker push", "dagster-cloud ci init"
            )

    def _deploys(
        self, session: Session, target: Target, commit: str, *, to_branch: bool = False
    ) -> Iterator[str | None]:
        """One deployment, one file, one commit; every step under the GitHub environment that holds its token."""
        for one in session.commands("dagster-cloud"):
            yield from self._environment(one, target.deployment, to_branch=to_branch)
        yield from self._order(session, self.FILES, "pip install --quiet dagster-cloud-cli", "dagster-cloud")
        yield unlike(list(_steps(session)), list(self._due_steps(target)))
        ours = (self.repo.git("install") or "").split()
        install = [one for one in session.commands("pip", "install") if one.command and list(one.command.words) != ours]
        yield from (
            unlike(one.command.words[-1], f"dagster-cloud-cli=={self.repo.organisation.dagster}")
            for one in install
            if one.command
        )
        if session.commands("dagster-cloud", "ci", "branch-deployment", ".", "--mark-closed"):
            yield "closes a branch deployment where it should deploy"
        if self._has_session:
            yield from self._initialises(session, target.deployment, commit)
        if target.hybrid:
            yield from self._gives_images(session, target, commit)
            yield from self._adds_ready_ones(session, target, to_branch=to_branch)
        else:
            yield from self._builds_python(session)

    def _due_steps(self, target: Target) -> Iterator[str]:
        ready = [location for location in target.locations if "image" in location]
        if self._has_session:
            yield "ci init"
            yield from ["ci locations-deselect" for _ in ready]
            if not target.hybrid:
                yield "ci build"
            elif len(ready) < len(target.locations):
                yield "ci set-build-output"
            yield "ci deploy"
        yield from ["workspace add-location" for _ in ready]
        if self._has_session:
            yield "ci status"

    def _gives_images(self, session: Session, target: Target, commit: str) -> Iterator[str | None]:
        """Every location that is built gets the image of its own build; the others are not in the session."""
        tags = {image.build: image.tag for image in promotion.built(self._run(self._event("push", sha=commit)))}
        builds = {location["location_name"]: promotion.due(location) for location in target.locations}
        left_out = {
            one.command.words[3] for one in session.commands("dagster-cloud", "ci", "locations-deselect") if one.command
        }
        if self._has_session:
            yield unlike(sorted(left_out), sorted(name for name, build in builds.items() if not build))
        given: dict[str, str | None] = {}
        for one in session.commands("dagster-cloud", "ci", "set-build-output"):
            for name in one.options("--location-name") or sorted(builds.keys() - left_out):
                if name in given:
                    yield f"{name} is given an image twice"
                given[name] = one.option("--image-tag")
        yield unlike(given, {name: f"{tags[build]}@{DIGEST}" for name, build in builds.items() if build})

    def _adds_ready_ones(self, session: Session, target: Target, *, to_branch: bool) -> Iterator[str | None]:
        added = session.commands("dagster-cloud", "workspace", "add-location")
        yield unlike(
            sorted(one.command.words[3] for one in added if one.command),
            sorted(location["location_name"] for location in target.locations if "image" in location),
        )
        for one in added:
            yield unlike(
                (one.option("--deployment"), one.option("--location-file")),
                (BRANCH_DEPLOYMENT if to_branch else target.deployment, f"dagster_cloud.{target.deployment}.yaml"),
            )

    def _initialises(self, session: Session, deployment: str, commit: str) -> Iterator[str | None]:
        init = _only(session, "init")
        yield unlike(init.option("--deployment"), deployment)
        yield unlike(init.option("--commit-hash"), commit)
        if commit not in (init.option("--git-url") or ""):
            yield "--git-url doesn't lead to the commit"
        assert init.command
        project = Path(init.command.folder, init.option("--project-dir") or ".")
        named = Path(os.path.normpath(project / (init.option("--dagster-cloud-yaml-path") or "dagster_cloud.yaml")))
        folders = self._folders(session, init.job)
        yield unlike((str(named.parent) in folders, named.name), (True, f"dagster_cloud.{deployment}.yaml"))
        if not self.repo.first.hybrid:
            yield unlike(folders.get(os.path.normpath(project)), commit)
            yield unlike(folders.get(str(named.parent)), PUSH.sha)

    def _builds_python(self, session: Session) -> Iterator[str | None]:
        build = _only(session, "build")
        version = build.option("--python-version") or ""
        yield unlike((build.option("--build-strategy"), self._pythons(session)), ("python-executable", [version]))
        for name in self.repo.first.project_files:
            requires = reading.toml(self.repo.first.text(name))["project"]["requires-python"]
            if version not in SpecifierSet(requires):
                yield f"builds with Python {version}, which {requires} excludes"

    def _closes(self, session: Session) -> Iterator[str | None]:
        others = [
            one.line
            for one in session.done
            if one.command
            and one.command.words[:1] != ("pip",)
            and one.command.words[:3] != ("dagster-cloud", "ci", "branch-deployment")
        ]
        yield unlike(others, [])
        close = _only(session, "branch-deployment")
        yield from self._environment(close, self.repo.first.deployment, to_branch=True)
        yield unlike(close.option("--base-deployment-name"), self.repo.first.deployment)
        assert close.command
        if not {".", "--mark-closed"} <= set(close.command.words):
            yield "does not mark the branch deployment of this checkout as closed"
        yield from self._order(session, self.FILES, "pip install", "dagster-cloud ci branch-deployment")

    def _environment(self, one: Done, deployment: str, *, to_branch: bool = False) -> Iterator[str | None]:
        assert one.command
        yield unlike(one.environment, (to_branch and self.BRANCH) or deployment)
        given = one.command.environment
        yield unlike(
            (given.get("DAGSTER_CLOUD_ORGANIZATION"), given.get("DAGSTER_CLOUD_API_TOKEN")),
            (self.repo.organisation.name, TOKEN),
        )
        if not given.get("DAGSTER_BUILD_STATEDIR"):
            yield "no DAGSTER_BUILD_STATEDIR"

    def _order(self, session: Session, *due: str) -> Iterator[str]:
        """The lines that begin so, one after the other; others may stand between them."""
        lines = iter([one.line for one in session.done])
        for start in due:
            if not any(line.startswith(start) for line in lines):
                yield f"no `{start}` in its place"
                return


def schema_errors(schema: str, text: str) -> list[str]:
    """What the schema of a CI system, as check-jsonschema brings it, has to say."""
    return [f"{error.json_path}: {error.message}" for error in _schema(schema).iter_errors(reading.yaml_1_2(text))]


@lru_cache
def _schema(name: str) -> Any:
    schema = get_builtin_schema(name)
    return jsonschema.validators.validator_for(schema)(schema)


def _steps(session: Session) -> Iterator[str]:
    """What is run of `dagster-cloud`, one after the other; `set-build-output` is one step, however many locations it takes."""
    before = ""
    for one in session.commands("dagster-cloud"):
        step = " ".join(one.command.words[1:3]) if one.command else ""
        if step != "ci branch-deployment" and not (step == before == "ci set-build-output"):
            yield step
        before = step


def _only(session: Session, step: str) -> Done:
    found = session.commands("dagster-cloud", "ci", step)
    if len(found) != 1:
        raise LookupError(f"`dagster-cloud ci {step}` runs {len(found)} times")
    return found[0]


def _once(session: Session, *words: str) -> str | None:
    found = session.commands(*words)
    return None if len(found) == 1 else f"`{' '.join(words)}` runs {len(found)} times"


def _memory() -> str | None:
    """A folder in memory where there is one: the scenarios write a few bytes a thousand times."""
    return "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
