"""environments/generated/<env>/deploy_plan.json: the order of deploys, and the lines that are typed for each repository.

The order is held against what the sources need and what was rendered; the lines are run by the real command, each
repository's in a folder as it is delivered, without a network.
"""

from __future__ import annotations

import shlex
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from dagster_cloud_cli.commands.ci import state

from conformance import dagster_cli, reading
from conformance.verdict import Verdict, guarded, unlike, verdict
from conformance.workspace import CLOUD, Organisation, Repo, Target, facts

FILE = "deploy_plan.json"
DIGEST = "sha256:" + 64 * "0"
STATE = ".dagster-plus"


def judge(organisation: Organisation, repos: list[Repo]) -> Iterator[Verdict]:
    """Every plan of a workspace; whoever has needs must have one."""
    for environment in organisation.environments:
        name = f"environments/generated/{environment}/{FILE}"
        file = organisation.root / name
        targets = {
            target.repo.name: target for repo in repos for target in repo.targets if target.environment == environment
        }
        due = {repo: needs for repo, target in targets.items() if (needs := _needs(target))}
        yield verdict("deploy plan: there when somebody needs somebody", name, unlike, file.is_file(), bool(due))
        if file.is_file():
            plan = reading.json_strict(file.read_text("utf-8"))
            yield verdict("deploy plan: upstream first, and everybody once", name, _order, plan, targets, due)
            yield from guarded("deploy plan: the lines run", name, _lines(plan, targets, name))


def _needs(target: Target) -> set[str]:
    """By name of location; sources that use operators here are not for this judge."""
    root = target.organisation.root / f"repos/{target.repo.name}"
    return {
        name
        for file in (root / "repo.yaml", root / f"overlays/{target.environment}.yaml")
        for name in facts(file).get("needs") or []
    }


def _sessions(plan: Mapping[str, Any]) -> Iterator[tuple[int, dict[str, Any], dict[str, Any]]]:
    """Each repository with the number of its wave and its session."""
    for number, wave in enumerate(plan["waves"]):
        for session in wave["sessions"]:
            for repo in session["repos"]:
                yield number, session, repo


def _order(plan: Mapping[str, Any], targets: Mapping[str, Target], due: Mapping[str, set[str]]) -> Iterator[str | None]:
    owners = {location["location_name"]: name for name, target in targets.items() for location in target.locations}
    waves = {repo["repo"]: number for number, _, repo in _sessions(plan)}
    tied = set(due) | {owners[need] for needs in due.values() for need in needs}
    yield unlike(sorted(repo["repo"] for _, _, repo in _sessions(plan)), sorted(tied))
    for _, _, repo in _sessions(plan):
        name = repo["repo"]
        yield unlike(
            sorted(repo["locations"]), sorted(location["location_name"] for location in targets[name].locations)
        )
        needs = due.get(name, set())
        yield unlike(
            sorted((need["location"], need["repo"]) for need in repo["needs"]),
            sorted((need, owners[need]) for need in needs),
        )
        last = max((waves[owners[need]] for need in needs), default=-1)
        yield unlike(waves[name], last + 1)


def _lines(plan: Mapping[str, Any], targets: Mapping[str, Target], file: str) -> Iterator[Verdict]:
    for _, session, repo in _sessions(plan):
        target = targets[repo["repo"]]
        with tempfile.TemporaryDirectory() as folder:
            team = Path(folder)
            _deliver(target, team)
            yield verdict("deploy plan: the lines run", f"{file} {repo['repo']}", _deployed, session, target, team)


def _deliver(target: Target, team: Path) -> None:
    """A checkout under both kinds of delivery."""
    for name in (CLOUD, f"dagster_cloud.{target.deployment}.yaml"):
        (team / name).write_text(target.text(CLOUD), "utf-8")
    for location in target.locations:
        (team / ((location.get("build") or {}).get("directory") or ".")).mkdir(parents=True, exist_ok=True)
    subprocess.run(["git", "init", "--quiet"], cwd=team, check=True, capture_output=True)


def _deployed(session: Mapping[str, Any], target: Target, team: Path) -> Iterator[str | None]:
    """All locations have been sent, those that are built here with the image of their variable."""
    images = {name: f"tag-{number}@{DIGEST}" for number, name in enumerate(session["images"])}
    environment = {
        "DAGSTER_BUILD_STATEDIR": STATE,
        "DAGSTER_CLOUD_ORGANIZATION": target.organisation.name,
        "DAGSTER_CLOUD_API_TOKEN": "agent:test:0000",
    }
    sent: dict[str, Any] = {}
    used: set[str] = set()
    for line in session["commands"]:
        words = shlex.split(line)
        used |= {word[1:] for word in words if word.startswith("$")}
        if words[:3] == ["dagster-cloud", "ci", "build"]:
            _build(team / STATE)
            continue
        answer = dagster_cli.dagster_cloud(
            [images[word[1:]] if word.startswith("$") else word for word in words[1:]], team, environment
        )
        if answer.status:
            yield f"{line}: {answer.output or answer.status}"
        sent.update({one["location_name"]: one for document in answer.sent for one in document["locations"]})
    yield unlike(sorted(used), sorted(images))
    yield unlike(sorted(sent), sorted(location["location_name"] for location in target.locations))
    for location in target.locations:
        image = sent.get(location["location_name"], {}).get("image")
        if target.hybrid and "image" not in location:
            due = {f"{location['build']['registry']}:{one}" for one in images.values()}
            yield None if image in due else f"{location['location_name']} runs {image}"
        elif "image" in location:
            yield unlike(image, location["image"])
    builds = {
        (build["registry"], build.get("directory")): sent.get(location["location_name"], {}).get("image")
        for location in target.locations
        if (build := location.get("build") or {}).get("registry")
    }
    yield unlike(len(set(builds.values())), len(builds))


def _build(folder: Path) -> None:
    """What `ci build` leaves behind, which alone needs the network."""
    store = state.FileStore(str(folder))
    for location in store.list_locations():
        location.build_output = state.PexBuildOutput(
            python_version="3.12", image=None, pex_tag="files=deps-abc.pex:source-def.pex"
        )
        store.save(location)
