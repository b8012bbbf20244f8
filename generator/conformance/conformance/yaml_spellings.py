"""vectors/yaml_spellings.tsv: the table of `yaml_vectors` for scalars that nobody thought of.

Each is a text of vectors/yaml_scalars.tsv with some characters changed, so that every type that
PyYAML sees in a plain scalar is met inside of its form and just beside it.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import yaml

from conformance import yaml_vectors
from conformance.verdict import Verdict, unlike, verdict

SEED = 1122
MOST_CHANGES = 3
#: How many of each type are wanted; of the types that are missing here a hand can write down every spelling.
WANTED = {"int": 300, "float": 300, "timestamp": 300, "str": 600}
#: What may be put in place of a character without leaving the form of most types.
KINDS = ("0123456789", "+-", ".:", "eE", "Tt ", "xXoObB", "_", "zZ", "<=~")


def texts(table: Path) -> list[str]:
    """The same ones always."""
    chance = random.Random(SEED)
    known = yaml_vectors.texts(table)
    by_type: dict[str, list[str]] = {}
    for text in known:
        if text.isascii() and text.isprintable() and yaml_vectors.stands_plain(text):
            by_type.setdefault(_type(text), []).append(text)
    found: dict[str, None] = dict.fromkeys(known)
    missing = Counter(WANTED)
    while missing.total() > 0:
        text = chance.choice(by_type[chance.choice(sorted(by_type))])
        for _ in range(chance.randint(1, MOST_CHANGES)):
            text = _changed(text, chance)
        if text not in found and missing[_type(text)] > 0 and yaml_vectors.stands_plain(text):
            missing[_type(text)] -= 1
            found[text] = None
    return list(found)[len(known) :]


def _changed(text: str, chance: random.Random) -> str:
    """With a character replaced, mostly by one of its kind, or one more, or one less."""
    at = chance.randrange(len(text) or 1)
    kind = next((kind for kind in KINDS if text[at : at + 1] in kind), "aAfFiIlLnNsSuUyY")
    new = chance.choice(chance.choice([kind, kind, kind, *KINDS]))
    return text[:at] + chance.choice([new, new, new, new + text[at : at + 1], ""]) + text[at + 1 :]


def _type(text: str) -> str:
    """PyYAML's own word: the end of the tag that its implicit resolvers give."""
    return str(yaml.SafeLoader("").resolve(yaml.ScalarNode, text, (True, False))).rpartition(":")[2]


def write(table: Path, scalars: Path) -> None:
    yaml_vectors.write(table, texts(scalars))


def judge(table: Path, scalars: Path) -> Iterator[Verdict]:
    """Made again, and whether every type is among them."""
    due = texts(scalars)
    yield verdict("YAML spellings: the same ones made again", table.name, unlike, yaml_vectors.texts(table), due)
    yield from yaml_vectors.rows_again("YAML spellings: as the packages read", table)
    counted = Counter(_type(text) for text in due + yaml_vectors.texts(scalars))
    for kind in sorted(
        {tag.rpartition(":")[2] for all_of in yaml.SafeLoader.yaml_implicit_resolvers.values() for tag, _ in all_of}
    ):
        if kind != "yaml":  # of `!`, `&` and `*`, at which no plain scalar can begin
            yield verdict("YAML spellings: every type of PyYAML is met", kind, _few, counted[kind], WANTED.get(kind, 1))


def _few(count: int, fewest: int) -> str | None:
    return None if count >= fewest else f"only {count}"
