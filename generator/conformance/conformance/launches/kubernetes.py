"""The Kubernetes agent: a Deployment for the server, a Job for a run."""

from __future__ import annotations

from contextlib import nullcontext
from functools import cache
from typing import Any
from unittest import mock

from dagster_cloud.workspace.kubernetes.launcher import K8sUserCodeLauncher

from conformance.launches.container import Container, Given
from conformance.launches.request import DEPLOYMENT, LOCATION, Request, instance


def server(request: Request) -> Container:
    agent = _agent()
    cluster = mock.MagicMock()
    with (
        mock.patch.object(agent, "_get_apps_api_instance", lambda: nullcontext(cluster)),
        mock.patch.object(agent, "_get_core_api_client", mock.MagicMock()),
    ):
        agent._start_new_server_spinup(DEPLOYMENT, LOCATION, request.entry)
    return _first(cluster.create_namespaced_deployment.call_args.kwargs["body"])


def run(request: Request) -> Container:
    launcher = _agent().run_launcher()
    with mock.patch.object(launcher, "_api_client") as cluster:
        launcher._launch_k8s_job_with_args("job", [], request.run)
    return _first(cluster.create_namespaced_job_with_retries.call_args.kwargs["body"])


@cache
def _agent() -> Any:
    with mock.patch("kubernetes.config.load_incluster_config"):
        agent = K8sUserCodeLauncher(
            dagster_home="/opt/dagster",
            instance_config_map="instance",
            service_account_name="account",
            namespace="agents",
        )
    agent.register_instance(instance())
    return agent


def _first(workload: Any) -> Container:
    """The container that Dagster runs in; sidecars come after it."""
    container = workload.spec.template.spec.containers[0]
    return Container(
        [(item.name, _given(item)) for item in container.env or []],
        [source.secret_ref.name for source in container.env_from or [] if source.secret_ref],
    )


def _given(item: Any) -> Given:
    if item.value_from is None:
        return Given(value=item.value or "")
    reference = item.value_from.secret_key_ref
    return Given(place=f"kubernetes {reference.name}#{reference.key}")
