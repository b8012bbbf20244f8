"""The product's `validate` against the packages: who refuses a file first, over real files and over mutants of valid ones.

The product looks at all files in one run, each in a folder of its own. Whatever the two say differently is a failure, told
smallest file first, but for what we refuse on purpose: that carries no layer, or is in the list below.
"""

from __future__ import annotations

import multiprocessing
import os
import random
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from conformance import command, mutants, reading, rich
from conformance.packages import LAYERS, NOBODY, first_refusal
from conformance.rich import Case
from conformance.verdict import Verdict, unlike, verdict
from conformance.workspace import CLOUD, PYPROJECT, Repo

#: Of every hundred mutants, how many are of a dagster_cloud.yaml; the others are of a pyproject.toml.
CLOUDS = 75
#: Errors that no tool makes: what stands twice in a list of a pyproject.toml is a slip that everybody lets pass.
OURS = ("policy/", "schema/duplicate-item", "dagster/pin")
#: The command says it too, but each file stands in a folder without the rest of its repository here.
ALONE = "checkout/"


class Spoiled(NamedTuple):
    """How many mutants, and which."""

    count: int
    seed: int


def judge(launcher: Path, repos: list[Repo], corpus: Path | None, spoiled: Spoiled) -> Iterator[Verdict]:
    rendered = [
        Case(f"{repo.name}/{path}", name, text)
        for repo in repos
        for path, text in repo.files.items()
        for name in (CLOUD, PYPROJECT)
        if path.endswith(name)
    ]
    seeds = rich.files()
    public = _public(corpus) if corpus else []
    yield from _valid(seeds)
    yield from _compare("validate = the packages: what we rendered", launcher, [*seeds, *rendered])
    if public:
        yield from _compare("validate = the packages: the corpus", launcher, public)
    print(f"{spoiled.count} mutants, seed {spoiled.seed}", flush=True)
    yield from _compare("validate = the packages: mutants", launcher, spoil([*seeds, *rendered, *public], spoiled))


def _public(corpus: Path) -> list[Case]:
    return [
        Case(file.name, name, file.read_text("utf-8"))
        for folder, name in (("dagster_cloud_yaml", CLOUD), ("pyproject", PYPROJECT))
        for file in sorted((corpus / folder).iterdir())
        if file.suffix != ".tsv"
    ]


def _valid(seeds: list[Case]) -> Iterator[Verdict]:
    """A mutant of what nobody accepts would prove nothing."""
    for case in seeds:
        yield verdict("rich files are valid", case.what, unlike, first_refusal(case.name, case.text), NOBODY)


def spoil(seeds: list[Case], spoiled: Spoiled) -> list[Case]:
    dice = random.Random(spoiled.seed)
    clouds = [case for case in seeds if case.name == CLOUD]
    projects = [case for case in seeds if case.name == PYPROJECT]
    return [
        mutants.mutant(dice, dice.choice(clouds if dice.randrange(100) < CLOUDS else projects))
        for _ in range(spoiled.count)
    ]


def _compare(kind: str, launcher: Path, cases: list[Case]) -> Iterator[Verdict]:
    answers = zip(cases, ours(launcher, cases), theirs(cases), strict=True)
    told: Counter[str] = Counter()
    for case, own, real in sorted(answers, key=lambda answer: len(answer[0].text)):
        told[real] += 1
        if own != real and on_purpose(case, own, real):
            continue
        yield verdict(kind, case.what if own == real else f"{case.what} {case.text!r}", unlike, own, real)
    print(f"{kind}: refused first by {', '.join(f'{name} {times}' for name, times in told.most_common())}")


def on_purpose(case: Case, own: str, real: str) -> bool:
    """What the two may say differently; the README lists the same with reasons."""
    if case.name != PYPROJECT or own == "syntax":
        return False
    if own == NOBODY and not _speaks_of_dagster(case.text):  # not a file that anybody asked about
        return True
    # dg's validator passes these, and every other dg command fails on them or misreads them
    if set(own.split(" and ")) - set(real.split(" and ")) != {"dg"}:
        return False
    dg = reading.toml(case.text)["tool"]["dg"]
    without = isinstance(dg, dict) and dg.get("directory_type") == "workspace" and "workspace" not in dg
    cli = dg.get("cli") if isinstance(dg, dict) else None
    return without or (isinstance(cli, dict) and isinstance(cli.get("use_component_modules"), str))


def _speaks_of_dagster(text: str) -> bool:
    """What no longer parses is known by the heads of its tables."""
    try:
        tool = reading.toml(text).get("tool")
    except Exception:
        return "[tool.d" in text
    return isinstance(tool, dict) and bool({"dg", "dagster"} & tool.keys())


def theirs(cases: list[Case]) -> list[str]:
    """On every processor: the packages are imported once and inherited by fork."""
    with multiprocessing.get_context("fork").Pool(os.cpu_count()) as pool:
        return pool.starmap(first_refusal, [(case.name, case.text) for case in cases], chunksize=16)


def ours(launcher: Path, cases: list[Case]) -> list[str]:
    """For each case the first layer that the product says refuses it."""
    with tempfile.TemporaryDirectory() as folder:
        for number, case in enumerate(cases):
            place = Path(folder) / f"{number:06}"
            place.mkdir()
            (place / case.name).write_bytes(case.text.encode("utf-8", "surrogatepass"))
        found = command.findings(launcher, Path(folder), "validate", ".")
    errors: dict[int, list[dict[str, Any]]] = {}
    for finding in found:
        if finding["severity"] == "error" and not finding["code"].startswith(ALONE):
            errors.setdefault(int(finding["file"].split("/")[0]), []).append(finding)
    return [_first(case.name, errors.get(number, [])) for number, case in enumerate(cases)]


def _first(name: str, errors: Iterable[dict[str, Any]]) -> str:
    layers = {finding["layer"] for finding in errors if "layer" in finding}
    if name == PYPROJECT and "syntax" not in layers:
        own = any("layer" not in finding and not finding["code"].startswith(OURS) for finding in errors)
        return " and ".join([*sorted(layers), *(["standard"] if own else [])]) or NOBODY
    return next((layer for layer in LAYERS if layer in layers), NOBODY)
