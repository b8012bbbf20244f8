"""Golden workspaces of the product: repositories of shapes that our own fleet doesn't have.

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

GOLDEN = Path("generator/core/src/test/resources/golden/generate")
#: A workspace for each CI system, with every shape of workflow.
WORKFLOWS = ("workflows", "gitlab")
DEPLOY_ORDER = "deploy-order"
#: By agent, the workspaces that use every way a variable can take there.
CHANNELS = ("k8s-sides", "ecs-secrets", "docker-agent")


@contextlib.contextmanager
def repositories(root: Path, *workspaces: str) -> Iterator[list[Repo]]:
    """The repositories of these golden workspaces of the product's repository `root`."""
    with tempfile.TemporaryDirectory() as folder:
        for name in workspaces:
            for part in ("workspace", "expected"):
                shutil.copytree(root / GOLDEN / name / part, Path(folder) / name, dirs_exist_ok=True)
        yield [repo for name in workspaces for repo in repos(Organisation(Path(folder) / name))]
