"""What a push leaves for later: the images that it built, and what a person types to deploy them to another environment."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from conformance.ci.session import Done, Session

#: Registry and directory: what tells one image of a repository from another.
Build = tuple[str, str]
#: The line of a run's summary that names its images, as it is to be copied.
SUMMARY = re.compile(r"^images?: (?P<code>`?)(?P<images>.+)(?P=code)$", re.MULTILINE)
#: What a run tells to type in the workspace, so that it knows which image runs.
RECORD = re.compile(r"dagster-fleet deployed .+")


@dataclass(frozen=True)
class Image:
    """One `docker build`."""

    build: Build
    tag: str

    @property
    def name(self) -> str:
        return f"{self.build[0]}:{self.tag}"


def built(session: Session) -> list[Image]:
    """What the session built, in order."""
    return [_image(one) for one in session.commands("docker", "build")]


def _image(one: Done) -> Image:
    assert one.command
    registry, _, tag = (one.option("--tag") or "").rpartition(":")
    return Image((registry, one.command.words[-1]), tag)


def told(session: Session) -> str:
    """The images, as the run's summary names them."""
    found = SUMMARY.search(session.summary)
    if not found:
        raise LookupError(f"the run's summary names no image: {session.summary!r}")
    return found["images"]


def records(session: Session) -> list[str]:
    """The commands that the run tells to type in the workspace."""
    return RECORD.findall(session.summary)


def by_hand(asked: Iterable[str], deployment: str, push: Session, commit: str) -> dict[str, str]:
    """The inputs of a manual run that brings what was pushed to this deployment."""
    return {"environment": deployment, **{name: _built_before(name, push, commit) for name in asked}}


def _built_before(name: str, push: Session, commit: str) -> str:
    """The value of an input or variable of this name: a commit, or the images as the run told them."""
    if name.lower() == "commit":
        return commit
    return told(push)


def due(location: Mapping[str, Any]) -> Build | None:
    """The build whose image the location of a dagster_cloud.yaml runs; none for a ready image and on serverless."""
    build = location.get("build") or {}
    return (build["registry"], build.get("directory", ".")) if "registry" in build else None
