"""The expression language of `${{ }}`: as much of GitHub's own definition as workflows of ours can hold.

Whatever is not known here raises, so a new construct in a template is noticed, not guessed.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from typing import Any

TOKEN = re.compile(
    r"\s*(?:(?P<string>'(?:[^']|'')*')|(?P<number>-?\d+(?:\.\d+)?)|(?P<name>[A-Za-z_][A-Za-z0-9_-]*)|(?P<sign>\|\||&&|==|!=|[()!.,]))"
)
EXPRESSION = re.compile(r"\$\{\{(.*?)\}\}", re.DOTALL)
#: Functions that ask how the job or step stands: a condition without one means `success() && (…)`.
STATUS = re.compile(r"\b(?:always|cancelled|failure|success)\s*\(")

Functions = Mapping[str, Callable[..., Any]]
#: Functions that need nothing but what they are given.
PURE: Functions = {"toJSON": lambda value: json.dumps(value, indent=2), "fromJSON": json.loads}


class UnknownExpression(ValueError):
    """Something that this evaluator doesn't know."""


def expand(text: Any, contexts: Mapping[str, Any], functions: Functions | None = None) -> Any:
    """A workflow value with its `${{ }}` filled in; one that is a single expression keeps that expression's type."""
    if not isinstance(text, str):
        return text
    whole = EXPRESSION.fullmatch(text.strip())
    if whole and text.count("${{") == 1:
        return evaluate(whole[1], contexts, functions)
    return EXPRESSION.sub(lambda found: as_text(evaluate(found[1], contexts, functions)), text)


def condition(text: Any, contexts: Mapping[str, Any], functions: Functions) -> bool:
    """An `if:`: an expression with or without its `${{ }}`."""
    if text is None:
        return functions["success"]()
    if not isinstance(text, str):
        return bool(text)
    whole = EXPRESSION.fullmatch(text.strip())
    expression = whole[1] if whole else text
    holds = truthy(evaluate(expression, contexts, functions))
    return holds if STATUS.search(expression) else holds and functions["success"]()


def evaluate(expression: str, contexts: Mapping[str, Any], functions: Functions | None = None) -> Any:
    return _Parser(expression, contexts, functions or {}).whole()


def truthy(value: Any) -> bool:
    return value not in (None, False, 0, "")


def as_text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


class _Parser:
    """Recursive descent, one method per level of precedence; evaluates while it reads."""

    def __init__(self, expression: str, contexts: Mapping[str, Any], functions: Functions) -> None:
        self._tokens = _tokens(expression)
        self._contexts = contexts
        self._functions = functions

    def whole(self) -> Any:
        value = self._either()
        if self._tokens:
            raise UnknownExpression(f"nothing may follow, but {self._tokens} does")
        return value

    def _either(self) -> Any:
        value = self._both()
        while self._accept("||"):
            other = self._both()
            value = value if truthy(value) else other
        return value

    def _both(self) -> Any:
        value = self._equal()
        while self._accept("&&"):
            other = self._equal()
            value = other if truthy(value) else value
        return value

    def _equal(self) -> Any:
        value = self._not()
        if self._accept("=="):
            return _loose(value) == _loose(self._not())
        if self._accept("!="):
            return _loose(value) != _loose(self._not())
        return value

    def _not(self) -> Any:
        if self._accept("!"):
            return not truthy(self._not())
        if self._accept("("):
            value = self._either()
            self._demand(")")
            return value
        return self._primary()

    def _primary(self) -> Any:
        kind, text = self._tokens.pop(0) if self._tokens else ("end", "")
        if kind == "string":
            return text[1:-1].replace("''", "'")
        if kind == "number":
            return float(text)
        if kind != "name":
            raise UnknownExpression(f"{text!r} where a value is due")
        if text in ("true", "false", "null"):
            return {"true": True, "false": False, "null": None}[text]
        return self._below(self._call(text) if self._accept("(") else self._context(text))

    def _call(self, name: str) -> Any:
        arguments = []
        while not self._accept(")"):
            arguments.append(self._either())
            self._accept(",")
        functions = {**PURE, **self._functions}
        if name not in functions:
            raise UnknownExpression(f"function {name}")
        return functions[name](*arguments)

    def _context(self, name: str) -> Any:
        if name not in self._contexts:
            raise UnknownExpression(f"context {name}")
        return self._contexts[name]

    def _below(self, value: Any) -> Any:
        while self._accept("."):
            _, key = self._tokens.pop(0)
            value = value.get(key) if isinstance(value, Mapping) else None
        return value

    def _accept(self, sign: str) -> bool:
        if self._tokens and self._tokens[0] == ("sign", sign):
            self._tokens.pop(0)
            return True
        return False

    def _demand(self, sign: str) -> None:
        if not self._accept(sign):
            raise UnknownExpression(f"{sign} is missing before {self._tokens}")


def _tokens(expression: str) -> list[tuple[str, str]]:
    tokens, at = [], 0
    while expression[at:].strip():
        found = TOKEN.match(expression, at)
        if not found:
            raise UnknownExpression(f"{expression[at:]!r}")
        tokens.append((found.lastgroup or "", found[found.lastgroup or 0]))
        at = found.end()
    return tokens


def _loose(value: Any) -> Any:
    """GitHub compares strings without regard to case, and nothing as the empty string."""
    return "" if value is None else value.lower() if isinstance(value, str) else value
