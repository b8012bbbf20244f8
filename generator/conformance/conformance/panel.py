"""Which judge looks at which file, of a whole repository or of one changed file.

Each entry names the files that its verdict depends on, so that the mutation step asks, for a
changed file, only the judges that could notice.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from conformance.expectation import Expectations
from conformance.judges import (
    agents,
    cloud,
    env_example,
    env_set,
    expected,
    github_workflow,
    gitlab_pipeline,
    manifest,
    plain_text,
    project,
)
from conformance.verdict import Verdict, guarded, unlike, verdict
from conformance.workspace import (
    CLOUD,
    ENV_EXAMPLE,
    ENV_SET,
    PIPELINE,
    PYPROJECT,
    WORKFLOWS,
    Organisation,
    Repo,
    Target,
    shared_files,
)

SHARED = "environments/generated/"

OfTarget = Callable[[Target], Iterator[Verdict]]
OfRepo = Callable[[Repo], Iterator[Verdict]]
#: The names of the files read, and the judge.
OfTargets = list[tuple[tuple[str, ...], OfTarget]]
OfRepos = list[tuple[tuple[str, ...], OfRepo]]


@dataclass(frozen=True)
class Panel:
    """All judges; those that need to be told what our own fleet says know it from `expectations`."""

    expectations: Expectations

    def whole(self, repo: Repo) -> Iterator[Verdict]:
        """Every judge on every file of a repository."""
        for path, text in repo.files.items():
            yield from guarded("plain text", repo.path(path), plain_text.judge(repo.path(path), text))
        if manifest.NAME in repo.files:
            yield from guarded(
                "manifest", repo.path(manifest.NAME), manifest.judge(manifest.NAME, repo.files, repo.path(""))
            )
        for target in repo.targets:
            for reads, judge in self._of_target(target):
                if all(target.has(name) or name == PYPROJECT for name in reads):
                    yield from guarded("a judge could not begin", target.path(reads[0]), judge(target))
        for reads, judge_repo in self._of_repo(repo):
            if all(name in repo.files or name in (PYPROJECT, ENV_SET, PIPELINE, WORKFLOWS) for name in reads):
                yield from guarded("a judge could not begin", repo.path(reads[0] if reads else ""), judge_repo(repo))

    def of_change(self, repo: Repo, path: str) -> Iterator[Verdict]:
        """Only the judges whose verdict the file at `path` can change; the cheapest and most telling first."""
        environment, _, name = path.partition("/")
        for target in repo.targets:
            if target.environment == environment:
                for reads, judge in self._of_target(target):
                    if any(name.endswith(read) for read in reads):
                        yield from guarded("a judge could not begin", repo.path(path), judge(target))
        for reads, judge_repo in self._of_repo(repo):
            if any(path.endswith(read) or path.startswith(read) for read in reads):
                yield from guarded("a judge could not begin", repo.path(path), judge_repo(repo))
        yield from guarded("plain text", repo.path(path), plain_text.judge(repo.path(path), repo.files[path]))

    def _of_target(self, target: Target) -> OfTargets:
        judges: OfTargets = []
        if self.expectations.knows(target.repo):
            judges += [
                ((CLOUD,), partial(expected.judge_cloud, expectations=self.expectations)),
                ((ENV_SET, CLOUD), partial(expected.judge_env_set, expectations=self.expectations)),
                ((PYPROJECT,), partial(expected.judge_projects, expectations=self.expectations)),
            ]
        return [
            *judges,
            ((CLOUD,), cloud.judge),
            ((CLOUD,), agents.judge),
            ((ENV_SET, CLOUD), env_set.judge),
            ((PYPROJECT, CLOUD), project.judge),
        ]

    def _of_repo(self, repo: Repo) -> OfRepos:
        judges: OfRepos = [
            ((ENV_EXAMPLE, ENV_SET), env_example.judge),
            ((WORKFLOWS,), github_workflow.judge),
            ((PIPELINE,), gitlab_pipeline.judge),
            ((PYPROJECT,), one_build),
        ]
        if self.expectations.knows(repo):
            judges.append(((), partial(expected.judge_files, expectations=self.expectations)))
        return judges


def one_build(repo: Repo) -> Iterator[Verdict]:
    """An image is built once and promoted, so nothing it is built from may differ by environment.

    Only a repository with a branch per environment builds one image for each.
    """
    if repo.git("delivery") == "branches":
        return
    for target in repo.targets:
        for name in target.project_files:
            yield verdict(
                "one pyproject.toml for all environments",
                target.path(name),
                unlike,
                target.text(name),
                repo.first.text(name),
            )


def shared(organisation: Organisation) -> Iterator[Verdict]:
    """What belongs to an environment or the whole fleet: bytes, syntax, manifest."""
    files = shared_files(organisation)
    for path, text in files.items():
        yield from guarded("plain text", SHARED + path, plain_text.judge(SHARED + path, text))
    if manifest.NAME in files:
        yield from guarded("manifest", SHARED, manifest.judge(manifest.NAME, files, SHARED))
