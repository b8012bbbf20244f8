"""Dagster's lock-step rule: every package of the family is released with every other.

Packages numbered like Dagster itself go with `1.minor.patch`, the integration libraries with
`0.(16 + minor).patch`. The rule is checked here against every package of the family that is
installed, so a release that breaks it is noticed before a pin is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.metadata import distributions

from packaging.requirements import Requirement

from conformance.verdict import Verdict, unlike, verdict

#: The packages that carry Dagster's own number; every other `dagster-*` is an integration library.
CORE = frozenset(
    """dagster dagster-cloud dagster-cloud-cli dagster-dg-cli dagster-dg-core dagster-graphql
    dagster-pipes dagster-shared dagster-test dagster-webserver create-dagster""".split()
)
#: Of the family by name only: not released in lock-step.
ELSEWHERE = frozenset({"dagster-rest-resources"})


def of_the_family(name: str) -> bool:
    return (name in CORE or name.startswith("dagster-")) and name not in ELSEWHERE


def version(name: str, dagster: str) -> str:
    """The version of the package `name` that belongs to this Dagster."""
    if name in CORE:
        return dagster
    major, minor, patch = dagster.split(".", 2)
    return f"{int(major) - 1}.{16 + int(minor)}.{patch}"


def pinned(requirement: str, dagster: str) -> str:
    """The requirement as a rendered pyproject.toml must say it: the family's bare names get their pin."""
    name = re.match(r"[A-Za-z0-9._-]+", requirement)
    if name and of_the_family(name[0]) and not Requirement(requirement).specifier:
        return f"{requirement}=={version(name[0], dagster)}"
    return requirement


def complaints(requirement: str, dagster: str) -> Iterator[str | None]:
    """PEP 508, and the pin of a package of the family."""
    parsed = Requirement(requirement)
    if of_the_family(parsed.name):
        yield unlike(str(parsed.specifier), f"=={version(parsed.name, dagster)}")


def judge_versions(dagster: str) -> Iterator[Verdict]:
    """The rule itself against the installed packages, which are the ones that judge everything here."""
    for package in sorted(distributions(), key=lambda found: found.name):
        if of_the_family(package.name):
            yield verdict(
                "lock-step rule holds for the installed package",
                package.name,
                unlike,
                package.version,
                version(package.name, dagster),
            )
