""".env.example: what python-dotenv reads from it is what the first environment gives, and secrets are named but not given."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any

from dotenv import dotenv_values

from conformance.verdict import Verdict, unlike, verdict
from conformance.workspace import ENV_EXAMPLE, Repo

COMMENTED_NAME = re.compile(r"#([A-Za-z_][A-Za-z0-9_]*)=")


def judge(repo: Repo) -> Iterator[Verdict]:
    file, text = repo.path(ENV_EXAMPLE), repo.files[ENV_EXAMPLE]
    variables = repo.first.env_set["variables"]
    secret = {variable["name"]: variable for variable in variables if "secret" in variable}
    plain: dict[str, list[dict[str, Any]]] = {}
    for variable in variables:
        if "value" in variable:
            plain.setdefault(variable["name"], []).append(variable)
    due = {name: alternatives[0]["value"] for name, alternatives in plain.items()}
    yield verdict("python-dotenv reads .env.example back", file, _read_back, text, due)
    yield verdict(".env.example: names in order", file, _order, text, list(due), list(secret))
    yield verdict(".env.example: secrets named, described, never given", file, _secrets, text, secret)
    yield verdict(".env.example: other locations' values in comments", file, _others, text, plain)


def _read_back(text: str, due: dict[str, str]) -> str | None:
    return unlike(dict(dotenv_values(stream=io.StringIO(text))), due)


def _order(text: str, plain: list[str], secret: list[str]) -> Iterator[str | None]:
    yield unlike(list(dotenv_values(stream=io.StringIO(text))), sorted(plain))
    yield unlike(
        COMMENTED_NAME.findall("\n".join(line for line in text.splitlines() if COMMENTED_NAME.fullmatch(line))),
        sorted(secret),
    )


def _secrets(text: str, secret: dict[str, dict[str, Any]]) -> Iterator[str | None]:
    """Each secret is a commented name with nothing behind it, and its description stands on the line above."""
    lines = text.splitlines()
    for name, variable in secret.items():
        if f"#{name}=" not in lines:
            yield f"no line #{name}="
        elif "description" in variable:
            yield unlike(lines[lines.index(f"#{name}=") - 1], f"# {variable['description']}")


def _others(text: str, plain: dict[str, list[dict[str, Any]]]) -> Iterator[str | None]:
    """A name that locations give differently: the first one's value is the file's, the others' are comments with the location."""
    for name, alternatives in plain.items():
        for variable in alternatives[1:]:
            for location in variable["locations"]:
                if not re.search(
                    rf"^#.*\b{re.escape(location)}\b.*\b{re.escape(name)}={re.escape(variable['value'])}",
                    text,
                    re.MULTILINE,
                ):
                    yield f"no comment says that {location} has {name}={variable['value']}"
