"""The rendered files against expected.json, so that no key can vanish from all of them unseen."""

from __future__ import annotations

from collections.abc import Iterator

from conformance import reading
from conformance.expectation import Expectations, RepoExpectation, differences, without_channels
from conformance.verdict import Verdict, unlike, verdict
from conformance.workspace import CLOUD, ENV_SET, PYPROJECT, Repo, Target

#: Written by the tool about its own work; they hold no facts of the repository.
OURS = "manifest.json"


def judge_files(repo: Repo, expectations: Expectations) -> Iterator[Verdict]:
    expectation = expectations.of(repo)
    rendered = {path for path in repo.files if not path.endswith(OURS)}
    yield verdict(
        "expected: the set of files",
        repo.path(""),
        differences,
        dict.fromkeys(rendered),
        dict.fromkeys(sorted(expectation.files)),
    )


def judge_cloud(target: Target, expectations: Expectations) -> Iterator[Verdict]:
    due = expectations.of(target.repo).locations(target)
    file = target.path(CLOUD)
    yield verdict(
        "expected: locations",
        file,
        unlike,
        [location["location_name"] for location in target.locations],
        [location["location_name"] for location in due],
    )
    yield verdict(
        "expected: nothing beside locations", file, unlike, list(reading.yaml_1_1(target.text(CLOUD))), ["locations"]
    )
    for found, one in zip(target.locations, due):
        yield verdict(
            "expected: a location's document",
            f"{file} {one['location_name']}",
            differences,
            without_channels(found),
            one,
        )


def judge_env_set(target: Target, expectations: Expectations) -> Iterator[Verdict]:
    expectation: RepoExpectation = expectations.of(target.repo)
    variables = target.env_set["variables"]
    for location, due in expectation.variables(target).items():
        mine = {
            variable["name"]: {key: variable[key] for key in ("value", "secret", "description") if key in variable}
            for variable in variables
            if location in variable["locations"]
        }
        yield verdict("expected: a location's variables", f"{target.path(ENV_SET)} {location}", differences, mine, due)
    optional = [variable["name"] for variable in variables if variable["required"] is not True]
    yield verdict(
        "expected: required variables", target.path(ENV_SET), unlike, optional, expectation.own.get("optional", [])
    )


def judge_projects(target: Target, expectations: Expectations) -> Iterator[Verdict]:
    expectation = expectations.of(target.repo)
    for path in expectation.own["projects"]:
        name = PYPROJECT if path == "." else f"{path}/{PYPROJECT}"
        yield verdict(
            "expected: pyproject.toml",
            target.path(name),
            differences,
            reading.toml(target.text(name)),
            expectation.project(path, target),
        )
