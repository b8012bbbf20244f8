"""The conditions of `rules: if:`, as much of GitLab's language as pipelines of ours can hold; what is not known here raises."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

TOKEN = re.compile(
    r"""\s*(?:\$(?P<variable>\w+)|"(?P<string>[^"]*)"|/(?P<pattern>(?:[^/\\]|\\.)+)/|(?P<sign>==|!=|=~|!~|&&|\|\|))"""
)


class UnknownRule(ValueError):
    """A condition or a key of a rule that this evaluator doesn't know."""


def first(rules: Sequence[Mapping[str, Any]], variables: Mapping[str, str]) -> Mapping[str, Any] | None:
    """The first rule whose condition holds; none when the pipeline or job is not to be."""
    for rule in rules:
        if unknown := rule.keys() - {"if", "when", "allow_failure", "auto_cancel"}:
            raise UnknownRule(f"keys {sorted(unknown)}")
        if "if" not in rule or holds(rule["if"], variables):
            return rule
    return None


def holds(text: str, variables: Mapping[str, str]) -> bool:
    """Without parentheses, `&&` binds more than `||`."""
    tokens = _tokens(text)
    alternatives = [[]]
    for kind, token in tokens:
        if (kind, token) == ("sign", "||"):
            alternatives.append([])
        else:
            alternatives[-1].append((kind, token))
    return any(all(_compared(one, variables) for one in _split(part)) for part in alternatives)


Tokens = list[tuple[str, str]]


def _tokens(text: str) -> Tokens:
    tokens, at = [], 0
    while at < len(text.rstrip()):
        found = TOKEN.match(text, at)
        if not found or not found.lastgroup:
            raise UnknownRule(text)
        tokens.append((found.lastgroup, found[found.lastgroup]))
        at = found.end()
    return tokens


def _split(tokens: Tokens) -> Iterator[Tokens]:
    part: Tokens = []
    for one in tokens:
        if one == ("sign", "&&"):
            yield part
            part = []
        else:
            part.append(one)
    yield part


def _compared(tokens: Tokens, variables: Mapping[str, str]) -> bool:
    match tokens:
        case [("variable", name)]:
            return bool(variables.get(name))
        case [("variable", name), ("sign", "==" | "!=" as sign), ("string", text)]:
            return (variables.get(name) == text) == (sign == "==")
        case [("variable", name), ("sign", "=~" | "!~" as sign), ("pattern", pattern)]:
            return bool(re.search(pattern, variables.get(name) or "")) == (sign == "=~")
    raise UnknownRule(" ".join(token for _, token in tokens))
