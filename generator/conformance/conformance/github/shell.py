"""Runs a workflow's shell lines with bash, and records instead of running every command that bash doesn't bring."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

BASH = shutil.which("bash") or "/bin/bash"

#: `command_not_found_handle` is bash's own hook. It writes one record (folder, standard input where
#: a password is piped in, the words), answers where an answer is used (`docker inspect` with the
#: image's digest, when all are asked for among those of other places that the image was pushed to;
#: `ci branch-deployment` with a name), and fails where the scenario wants a failure.
RECORDER = r"""
command_not_found_handle() {
  local given=
  case " $* " in *" --password-stdin "*) read -r given || true;; esac
  printf '%s\0' "$PWD" "$given" "$@" >> "$RECORD_TO"
  printf '\n' >> "$RECORD_TO"
  case "$*" in
    "docker inspect --format {{join .RepoDigests "*)
      local image="${*: -1}"
      printf 'other.example.com/a@%s %s@%s other.example.com/b@%s\n' sha256:0 "${image%:*}" "$DIGEST" sha256:0;;
    "docker inspect "*) local image="${*: -1}"; printf '%s@%s\n' "${image%:*}" "$DIGEST";;
    "dagster-cloud ci branch-deployment "*) printf '%s\n' "$BRANCH_DEPLOYMENT";;
    "$FAILING"*) [ -z "$FAILING" ] || return 1;;
  esac
  return 0
}
"""


#: The name that Dagster+ gives to the branch deployment of a pull request.
BRANCH_DEPLOYMENT = "7f3c9a"


@dataclass(frozen=True)
class Command:
    """One command that a step wanted to run: its words, environment and standard input, and the folder as seen from the job's own."""

    folder: str
    words: tuple[str, ...]
    environment: Mapping[str, str]
    given: str = ""


@dataclass(frozen=True)
class Ran:
    """What a step's shell lines did."""

    succeeded: bool
    commands: tuple[Command, ...]
    outputs: Mapping[str, str]
    summary: str


def run(script: str, folder: Path, environment: Mapping[str, str], digest: str, failing: str) -> Ran:
    """Runs `script` as GitHub does by default (`bash -e`) in `folder`, with nothing but `environment` set.

    With no command to run but bash's own, what the lines do depends on nothing but themselves, the
    environment and the names in the folder; so thousands of scenarios share a few hundred runs.
    """
    key = (script, tuple(sorted(environment.items())), digest, failing, tuple(sorted(os.listdir(folder))))
    if key not in _ran:
        with tempfile.TemporaryDirectory() as scratch:
            _ran[key] = _run(script, folder, environment, Path(scratch), digest, failing)
    return _ran[key]


_ran: dict[object, Ran] = {}


def _run(script: str, folder: Path, environment: Mapping[str, str], scratch: Path, digest: str, failing: str) -> Ran:
    record, output, summary = scratch / "record", scratch / "output", scratch / "summary"
    for file in (record, output, summary):
        file.write_bytes(b"")
    settings = {
        "GITHUB_OUTPUT": str(output),
        "GITHUB_STEP_SUMMARY": str(summary),
        "RECORD_TO": str(record),
        "DIGEST": digest,
        "BRANCH_DEPLOYMENT": BRANCH_DEPLOYMENT,
        "FAILING": failing,
        "PATH": "/nowhere",
    }
    done = subprocess.run(
        [BASH, "--norc", "-e", "-c", RECORDER + script],
        cwd=folder,
        env={**environment, **settings},
        capture_output=True,
        timeout=20,
        check=False,
    )
    commands = tuple(_command(line, folder, environment) for line in record.read_text("utf-8").split("\0\n") if line)
    outputs = dict(line.split("=", 1) for line in output.read_text("utf-8").splitlines() if "=" in line)
    return Ran(done.returncode == 0, commands, outputs, summary.read_text("utf-8"))


def _command(line: str, folder: Path, environment: Mapping[str, str]) -> Command:
    where, given, *words = line.split("\0")
    return Command(os.path.relpath(where, os.path.realpath(folder)), tuple(words), environment, given)
