"""All rules, found by walking the package `listlint.rules`: no list to keep by hand. Knows nothing of configuration."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache

import listlint.rules
from listlint.rule import Rule


@cache
def all_rules() -> tuple[type[Rule], ...]:
    """Every rule class, ordered by code."""
    found: list[type[Rule]] = []
    for module in pkgutil.iter_modules(listlint.rules.__path__):
        loaded = importlib.import_module(f"listlint.rules.{module.name}")
        found += (
            value
            for value in vars(loaded).values()
            if isinstance(value, type) and issubclass(value, Rule) and value.__module__ == loaded.__name__
        )
    return tuple(sorted(found, key=lambda rule: rule.code))


@cache
def by_key() -> dict[str, type[Rule]]:
    """Rule classes by code and by name."""
    return {key: rule for rule in all_rules() for key in (rule.code, rule.name)}
