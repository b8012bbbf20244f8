"""What one judge says about one file, and the counting of what all judges said."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple, TextIO

LONGEST_REASON = 400


class Verdict(NamedTuple):
    """One judge's word on one file: `reason` is None when nothing is wrong with it."""

    kind: str
    file: str
    reason: str | None


def verdict(kind: str, file: str, complaint: Callable[..., object], *about: object) -> Verdict:
    """Asks `complaint` what is wrong with what it is `about`; falsy answers are good, an exception is as bad as any other answer.

    The packages under test refuse by exception, by return value or by a list of errors; this is
    where the three become one. A generator is asked for all it has.
    """
    try:
        wrong = complaint(*about)
        if isinstance(wrong, Iterable) and not isinstance(wrong, str):
            wrong = "; ".join(str(part) for part in wrong if part)
    except Exception as refusal:
        wrong = f"{type(refusal).__name__}: {refusal}"
    return Verdict(kind, file, one_line(wrong) if wrong else None)


def one_line(reason: object) -> str:
    """A reason on one line and of bearable length, whatever a package printed."""
    text = " ".join(str(reason).split())
    return text if len(text) <= LONGEST_REASON else text[:LONGEST_REASON] + " ..."


def unlike(found: object, due: object) -> str | None:
    """The complaint that `found` is not `due`; types count, so that `1` is not `"1"` and `True` is not `1`."""
    return None if typed(found) == typed(due) else f"found {found!r}, due {due!r}"


def typed(value: object) -> object:
    """The value with its types spelt out: Python holds that True == 1 == 1.0, no file format does."""
    if isinstance(value, dict):
        return {typed(key): typed(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [typed(item) for item in value]
    return type(value).__name__, repr(value) if isinstance(value, float) else value


class Tally:
    """Counts verdicts by kind and prints the failing ones as they come."""

    def __init__(self, out: TextIO = sys.stdout) -> None:
        self._out = out
        self._passed: Counter[str] = Counter()
        self._failed: Counter[str] = Counter()

    def take(self, verdicts: Iterable[Verdict]) -> None:
        for kind, file, reason in verdicts:
            if reason is None:
                self._passed[kind] += 1
            else:
                self._failed[kind] += 1
                print(f"FAILED {kind}: {file}: {reason}", file=self._out, flush=True)

    @property
    def failed(self) -> int:
        return self._failed.total()

    def print_table(self) -> None:
        """A line per kind, and the count of all alone on the last line, as test runners read it."""
        kinds = list(dict.fromkeys([*self._passed, *self._failed]))
        width = max((len(kind) for kind in kinds), default=0)
        print(f"\n{'':{width}}  passed  failed", file=self._out)
        for kind in kinds:
            print(f"{kind:{width}}  {self._passed[kind]:6}  {self._failed[kind]:6}", file=self._out)
        print(f"\n{self._passed.total()} passed, {self.failed} failed", file=self._out)


def guarded(kind: str, file: str, judge: Iterator[Verdict]) -> Iterator[Verdict]:
    """A judge that stumbles over a file too broken to look at has refused it: that is a verdict, not a crash."""
    try:
        yield from judge
    except Exception as stumble:
        yield Verdict(kind, file, one_line(f"{type(stumble).__name__}: {stumble}"))
