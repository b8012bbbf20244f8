"""Files with the verdict of the packages, kept: whatever product and packages once said differently, and one of every kind.

The product's tests read the table too, so that an old disagreement cannot come back unseen where no Python is.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from conformance.packages import first_refusal
from conformance.rich import Case
from conformance.verdict import Verdict, unlike, verdict

HEAD = "file\ttext\tfirst"


class Row(NamedTuple):
    """A text under the name of its file, and who refuses it first."""

    file: str
    text: str
    first: str

    def case(self) -> Case:
        return Case(f"vector {self.text[:60]!r}", self.file, self.text)


def rows(table: Path) -> Iterator[Row]:
    for line in table.read_text("utf-8").splitlines()[1:]:
        yield Row(*(json.loads(cell) for cell in line.split("\t")))


def judge(table: Path) -> Iterator[Verdict]:
    """The packages still say what the table says they do."""
    for row in rows(table):
        yield verdict("vectors: verdicts", row.text[:60], unlike, row.first, first_refusal(row.file, row.text))


def write(table: Path, cases: Iterable[tuple[str, str]]) -> None:
    """Smallest first, each once."""
    lines = [
        "\t".join(json.dumps(cell, ensure_ascii=False) for cell in (file, text, first_refusal(file, text)))
        for file, text in sorted(set(cases), key=lambda case: (case[0], len(case[1]), case[1]))
    ]
    table.write_text("\n".join([HEAD, *lines, ""]), "utf-8")
