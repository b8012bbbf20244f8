"""Runs the real `dagster-cloud` command tree in this process, with a clean environment and no network.

A process of its own would import the same packages again for five seconds a command. The calls
that would leave the machine while deploying are answered here: the documents that `ci deploy` and
`workspace add-location` send are kept, because those are what the server judges.
"""

from __future__ import annotations

import contextlib
import io
import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest import mock

from dagster_cloud_cli.commands import ci, metrics, workspace
from dagster_cloud_cli.commands.ci import utils
from dagster_cloud_cli.entrypoint import app
from dagster_cloud_cli.gql import DagsterPlusDeploymentAgentType
from typer.testing import CliRunner

from conformance.ci.shell import BRANCH_DEPLOYMENT

#: No home, no user's configuration, no CI of whoever runs us: the CLI looks at all of these.
CLEAN = {
    "PATH": os.environ.get("PATH", os.defpath),
    "HOME": "/nonexistent",
    "DAGSTER_CLOUD_CLI_CONFIG": "/nonexistent/config",
    "DG_CLI_CONFIG": "/nonexistent/dg.toml",
    "GIT_CONFIG_GLOBAL": "/dev/null",
    "GIT_CONFIG_SYSTEM": "/dev/null",
    "LANG": "C.UTF-8",
    "TERM": "dumb",
    "NO_COLOR": "1",
}


@dataclass(frozen=True)
class Answer:
    """What a command printed, the documents it sent, and what it asked of branch deployments."""

    status: int
    output: str
    sent: list[dict[str, Any]]
    branches: list[dict[str, Any]]


def dagster_cloud(words: Sequence[str], folder: Path, environment: Mapping[str, str]) -> Answer:
    """`dagster-cloud WORDS` in `folder`, seeing nothing but `environment`."""
    sent: list[dict[str, Any]] = []
    branches: list[dict[str, Any]] = []
    with _in(folder), mock.patch.dict(os.environ, {**CLEAN, **environment}, clear=True), _offline(sent, branches):
        result = CliRunner().invoke(app, list(words), catch_exceptions=True)
    output = result.output
    if result.exception and not isinstance(result.exception, SystemExit):
        output += f"{type(result.exception).__name__}: {result.exception}"
    return Answer(result.exit_code, output, sent, branches)


@contextlib.contextmanager
def _in(folder: Path) -> Iterator[None]:
    before = os.getcwd()
    os.chdir(folder)
    try:
        yield
    finally:
        os.chdir(before)


@contextlib.contextmanager
def _offline(sent: list[dict[str, Any]], branches: list[dict[str, Any]]) -> Iterator[None]:
    """Deploying without a server: what would be sent is kept, what it would wait for is there at once."""

    def create_or_update(_client: object, **asked: object) -> str:
        branches.append(asked)
        return BRANCH_DEPLOYMENT

    with (
        mock.patch.object(utils, "client_from_env", lambda *_, **__: contextlib.nullcontext()),
        mock.patch.object(metrics.gql, "graphql_client_from_url", lambda *_, **__: contextlib.nullcontext()),
        mock.patch.object(metrics.gql, "mark_cli_event", lambda *_, **__: None),
        mock.patch.object(ci.gql, "create_or_update_branch_deployment", create_or_update),
        mock.patch.object(ci.gql, "deploy_code_locations", lambda _, document: sent.append(document)),
        mock.patch.object(
            workspace.gql, "add_or_update_code_location", lambda _, document: sent.append({"locations": [document]})
        ),
        mock.patch.object(workspace, "wait_for_load", lambda *_, **__: None),
        mock.patch.object(ci.gql, "fetch_agent_type", lambda _: DagsterPlusDeploymentAgentType.HYBRID),
        mock.patch.object(ci, "wait_for_load", lambda *_, **__: None),
        contextlib.redirect_stdout(io.StringIO()),
    ):
        yield
