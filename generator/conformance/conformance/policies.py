"""What Dagster takes and the product refuses: the closed list of policies, each proven to be one.

Every location here passes the CLI's models, the deploy schema and its agent's own parser. The product tells it where it
stands in a file of others, as a warning, and refuses to generate it from a fleet.
"""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import yaml
from dagster_cloud_cli.config.jinja_template_loader import JinjaTemplateLoader

from conformance import command
from conformance.judges import agents, cloud
from conformance.verdict import Verdict, unlike, verdict
from conformance.workspace import CLOUD

#: The value of a bare variable, which a test's process has and some agent's may not have.
BARE = "NOT_ALWAYS_THERE"
BASE = """format: 1
organization: acme
environments: [dev]
dagster: 1.13.27
agents:
  k8s: {platform: k8s, defaults: {location: {container_context: {k8s: {namespace: data}}}}}
  ecs: {platform: ecs}
  docker: {platform: docker}
defaults: {git: {url: "https://example.com/${repo.name}", ci: none}}
"""

#: By code, contexts that only a policy refuses, as YAML.
CONTEXTS: dict[str, list[str]] = {
    "policy/privileged": [
        "k8s: {security_context: {privileged: true}}",
        "k8s: {server_k8s_config: {container_config: {security_context: {privileged: true}}}}",
        "k8s: {run_k8s_config: {container_config: {securityContext: {privileged: true}}}}",
        "k8s: {run_k8s_config: {pod_spec_config: {containers: [{name: a, securityContext: {privileged: true}}]}}}",
        "k8s: {run_k8s_config: {pod_spec_config: {initContainers: [{name: a, security_context: {privileged: true}}]}}}",
        "docker: {container_kwargs: {privileged: true}}",
        "ecs: {run_sidecar_containers: [{name: a, image: b, privileged: true}]}",
    ],
    "policy/host-path": [
        "k8s: {volumes: [{name: a, host_path: {path: /a}}]}",
        "k8s: {volumes: [{name: a, hostPath: {path: /a}}]}",
        "k8s: {server_k8s_config: {pod_spec_config: {volumes: [{name: a, host_path: {path: /a}}]}}}",
        "ecs: {volumes: [{name: a, host: {sourcePath: /a}}]}",
        "docker: {container_kwargs: {volumes: {/a: {bind: /b, mode: rw}}}}",
        "docker: {container_kwargs: {volumes: ['/a:/b']}}",
        "docker: {container_kwargs: {mounts: [{Type: bind, Source: /a, Target: /b}]}}",
    ],
    "policy/host-namespace": [
        "k8s: {server_k8s_config: {pod_spec_config: {host_network: true}}}",
        "k8s: {run_k8s_config: {pod_spec_config: {hostNetwork: true}}}",
        "k8s: {run_k8s_config: {pod_spec_config: {hostPID: true}}}",
        "k8s: {run_k8s_config: {pod_spec_config: {host_ipc: true}}}",
        "docker: {networks: [host]}",
        "docker: {container_kwargs: {network_mode: host}}",
        "docker: {container_kwargs: {pid_mode: host}}",
        "docker: {container_kwargs: {ipc_mode: host}}",
    ],
    "policy/foreign-namespace": [
        "k8s: {namespace: finance}",
        "k8s: {run_k8s_config: {job_metadata: {namespace: finance}}}",
    ],
    "policy/bare-variable": [
        f"k8s: {{env_vars: [{BARE}]}}",
        f"ecs: {{env_vars: [{BARE}]}}",
        f"ecs: {{env_vars: [{{env: {BARE}}}]}}",
        f"docker: {{env_vars: [{BARE}]}}",
    ],
    "policy/template-expression": [
        "k8s: {env_vars: ['A={{ 1 + 1 }}']}",
        "k8s: {labels: {a: '{% if true %}b{% endif %}'}}",
        "k8s: {labels: {a: 'b{# c #}'}}",
    ],
    "policy/placeholder": [
        "k8s: {service_account_name: <account-name>}",
        "ecs: {task_role_arn: 'arn:aws:iam::<account-id>:role/a'}",
        "docker: {networks: [your-network]}",
        "docker: {env_vars: [PASSWORD=CHANGEME]}",
    ],
    "policy/secret": [
        "k8s: {env_vars: [DB_PASSWORD=correct-Horse7battery]}",
        "ecs: {env_vars: ['STORE=postgresql://svc:purple-Cloud4stapler@db.example.com/lake']}",
        "docker: {env_vars: [INTERNAL_API_TOKEN=Gv7x-correct-Horse-9battery-Kq2]}",
    ],
}
#: A file does not tell who wrote what, so the product says nothing of these there.
ONLY_IN_A_FLEET = {"policy/foreign-namespace"}


class Case(NamedTuple):
    """One location, and the policy that it offends."""

    code: str
    platform: str
    location: dict[str, Any]


def judge() -> Iterator[Verdict]:
    """The packages take every case, and `ci template` changes what it would expand."""
    os.environ[BARE] = "a"
    for number, case in enumerate(_cases()):
        file = f"{case.code} {json.dumps(case.location['container_context'])}"
        yield verdict("policies: Dagster takes it", file, _refusal, case)
        if case.code == "policy/template-expression":
            yield verdict("policies: ci template expands it", file, _untouched, _file(number, case))


def judge_product(launcher: Path) -> Iterator[Verdict]:
    """The product tells every case, and nothing else of it."""
    cases = list(_cases())
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        (root / "environments").mkdir()
        (root / "environments/base.yaml").write_text(BASE, "utf-8")
        for number, case in enumerate(cases):
            repo = root / "repos" / _name(number)
            (repo / "delivered").mkdir(parents=True)
            (repo / "delivered" / CLOUD).write_text(_file(number, case), "utf-8")
            facts = {"team": "a", "agent": case.platform, "locations": {_name(number): case.location}}
            (repo / "repo.yaml").write_text(yaml.safe_dump(facts), "utf-8")
        in_fleet = _told(launcher, root, "generate")
        in_files = _told(launcher, root, "validate", "repos")
    for number, case in enumerate(cases):
        what = f"{case.code} {json.dumps(case.location['container_context'])}"
        told = in_fleet.get(_name(number), set())
        yield verdict("policies: an error in a fleet", what, unlike, sorted(told), [("error", case.code)])
        due = [] if case.code in ONLY_IN_A_FLEET else [("warning", case.code)]
        told = in_files.get(_name(number), set())
        yield verdict("policies: a warning in a file of others", what, unlike, sorted(told), due)


def _cases() -> Iterator[Case]:
    for code, contexts in CONTEXTS.items():
        for text in contexts:
            context = yaml.safe_load(text)
            location = {
                "code_source": {"module_name": "m"},
                "image": "registry.example.com/m:1",
                "container_context": context,
            }
            yield Case(code, next(iter(context)), location)


def _file(number: int, case: Case) -> str:
    return yaml.safe_dump({"locations": [{"location_name": _name(number), **case.location}]})


def _name(number: int) -> str:
    return f"case-{number}"


def _refusal(case: Case) -> Iterator[str | None]:
    yield from cloud.model_errors(_file(0, case))
    yield from cloud.deploy_errors({"location_name": "a", **case.location})
    yield agents.parse(case.platform, case.location["container_context"])


def _untouched(text: str) -> str | None:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / CLOUD
        file.write_text(text, "utf-8")
        return "left as it is" if JinjaTemplateLoader().render(str(file), {}) == text else None


def _told(launcher: Path, root: Path, *words: str) -> dict[str, set[tuple[str, str]]]:
    """Severity and code of what is found, by repository."""
    told: dict[str, set[tuple[str, str]]] = {}
    for finding in command.findings(launcher, root, *words):
        name = finding["file"].split("/")[1]
        told.setdefault(name, set()).add((finding["severity"], finding["code"]))
    return told
