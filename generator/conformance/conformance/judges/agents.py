"""What the agents refuse at launch although the deploy schema lets it pass: their own parsers of container_context.

Kubernetes objects are closed only here: a misspelt `resourcez` below container_config reaches the
agent unseen and stops the location there.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from typing import Any

from dagster_aws.ecs.container_context import EcsContainerContext
from dagster_docker.container_context import DockerContainerContext
from dagster_k8s.container_context import K8sContainerContext

from conformance.verdict import Verdict, verdict
from conformance.workspace import CLOUD, Target

PARSERS: dict[str, Any] = {"k8s": K8sContainerContext, "ecs": EcsContainerContext, "docker": DockerContainerContext}


def judge(target: Target) -> Iterator[Verdict]:
    for name in target.organisation.provided():
        os.environ.setdefault(name, "provided by the agent")
    for location in target.locations:
        context = location.get("container_context") or {}
        for platform in context:
            yield verdict(
                f"agent: {platform} container context",
                f"{target.path(CLOUD)} {location.get('location_name')}",
                parse,
                platform,
                context,
            )


def parse(platform: str, context: Mapping[str, Any]) -> str | None:
    if platform not in PARSERS:
        return f"no agent is known for {platform}"
    PARSERS[platform].create_from_config(context)
    return None
