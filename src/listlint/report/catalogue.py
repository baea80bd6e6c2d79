"""All rules as a table or as JSON. Knows classes only, no configuration."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING

from listlint.report.jsontext import Json, document
from listlint.report.visible import visible

if TYPE_CHECKING:
    from collections.abc import Sequence

    from listlint.rule import Rule, RuleOptions


def as_text(rules: Sequence[type[Rule]]) -> str:
    """Code, name, severity and summary in columns."""
    name = max((len(rule.name) for rule in rules), default=0)
    severity = max((len(rule.severity) for rule in rules), default=0)
    return "".join(f"{rule.code}  {rule.name:<{name}}  {rule.severity:<{severity}}  {visible(rule.summary)}\n" for rule in rules)


def as_json(rules: Sequence[type[Rule]]) -> str:
    """One object: `version`, `rules`; a rule's `options` are its options' defaults by name."""
    rows: list[Json] = [
        {"code": rule.code, "name": rule.name, "severity": rule.severity, "summary": rule.summary, "options": fields_of(rule.Options())}
        for rule in rules
    ]
    return document({"version": 1, "rules": rows})


def fields_of(options: RuleOptions) -> dict[str, Json]:
    """A rule's options by name."""
    return {field.name: getattr(options, field.name) for field in fields(type(options))}  # type: ignore[arg-type] # made one by RuleOptions
