"""Comments that speak to listlint. Knows their grammar; whether a rule of that name exists is for others to say."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from listlint.model import Directive, Part
from listlint.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

_DIRECTIVE: Final = re.compile(r"<!--\s*listlint\s*:\s*([^\s\[\]]*)\s*(?:\[([^\[\]]*)\])?")
_NAME: Final = re.compile(r"[^\s,]+")


def find(text: str, html: Iterable[Span]) -> tuple[Directive, ...]:
    """The directives among the comments `html` of `text`, in order.

    A malformed one is a directive too, with the action as written, for a rule to report.
    """
    return tuple(directive for span in html if (directive := _read(text, span)) is not None)


def _read(text: str, span: Span) -> Directive | None:
    match = _DIRECTIVE.match(text, span.start, span.end)
    if match is None:
        return None
    action, rules = match[1], ()
    if match[2] is not None:
        rules = tuple(Part(Span(name.start(), name.end()), name[0]) for name in _NAME.finditer(text, *match.span(2)))
    reason = " ".join(text[match.end() : span.end].removesuffix("-->").split())
    if reason.startswith("["):
        action, reason = f"{action}{reason}", ""
    return Directive(span, action, rules, reason)
