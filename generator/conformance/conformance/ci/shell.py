"""Runs a workflow's shell lines with bash, and records instead of running every command that bash doesn't bring."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
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
    """One command that a job wanted to run: its words, environment and standard input, and the folder as seen from the job's own."""

    folder: str
    words: tuple[str, ...]
    environment: Mapping[str, str]
    given: str = ""


@dataclass(frozen=True)
class Ran:
    """What shell lines did: the commands, what they printed, the files that variables name, and new ones beside them."""

    succeeded: bool
    commands: tuple[Command, ...]
    printed: str
    named: Mapping[str, str]
    files: Mapping[str, str]


def run(
    script: str,
    folder: Path,
    environment: Mapping[str, str],
    digest: str,
    failing: str,
    options: Sequence[str] = ("-e",),
    named: Sequence[str] = (),
) -> Ran:
    """Runs `script` with bash in `folder`, with nothing set but `environment` and the variables that name files to write.

    With no command to run but bash's own, what the lines do depends on nothing but themselves, the
    environment and the names in the folder; so thousands of scenarios share a few hundred runs.
    """
    there = tuple(sorted(os.listdir(folder)))
    key = (script, tuple(sorted(environment.items())), digest, failing, tuple(options), tuple(named), there)
    if key not in _ran:
        with tempfile.TemporaryDirectory() as scratch:
            _ran[key] = _run(script, folder, environment, Path(scratch), digest, failing, options, named)
    return _ran[key]


_ran: dict[object, Ran] = {}


def _run(
    script: str,
    folder: Path,
    environment: Mapping[str, str],
    scratch: Path,
    digest: str,
    failing: str,
    options: Sequence[str],
    named: Sequence[str],
) -> Ran:
    record = scratch / "record"
    for file in (record, *(scratch / name for name in named)):
        file.write_bytes(b"")
    settings = {
        **{name: str(scratch / name) for name in named},
        "RECORD_TO": str(record),
        "DIGEST": digest,
        "BRANCH_DEPLOYMENT": BRANCH_DEPLOYMENT,
        "FAILING": failing,
        "PATH": "/nowhere",
    }
    before = set(os.listdir(folder))
    done = subprocess.run(
        [BASH, "--norc", *options, "-c", RECORDER + script],
        cwd=folder,
        env={**environment, **settings},
        capture_output=True,
        timeout=20,
        check=False,
    )
    commands = tuple(_command(line, folder, environment) for line in record.read_text("utf-8").split("\0\n") if line)
    return Ran(
        done.returncode == 0,
        commands,
        done.stdout.decode(),
        {name: (scratch / name).read_text("utf-8") for name in named},
        {name: _taken(folder / name) for name in sorted(set(os.listdir(folder)) - before)},
    )


def _taken(file: Path) -> str:
    """The content of a file that is not to stay, since the same lines may not be run again."""
    text = file.read_text("utf-8")
    file.unlink()
    return text


def _command(line: str, folder: Path, environment: Mapping[str, str]) -> Command:
    where, given, *words = line.split("\0")
    return Command(os.path.relpath(where, os.path.realpath(folder)), tuple(words), environment, given)
