"""manifest.json beside rendered files: it names each of them with its digest, and nothing else.

Whether a hand-edited file is noticed hangs on these digests, so they are computed a second time.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping

from conformance import reading
from conformance.verdict import Verdict, verdict

NAME = "manifest.json"


def judge(manifest: str, files: Mapping[str, str], folder: str) -> Iterator[Verdict]:
    """`files` are the texts below the manifest's own folder, by path from there."""
    listed = reading.json_strict(files[manifest])["files"]
    yield verdict(
        "manifest: all files, with their digests",
        folder + manifest,
        _differences,
        listed,
        {path: text for path, text in files.items() if path != manifest},
    )


def _differences(listed: Mapping[str, str], files: Mapping[str, str]) -> Iterator[str]:
    for path in sorted(listed.keys() | files.keys()):
        if path not in listed:
            yield f"{path} is not listed"
        elif path not in files:
            yield f"{path} is listed and not there"
        elif hashlib.sha256(files[path].encode("utf-8", "surrogateescape")).hexdigest() not in listed[path]:
            yield f"{path} has another digest"
