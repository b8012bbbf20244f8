"""The Kubernetes objects of a container context, as the agent's own models name their keys.

The agent reads them with `dagster_k8s.models.k8s_snake_case_dict`: at every depth only the keys of the model, each in
snake_case or as the Kubernetes API spells it, never in both; a mapping where the model has an object or a map, a list
where it has a list. Of a scalar nothing is checked.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import kubernetes
import kubernetes.client.models as models
from kubernetes.client.api_client import ApiClient

from conformance.verdict import Verdict, verdict

SCHEMA = Path("generator/core/src/main/resources/io/github/dagsterfleet/schema/kubernetes.schema.json")

#: The objects that `dagster_k8s.container_context` and `dagster_k8s.job` name.
ROOTS = (
    "V1Container",
    "V1PodSpec",
    "V1ObjectMeta",
    "V1Job",
    "V1JobSpec",
    "V1ServiceSpec",
    "V1Volume",
    "V1VolumeMount",
)
LEAVES = {
    "scalar": {"type": ["string", "number", "boolean"]},
    "map": {"type": "object", "additionalProperties": True},
}
#: Longer than this, a sentence tells a newcomer nothing in an editor.
LONGEST = 160
_SENTENCE = re.compile(r".+?[.](?= |$)")
_LIST = re.compile(r"list\[(.*)\]")
_MAP = re.compile(r"dict[(\[]")


def text() -> str:
    """The schema file: a line for each key, so that a new version shows as its differences."""
    definitions: dict[str, str] = {name: json.dumps(schema) for name, schema in LEAVES.items()}
    lists: dict[str, str] = {}
    for name in _reachable():
        definitions[name] = _model(getattr(models, name))
        lists |= {item: _list(item) for item in _list_items(name)}
    definitions |= {f"list.{item}": schema for item, schema in sorted(lists.items())}
    head = [
        '  "$schema": "https://json-schema.org/draft/2020-12/schema"',
        '  "$id": "urn:dagster-fleet:kubernetes:1"',
        '  "title": "The Kubernetes objects of a container context"',
        f'  "$comment": "Written by generator/conformance/run --write-kubernetes from kubernetes {kubernetes.__version__}."',
    ]
    body = ",\n".join(f'    "{name}": {schema}' for name, schema in definitions.items())
    return "{\n" + ",\n".join(head) + ',\n  "$defs": {\n' + body + "\n  }\n}\n"


def write(repository: Path) -> None:
    (repository / SCHEMA).write_text(text(), "utf-8")


def judge(repository: Path) -> Verdict:
    """The product knows the keys of the pinned version."""
    return verdict("Kubernetes keys are those of the agent's models", SCHEMA.name, _stale, repository)


def _stale(repository: Path) -> str | None:
    return None if (repository / SCHEMA).read_text("utf-8") == text() else "write it again with --write-kubernetes"


def _reachable() -> list[str]:
    found: dict[str, None] = {}
    owed = list(ROOTS)
    while owed:
        name = owed.pop(0)
        if name not in found:
            found[name] = None
            owed += [item for kind in _types(name).values() if _is_model(item := _innermost(kind))]
    return list(found)


def _types(name: str) -> dict[str, str]:
    return getattr(models, name).openapi_types


def _innermost(kind: str) -> str:
    return _innermost(match[1]) if (match := _LIST.fullmatch(kind)) else kind


def _is_model(kind: str) -> bool:
    return kind not in ApiClient.NATIVE_TYPES_MAPPING and not _MAP.match(kind)


def _model(model: Any) -> str:
    keys = ",\n".join(
        f'        "{name}": {json.dumps(_words(model, key) | _key(kind, other if other != name else None))}'
        for key, kind in model.openapi_types.items()
        for name, other in [_spellings(key, model.attribute_map[key])]
    )
    return f'{{\n      "type": "object",\n      "properties": {{\n{keys}\n      }},\n      "additionalProperties": false\n    }}'


def _spellings(key: str, api_name: str) -> tuple[str, str]:
    """The name of a key and its other spelling; `_exec` is what Python makes of `exec`, and nobody's choice."""
    return (api_name, key) if key.startswith("_") else (key, api_name)


def _words(model: Any, key: str) -> dict[str, Any]:
    """The first sentence that the model says of a key, for editors; nothing where it says none, or a long one."""
    lines = (getattr(model, key).__doc__ or "").replace("# noqa: E501", "").split("\n")[1:]
    said = " ".join(" ".join(line for line in lines if not line.strip().startswith(":")).split())
    sentence = match[0] if (match := _SENTENCE.match(said)) else said and f"{said}."
    return {"description": sentence} if sentence and len(sentence) <= LONGEST else {}


def _key(kind: str, other: str | None) -> dict[str, Any]:
    """What stands below one key, and its other spelling."""
    name = _definition(kind)
    return ({"x-also": other} if other else {}) | ({"$ref": f"#/$defs/{name}"} if name else {})


def _definition(kind: str) -> str | None:
    """The definition of a type; None where anything may stand."""
    if match := _LIST.fullmatch(kind):
        return f"list.{_item(match[1])}"
    if match := _MAP.match(kind):
        if not kind.endswith("str)") and not kind.endswith("str]"):
            raise NotImplementedError(f"{kind}: only maps of texts are known")
        return "map"
    if kind == "object":
        return None
    return kind if _is_model(kind) else "scalar"


def _item(kind: str) -> str:
    name = _definition(kind)
    if name is None or name.startswith("list."):
        raise NotImplementedError(f"list[{kind}]: no such list is known")
    return name


def _list(item: str) -> str:
    return json.dumps({"type": "array", "items": {"$ref": f"#/$defs/{item}"}})


def _list_items(name: str) -> set[str]:
    return {_item(match[1]) for kind in _types(name).values() if (match := _LIST.fullmatch(kind))}
