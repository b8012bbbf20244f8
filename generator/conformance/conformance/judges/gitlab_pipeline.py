"""GitLab's pipeline: its schema, and what it does."""

from __future__ import annotations

import re
from collections.abc import Iterator

from conformance import reading
from conformance.ci.session import Event, Session
from conformance.gitlab import runner
from conformance.judges.workflow import PUSH, Chapters, Story, schema_errors
from conformance.systems import Workflow
from conformance.verdict import Verdict, unlike, verdict
from conformance.workspace import PIPELINE, Repo

#: Debian 12, whose C library is that of Dagster+'s PEX platforms.
PYTHON = re.compile(r"image python:(\d+\.\d+)-bookworm")


def judge(repo: Repo) -> Iterator[Verdict]:
    if PIPELINE in repo.files:
        file, text = repo.path(PIPELINE), repo.files[PIPELINE]
        yield verdict("GitLab's pipeline schema", file, schema_errors, "vendor.gitlab-ci", text)
        yield from _GitlabStory(repo, Workflow(reading.yaml_1_2(text), runner)).verdicts(file)


class _GitlabStory(Story):
    FILES = "uses image"
    BRANCH = f"branch/{runner.MERGE_REQUEST}"

    def _own_chapters(self) -> Chapters:
        yield "every job in its stage, on an image that has its tools", self._places
        yield "one deployment at a time", self._guarded
        yield "a later environment waits for somebody, and runs the image of its pipeline", self._later
        yield "what is built before is named in the form of a new pipeline", self._form

    def _folders(self, session: Session, job: str) -> dict[str, str]:
        trees = [one for one in session.commands("git", "worktree", "add") if one.job == job and one.command]
        return {".": PUSH.sha, **{one.command.words[-2]: one.command.words[-1] for one in trees if one.command}}

    def _pythons(self, session: Session) -> list[str]:
        jobs = {one.job for one in session.commands("dagster-cloud", "ci", "build")}
        return [
            PYTHON.fullmatch(one.line.removeprefix("uses "))[1]
            for one in session.done
            if one.action and one.job in jobs
        ]

    def _form(self) -> Iterator[str | None]:
        builds = len(self._all_builds)
        due = "COMMIT" if not self.repo.first.hybrid else "IMAGE" if builds == 1 else "IMAGES" if builds else None
        yield unlike(self.workflow.asked, [due] if due else [])
        for name in self.workflow.asked:
            asked = self.workflow.document["variables"][name]
            yield unlike((asked.get("value"), "description" in asked), ("", True))

    def _places(self) -> Iterator[str | None]:
        for event in self._pipelines():
            for job in runner.jobs(self.workflow.document, event):
                script = "\n".join(job.keys["script"])
                if "docker " in script:
                    yield unlike((job.keys.get("stage"), job.keys.get("services")), ("build", ["docker:28-dind"]))
                    yield unlike((job.image, job.variables.get("DOCKER_TLS_CERTDIR")), ("docker:28-cli", "/certs"))
                else:
                    yield unlike(job.keys.get("stage"), "deploy")
                    if not PYTHON.fullmatch(f"image {job.image}"):
                        yield f"{job.name} runs on {job.image}"
                if not self.repo.first.hybrid and "git worktree" in script:
                    yield unlike(job.variables.get("GIT_DEPTH"), "0")
                if job.manual and job.rule.get("allow_failure") is not True:
                    yield f"{job.name} leaves its pipeline waiting"

    def _pipelines(self) -> Iterator[Event]:
        yield self._event("push")
        yield self._manual_event(self.repo.first.deployment)
        if self._branch_deployments:
            yield self._event("pull_request", action="opened")

    def _guarded(self) -> Iterator[str | None]:
        push = self._run(self._event("push")).concurrency
        yield unlike(sorted(push["groups"]), sorted((one.deployment, one.deployment) for one in self.repo.targets))
        yield unlike(push["cancel-in-progress"], False)
        if self._branch_deployments:
            pull = self._run(self._event("pull_request", action="synchronize")).concurrency
            yield unlike((sorted(pull["groups"]), pull["cancel-in-progress"]), ([(self.BRANCH, self.BRANCH)], True))

    def _later(self) -> Iterator[str | None]:
        for target in self.repo.targets[1:]:
            session = self._run(self._event("push", start=target.deployment))
            yield from self._deploys(session.of(target.deployment), target, PUSH.sha)
