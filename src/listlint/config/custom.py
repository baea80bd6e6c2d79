"""User rules in a configuration: from tables to specs, their codes, and which of them run. Reads no files, knows no pydantic."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from listlint.custom_spec import Example, Spec
from listlint.diagnostic import Severity
from listlint.edits import Safety
from listlint.records import replace

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from listlint.config.settings import Layer

Codes = frozenset[str]


def spec_of(table: Mapping[str, Any]) -> Spec:
    """The spec that a table of the right shape spells out."""
    plain: dict[str, Any] = {key: tuple(value) if isinstance(value, list) else value for key, value in table.items()}
    plain["severity"] = Severity(plain.get("severity", Severity.WARNING))
    plain["safety"] = Safety(plain.get("safety", Safety.UNSAFE))
    plain["examples"] = tuple(Example(**example) for example in plain.get("examples", ()))
    return Spec(**plain)


def named(table: Mapping[str, Any]) -> Codes:
    """What may name the rules that a table, unchecked, spells out: their names and codes, and `X` with the codes' beginnings."""
    words = {str(rule[key]) for rule in _tables(table) for key in ("name", "code") if isinstance(rule.get(key), str)}
    return frozenset(words | {"X"} if words else words)


def _tables(table: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    overrides = table.get("overrides")
    for part in (table, *(overrides if isinstance(overrides, list) else ())):
        rules = part.get("rules") if isinstance(part, dict) else None
        found = rules.get("custom") if isinstance(rules, dict) else None
        yield from (rule for rule in (found if isinstance(found, list) else ()) if isinstance(rule, dict))


def repeated(table: Mapping[str, Any]) -> tuple[tuple[int | str, ...], str] | None:
    """The place of the first name or code that a rule of the same table has already, and what to say of it."""
    parts = [((), table), *((("overrides", number), part) for number, part in enumerate(table.get("overrides", ())))]
    for place, part in parts:
        seen: set[tuple[str, str]] = set()
        for number, rule in enumerate(part.get("rules", {}).get("custom", ())):
            for key in ("name", "code"):
                if (key, rule.get(key, "")) in seen:
                    return (
                        *place,
                        "rules",
                        "custom",
                        number,
                        key,
                    ), f'rules.custom.{key}: "{rule[key]}" is another rule\'s, expected another {key}'
                if rule.get(key):
                    seen.add((key, rule[key]))
    return None


def specs(layers: Iterable[Layer]) -> tuple[Spec, ...]:
    """The rules of all layers by code, each with one: a later rule takes the place of an earlier one of its name."""
    by_name = {spec.name: spec for layer in layers for spec in layer.custom}
    taken = {spec.code for spec in by_name.values()}
    free = (code for number in range(1, 1000) if (code := f"X{number:03}") not in taken)
    found = (spec if spec.code else replace(spec, code=next(free)) for spec in by_name.values())
    return tuple(sorted(found, key=lambda spec: spec.code))


def meant(selector: str, spec: Spec) -> bool:
    """Whether `selector` names the rule: by name, code, or the beginning of its code."""
    return selector.lower() == spec.name or (selector[:1] in {"x", "X"} and spec.code.startswith(selector.upper()))


def is_named(word: str, known: Iterable[str]) -> bool:
    """Whether `word` may name one of the rules whose names and codes are `known`; a code may be one given in order."""
    words = {name.lower() for name in known}
    numbered = word[:1] in {"x", "X"} and word[1:].isdecimal() and len(word) <= len("X000")
    return word.lower() in words or (bool(words) and numbered)


def running(found: Iterable[Spec], ignored: Iterable[str], select: Iterable[str] | None) -> Iterator[Spec]:
    """Those that run: all but the ignored ones, and where something is selected, only what is."""
    left_out, chosen = tuple(ignored), None if select is None else tuple(select)
    for spec in found:
        if any(meant(selector, spec) for selector in left_out):
            continue
        if chosen is None or any(meant(selector, spec) for selector in chosen):
            yield spec
