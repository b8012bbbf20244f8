"""What happened in a repository, and all that its workflow did about it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from itertools import pairwise
from pathlib import Path
from typing import Any

from conformance.ci.shell import Command

DIGEST = "sha256:" + "ab" * 32

#: Puts a commit into a folder.
Checkout = Callable[[Path, str], None]


@dataclass(frozen=True)
class Event:
    """What happened, in GitHub's words; `start` is the environment whose waiting job somebody starts afterwards."""

    name: str
    branch: str = "main"
    action: str = ""
    inputs: Mapping[str, str] = field(default_factory=dict)
    sha: str = "c" * 40
    failing: str = ""
    start: str = ""


@dataclass(frozen=True)
class Done:
    """One thing that a job did: an action used with these inputs, or a command."""

    job: str
    environment: str | None
    action: str = ""
    inputs: Mapping[str, Any] = field(default_factory=dict)
    command: Command | None = None

    @property
    def line(self) -> str:
        return " ".join(self.command.words) if self.command else f"uses {self.action}"

    def option(self, name: str) -> str | None:
        """The value of an option, written `--name value` or `--name=value`; the first of several."""
        return next(iter(self.options(name)), None)

    def options(self, name: str) -> list[str]:
        words = self.command.words if self.command else ()
        spaced = [value for word, value in pairwise(words) if word == name]
        return spaced + [word.split("=", 1)[1] for word in words if word.startswith(f"{name}=")]


@dataclass
class Session:
    """All that one event led to."""

    triggered: bool
    refused: str = ""
    done: list[Done] = field(default_factory=list)
    results: dict[str, str] = field(default_factory=dict)
    concurrency: Any = None
    summary: str = ""
    #: What the pages of a run show as its errors.
    errors: list[str] = field(default_factory=list)

    def commands(self, *first: str) -> list[Done]:
        """The commands that begin with these words."""
        return [one for one in self.done if one.command and one.command.words[: len(first)] == first]

    def of(self, environment: str) -> Session:
        """What was done for one environment, and for none."""
        return replace(self, done=[one for one in self.done if one.environment in (None, environment)])


def nothing_to_check_out(folder: Path, _reference: str) -> None:
    """The checkout of a session whose commands are only looked at."""
    folder.mkdir(parents=True, exist_ok=True)
