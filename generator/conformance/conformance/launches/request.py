"""A location as an agent hears of it, and a run of a job in it: only the container context is anybody's choice."""

from __future__ import annotations

from functools import cache, cached_property
from typing import Any
from unittest import mock

from dagster import DagsterRun
from dagster._core.code_pointer import ModuleCodePointer
from dagster._core.origin import JobPythonOrigin, RepositoryPythonOrigin
from dagster._core.remote_origin import RegisteredCodeLocationOrigin, RemoteJobOrigin, RemoteRepositoryOrigin
from dagster_cloud.workspace.user_code_launcher import UserCodeLauncherEntry
from dagster_cloud_cli.core.workspace import CodeLocationDeployData

DEPLOYMENT = "prod"
LOCATION = "location"
IMAGE = "image:1"
JOB = "job"


@cache
def instance() -> Any:
    """The agent's instance, as far as agents look at it before they start something; they hold it by a weak reference."""
    played = mock.MagicMock(instance_uuid="agent", organization_name="organization", deployment_name=DEPLOYMENT)
    played.ref_for_deployment.return_value = None
    played.dagster_cloud_api_env_vars = []
    return played


class Request:
    """Both halves of what an agent is asked for: the server of a location, and a run of it."""

    def __init__(self, context: dict[str, Any]) -> None:
        self._context = context

    @cached_property
    def entry(self) -> UserCodeLauncherEntry:
        deployed = CodeLocationDeployData(image=IMAGE, module_name="module", container_context=self._context)
        return UserCodeLauncherEntry(deployed, 0.0)

    @cached_property
    def run(self) -> DagsterRun:
        repository = RepositoryPythonOrigin(
            executable_path="python",
            code_pointer=ModuleCodePointer("module", "defs"),
            container_image=IMAGE,
            entry_point=[],
            container_context=self._context,
        )
        remote = RemoteRepositoryOrigin(RegisteredCodeLocationOrigin(LOCATION), "repository")
        return DagsterRun(
            job_name=JOB,
            run_id="00000000-0000-0000-0000-000000000000",
            job_code_origin=JobPythonOrigin(JOB, repository),
            remote_job_origin=RemoteJobOrigin(remote, JOB),
        )
