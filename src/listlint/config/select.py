"""Which rules run, and how: from settings and the command line's wishes to a plan. Reads no files."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from listlint import registry
from listlint.book import titles
from listlint.config import custom
from listlint.config.custom import is_named, meant
from listlint.config.nearest import nearest
from listlint.errors import UsageError
from listlint.records import dataclass, names

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping
    from pathlib import Path

    from listlint.config.plan import Plan
    from listlint.config.settings import Layer, Settings
    from listlint.custom_spec import Spec
    from listlint.diagnostic import Severity
    from listlint.style import StyleOptions

# ruff: noqa: PLC0415 - a list whose check is known needs no plan

Codes = frozenset[str]


@dataclass(frozen=True, kw_only=True)
class Selection:
    """What the command line asks for; made by `selection`, so every selector exists."""

    select: tuple[str, ...] | None = None
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()


@cache
def families() -> dict[str, Codes]:
    """Every prefix of every code that names a family, `LL`, `LL1`, `LL10`, with the codes it stands for."""
    codes = list(titles())
    prefixes = {code[:end] for code in codes for end in range(2, len(code))}
    return {prefix: frozenset(code for code in codes if code.startswith(prefix)) for prefix in sorted(prefixes)}


def code_of(selector: str) -> str | None:
    """The code of the rule that `selector` names in full, by code or name, case apart."""
    known = registry.codes()
    return known.get(selector.upper()) or known.get(selector.lower())


def expand(selectors: Iterable[str]) -> Codes:
    """Every rule that the selectors stand for; an unknown one stands for none."""
    found: set[str] = set()
    for selector in selectors:
        code = code_of(selector)
        found |= {code} if code else families().get(selector.upper(), frozenset())
    return frozenset(found)


def unknown(selector: str) -> str | None:
    """What to say of a selector that stands for no rule; None where it does stand for one."""
    if expand([selector]):
        return None
    coded = selector[:2].upper() == "LL"
    near = _nearest_code(selector) if coded else nearest(selector, registry.codes())
    return f'unknown rule "{selector}", ' + (f'did you mean "{near}"?' if near else 'expected one of those that "listlint rules" shows')


def _nearest_code(selector: str) -> str | None:
    """The first code or family that differs from `selector` in one sign; codes are too much alike for any other guess."""
    words = [*titles(), *families()]
    alike = (word for word in words if len(word) == len(selector) and sum(map(str.__ne__, word, selector.upper())) == 1)
    return next(alike, None)


def selection(
    select: Iterable[str] = (),
    extend_select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    *,
    prefix: str = "--",
    own: Collection[str] = (),
) -> Selection:
    """The selection of three command-line lists, each string with commas; raises `UsageError` for an unknown rule.

    `own` are the names and codes of the user rules that may be named.
    """
    split: dict[str, tuple[str, ...]] = {}
    for option, values in (("select", select), ("extend-select", extend_select), ("ignore", ignore)):
        split[option] = tuple(word for value in values for word in value.replace(",", " ").split())
        for word in split[option]:
            if (complaint := unknown(word)) is not None and not is_named(word, own):
                raise UsageError(f"{prefix}{option}: {complaint}")
    return Selection(select=split["select"] or None, extend_select=split["extend-select"], ignore=split["ignore"])


@dataclass(frozen=True)
class _Running:
    """The rules that run, and the pool that a prefix in a later `select` takes from."""

    codes: Codes = frozenset()
    pool: Codes = frozenset()

    def then(self, select: tuple[str, ...] | None, extend: tuple[str, ...], ignore: tuple[str, ...]) -> _Running:
        """After one more layer. Within it a rule named in full beats a prefix, and `ignore` beats the rest.

        A prefix in `select` takes the pool's rules of that family; in `extend` it takes all of them.
        """
        named = frozenset(code for selector in (*(select or ()), *extend) if (code := code_of(selector)))
        dropped = frozenset().union(*(expand([item]) - (frozenset() if code_of(item) else named) for item in ignore))
        codes = self.codes if select is None else named | (expand(select) & (self.pool | self.codes))
        codes = (codes | expand(extend)) - dropped
        return _Running(codes, (self.pool | codes) - dropped)


def running(settings: Settings, chosen: Selection, path: Path | None = None) -> Codes:
    """The codes of the rules that run on `path`."""
    state = _Running()
    for part in settings.profiles:
        everything = _Running(state.codes, frozenset(titles()))
        codes = everything.then(part.select, part.extend_select, (part.ignore or ()) + part.extend_ignore).codes
        state = _Running(codes, codes)
    select = next((part.select for part in reversed(settings.layers) if part.select is not None), None)
    ignore = next((part.ignore for part in reversed(settings.layers) if part.ignore is not None), ())
    extend = tuple(item for part in settings.layers for item in part.extend_select)
    ignore += tuple(item for part in settings.layers for item in part.extend_ignore)
    state = state.then(select, extend, ignore)
    for part in settings.over(path):
        state = state.then(part.select, part.extend_select, (part.ignore or ()) + part.extend_ignore)
    codes, pool = state.codes, state.pool
    silent = {code for code, severity in _severities(settings, path).items() if severity is None}
    return _Running(codes - silent, pool - silent).then(chosen.select, chosen.extend_select, chosen.ignore).codes


def plan(settings: Settings, chosen: Selection | None = None, path: Path | None = None) -> Plan:
    """What to hold `path` (absolute; None: no override holds) to.

    Raises `UsageError` where the command line selects and nothing is left to run.
    """
    from listlint.config.plan import InSections, Plan
    from listlint.custom import made

    chosen = chosen or Selection()
    codes = running(settings, chosen, path)
    own = customs(settings, chosen, path)
    if chosen.select is not None and not codes and not own:
        raise UsageError(f"--select {','.join(chosen.select)}: profile {settings.profile} has no such rule to run; name it in full")
    layers = (*settings.profiles, *settings.layers, *settings.over(path))
    severities = {code: severity for code, severity in _severities(settings, path, own).items() if severity is not None}
    sections = tuple(InSections(names, _by_code(said, own)) for part in layers for names, said in part.section_severities)
    found = [registry.rule(code) for code in titles() if code in codes]
    rules = tuple(rule(rule.Options(**_options(layers, rule.code))) for rule in found)
    return Plan((*rules, *map(made, own)), severities, _style(layers), custom_names(settings), in_sections=sections)


def _severities(settings: Settings, path: Path | None, own: Iterable[Spec] = ()) -> dict[str, Severity | None]:
    """Severity by code where profile, configuration or command line changes it; None is off."""
    found: dict[str, Severity | None] = {}
    for part in (*settings.profiles, *settings.layers, *settings.over(path)):
        found |= _by_code(part.severity, own)
    return found


def _by_code(said: Mapping[str, Severity | None], own: Iterable[Spec]) -> dict[str, Severity | None]:
    """A table of severities by code: a rule named in full beats its family, in whatever order they stand."""
    found: dict[str, Severity | None] = {}
    for selector in sorted(said, key=lambda item: code_of(item) is not None):
        mine = (spec.code for spec in own if meant(selector, spec))
        found |= dict.fromkeys((*expand([selector]), *mine), said[selector])
    return found


def custom_names(settings: Settings) -> Codes:
    """The names and codes of all user rules, those of overrides among them, and X."""
    overrides = (part for layer in settings.said for part in layer.overrides)
    found = custom.specs((*settings.said, *overrides))
    return frozenset(word for spec in found for word in (spec.name, spec.code, "X"))


def customs(settings: Settings, chosen: Selection | None = None, path: Path | None = None) -> tuple[Spec, ...]:
    """The user rules that run on `path`: a configuration's `select` is about the rules that listlint has."""
    chosen = chosen or Selection()
    over = settings.over(path)
    replaced = next((part.ignore for part in reversed(settings.layers) if part.ignore is not None), ())
    ignored = (*replaced, *(word for part in settings.layers for word in part.extend_ignore), *chosen.ignore)
    ignored += tuple(word for part in over for word in (*(part.ignore or ()), *part.extend_ignore))
    wanted = None if chosen.select is None else (*chosen.select, *chosen.extend_select)
    found = tuple(custom.running(custom.specs((*settings.layers, *over)), ignored, wanted))
    silent = {code for code, severity in _severities(settings, path, found).items() if severity is None}
    named = () if wanted is None else tuple(wanted)
    return tuple(spec for spec in found if spec.code not in silent or any(meant(word, spec) for word in named))


def _options(layers: tuple[Layer, ...], code: str) -> dict[str, Any]:
    """The options of one rule, each from the last layer that says something of it."""
    merged: dict[str, Any] = {}
    for part in layers:
        for key, options in part.rules.items():
            if code_of(key) == code:
                merged |= options
    return merged


def _style(layers: tuple[Layer, ...]) -> StyleOptions:
    from listlint.style import SectionOptions, StyleOptions

    merged: dict[str, Any] = {}
    sections: dict[str, Any] = {}
    for part in layers:
        merged |= part.style
        sections |= part.sections
    merged["sections"] = sections.pop("known", ())
    merged["section_options"] = SectionOptions(**sections)
    return StyleOptions(**{name: merged[name] for name in names(StyleOptions) if name in merged})
