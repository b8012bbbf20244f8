"""The Docker agent: a container for the server, another for a run."""

from __future__ import annotations

from functools import cache
from typing import Any
from unittest import mock

from dagster_cloud.workspace import docker
from dagster_cloud.workspace.docker import DockerUserCodeLauncher

from conformance.launches.container import Container, Given
from conformance.launches.request import DEPLOYMENT, IMAGE, LOCATION, Request, instance


def server(request: Request) -> Container:
    with mock.patch.object(docker, "docker_client_from_env") as client:
        _agent()._start_new_server_spinup(DEPLOYMENT, LOCATION, request.entry)
    return _created(client.return_value)


def run(request: Request) -> Container:
    launcher = _agent().run_launcher()
    with mock.patch.object(launcher, "_get_client") as client:
        launcher._launch_container_with_command(request.run, IMAGE, [])
    return _created(client.return_value)


@cache
def _agent() -> Any:
    agent = DockerUserCodeLauncher(networks=["network"])
    agent.register_instance(instance())
    return agent


def _created(client: mock.MagicMock) -> Container:
    environment = client.containers.create.call_args.kwargs["environment"]
    return Container([(name, Given(value=value)) for name, value in environment.items()], [])
