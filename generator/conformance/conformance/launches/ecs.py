"""The ECS agent: a task definition for the server, another for a run."""

from __future__ import annotations

import os
import warnings
from functools import cache
from types import SimpleNamespace
from typing import Any
from unittest import mock

from botocore.exceptions import ClientError
from dagster_aws.ecs.container_context import EcsContainerContext
from dagster_cloud.workspace.ecs.launcher import EcsUserCodeLauncher

from conformance.launches.container import Container, Given
from conformance.launches.request import DEPLOYMENT, IMAGE, LOCATION, Request, instance

#: So that no one asks the network who we are, and a broken definition is not tried again: nothing is ever sent.
OFFLINE = {
    "AWS_DEFAULT_REGION": "eu-west-1",
    "AWS_ACCESS_KEY_ID": "nobody",
    "AWS_SECRET_ACCESS_KEY": "nothing",
    "AWS_CONFIG_FILE": os.devnull,
    "AWS_SHARED_CREDENTIALS_FILE": os.devnull,
    "DAGSTER_CLOUD_REGISTER_TASK_DEFINITION_RETRIES": "0",
    "REGISTER_TASK_DEFINITION_RETRIES": "0",
}


def server(request: Request) -> Container:
    agent = _agent()
    client = agent.client
    service = SimpleNamespace(hostname="server")
    with (
        mock.patch.dict(os.environ, OFFLINE),
        mock.patch.object(client, "ecs", _nothing_registered()) as ecs,
        mock.patch.object(client, "_create_service_registry"),
        mock.patch.object(client, "_create_service", return_value=service),
    ):
        agent._start_new_server_spinup(DEPLOYMENT, LOCATION, request.entry)
    return _first(ecs)


def run(request: Request) -> Container:
    launcher = _launcher()
    context = EcsContainerContext.create_for_run(request.run, launcher)
    with mock.patch.dict(os.environ, OFFLINE), mock.patch.object(launcher, "ecs", _nothing_registered()) as ecs:
        launcher._run_task_kwargs(request.run, IMAGE, context)
    return _first(ecs)


@cache
def _agent() -> Any:
    with mock.patch.dict(os.environ, OFFLINE), warnings.catch_warnings(action="ignore"):
        agent = EcsUserCodeLauncher(
            cluster="cluster",
            subnets=["subnet"],
            execution_role_arn="arn:aws:iam::000000000000:role/agent",
            log_group="logs",
            service_discovery_namespace_id="namespace",
            assign_public_ip=False,
        )
    agent.register_instance(instance())
    return agent


@cache
def _launcher() -> Any:
    with mock.patch.dict(os.environ, OFFLINE):
        return _agent().run_launcher()


def _nothing_registered() -> mock.MagicMock:
    ecs = mock.MagicMock()
    ecs.describe_task_definition.side_effect = ClientError({}, "DescribeTaskDefinition")
    return ecs


def _first(ecs: mock.MagicMock) -> Container:
    """The container that Dagster runs in; sidecars come after it."""
    container = ecs.register_task_definition.call_args.kwargs["containerDefinitions"][0]
    plain = [(item["name"], Given(value=item["value"])) for item in container.get("environment") or []]
    secret = [(item["name"], Given(place=f"aws {item['valueFrom']}")) for item in container.get("secrets") or []]
    return Container(plain + secret, [])
