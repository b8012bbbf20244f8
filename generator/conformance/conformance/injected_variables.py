"""Who wins where Dagster+ keeps a variable that the agent gives the process too.

Servers and runs call `DagsterInstance.inject_env_vars` when they start, with the loader that asks Dagster+. Both are the
real ones here; only what Dagster+ answers is played.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any
from unittest import mock

from dagster import DagsterInstance
from dagster_cloud.secrets.loader import DagsterCloudSecretsLoader

from conformance.verdict import Verdict, unlike, verdict

AGENT = {"LEVEL": "the agent's", "OTHER": "the agent's"}
KEPT = [
    {"secretName": "LEVEL", "secretValue": "for the location", "locationNames": ["web"]},
    {"secretName": "LEVEL", "secretValue": "for all", "locationNames": []},
]


class _Loader(DagsterCloudSecretsLoader):
    def _execute_query(self, query: str, variables: dict[str, Any] | None = None) -> dict[str, Any]:  # noqa: ARG002
        return {"data": {"scopedSecrets": KEPT}}


def judge() -> Iterator[Verdict]:
    yield verdict("what Dagster+ keeps hides what the agent gives", "inject_env_vars", _injected)


def _injected() -> str | None:
    with mock.patch.dict(os.environ, AGENT, clear=True):
        DagsterInstance.inject_env_vars(SimpleNamespace(_secrets_loader=_Loader()), "web")  # type: ignore[arg-type]
        return unlike(dict(os.environ), {**AGENT, "LEVEL": "for the location"})
