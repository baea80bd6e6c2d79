"""What `explain` says of a rule that a configuration spells out: the page it would have in the rule book. Reads no configuration."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from listlint.regex import lazy
from listlint.report.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from listlint.custom_spec import Example, Spec

_TICKS: Final = lazy("`+")
_FACTS: Final = ("scope", "kind", "pattern", "replacement", "values", "min", "max")
_BLOCKS: Final = (("bad", "md bad"), ("fixed", "md fixed"), ("good", "md good"))


def page(spec: Spec, origins: Iterable[str], summary: str) -> str:
    """Its code, name and message, where it's configured, what it looks for, and its examples."""
    lines = [f"# {spec.code} {spec.name}", "", visible(summary), ""]
    lines += [f"Severity: {spec.severity}. Fix: {spec.safety if spec.kind == 'replace' else 'none'}.", ""]
    lines += ["## Configured in", "", *(f"- {visible(origin)}, `[[rules.custom]]`" for origin in origins), ""]
    lines += ["## What it looks for", "", *(f"- {name}: {_code(text)}" for name, text in _facts(spec)), ""]
    lines += ["## Examples", "", *(_examples(spec.examples) if spec.examples else ("None.", ""))]
    return "\n".join(lines[:-1]) + "\n"


def _facts(spec: Spec) -> Iterator[tuple[str, str]]:
    """What the configuration says of it, in its own words."""
    for name in _FACTS:
        value: object = getattr(spec, name)
        if isinstance(value, tuple):
            value = ", ".join(map(str, value))
        if value or (name == "replacement" and spec.kind == "replace"):
            yield name, str(value)


def _examples(examples: Iterable[Example]) -> Iterator[str]:
    for example in examples:
        for name, role in _BLOCKS:
            text: str | None = getattr(example, name)
            if text is not None:
                fence = _fence(text, 3)
                yield from (f"{fence}{role}", *(visible(line) for line in text.splitlines()), fence, "")


def _code(text: str) -> str:
    """`text` as code, whatever backticks it holds."""
    ticks = _fence(text, 1)
    pad = " " if text.startswith("`") or text.endswith("`") or not text else ""
    return f"{ticks}{pad}{visible(text)}{pad}{ticks}"


def _fence(text: str, least: int) -> str:
    longest = max((len(run) for run in _TICKS.findall(text)), default=0)
    return "`" * (max(least, longest + 1) if longest else least)
