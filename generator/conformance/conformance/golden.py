"""A golden workspace of the product: repositories of shapes that our own fleet doesn't have, and their workflows.

Sources and expected files lie apart there; they are laid into one folder, as they would be in a
workspace.
"""

from __future__ import annotations

import contextlib
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from conformance.workspace import Organisation, Repo, repos

WORKFLOWS = Path("generator/core/src/test/resources/golden/generate/workflows")


@contextlib.contextmanager
def workflows(root: Path) -> Iterator[list[Repo]]:
    """The repositories of the golden workspace that is about workflows, in the product's repository `root`."""
    with tempfile.TemporaryDirectory() as folder:
        for part in ("workspace", "expected"):
            shutil.copytree(root / WORKFLOWS / part, folder, dirs_exist_ok=True)
        yield list(repos(Organisation(Path(folder))))
