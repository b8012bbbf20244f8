"""GitHub's workflow: its schema, and what it does."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator, Mapping

from conformance import reading
from conformance.ci.session import Session
from conformance.github import runner
from conformance.judges.workflow import PUSH, Chapters, Story, schema_errors
from conformance.systems import Workflow
from conformance.verdict import Verdict, unlike, verdict
from conformance.workspace import Repo


def judge(repo: Repo) -> Iterator[Verdict]:
    for path in repo.workflows:
        file, text = repo.path(path), repo.files[path]
        yield verdict("GitHub's workflow schema", file, schema_errors, "vendor.github-workflows", text)
        yield from _GithubStory(repo, Workflow(reading.yaml_1_2(text), runner)).verdicts(file)


class _GithubStory(Story):
    FILES = "uses actions/checkout"

    def _own_chapters(self) -> Chapters:
        yield "step ids unique in a job", self._ids
        yield "the form of a manual run asks for what was built before", self._form
        yield "a manual run that is refused says why", self._reasons
        yield "least permissions, no credentials left behind, one deployment at a time", self._guarded

    def _mistaken(self, good: Mapping[str, str]) -> list[dict[str, str]]:
        wrong = [*super()._mistaken(good), {**good, "environment": "nowhere"}, {**good, "more": "x"}]
        return wrong + [{name: value for name, value in good.items() if name != left_out} for left_out in good]

    def _folders(self, session: Session, job: str) -> dict[str, str]:
        return {
            os.path.normpath(str(one.inputs.get("path", "."))): one.inputs.get("ref", PUSH.sha)
            for one in session.done
            if one.action.startswith("actions/checkout@") and one.job == job
        }

    def _pythons(self, session: Session) -> list[str]:
        return [
            str(one.inputs.get("python-version"))
            for one in session.done
            if one.action.startswith("actions/setup-python@")
        ]

    def _ids(self) -> Iterator[str]:
        """GitHub refuses a second one; its schema can't say so."""
        for name, job in self.workflow.document["jobs"].items():
            ids = Counter(step["id"] for step in job["steps"] if "id" in step)
            yield from (f"{name} has {times} steps {one}" for one, times in ids.items() if times > 1)

    def _form(self) -> Iterator[str | None]:
        inputs = self.workflow.document["on"]["workflow_dispatch"]["inputs"]
        yield from (unlike(inputs[name].get("required"), True) for name in self.workflow.asked)

    def _reasons(self) -> Iterator[str | None]:
        """GitHub's own words, or one error that names the branch to take or the input to give."""
        for event in self._refused():
            session = self._run(event)
            if not session.triggered:
                continue
            due = self.repo.branch if event.branch != self.repo.branch else f"as {self.workflow.asked[0]} give"
            if len(session.errors) != 1 or due not in session.errors[0]:
                yield f"a manual run on {event.branch} with {event.inputs} fails with {session.errors}"

    def _guarded(self) -> Iterator[str | None]:
        yield unlike(self.workflow.document.get("permissions"), {"contents": "read"})
        for job in self.workflow.document["jobs"].values():
            for step in job["steps"]:
                if step.get("uses", "").startswith("actions/checkout@"):
                    yield unlike((step.get("with") or {}).get("persist-credentials"), False)
        one, other = (
            self._run(self._manual_event(target.deployment)).concurrency
            for target in (self.repo.first, self.repo.targets[-1])
        )
        push = self._run(self._event("push")).concurrency
        yield unlike([entry.get("cancel-in-progress") for entry in (push, one)], [False, False])
        if one["group"] == other["group"] and len(self.repo.targets) > 1:
            yield f"deployments share the concurrency group {one['group']}"
        if one["group"] != push["group"]:
            yield f"two deploys of one environment may race: {one['group']} and {push['group']}"
        if self._branch_deployments:
            pull = self._run(self._event("pull_request", action="synchronize")).concurrency
            yield unlike(pull.get("cancel-in-progress"), True)
            if pull["group"] == push["group"]:
                yield f"pull requests and pushes share the concurrency group {push['group']}"
