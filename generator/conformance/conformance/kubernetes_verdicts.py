"""Whether the product and the agent say the same of the Kubernetes objects of a container context.

A rich valid context is written in both spellings and spoiled at one place in a few hundred ways; each becomes a
repository of one workspace, which the product generates in one run, and the agent's own parser reads each of them.
"""

from __future__ import annotations

import json
import random
import re
import tempfile
from collections import Counter
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any, NamedTuple

from dagster_k8s.container_context import K8sContainerContext

from conformance import command
from conformance.verdict import Verdict, one_line, verdict

SEED = 1
SPOILED = 400
BASE = """format: 1
organization: acme
environments: [dev]
dagster: 1.13.27
agents: {k8s: {platform: k8s}}
defaults: {git: {url: "https://example.com/${repo.name}", ci: none}}
"""

#: Findings on what the agent's parser lets pass, each with the reason why we refuse it.
STRICTER = {
    "schema/kind": "the parser looks at no scalar, so a list or mapping in its place passes and becomes its Python text; "
    "a text in place of a list is taken letter by letter, a mapping in its place key by key",
    "schema/null": "null says nothing: in a source it is an error everywhere",
    "schema/type": "of `volume_mounts` the deploy schema types the snake_case keys, which are one key with the others to us",
    "layer/item-without-key": "mounts merge by `name` and `mount_path`, so each needs both; so does Kubernetes",
    "dagster/variable-name": "no process takes a variable of that name",
}
#: What the deploy schema says of a number or boolean where it wants a text. In a source it is the characters written,
#: and the file for the agent has them in quotes.
LAXER = re.compile(r'Value "[^"]*" of type "<class \'(int|float|bool)\'>" is not valid for expected type "String"')

CONTEXT: dict[str, Any] = {
    "volumes": [
        {"name": "cache", "persistent_volume_claim": {"claim_name": "cache", "read_only": False}},
        {"name": "settings", "config_map": {"name": "settings", "items": [{"key": "a", "path": "a"}]}},
        {"name": "secrets", "csi": {"driver": "secrets", "volume_attributes": {"secretProviderClass": "a"}}},
        {"name": "token", "projected": {"sources": [{"service_account_token": {"path": "token"}}]}},
    ],
    "volume_mounts": [{"name": "cache", "mount_path": "/cache", "read_only": True}],
    "security_context": {"run_as_user": 1000, "capabilities": {"drop": ["ALL"]}},
    "labels": {"team": "analytics"},
    "server_k8s_config": {
        "container_config": {
            "image_pull_policy": "Always",
            "args": ["--verbose"],
            "env": [
                {"name": "TOKEN", "value_from": {"secret_key_ref": {"name": "warehouse", "key": "token"}}},
                {"name": "NODE", "value_from": {"field_ref": {"field_path": "spec.nodeName"}}},
            ],
            "env_from": [{"secret_ref": {"name": "warehouse", "optional": True}}],
            "resources": {"requests": {"cpu": "250m"}, "limits": {"memory": "1Gi"}},
            "liveness_probe": {"_exec": {"command": ["cat", "/ready"]}, "period_seconds": 10},
            "readiness_probe": {"http_get": {"path": "/", "port": 80, "http_headers": [{"name": "A", "value": "b"}]}},
        },
        "pod_spec_config": {
            "node_selector": {"zone": "a"},
            "tolerations": [{"key": "gpu", "operator": "Exists", "toleration_seconds": 60}],
            "affinity": {
                "pod_anti_affinity": {
                    "required_during_scheduling_ignored_during_execution": [
                        {"topology_key": "zone", "label_selector": {"match_labels": {"app": "dagster"}}}
                    ]
                }
            },
        },
        "pod_template_spec_metadata": {"annotations": {"prometheus.io/scrape": "true"}},
        "deployment_metadata": {"labels": {"tier": "server"}},
        "service_spec_config": {"cluster_ip": "None", "ports": [{"name": "grpc", "target_port": "grpc", "port": 4000}]},
    },
    "run_k8s_config": {
        "container_config": {"security_context": {"read_only_root_filesystem": True}, "working_dir": "/src"},
        "job_metadata": {"annotations": {"owner": "analytics"}},
        "job_spec_config": {"ttl_seconds_after_finished": 7200, "template": {"spec": {"priority_class_name": "high"}}},
    },
}
#: Keys of Dagster's own schema, which has one spelling.
DAGSTERS = {
    "volume_mounts",
    "security_context",
    "server_k8s_config",
    "run_k8s_config",
    "container_config",
    "pod_spec_config",
    "pod_template_spec_metadata",
    "deployment_metadata",
    "service_spec_config",
    "job_metadata",
    "job_spec_config",
}
IRREGULAR = {"_exec": "exec", "cluster_ip": "clusterIP"}


class Case(NamedTuple):
    """One context, and what was done to it."""

    what: str
    context: dict[str, Any]


def judge(launcher: Path) -> Iterator[Verdict]:
    """A verdict for each spoiled context, and one on whether enough of them were refused to prove anything."""
    cases = list(_cases())
    with tempfile.TemporaryDirectory() as folder:
        ours = _ours(launcher, Path(folder), cases)
    refused: Counter[bool] = Counter()
    reasons: Counter[str] = Counter()
    for number, case in enumerate(cases):
        theirs = _theirs(case.context)
        codes = ours.get(_name(number), [])
        refused[theirs is not None] += 1
        wrong = None
        if theirs and not codes and not LAXER.search(theirs):
            wrong = f"only the agent refuses it: {theirs}"
        elif codes and not theirs:
            reasons.update(code for code in codes if code in STRICTER)
            wrong = None if set(codes) <= STRICTER.keys() else f"only the product refuses it: {codes}"
        yield Verdict("Kubernetes objects: product and agent agree", case.what, one_line(wrong) if wrong else None)
    for code, times in reasons.most_common():
        print(f"stricter than the agent, {times} times: {code}: {STRICTER[code]}")
    print(f"of {len(cases)} contexts the agent refuses {refused[True]}, the product {len(ours)}")
    yield verdict(
        "Kubernetes objects: both verdicts occur",
        f"{len(cases)} contexts",
        lambda: None if min(refused[True], refused[False]) > len(cases) // 10 else f"{refused}",
    )


def _theirs(context: dict[str, Any]) -> str | None:
    try:
        K8sContainerContext.create_from_config({"k8s": deepcopy(context)})
    except Exception as refusal:
        return str(refusal)
    return None


def _ours(launcher: Path, root: Path, cases: list[Case]) -> dict[str, list[str]]:
    """The codes of all errors by repository."""
    (root / "environments").mkdir()
    (root / "environments/base.yaml").write_text(BASE, "utf-8")
    for number, case in enumerate(cases):
        location = {
            "code_source": {"module_name": "m"},
            "image": "registry.example.com/m:1",
            "container_context": {"k8s": case.context},
        }
        file = root / "repos" / _name(number) / "repo.yaml"
        file.parent.mkdir(parents=True)
        file.write_text(json.dumps({"team": "a", "agent": "k8s", "locations": {_name(number): location}}), "utf-8")
    found: dict[str, list[str]] = {}
    for finding in command.findings(launcher, root, "generate"):
        folder, _, rest = finding["file"].partition("/")
        if finding["severity"] == "error" and folder == "repos" and rest.endswith("/repo.yaml"):
            found.setdefault(rest.partition("/")[0], []).append(finding["code"])
        elif finding["severity"] == "error":
            raise ValueError(f"a finding on no case: {finding}")
    return found


def _name(number: int) -> str:
    return f"case-{number}"


def _cases() -> Iterator[Case]:
    chance = random.Random(SEED)
    for spelling, context in (("snake_case", CONTEXT), ("camelCase", _camel(CONTEXT))):
        yield Case(f"{spelling}, as it is", context)
        for number in range(SPOILED // 2):
            spoiled = deepcopy(context)
            yield Case(f"{spelling} {number}: {_spoil(spoiled, chance)}", spoiled)


def _camel(node: Any) -> Any:
    if isinstance(node, list):
        return [_camel(item) for item in node]
    if not isinstance(node, dict):
        return node
    return {_camel_key(key): _camel(value) for key, value in node.items()}


def _camel_key(key: str) -> str:
    if key in DAGSTERS:
        return key
    first, *rest = key.split("_")
    return IRREGULAR.get(key) or first + "".join(word.capitalize() for word in rest)


def _spoil(context: dict[str, Any], chance: random.Random) -> str:
    """Changes one place, and says how. What stands at the top is Dagster's own schema, so a place lies deeper."""
    mappings = list(_below(context, "", 0))
    path, mapping = chance.choice(mappings)
    key = chance.choice(list(mapping))
    value = mapping[key]
    twin = _camel_key(key) if "_" in key else "".join(f"_{c.lower()}" if c.isupper() else c for c in key)
    match chance.randrange(4):
        case 0:
            other_path, other = chance.choice(mappings)
            del mapping[key]
            other[key] = value
            return f"moved {path}.{key} to {other_path}"
        case 1 if twin != key:
            mapping[twin] = deepcopy(value)
            return f"said {path}.{key} as {twin} too"
        case 1 | 2:
            return f"misspelt {path}.{key} as {_rename(mapping, key, _misspelt(key, chance))}"
        case _:
            mapping[key] = chance.choice(["text", 7, True, 1.5, None, [], {}, ["a"], {"name": "a"}, [{"name": "a"}]])
            return f"made {path}.{key} {mapping[key]!r}"


def _misspelt(key: str, chance: random.Random) -> str:
    at = chance.randrange(len(key))
    return chance.choice([key + "s", key[:at] + key[at + 1 :], key[:at] + key[at] + key[at:], key.swapcase()])


def _rename(mapping: dict[str, Any], key: str, name: str) -> str:
    mapping[name] = mapping.pop(key)
    return name


def _below(node: Any, path: str, depth: int) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every mapping that is a Kubernetes object or a part of one."""
    if isinstance(node, dict):
        if node and depth > (2 if "_k8s_config" in path else 0):
            yield path, node
        for key, value in node.items():
            yield from _below(value, f"{path}.{key}", depth + 1)
    elif isinstance(node, list):
        for item in node:
            yield from _below(item, f"{path}[]", depth + 1)
