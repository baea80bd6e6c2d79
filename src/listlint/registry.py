"""All rules, one imported when it's asked for: a rule's module is called by its name. Knows nothing of configuration."""

from __future__ import annotations

import importlib
from functools import cache
from typing import TYPE_CHECKING

from listlint.book import titles

if TYPE_CHECKING:
    from listlint.rule import Rule


@cache
def rule(code: str) -> type[Rule]:
    """The rule class of that code; raises `KeyError` where there is none."""
    from listlint.rule import Rule  # noqa: PLC0415 - codes and names are known without any

    module = importlib.import_module(f"listlint.rules.{titles()[code].replace('-', '_')}")
    return next(
        value
        for value in vars(module).values()
        if isinstance(value, type) and issubclass(value, Rule) and value.__module__ == module.__name__
    )


@cache
def all_rules() -> tuple[type[Rule], ...]:
    """Every rule class, ordered by code."""
    return tuple(rule(code) for code in titles())


@cache
def codes() -> dict[str, str]:
    """The code that each code and each name stands for."""
    return {key: code for code, name in titles().items() for key in (code, name)}
