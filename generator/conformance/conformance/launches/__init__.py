"""What each hybrid agent starts for a location: the container of its code server, and that of a run.

The agents are the real ones of dagster-cloud. Only the service that each would ask to start something (Kubernetes, ECS,
Docker) is played, and keeps what it was asked for.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any
from unittest import mock

from conformance.launches import docker, ecs, kubernetes
from conformance.launches.container import Container
from conformance.launches.request import Request

SERVER = "server"
RUN = "run"
SIDES = (SERVER, RUN)

AGENTS: dict[str, dict[str, Callable[[Request], Container]]] = {
    "k8s": {SERVER: kubernetes.server, RUN: kubernetes.run},
    "ecs": {SERVER: ecs.server, RUN: ecs.run},
    "docker": {SERVER: docker.server, RUN: docker.run},
}

#: What the agents themselves tell Dagster in a container, on one platform or another.
DAGSTERS_OWN = frozenset(
    [
        "DAGSTER_CLI_API_GRPC_HOST",
        "DAGSTER_CLI_API_GRPC_LAZY_LOAD_USER_CODE",
        "DAGSTER_CLI_API_GRPC_MODULE_NAME",
        "DAGSTER_CLI_API_GRPC_PORT",
        "DAGSTER_CONTAINER_CONTEXT",
        "DAGSTER_CURRENT_IMAGE",
        "DAGSTER_DEFS_STATE_INFO_OVERRIDE_PATH",
        "DAGSTER_HOME",
        "DAGSTER_INJECT_ENV_VARS_FROM_INSTANCE",
        "DAGSTER_LOCATION_NAME",
        "DAGSTER_RUN_JOB_NAME",
    ]
)


def containers(platform: str, context: Mapping[str, Any], agents_own: Mapping[str, str]) -> dict[str, Container]:
    """By side, what a container gets without Dagster's own; `agents_own` is what the agent's process has."""
    return _containers(platform, json.dumps(context), json.dumps(agents_own))


@lru_cache(maxsize=1024)
def _containers(platform: str, context: str, agents_own: str) -> dict[str, Container]:
    request = Request(json.loads(context))
    with mock.patch.dict(os.environ, json.loads(agents_own)):
        return {side: start(request).without(DAGSTERS_OWN) for side, start in AGENTS[platform].items()}
