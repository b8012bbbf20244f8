"""The workflow of a repository, carried out by the stand-in for its CI system."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

from conformance import reading
from conformance.ci.session import Checkout, Event, Session, nothing_to_check_out
from conformance.github import runner as github
from conformance.gitlab import runner as gitlab
from conformance.workspace import PIPELINE, Repo


@dataclass(frozen=True)
class Workflow:
    """One file that a CI system reads; `run` and `asked` are those of the system's module."""

    document: Mapping[str, Any]
    system: ModuleType

    def run(self, event: Event, folder: Path, checkout: Checkout = nothing_to_check_out) -> Session:
        return self.system.run(self.document, event, folder, checkout)

    @property
    def asked(self) -> list[str]:
        """What a manual run is given, besides the environment."""
        return self.system.asked(self.document)


def workflow(repo: Repo) -> Workflow | None:
    """The one that the repository has, if any."""
    if PIPELINE in repo.files:
        return Workflow(reading.yaml_1_2(repo.files[PIPELINE]), gitlab)
    path = next(iter(repo.workflows), None)
    return Workflow(reading.yaml_1_2(repo.files[path]), github) if path else None
