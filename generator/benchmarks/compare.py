"""Reads an output tree of W(N), parses every file, and compares with what workload.py says for that N and mode.

    python compare.py N MODE FOLDER          MODE: cold, one or all

FOLDER is the workspace; files stand in repos/<repo>/generated/<env>/workload/. Compared as parsed objects, never as bytes:
YAML with a 1.1 reader, TOML, JSON, and `.env` by the rule of `read_dotenv`. Needs PyYAML (C loader).
"""
import json
import pathlib
import re
import sys
import tomllib

import yaml

import workload

PLACE = "repos/{repo}/generated/{env}/workload/{file}"
BARE = re.compile(r"""[^\s'"`$#\\]*""")
#: What a backslash escapes between single and between double quotes; each file of the fleet keeps to these.
SINGLE = re.compile(r"\\([\\'])")
DOUBLE = re.compile(r'\\([\\"])')


def read_dotenv(text):
    """Values bare, or quoted with backslash and quote escaped; a secret is the comment `# NAME=`."""
    values, secrets = {}, []
    for line in text.splitlines():
        if comment := re.fullmatch(r"# ?([A-Za-z_][A-Za-z0-9_]*)=", line):
            secrets.append(comment[1])
        elif line and not line.startswith("#"):
            name, value = line.split("=", 1)
            if len(value) > 1 and value[0] == value[-1] == "'":
                value = SINGLE.sub(r"\1", value[1:-1])
            elif len(value) > 1 and value[0] == value[-1] == '"':
                value = DOUBLE.sub(r"\1", value[1:-1])
            elif not BARE.fullmatch(value):
                raise ValueError(f"neither bare nor quoted: {line}")
            if name in values:
                raise ValueError(f"twice: {name}")
            values[name] = value
    return {"values": values, "secrets": secrets}


READERS = {
    "dagster_cloud.yaml": lambda text: yaml.load(text, yaml.CSafeLoader),
    "pyproject.toml": tomllib.loads,
    ".env": read_dotenv,
    "env_vars.json": json.loads,
}


def files(folder):
    """The files of the workload below a workspace, whatever made them."""
    return sorted(p for p in pathlib.Path(folder, "repos").glob("*/generated/*/workload/*"))


def differences(n, mode, folder, limit=10):
    """What is wrong with a tree, as sentences; none means that its checksum is the expected one."""
    wrong, items = [], []
    expected = dict(workload.expected(workload.SEED, n, mode))
    for key, want in expected.items():
        path = pathlib.Path(folder, PLACE.format(repo=key[0], env=key[1], file=key[2]))
        try:
            got = workload.canonical(READERS[key[2]](path.read_text("utf-8")))
        except (OSError, ValueError, yaml.YAMLError) as error:
            wrong.append(f"{path}: {error}")
            continue
        items.append((key, got))
        if got != want:
            wrong.append(f"{path}: {first_difference(json.loads(want), json.loads(got))}")
    if extra := len(files(folder)) - len(expected):
        wrong.append(f"{abs(extra)} files too {'many' if extra > 0 else 'few'}")
    published = workload.CHECKSUMS.get((n, mode, None), workload.checksum(expected.items()))
    if not wrong and workload.checksum(items) != published:
        wrong.append("every file is as expected, but the checksum is not the published one")
    return wrong[:limit] + ([f"and {len(wrong) - limit} more"] if len(wrong) > limit else [])


def first_difference(want, got, path="$"):
    if isinstance(want, dict) and isinstance(got, dict):
        for key in want | got:
            if key not in got or key not in want:
                return f"{path}.{key} is {'missing' if key not in got else 'too much'}"
            if want[key] != got[key]:
                return first_difference(want[key], got[key], f"{path}.{key}")
    if isinstance(want, list) and isinstance(got, list):
        for index, (a, b) in enumerate(zip(want, got)):
            if a != b:
                return first_difference(a, b, f"{path}[{index}]")
        return f"{path} has {len(got)} items, not {len(want)}"
    return f"{path} is {got!r}, not {want!r}"


def main(arguments):
    if len(arguments) != 3 or arguments[1] not in workload.CHANNEL:
        print(__doc__, file=sys.stderr)
        return 2
    wrong = differences(int(arguments[0]), arguments[1], arguments[2])
    print("\n".join(wrong) or f"{len(files(arguments[2]))} files, as W({arguments[0]}) {arguments[1]} says")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
