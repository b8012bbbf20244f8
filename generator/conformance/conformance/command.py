"""The product as a command: what it finds, as its JSON has it."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any


def findings(launcher: Path, folder: Path, *words: str) -> list[dict[str, Any]]:
    """All of one call in this folder, whatever it exits with."""
    done = subprocess.run(
        [str(launcher.resolve()), *words, "--format", "json"], cwd=folder, capture_output=True, text=True, check=False
    )
    return json.loads(done.stdout)["findings"]
