"""Changes that people make to a valid file without meaning to, drawn by seed: what comes out is valid still, or is not."""

from __future__ import annotations

import copy
import random
import re
from collections.abc import Callable, Iterator
from typing import Any

import tomlkit
import yaml

from conformance import reading
from conformance.rich import Case
from conformance.workspace import PYPROJECT

#: Plain scalars that YAML versions and people read differently.
TRAPS = """on off yes No TRUE ~ null y n 012 09 0o14 1_000 0x1F 12:30 1e3 1.0e+3 1.10 .5 .inf .nan -.inf 1 -7 0 2.0
2026-01-01 2026-01-01T10:00:00 = << '' "" "on" 'null' !!str|1 !!int|"7" !!null|x !unknown|x [] {} [a] {a:|b} *nobody @at
`tick %percent a:b a|#b ? -""".split()

#: Keys from anywhere in the documents, to be put where they may not belong.
KEYS = """locations defaults location_name code_source build image working_directory attribute agent_queue executable_path
container_context module_name package_name python_file autoload_defs_module_name directory registry k8s ecs docker aca
serverless env_vars env_secrets labels namespace resources volumes server_k8s_config run_k8s_config container_config
merge_behavior imagePullPolicy server_resources run_resources secrets cpu memory networks git pex_metadata x-common on 1
directory_type project workspace root_module registry_modules cli projects path code_location_name name version dynamic
dependencies requires-python build-system requires build-backend dependency-groups include-group""".split()

SOURCES = ("module_name", "package_name", "python_file", "autoload_defs_module_name")
VALUES = [True, 3, 2.5, "text", "", [], {}, ["a"], {"name": "a"}, {"env": "A"}, "a=b", [{"name": "a"}], [None], None]

Document = Any
Change = Callable[[random.Random, Document], str]


def mutant(dice: random.Random, case: Case) -> Case:
    """One change or two; now and then one that only a text can have."""
    toml = case.name == PYPROJECT
    document = copy.deepcopy(reading.toml(case.text) if toml else reading.yaml_1_1(case.text))
    done = [dice.choice(CHANGES)(dice, document) for _ in range(dice.choice((1, 1, 2)))]
    try:
        text = tomlkit.dumps(_without_plain(document)) if toml else plain_yaml(document)
    except Exception:  # no TOML for what came out: the same text, shorter
        text = case.text[: dice.randrange(len(case.text))]
        done.append("cut off")
    if dice.random() < 0.08 and not toml:
        change = dice.choice(TEXT_CHANGES)
        done.append(change.__name__.strip("_"))
        text = change(dice, text)
    return Case(f"{case.what} ({', '.join(done)})", case.name, text)


def _places(value: Any) -> Iterator[tuple[Any, Any]]:
    """Every holder with its key, at every depth."""
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, item in list(items):
        yield value, key
        yield from _places(item)


def _place(dice: random.Random, document: Document) -> tuple[Any, Any]:
    return dice.choice(list(_places(document)) or [({"": None}, "")])


def _key(dice: random.Random, document: Document) -> tuple[Any, Any]:
    """A place in a mapping."""
    places = [(holder, key) for holder, key in _places(document) if isinstance(holder, dict)]
    return dice.choice(places or [({"": None}, "")])


def _gone(dice: random.Random, document: Document) -> str:
    holder, key = _place(dice, document)
    del holder[key]
    return f"without {key}"


def _trap(dice: random.Random, document: Document) -> str:
    holder, key = _place(dice, document)
    holder[key] = Plain(dice.choice(TRAPS).replace("|", " "))
    return f"{key} is {holder[key]}"


def _retyped(dice: random.Random, document: Document) -> str:
    holder, key = _place(dice, document)
    holder[key] = copy.deepcopy(dice.choice(VALUES))
    return f"{key} is {holder[key]!r}"


def _misspelt(dice: random.Random, document: Document) -> str:
    holder, key = _key(dice, document)
    word = str(key)
    at = dice.randrange(len(word)) if word else 0
    name = dice.choice(
        [word + "s", word[:at] + word[at + 1 :], word[:at] + word[at : at + 1] + word[at:], word.upper()]
    )
    holder[name] = holder.pop(key)
    return f"{key} as {name}"


def _respelt(dice: random.Random, document: Document) -> str:
    """In the other spelling, or in both at once."""
    holder, key = _key(dice, document)
    word = str(key)
    twin = (
        re.sub(r"_(\w)", lambda found: found[1].upper(), word)
        if "_" in word
        else re.sub(r"[A-Z]", lambda found: f"_{found[0].lower()}", word)
    )
    both = dice.random() < 0.4
    holder[twin] = copy.deepcopy(holder[key]) if both else holder.pop(key)
    return f"{key} as {twin}{' too' if both else ''}"


def _inserted(dice: random.Random, document: Document) -> str:
    holder, key = _key(dice, document)
    new = dice.choice(KEYS)
    holder[new] = copy.deepcopy(dice.choice(["text", {}, [], {"module_name": "a"}, ["A=1"], 1]))
    return f"{new} beside {key}"


def _moved(dice: random.Random, document: Document) -> str:
    holder, key = _place(dice, document)
    other, at = _place(dice, document)
    value = copy.deepcopy(holder[key])
    stays = dice.random() < 0.5
    if not stays:
        del holder[key]
    if isinstance(other, dict):
        other[key if isinstance(key, str) else "moved"] = value
    else:
        other.append(value)
    return f"{key} {'also' if stays else 'put'} beside {at}"


def _turned(dice: random.Random, document: Document) -> str:
    """A list as a mapping, a mapping as a list, anything else as the only item of a list."""
    holder, key = _place(dice, document)
    value = holder[key]
    if isinstance(value, dict):
        holder[key] = [{"name": name, "value": item} for name, item in value.items()]
    elif isinstance(value, list):
        pairs = [item.partition("=") if isinstance(item, str) else (str(at), "", item) for at, item in enumerate(value)]
        holder[key] = {name: item for name, _, item in pairs}
    else:
        holder[key] = [value]
    return f"{key} turned"


def _repeated(dice: random.Random, document: Document) -> str:
    holder, key = _place(dice, document)
    if isinstance(holder, list):
        holder.append(copy.deepcopy(holder[key]))
    elif isinstance(holder[key], list):
        holder[key] = holder[key] + copy.deepcopy(holder[key])
    return f"{key} repeated"


def _second_source(dice: random.Random, document: Document) -> str:
    sources = [
        holder[key] for holder, key in _places(document) if key == "code_source" and isinstance(holder[key], dict)
    ]
    if not sources:
        return _retyped(dice, document)
    name = dice.choice(SOURCES)
    dice.choice(sources)[name] = dice.choice(["a.b", "", None])
    return f"{name} too"


CHANGES: list[Change] = [
    _gone,
    _trap,
    _trap,
    _retyped,
    _misspelt,
    _respelt,
    _inserted,
    _moved,
    _turned,
    _repeated,
    _second_source,
]


def _twice(dice: random.Random, text: str) -> str:
    """A key a second time in its mapping; the loader takes the last."""
    lines = text.splitlines(keepends=True)
    line = dice.choice([line for line in lines if re.fullmatch(r" *\w+: \S.*\n", line)] or ["locations: []\n"])
    lines.insert(lines.index(line) if line in lines else 0, line)
    return "".join(lines)


def _second_document(_dice: random.Random, text: str) -> str:
    return text + "---\n" + text


def _tab(_dice: random.Random, text: str) -> str:
    return text.replace("  ", "\t", 1)


def _endings(_dice: random.Random, text: str) -> str:
    return "\ufeff" + text.replace("\n", "\r\n")


def _cut(dice: random.Random, text: str) -> str:
    return text[: dice.randrange(len(text))] if text else text


def _nothing(dice: random.Random, _text: str) -> str:
    return dice.choice(["", "# nothing\n", "---\n", "null\n", "[]\n"])


def _anchor(_dice: random.Random, text: str) -> str:
    return "x-common: &a {}\n" + text


TEXT_CHANGES: list[Callable[[random.Random, str], str]] = [
    _twice,
    _twice,
    _second_document,
    _tab,
    _endings,
    _cut,
    _nothing,
    _anchor,
]


class Plain(str):
    """A text that is written as it is, whatever readers make of it."""


def _without_plain(value: Any) -> Any:
    """TOML has quotes around every text."""
    if isinstance(value, dict):
        return {str(key): _without_plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_without_plain(item) for item in value]
    return str(value) if isinstance(value, Plain) else value


def plain_yaml(document: Any) -> str:
    plain: dict[str, str] = {}

    def marked(value: Any) -> Any:
        if isinstance(value, Plain):
            mark = f"PLAIN{len(plain)}MARK"
            plain[mark] = str(value)
            return mark
        if isinstance(value, dict):
            return {key: marked(item) for key, item in value.items()}
        return [marked(item) for item in value] if isinstance(value, list) else value

    text = yaml.dump(marked(document), Dumper=yaml.CSafeDumper, sort_keys=False)
    for mark, scalar in plain.items():
        text = text.replace(mark, scalar)
    return text
