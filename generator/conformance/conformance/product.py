"""The product's `validate` against the packages: who refuses a file first, over real files and over mutants of them.

The product looks at all mutants in one run, each in a folder of its own. Whatever the two say
differently is a failure, but for what we refuse on purpose, which carries no layer.
"""

from __future__ import annotations

import copy
import json
import random
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import tomlkit
import yaml

from conformance import reading
from conformance.judges import cloud, project
from conformance.verdict import Verdict, unlike, verdict
from conformance.workspace import CLOUD, PYPROJECT, Repo

SEED = 20261122
#: Mutants of each kind of file.
COUNT = 600
#: In the order in which a file meets them; what the agents refuse is not compared yet.
LAYERS = ("syntax", "cli", "deploy", "dg")
NOBODY = "nobody"
#: The command says it too, but each file stands in a folder without the rest of its repository here.
ALONE = "checkout/no-build-directory"

#: Plain scalars that YAML versions and people read differently.
TRAPS = """on off yes No TRUE ~ null y n 012 09 0o14 1_000 0x1F 12:30 1e3 1.0e+3 1.10 .5 .inf .nan -.inf 1 -7 0 2.0
2026-01-01 2026-01-01T10:00:00 = << '' "" "on" 'null' !!str|1 !!int|"7" !!null|x !unknown|x [] {} [a] {a:|b} *nobody @at
`tick %percent a:b a|#b ? -""".split()

#: Keys from anywhere in the documents, to be put where they may not belong.
KEYS = """locations defaults location_name code_source build image working_directory attribute agent_queue executable_path
container_context module_name package_name python_file autoload_defs_module_name directory registry k8s ecs docker aca
serverless env_vars env_secrets labels namespace resources volumes server_k8s_config run_k8s_config container_config
merge_behavior imagePullPolicy server_resources run_resources secrets cpu memory networks git pex_metadata x-common on 1
directory_type project workspace root_module registry_modules cli projects path code_location_name""".split()


class Case(NamedTuple):
    """A text, the name under which the product finds it, and what it is."""

    what: str
    name: str
    text: str


def judge(launcher: Path, repos: list[Repo], corpus: Path | None) -> Iterator[Verdict]:
    rendered = [(f"{repo.name}/{path}", text) for repo in repos for path, text in repo.files.items()]
    clouds = [Case(path, CLOUD, text) for path, text in rendered if path.endswith(CLOUD)]
    projects = [Case(path, PYPROJECT, text) for path, text in rendered if path.endswith(PYPROJECT)]
    public: list[Case] = []
    if corpus:
        for folder, name, found in (("dagster_cloud_yaml", CLOUD, clouds), ("pyproject", PYPROJECT, projects)):
            files = sorted(file for file in (corpus / folder).iterdir() if file.suffix != ".tsv")
            cases = [Case(file.name, name, file.read_text("utf-8")) for file in files]
            public += cases
            found += cases
    dice = random.Random(SEED)
    mutants = [_mutant(dice, clouds, _plain_yaml) for _ in range(COUNT)]
    mutants += [_mutant(dice, [*projects, *_DG], tomlkit.dumps) for _ in range(COUNT // 2)]
    yield from _compare("validate = the packages: what we rendered", launcher, clouds + projects, public)
    if public:
        yield from _compare("validate = the packages: the corpus", launcher, public, [])
    yield from _compare("validate = the packages: mutants", launcher, mutants, [])


def _compare(kind: str, launcher: Path, cases: list[Case], others: list[Case]) -> Iterator[Verdict]:
    cases = [case for case in cases if case not in others]
    for case, ours in zip(cases, _ours(launcher, cases), strict=True):
        real = _first_cloud(case.text) if case.name == CLOUD else _dg(case.text)
        if ours != real and _on_purpose(case, ours):
            continue
        yield verdict(kind, f"{case.what} {case.text!r}" if "mutants" in kind else case.what, unlike, ours, real)


def _on_purpose(case: Case, ours: str) -> bool:
    """dg's validator passes these, and every other dg command fails on them or misreads them."""
    if case.name != PYPROJECT or ours != "dg":
        return False
    dg = reading.toml(case.text)["tool"]["dg"]
    without = isinstance(dg, dict) and dg.get("directory_type") == "workspace" and "workspace" not in dg
    cli = dg.get("cli") if isinstance(dg, dict) else None
    return without or (isinstance(cli, dict) and isinstance(cli.get("use_component_modules"), str))


def _ours(launcher: Path, cases: list[Case]) -> list[str]:
    """For each case the first layer that the product says refuses it."""
    with tempfile.TemporaryDirectory() as folder:
        for number, case in enumerate(cases):
            place = Path(folder) / f"{number:06}"
            place.mkdir()
            (place / case.name).write_bytes(case.text.encode("utf-8", "surrogatepass"))
        done = subprocess.run(
            [str(launcher.resolve()), "validate", ".", "--format", "json"],
            cwd=folder,
            capture_output=True,
            text=True,
            check=False,
        )
        findings = json.loads(done.stdout)["findings"]
    layers: dict[str, set[str]] = {}
    for finding in findings:
        if finding["severity"] == "error" and "layer" in finding and finding["code"] != ALONE:
            layers.setdefault(finding["file"].split("/")[0], set()).add(finding["layer"])
    return [
        next((layer for layer in LAYERS if layer in layers.get(f"{number:06}", ())), NOBODY)
        for number, _ in enumerate(cases)
    ]


def _first_cloud(text: str) -> str:
    try:
        document = reading.yaml_1_1(text)
    except Exception:
        return "syntax"
    if cloud.model_errors(text):
        return "cli"
    return "deploy" if any(_refused(location) for location in document["locations"]) else NOBODY


def _refused(location: dict[str, Any]) -> bool:
    try:
        return bool(cloud.deploy_errors(location))
    except ValueError:  # JSON cannot carry it
        return True


def _dg(text: str) -> str:
    try:
        document = reading.toml(text)
    except Exception:
        return "syntax"
    tool = document.get("tool")
    if not isinstance(tool, dict) or "dg" not in tool:
        return NOBODY
    try:
        return "dg" if project.dg_errors(text) else NOBODY
    except Exception:  # dg answers the commonest mistakes with a traceback
        return "dg"


def _mutant(dice: random.Random, seeds: list[Case], write: Callable[[Any], str]) -> Case:
    """One or two changes in one file."""
    case = dice.choice(seeds)
    document = copy.deepcopy(reading.toml(case.text) if case.name == PYPROJECT else reading.yaml_1_1(case.text))
    done = [dice.choice(_CHANGES)(dice, document) for _ in range(dice.randint(1, 2))]
    try:
        text = write(document)
    except Exception:  # no TOML for what came out: the same text, shorter
        text = case.text[: dice.randrange(len(case.text))]
    if dice.random() < 0.05 and write is _plain_yaml:
        text = dice.choice([text + "---\n", "\t" + text, text + text, "", "# nothing\n", "x-common: &a {}\n" + text])
    return Case(f"{case.what} ({', '.join(done)})", case.name, text)


def _places(value: Any) -> Iterator[tuple[Any, Any]]:
    """Every holder with its key, at every depth."""
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, item in list(items):
        yield value, key
        yield from _places(item)


def _place(dice: random.Random, document: Any) -> tuple[Any, Any]:
    return dice.choice(list(_places(document)) or [({"": None}, "")])


def _gone(dice: random.Random, document: Any) -> str:
    holder, key = _place(dice, document)
    del holder[key]
    return f"without {key}"


def _trap(dice: random.Random, document: Any) -> str:
    holder, key = _place(dice, document)
    holder[key] = Plain(dice.choice(TRAPS).replace("|", " "))
    return f"{key} is {holder[key]}"


def _retyped(dice: random.Random, document: Any) -> str:
    holder, key = _place(dice, document)
    holder[key] = dice.choice([True, 3, 2.5, "text", "", [], {}, ["a"], {"name": "a"}, {"env": "A"}])
    return f"{key} is {holder[key]!r}"


def _misspelt(dice: random.Random, document: Any) -> str:
    holder, key = _place(dice, document)
    if isinstance(holder, dict):
        holder[f"{key}z"] = holder.pop(key)
    return f"{key}z"


def _inserted(dice: random.Random, document: Any) -> str:
    holder, key = _place(dice, document)
    new = dice.choice(KEYS)
    if isinstance(holder, dict):
        holder[new] = dice.choice(["text", {}, [], {"module_name": "a"}, ["A=1"], 1])
    return f"{new} beside {key}"


def _moved(dice: random.Random, document: Any) -> str:
    holder, key = _place(dice, document)
    other, at = _place(dice, document)
    value = copy.deepcopy(holder[key])
    if isinstance(other, dict):
        other[key if isinstance(key, str) else "moved"] = value
    else:
        other.append(value)
    return f"{key} also beside {at}"


def _doubled(dice: random.Random, document: Any) -> str:
    holder, key = _place(dice, document)
    if isinstance(holder, list):
        holder.append(copy.deepcopy(holder[key]))
    else:
        holder[key] = [holder[key]]
    return f"{key} twice or in a list"


_CHANGES: list[Callable[[random.Random, Any], str]] = [_gone, _trap, _trap, _retyped, _misspelt, _inserted, _moved, _doubled]

_DG = [
    Case(
        "a dg workspace",
        PYPROJECT,
        '[tool.dg]\ndirectory_type = "workspace"\n[tool.dg.workspace]\nprojects = [{path = "a"}, {path = "b"}]\n'
        "[tool.dg.workspace.scaffold_project_options]\nuse_editable_dagster = true\n",
    ),
    Case(
        "a dg project",
        PYPROJECT,
        '[tool.dg]\ndirectory_type = "project"\n[tool.dg.project]\nroot_module = "a"\ndefs_module = "a.defs"\n'
        'registry_modules = ["a.components.*"]\nagent_queue = "q"\nimage = "i"\n'
        '[tool.dg.cli]\nverbose = true\nsuppress_warnings = ["create_dagster_outdated"]\n',
    ),
]


class Plain(str):
    """A text that is written as it is, whatever readers make of it."""


class _Dumper(yaml.SafeDumper):
    """Writes aliases for what stands in several places, as people's files have them."""


def _plain_yaml(document: Any) -> str:
    plain: dict[str, str] = {}

    def marked(value: Any) -> Any:
        if isinstance(value, Plain):
            mark = f"PLAIN{len(plain)}MARK"
            plain[mark] = str(value)
            return mark
        if isinstance(value, dict):
            return {key: marked(item) for key, item in value.items()}
        return [marked(item) for item in value] if isinstance(value, list) else value

    text = yaml.dump(marked(document), Dumper=_Dumper, sort_keys=False)
    for mark, scalar in plain.items():
        text = text.replace(mark, scalar)
    return text
