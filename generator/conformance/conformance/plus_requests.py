"""vectors/plus_requests.tsv: what dg sends to Dagster+ when it lists and sets variables, and what deletes a location.

The real `dg` and `dagster-cloud` are run against a server on loopback that writes down what it is asked. The product's tests hold its own
requests against this table; with a launcher the product itself is run against the same server. What is asked back is
where the two part: dg asks for the value of every variable that it sets, the product for none.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, NamedTuple

import graphql

from conformance.verdict import Verdict, guarded, unlike, verdict

HEAD = ("command", "path", "headers", "field", "arguments", "variables")
ORGANIZATION = "acme"
DEPLOYMENT = "prod"
LOCATION = "hello"
NAME = "API_KEY"
#: What has to be escaped somewhere: in JSON, in a shell, in YAML.
VALUE = '{"key":"a\\nb","note":"ü 🦀 $HOME #1"}'
TOKEN = "user:0123456789abcdef"

SET_FOR_LOCATION = f"dg plus create env {NAME} VALUE --scope full -y"
SET_FOR_BOTH_SCOPES = f"dg plus create env {NAME} VALUE --scope full --scope branch -y"
SET_FOR_ALL = f"dg plus create env {NAME} VALUE --scope full --global -y"
LIST = "dg list envs"
#: As `order --for removal` says it.
DELETE = f"dagster-cloud deployment delete-location {LOCATION} --deployment {DEPLOYMENT}"
COMMANDS = (SET_FOR_LOCATION, SET_FOR_BOTH_SCOPES, SET_FOR_ALL, LIST, DELETE)

ANSWERS: dict[str, dict[str, Any]] = {
    "deleteLocation": {"__typename": "DeleteLocationSuccess", "locationName": LOCATION},
    "secretsOrError": {"__typename": "Secrets", "secrets": []},
    "createOrUpdateSecretForScopes": {
        "__typename": "CreateOrUpdateSecretSuccess",
        "secret": {"id": "1", "secretName": NAME, "secretValue": "", "locationNames": [LOCATION]},
    },
}
BASE = """format: 1
organization: acme
environments: [prod]
dagster: 1.13.27
agents: {plus: {platform: serverless}}
secrets: {service: {store: dagster-plus, keys: [key], format: json}}
"""
REPO = """team: a
agent: plus
locations: {hello: {code_source: {module_name: hello}}}
env: {API_KEY: {secret: service#key}}
"""


class Sent(NamedTuple):
    """One request, by what a GraphQL server makes of it."""

    path: str
    headers: dict[str, str]
    field: str
    #: By argument of the root field, the variable it is given and the declared type of that.
    arguments: dict[str, list[str]]
    variables: dict[str, Any]
    #: Every field asked back, at any depth.
    asked_back: list[str]


def rows(table: Path) -> list[list[str]]:
    return [line.split("\t") for line in table.read_text("utf-8").splitlines()[1:]]


def write(table: Path) -> None:
    lines = ["\t".join(HEAD), *("\t".join(row) for command in COMMANDS for row in _rows(command))]
    table.write_text("\n".join(lines) + "\n", "utf-8")


def judge(table: Path) -> Iterator[Verdict]:
    """The table is what dg sends, and dg asks for values back."""
    for command in COMMANDS:
        due = [row for row in rows(table) if row[0] == command]
        yield verdict("requests to Dagster+: as dg sends them", command, lambda c, d: unlike(_rows(c), d), command, due)


def judge_product(launcher: Path) -> Iterator[Verdict]:
    """What the product sends for one variable of one location is what dg sends; nothing of it asks for a value."""
    if not _has_verb(launcher):
        print("the launcher has no verb `env apply`: what it sends to Dagster+ is not judged")
        return
    yield from guarded("requests to Dagster+: as the product sends them", "env apply", _product(launcher))


def _product(launcher: Path) -> Iterator[Verdict]:
    kind = "requests to Dagster+: as the product sends them"
    ours = _of_product(launcher, "env", "apply", LOCATION, DEPLOYMENT, "--yes")
    field = "createOrUpdateSecretForScopes"
    yield verdict(kind, "env apply", _compare, _only(ours, field), _only(_of_dg(SET_FOR_LOCATION), field))
    checked = _of_product(launcher, "env", "check", LOCATION, DEPLOYMENT)
    yield verdict(kind, "env check", _compare, checked, _of_dg(LIST))
    for sent in [*ours, *checked]:
        yield verdict(
            "requests to Dagster+: no value is asked back", sent.field, lambda s: "secretValue" in s.asked_back, sent
        )


def _only(requests: Sequence[Sent], field: str) -> list[Sent]:
    return [sent for sent in requests if sent.field == field]


def _compare(ours: Sequence[Sent], theirs: Sequence[Sent]) -> Iterator[str | None]:
    """Everything but what is asked back has to be equal, and that dg lists one location's variables, the product all."""
    if len(ours) != 1 or len(theirs) != 1:
        yield f"{len(ours)} requests of ours, {len(theirs)} of dg"
        return
    own, other = ours[0], theirs[0]
    yield unlike(own.path, other.path)
    yield unlike(own.headers, other.headers)
    yield unlike(own.arguments, other.arguments)
    if own.field == "secretsOrError":
        yield unlike(own.variables, {**other.variables, "locationName": None})
    else:
        yield unlike(own.variables, other.variables)


def _rows(command: str) -> list[list[str]]:
    return [
        [
            command,
            sent.path,
            *(
                json.dumps(cell, ensure_ascii=False, sort_keys=True)
                for cell in (sent.headers, sent.field, sent.arguments, sent.variables)
            ),
        ]
        for sent in (_of_dg(command) if command.startswith("dg ") else _of_dagster_cloud(command))
    ]


def _of_dagster_cloud(command: str) -> list[Sent]:
    """What the real command sends, with what it needs in its environment."""
    program, *words = command.split()
    with tempfile.TemporaryDirectory() as folder, _server() as (url, sent):
        done = subprocess.run(
            [str(Path(sys.executable).parent / program), *words],
            cwd=folder,
            env={**_environment(folder), **_connection(url), "DAGSTER_CLOUD_CLI_CONFIG": f"{folder}/none"},
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            raise RuntimeError(f"{program} exits with {done.returncode}: {done.stdout[-300:]} {done.stderr[-300:]}")
        return list(sent)


def _of_dg(command: str) -> list[Sent]:
    """What the real command sends from the folder of the location's project."""
    words = [VALUE if word == "VALUE" else word for word in command.split()[1:]]
    with tempfile.TemporaryDirectory() as folder, _server() as (url, sent):
        project = Path(folder) / LOCATION
        (project / LOCATION).mkdir(parents=True)
        (project / LOCATION / "__init__.py").touch()
        (project / "pyproject.toml").write_text(
            f'[tool.dg]\ndirectory_type = "project"\n\n[tool.dg.project]\nroot_module = "{LOCATION}"\n', "utf-8"
        )
        (project / ".env").write_text(f"{NAME}=\n", "utf-8")
        config = Path(folder) / "dg.toml"
        config.write_text(
            f'[cli.plus]\nurl = "{url}"\norganization = "{ORGANIZATION}"\nuser_token = "{TOKEN}"\n', "utf-8"
        )
        done = subprocess.run(
            [str(Path(sys.executable).parent / "dg"), *words, "--deployment", DEPLOYMENT],
            cwd=project,
            env={**_environment(folder), "DG_CLI_CONFIG": str(config)},
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            raise RuntimeError(f"dg exits with {done.returncode}: {done.stdout[-300:]} {done.stderr[-300:]}")
        return list(sent)


def _of_product(launcher: Path, *words: str) -> list[Sent]:
    with tempfile.TemporaryDirectory() as folder, _server() as (url, sent):
        workspace = Path(folder)
        for file, text in (("environments/base.yaml", BASE), (f"repos/{LOCATION}/repo.yaml", REPO)):
            (workspace / file).parent.mkdir(parents=True, exist_ok=True)
            (workspace / file).write_text(text, "utf-8")
        subprocess.run(
            [str(launcher.resolve()), "-C", str(workspace), *words],
            cwd=folder,
            env={
                **_environment(folder),
                **_connection(url),
                NAME: VALUE,
            },
            capture_output=True,
            text=True,
            check=False,
        )
        return list(sent)


def _connection(url: str) -> dict[str, str]:
    return {
        "DAGSTER_CLOUD_URL": url,
        "DAGSTER_CLOUD_ORGANIZATION": ORGANIZATION,
        "DAGSTER_CLOUD_API_TOKEN": TOKEN,
    }


def _environment(home: str) -> dict[str, str]:
    kept = {name: os.environ[name] for name in ("PATH", "JAVA_HOME") if name in os.environ}
    return {**kept, "HOME": home, "LANG": "C.UTF-8", "NO_COLOR": "1", "NO_PROXY": "127.0.0.1"}


def _has_verb(launcher: Path) -> bool:
    asked = subprocess.run([str(launcher.resolve()), "help", "env"], capture_output=True, check=False)
    return asked.returncode == 0


@contextmanager
def _server() -> Iterator[tuple[str, list[Sent]]]:
    """A Dagster+ that has no variables and takes every one; where it is, and what it is sent."""
    sent: list[Sent] = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            one = _sent(self.path, dict(self.headers.items()), body)
            sent.append(one)
            answer = json.dumps({"data": {one.field: ANSWERS[one.field]}}).encode()
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(answer)))
            self.end_headers()
            self.wfile.write(answer)

        def log_message(self, *_: object) -> None:
            """Nothing goes to the screen."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}", sent
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def _sent(path: str, headers: Mapping[str, str], body: Mapping[str, Any]) -> Sent:
    document = graphql.parse(body["query"])
    operation = next(one for one in document.definitions if isinstance(one, graphql.OperationDefinitionNode))
    (root,) = operation.selection_set.selections
    types = {one.variable.name.value: graphql.print_ast(one.type) for one in operation.variable_definitions}
    arguments = {one.name.value: [one.value.name.value, types[one.value.name.value]] for one in root.arguments}
    told = {name.lower(): value for name, value in headers.items()}
    return Sent(
        path,
        {name: told[name] for name in sorted(told) if name.startswith("dagster-cloud-") or name == "content-type"},
        root.name.value,
        arguments,
        body["variables"],
        _fields(document),
    )


def _fields(document: graphql.DocumentNode) -> list[str]:
    found: list[str] = []

    class Visitor(graphql.Visitor):
        def enter_field(self, node: graphql.FieldNode, *_: object) -> None:
            found.append(node.name.value)

    graphql.visit(document, Visitor())
    return found
