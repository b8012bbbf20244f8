"""The files at the place where they are delivered: a team's repository, and the commands that deploy from it.

Lays out a git repository as the team gets it (one dagster_cloud.<deployment>.yaml for each
environment at the root, one pyproject.toml for each project, the workflow), lets the workflow's
own steps choose the commands, and runs those with the real CLI. `ci build` alone needs the
network; it is replaced by the record that it leaves behind.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml
from dagster_cloud_cli.commands.ci import state
from dagster_dg_cli.cli.utils import create_temp_dagster_cloud_yaml_file
from dagster_dg_core.context import DgContext

from conformance import dagster_cli, promotion, reading, systems
from conformance.ci.session import DIGEST, Done, Event, Session
from conformance.ci.shell import BRANCH_DEPLOYMENT, Command
from conformance.gitlab.runner import MERGE_REQUEST, PROJECT
from conformance.judges import cloud
from conformance.verdict import Verdict, unlike, verdict
from conformance.workspace import CLOUD, ENV_EXAMPLE, PIPELINE, Repo, Target

GIT = (
    "git",
    "-c",
    "user.name=conformance",
    "-c",
    "user.email=conformance@example.com",
    "-c",
    "init.defaultBranch=main",
    "-c",
    "commit.gpgsign=false",
)


def judge(repo: Repo) -> Iterator[Verdict]:
    """Deploys every environment from one delivered repository, and looks at what each command left and sent."""
    with tempfile.TemporaryDirectory() as folder:
        team = Path(folder) / "team"
        commit = _deliver(repo, team)
        for target in repo.targets:
            file = target.path(CLOUD)
            yield verdict("ci check: models and build directories", file, _checks, team, target)
            yield verdict("ci template changes nothing", file, _template, team, target)
            yield from _Deployment(target, team, commit, Path(folder) / target.environment).verdicts()
        if PIPELINE in repo.files and repo.organisation.branch_deployments(repo.first.environment):
            yield from _BranchDeployment(repo.first, team, commit, Path(folder) / "branch").verdicts()
        for name in repo.first.project_files:
            yield verdict("dg would deploy the same location", repo.first.path(name), _dg, team / name, repo.first)


def _deliver(repo: Repo, team: Path) -> str:
    """The team's repository with all of ours in it, and as much of theirs as the commands look for; returns its commit."""
    team.mkdir()
    for target in repo.targets:
        (team / f"dagster_cloud.{target.deployment}.yaml").write_text(target.text(CLOUD), "utf-8")
        for location in target.locations:
            _directory(team, (location.get("build") or {}).get("directory") or ".")
    for name in repo.first.project_files:
        _directory(team, str(Path(name).parent))
        (team / name).write_text(repo.first.text(name), "utf-8")
        _package(team / name, repo.first.text(name))
    for path in (ENV_EXAMPLE, PIPELINE, *repo.workflows):
        if path in repo.files:
            file = team / path.removeprefix("all/")
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(repo.files[path], "utf-8")
    for words in (("init", "--quiet"), ("add", "--all"), ("commit", "--quiet", "--message", "delivered")):
        subprocess.run([*GIT, *words], cwd=team, check=True, capture_output=True)
    return subprocess.run(
        [*GIT, "rev-parse", "HEAD"], cwd=team, check=True, capture_output=True, text=True
    ).stdout.strip()


def _directory(team: Path, name: str) -> None:
    directory = (team / name).resolve()
    if not directory.is_relative_to(team.resolve()):
        raise ValueError(f"{name} leaves the repository")
    directory.mkdir(parents=True, exist_ok=True)


def _package(pyproject: Path, text: str) -> None:
    """The project's package, empty: dg looks for its folder."""
    root = ((reading.toml(text).get("tool") or {}).get("dg") or {}).get("project", {}).get("root_module")
    if root:
        package = pyproject.parent / "src" / root.replace(".", "/")
        package.mkdir(parents=True, exist_ok=True)
        (package / "__init__.py").write_text("", "utf-8")


def _environment(target: Target, statedir: str) -> dict[str, str]:
    return {
        "DAGSTER_BUILD_STATEDIR": statedir,
        "DAGSTER_CLOUD_ORGANIZATION": target.organisation.name,
        "DAGSTER_CLOUD_API_TOKEN": "agent:test:0000",
    }


def _checks(team: Path, target: Target) -> str | None:
    words = [
        "ci",
        "check",
        "--project-dir",
        ".",
        "--dagster-cloud-yaml-path",
        f"dagster_cloud.{target.deployment}.yaml",
        "--dagster-cloud-connect-check",
        "skip",
    ]
    answer = dagster_cli.dagster_cloud(words, team, _environment(target, "unused"))
    return _refusal(answer)


def _refusal(answer: dagster_cli.Answer) -> str | None:
    return answer.output or f"exit {answer.status}" if answer.status else None


def _template(team: Path, target: Target) -> str | None:
    """Jinja and the merging of `defaults` find nothing to do in our file."""
    words = [
        "ci",
        "template",
        "--project-dir",
        ".",
        "--dagster-cloud-yaml-path",
        f"dagster_cloud.{target.deployment}.yaml",
    ]
    answer = dagster_cli.dagster_cloud(words, team, _environment(target, "unused"))
    return _refusal(answer) or unlike(yaml.safe_load(answer.output), reading.yaml_1_1(target.text(CLOUD)))


def _dg(pyproject: Path, target: Target) -> Iterator[str | None]:
    """`dg plus deploy` reads no dagster_cloud.yaml but makes one; it may not disagree with ours on name and module."""
    if "dg" not in (reading.toml(pyproject.read_text("utf-8")).get("tool") or {}):
        return
    with tempfile.TemporaryDirectory() as statedir:
        context = DgContext.for_workspace_or_project_environment(pyproject.parent, {})
        made = reading.yaml_1_1(Path(create_temp_dagster_cloud_yaml_file(context, statedir)).read_text("utf-8"))
    ours = {location["location_name"]: location["code_source"] for location in target.locations}
    for location in made["locations"]:
        yield unlike(location["code_source"], ours.get(location["location_name"]))


@dataclass(frozen=True)
class _Deployment:
    """One run of the workflow by hand for one environment, its dagster-cloud commands carried out."""

    target: Target
    team: Path
    commit: str
    folder: Path
    #: What Dagster+ was asked of branch deployments.
    branches: list[dict[str, Any]] = field(default_factory=list)

    @property
    def _file(self) -> str:
        return self.target.path(CLOUD)

    def verdicts(self) -> Iterator[Verdict]:
        self.folder.mkdir()
        sent: list[dict[str, Any]] = []
        commands = self._commands()
        for command, following in zip(commands, [*commands[1:], None]):
            verb = command.words[2]
            if command.words[0] == "git":
                yield verdict("git does it at the delivered place", self._file, self._with_git, command)
            elif verb in _RUN:
                answer = self._carry_out(command)
                yield verdict(f"{verb} runs at the delivered place", self._file, _refusal, answer)
                sent += answer.sent
                if verb in _AFTER and not (following and following.words[2] == verb):
                    yield verdict(
                        f"{verb} leaves the right state", self._file, _AFTER[verb], self, self._states(command)
                    )
            elif verb == "build":
                self._pretend_to_build(command)
        yield from self._document(sent)

    def _commands(self) -> list[Command]:
        """What the workflow runs; where a repository has none, what design says a person runs."""
        workflow = self._workflow
        if workflow is None:
            return self._by_hand()
        session = workflow.run(self._start, self.folder, self._checkout)
        return [self._placed(done) for done in session.done if done.command and done.command.words[0] in _TOOLS]

    @property
    def _start(self) -> Event:
        assert self._workflow
        inputs = promotion.by_hand(self._workflow.asked, self.target.deployment, self._push, self.commit)
        return self._event("workflow_dispatch", inputs=inputs)

    @property
    def _goes_to(self) -> tuple[str, bool]:
        """The deployment, and whether it is one of a branch."""
        return self.target.deployment, False

    @property
    def _workflow(self) -> systems.Workflow | None:
        return systems.workflow(self.target.repo)

    @cached_property
    def _push(self) -> Session:
        """The run that built what is deployed now."""
        assert self._workflow
        with tempfile.TemporaryDirectory() as folder:
            return self._workflow.run(self._event("push"), Path(folder))

    def _event(self, name: str, **more: Any) -> Event:
        return Event(name, branch=self.target.repo.branch, sha=self.commit, **more)

    def _image(self, location: Mapping[str, Any]) -> str | None:
        """The image that the location must run, with its digest; none on serverless."""
        build = promotion.due(location)
        if build is None:
            return location.get("image")
        tag = self.commit
        if self._workflow:
            tag = {image.build: image.tag for image in promotion.built(self._push)}[build]
        return f"{build[0]}:{tag}@{DIGEST}"

    def _placed(self, done: Done) -> Command:
        """The command with the folder that its job really has on this disk."""
        assert done.command
        return Command(
            str(self.folder / done.job / done.command.folder),
            done.command.words,
            {**done.command.environment, "DAGSTER_CLOUD_API_TOKEN": "agent:test:0000"},
        )

    def _by_hand(self) -> list[Command]:
        self._checkout(self.folder / "work", self.commit)
        init = (
            "init",
            "--deployment",
            self.target.deployment,
            "--dagster-cloud-yaml-path",
            f"dagster_cloud.{self.target.deployment}.yaml",
            "--commit-hash",
            self.commit,
        )
        build = (
            ("set-build-output", "--image-tag", f"{self.commit}@{DIGEST}")
            if self.target.hybrid
            else ("build", "--python-version", "3.12")
        )
        return [
            Command(
                str(self.folder / "work"), ("dagster-cloud", "ci", *words), _environment(self.target, ".dagster-plus")
            )
            for words in (init, build, ("deploy",))
        ]

    def _checkout(self, place: Path, reference: str) -> None:
        """actions/checkout empties the folder it is given, and puts the commit there."""
        if place.exists():
            shutil.rmtree(place)
        subprocess.run(
            [*GIT, "clone", "--quiet", "--no-local", str(self.team), str(place)], check=True, capture_output=True
        )
        subprocess.run([*GIT, "checkout", "--quiet", reference], cwd=place, check=True, capture_output=True)

    def _carry_out(self, command: Command) -> dagster_cli.Answer:
        answer = dagster_cli.dagster_cloud(command.words[1:], Path(command.folder), command.environment)
        self.branches.extend(answer.branches)
        return answer

    def _with_git(self, command: Command) -> str | None:
        done = subprocess.run(
            [*GIT, *command.words[1:]], cwd=command.folder, capture_output=True, text=True, check=False
        )
        return done.stderr if done.returncode else None

    def _store(self, command: Command) -> state.FileStore:
        return state.FileStore(str(Path(command.folder, command.environment["DAGSTER_BUILD_STATEDIR"])))

    def _states(self, command: Command) -> list[state.LocationState]:
        return self._store(command).list_locations()

    def _pretend_to_build(self, command: Command) -> None:
        store = self._store(command)
        for location in store.list_locations():
            location.build_output = state.PexBuildOutput(
                python_version="3.12", image=None, pex_tag="files=deps-abc.pex:source-def.pex"
            )
            store.save(location)

    def _initialised(self, states: list[state.LocationState]) -> Iterator[str | None]:
        due = {location["location_name"]: location.get("build") for location in self.target.locations}
        yield unlike(
            {
                one.location_name: one.build.build_config.model_dump(exclude_none=True)
                if one.build.build_config
                else None
                for one in states
            },
            due,
        )
        for one in states:
            yield unlike(
                (one.deployment_name, one.is_branch_deployment, one.build.commit_hash, one.selected),
                (*self._goes_to, self.commit, True),
            )

    def _deselected(self, states: list[state.LocationState]) -> Iterator[str | None]:
        ready = {location["location_name"] for location in self.target.locations if "image" in location}
        yield unlike({one.location_name for one in states if not one.selected}, ready)

    def _built(self, states: list[state.LocationState]) -> Iterator[str | None]:
        due = {one["location_name"]: self._image(one) if promotion.due(one) else None for one in self.target.locations}
        yield unlike({one.location_name: one.build_output.image if one.build_output else None for one in states}, due)

    def _document(self, sent: list[dict[str, Any]]) -> Iterator[Verdict]:
        """L3 on the very document that the server gets, and that it says what the file says."""
        ready = sum("image" in location for location in self.target.locations)
        together = ready < len(self.target.locations)
        yield verdict("one document, and one for each ready image", self._file, unlike, len(sent), together + ready)
        locations = {location["location_name"]: location for document in sent for location in document["locations"]}
        for ours in self.target.locations:
            name = ours["location_name"]
            theirs = json.loads(json.dumps(locations.get(name, {}), allow_nan=False))
            at = f"{self._file} {name}"
            yield verdict("L3: the deploy schema, as deployed", at, cloud.document_errors, theirs)
            yield verdict("the document sent says what the file says", at, self._same, ours, theirs)

    def _same(self, ours: Mapping[str, Any], theirs: Mapping[str, Any]) -> Iterator[str | None]:
        added = {"git", "image", "pex_metadata"} - ours.keys()
        yield unlike(
            {key: value for key, value in theirs.items() if key not in added},
            {key: value for key, value in ours.items() if key != "build"},
        )
        if "image" not in ours:
            yield unlike(theirs["git"]["commit_hash"], self.commit)
        if self.target.hybrid:
            yield unlike(theirs.get("image"), self._image(ours))


@dataclass(frozen=True)
class _BranchDeployment(_Deployment):
    """What a merge request leads to: the CLI knows it from GitLab's variables, and asks Dagster+ for its deployment."""

    action: str = "opened"

    def verdicts(self) -> Iterator[Verdict]:
        yield from super().verdicts()
        yield verdict("a merge request has a branch deployment", self._file, self._asked, "OPEN")
        closing = replace(self, folder=self.folder / "closing", branches=[], action="closed")
        for command in closing._commands():
            closing._carry_out(command)
        yield verdict("a closed merge request has none", self._file, closing._asked, "CLOSED")

    @property
    def _start(self) -> Event:
        return self._event("pull_request", action=self.action)

    @property
    def _goes_to(self) -> tuple[str, bool]:
        return BRANCH_DEPLOYMENT, True

    def _asked(self, status: str) -> Iterator[str | None]:
        if not self.branches:
            yield "nobody was asked"
        for asked in self.branches:
            told = (
                asked["pull_request_status"],
                asked["base_deployment_name"],
                asked["commit_hash"],
                asked["repo_name"],
            )
            yield unlike(told, (status, self.target.deployment, self.commit, PROJECT))
            yield unlike(asked["pull_request_url"].rsplit("/", 1)[1], MERGE_REQUEST)


#: What is carried out of all that a workflow runs.
_TOOLS = ("dagster-cloud", "git")
#: Commands that run without a network, and what must be true after some of them.
_RUN = {"branch-deployment", "init", "locations-deselect", "set-build-output", "deploy", "add-location", "status"}
_AFTER = {
    "init": _Deployment._initialised,
    "locations-deselect": _Deployment._deselected,
    "set-build-output": _Deployment._built,
}


def as_a_process(repo: Repo, executable: Path) -> Iterator[Verdict]:
    """Once the installed command itself, so that what is run in this process elsewhere is known to be the same."""
    target = repo.first
    with tempfile.TemporaryDirectory() as folder:
        team = Path(folder) / "team"
        _deliver(repo, team)
        words = [
            str(executable),
            "ci",
            "init",
            "--deployment",
            target.deployment,
            "--dagster-cloud-yaml-path",
            f"dagster_cloud.{target.deployment}.yaml",
        ]
        environment = {**dagster_cli.CLEAN, **_environment(target, str(Path(folder) / "state"))}
        done = subprocess.run(words, cwd=team, env=environment, capture_output=True, text=True, check=False)
        states = {path.name for path in (Path(folder) / "state").glob("*")}
        due = {f"location-{location['location_name']}.json" for location in target.locations}
        yield verdict("the dagster-cloud command itself", f"{target.path(CLOUD)}", _executed, done, states, due)


def _executed(done: subprocess.CompletedProcess[str], states: set[str], due: set[str]) -> str | None:
    return done.stderr[-300:] or "failed" if done.returncode else unlike(sorted(states), sorted(due))
