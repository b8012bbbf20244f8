"""Rich valid files to make mutants of: a dozen dagster_cloud.yaml for every platform, and files of dg and of Python.

Each is drawn, always the same way, from all that a platform knows, and says a good half of it. That every one of them is
valid is the first thing that is asked of the packages.
"""

from __future__ import annotations

import random
from copy import deepcopy
from typing import Any, NamedTuple

import tomlkit
import yaml

from conformance.workspace import CLOUD, PYPROJECT

SEED = 7
DOZEN = 12
#: How much of what could be said is said.
SHARE = 0.6

Document = dict[str, Any]


class Case(NamedTuple):
    """A text, the name under which the product finds it, and what it is."""

    what: str
    name: str
    text: str


def files() -> list[Case]:
    dice = random.Random(SEED)
    clouds = [
        Case(f"{platform} {number}", CLOUD, yaml.safe_dump(_cloud(dice, context), sort_keys=False))
        for platform, context in CONTEXTS.items()
        for number in range(DOZEN)
    ]
    projects = [
        Case(f"project {number}", PYPROJECT, tomlkit.dumps(_project(dice, PROJECT_DG if number % 3 else WORKSPACE_DG)))
        for number in range(DOZEN)
    ]
    return clouds + projects


def _cloud(dice: random.Random, context: Document) -> Document:
    """Up to three locations. `defaults` pass every check and mean nothing on deploy, so few files have them."""
    names = dice.sample(["analytics", "ml-platform", "Finance_DBT", "github.issues", "2026-load"], dice.randint(1, 3))
    document: Document = {"locations": [_location(dice, name, context) for name in names]}
    if dice.random() < 0.25:
        document["defaults"] = {key: value for key, value in _location(dice, "", context).items() if key in DEFAULTS}
    return document


def _location(dice: random.Random, name: str, context: Document) -> Document:
    said = {
        "location_name": name,
        "code_source": dice.choice(SOURCES),
        **_some(dice, LOCATION),
    }
    if context:
        said["container_context"] = _respelt(dice, {platform: _some(dice, keys) for platform, keys in context.items()})
    return deepcopy(said)


def _some(dice: random.Random, catalogue: Document) -> Document:
    """A part of the keys, in another order; Dagster's own groups lose keys too, what is Kubernetes' or Docker's own stays."""
    keys = [key for key in catalogue if dice.random() < SHARE] or [next(iter(catalogue))]
    dice.shuffle(keys)
    return {key: _some(dice, catalogue[key]) if key in GROUPS else catalogue[key] for key in keys}


def _respelt(dice: random.Random, node: Any) -> Any:
    """Kubernetes objects in one of their two spellings, each object as the dice fall."""
    if isinstance(node, list):
        return [_respelt(dice, item) for item in node]
    if not isinstance(node, dict):
        return node
    camel = dice.random() < 0.5
    return {
        CAMEL.get(key, key) if camel and key in CAMEL else key: _respelt(dice, value) for key, value in node.items()
    }


def _project(dice: random.Random, dg: Document) -> Document:
    document = {"project": {"name": "analytics-etl", "version": "1.4.0", **_some(dice, PROJECT)}, **_some(dice, TABLES)}
    if dice.random() < 0.3:
        del document["project"]["version"]
        document["project"]["dynamic"] = ["version"]
    document["tool"] = {"dg": {**deepcopy(dg), **({"cli": CLI} if dice.random() < SHARE else {})}}
    if dice.random() < SHARE:
        document["tool"]["dagster"] = {"module_name": "analytics.definitions", "code_location_name": "analytics"}
    return deepcopy(document)


DEFAULTS = ("build", "working_directory", "image", "executable_path", "container_context", "agent_queue")
GROUPS = ("server_k8s_config", "run_k8s_config", "server_resources", "run_resources", "runtime_platform")
SOURCES: list[Document] = [
    {"module_name": "analytics.definitions"},
    {"package_name": "analytics"},
    {"python_file": "src/analytics/definitions.py"},
    {"autoload_defs_module_name": "analytics.defs"},
]
LOCATION: Document = {
    "build": {"directory": "./etl", "registry": "registry.example.com/data/etl"},
    "working_directory": "./src",
    "image": "registry.example.com/data/etl:2026",
    "executable_path": "/venvs/etl/bin/python",
    "attribute": "defs",
    "agent_queue": "hybrid",
}
VARIABLES = ["LOG_LEVEL=INFO", "DSN=postgresql://db:5432/a?sslmode=require&b=c", "EMPTY=", 'JSON={"a": [1, "#"]}']
CONTAINER: Document = {
    "image_pull_policy": "Always",
    "args": ["--verbose"],
    "env": [
        {"name": "TOKEN", "value_from": {"secret_key_ref": {"name": "warehouse", "key": "token", "optional": False}}},
        {"name": "PLAIN", "value": "12"},
    ],
    "env_from": [{"secret_ref": {"name": "warehouse"}}, {"config_map_ref": {"name": "settings"}, "prefix": "A_"}],
    "resources": {"requests": {"cpu": "250m", "memory": "1Gi"}, "limits": {"memory": "1Gi", "nvidia.com/gpu": 1}},
    "volume_mounts": [{"name": "cache", "mount_path": "/cache", "read_only": True, "sub_path": "a"}],
    "security_context": {"run_as_non_root": True, "capabilities": {"drop": ["ALL"]}},
    "liveness_probe": {"http_get": {"path": "/", "port": 80, "http_headers": [{"name": "A", "value": "b"}]}},
    "working_dir": "/src",
}
POD: Document = {
    "node_selector": {"node.kubernetes.io/pool": "batch"},
    "tolerations": [{"key": "gpu", "operator": "Exists", "effect": "NoSchedule", "toleration_seconds": 60}],
    "affinity": {
        "node_affinity": {
            "required_during_scheduling_ignored_during_execution": {
                "node_selector_terms": [{"match_expressions": [{"key": "zone", "operator": "In", "values": ["a"]}]}]
            }
        }
    },
    "volumes": [{"name": "cache", "empty_dir": {"size_limit": "1Gi"}}],
    "priority_class_name": "batch",
    "termination_grace_period_seconds": 30,
    "init_containers": [{"name": "wait", "image": "busybox:1", "command": ["sh", "-c", "true"]}],
}
METADATA: Document = {"labels": {"tier": "data"}, "annotations": {"prometheus.io/scrape": "true"}}
K8S: Document = {
    "namespace": "dagster-prod",
    "image_pull_policy": "IfNotPresent",
    "service_account_name": "dagster",
    "scheduler_name": "batch-scheduler",
    "env_vars": VARIABLES,
    "env_secrets": ["warehouse", "dlt"],
    "env_config_maps": ["settings"],
    "image_pull_secrets": [{"name": "registry"}],
    "volumes": [
        {"name": "cache", "persistent_volume_claim": {"claim_name": "cache", "read_only": False}},
        {"name": "settings", "config_map": {"name": "settings", "items": [{"key": "a", "path": "a"}]}},
    ],
    "volume_mounts": [{"name": "cache", "mount_path": "/mnt/cache", "read_only": False}],
    "labels": {"team": "analytics", "cost-center": "cc-100"},
    "security_context": {"run_as_user": 1000},
    "resources": {"limits": {"memory": "2Gi"}, "requests": {"cpu": "500m", "memory": "2Gi"}},
    "server_replica_count": 2,
    "server_k8s_config": {
        "container_config": CONTAINER,
        "pod_spec_config": POD,
        "pod_template_spec_metadata": METADATA,
        "deployment_metadata": METADATA,
        "service_metadata": METADATA,
        "service_spec_config": {"ports": [{"name": "grpc", "port": 4000, "target_port": "grpc"}]},
        "merge_behavior": "DEEP",
    },
    "run_k8s_config": {
        "container_config": CONTAINER,
        "pod_spec_config": POD,
        "pod_template_spec_metadata": METADATA,
        "job_config": {"metadata": METADATA},
        "job_metadata": METADATA,
        "job_spec_config": {"ttl_seconds_after_finished": 7200, "backoff_limit": 0},
        "merge_behavior": "SHALLOW",
    },
}
SIDECAR: Document = {
    "name": "statsd",
    "image": "registry.example.com/statsd:1",
    "cpu": 128,
    "essential": False,
    "environment": [{"name": "PORT", "value": "8125"}],
}
ECS: Document = {
    "env_vars": VARIABLES,
    "secrets": [{"name": "TOKEN", "valueFrom": "arn:aws:secretsmanager:eu-central-1:111122223333:secret:a-AbCdEf:k::"}],
    "secrets_tags": ["dagster"],
    "server_resources": {"cpu": "256", "memory": "1024", "ephemeral_storage": 40, "replica_count": 1},
    "run_resources": {"cpu": "1024", "memory": "4096", "ephemeral_storage": 100},
    "task_role_arn": "arn:aws:iam::111122223333:role/dagster",
    "execution_role_arn": "arn:aws:iam::111122223333:role/dagster-exec",
    "repository_credentials": "arn:aws:secretsmanager:eu-central-1:111122223333:secret:registry-AbCdEf",
    "runtime_platform": {"cpuArchitecture": "ARM64", "operatingSystemFamily": "LINUX"},
    "mount_points": [{"sourceVolume": "cache", "containerPath": "/cache", "readOnly": True}],
    "volumes": [{"name": "cache", "efsVolumeConfiguration": {"fileSystemId": "fs-1"}}],
    "server_sidecar_containers": [SIDECAR],
    "run_sidecar_containers": [SIDECAR],
    "server_ecs_tags": [{"key": "team", "value": "finance"}, {"key": "critical"}],
    "run_ecs_tags": [{"key": "team", "value": "finance"}],
    "server_health_check": {"command": ["CMD", "true"], "interval": 30},
}
DOCKER: Document = {
    "env_vars": VARIABLES,
    "networks": ["dagster"],
    "container_kwargs": {"mem_limit": "2g", "labels": {"team": "a"}, "auto_remove": True, "shm_size": 64},
}
ACA: Document = {
    "env_vars": VARIABLES,
    "server_resources": {"cpu": "0.5", "memory": "1.0Gi"},
    "run_resources": {"cpu": "1", "memory": "2.0Gi"},
    "run_job_replica_timeout": 3600,
    "identity_id": "identity",
}
CONTEXTS: dict[str, Document] = {
    "k8s": {"k8s": K8S},
    "ecs": {"ecs": ECS},
    "docker": {"docker": DOCKER},
    "aca": {"aca": ACA},
    "serverless": {},
    "several": {"k8s": K8S, "ecs": ECS, "docker": DOCKER},
}

PROJECT: Document = {
    "description": "Loads issues",
    "readme": "README.md",
    "requires-python": ">=3.10,<3.14",
    "license": "MIT",
    "authors": [{"name": "Data", "email": "data@example.com"}],
    "keywords": ["dagster"],
    "classifiers": ["Programming Language :: Python :: 3"],
    "urls": {"Source": "https://example.com/etl"},
    "scripts": {"etl": "analytics.cli:main"},
    "entry-points": {"dagster_dg_cli.registry_modules": {"analytics": "analytics.components"}},
    "dependencies": ["dagster==1.13.27", "dagster-cloud", "dlt[bigquery]>=1.4,<2", "numpy; python_version < '3.12'"],
    "optional-dependencies": {"docs": ["mkdocs>=1.6"]},
}
TABLES: Document = {
    "build-system": {"requires": ["hatchling>=1.26"], "build-backend": "hatchling.build", "backend-path": ["build"]},
    "dependency-groups": {"dev": ["dagster-dg-cli", {"include-group": "test"}], "test": ["pytest>=8"]},
}
PROJECT_DG: Document = {
    "directory_type": "project",
    "project": {
        "root_module": "analytics",
        "defs_module": "analytics.defs",
        "code_location_target_module": "analytics.definitions",
        "code_location_name": "analytics",
        "registry_modules": ["analytics.components.*"],
        "agent_queue": "hybrid",
        "image": "registry.example.com/data/etl:2026",
    },
}
WORKSPACE_DG: Document = {
    "directory_type": "workspace",
    "workspace": {
        "projects": [{"path": "projects/a"}, {"path": "projects/b"}],
        "scaffold_project_options": {"use_editable_dagster": True},
    },
}
CLI: Document = {
    "verbose": True,
    "use_component_modules": ["analytics.components"],
    "suppress_warnings": ["create_dagster_outdated"],
    "telemetry": {"enabled": False},
}

#: Dagster's own schema has one spelling for its keys, so only those below Kubernetes objects are respelt.
CAMEL = {
    key: "".join([key.split("_")[0], *(word.capitalize() for word in key.split("_")[1:])])
    for key in """value_from secret_key_ref secret_ref config_map_ref run_as_non_root run_as_user http_get http_headers
    toleration_seconds node_affinity required_during_scheduling_ignored_during_execution node_selector_terms
    match_expressions empty_dir size_limit persistent_volume_claim claim_name config_map working_dir liveness_probe
    priority_class_name termination_grace_period_seconds init_containers node_selector target_port
    ttl_seconds_after_finished backoff_limit""".split()
}
