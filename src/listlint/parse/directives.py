"""Comments that speak to listlint, or to remark-lint. Knows their grammar, no rule's name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from listlint.model import Directive, Part
from listlint.regex import lazy
from listlint.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_OPENING: Final = lazy(r"<!--\s*+listlint\s*+:\s*+")
_FOREIGN: Final = lazy(r"<!--\s*+lint\s++(disable|enable|ignore)(?=\s|\Z|-)")
_ACTION: Final = lazy(r"[^\s\[]*+")
_RULES: Final = lazy(r"\s*+\[([^\[\]]*+)\]")
_NAME: Final = lazy(r"[^\s,]++")
_CLOSE: Final = "-->"


def find(text: str, html: Iterable[Span]) -> tuple[Directive, ...]:
    """The directives among `html`, spans of comments and other HTML of `text`, in order.

    `<!-- listlint: ignore[LL102, mixed-separator] reason -->`; without brackets it speaks of every rule. A malformed one
    is a directive too: its action is all that stands there as written (`ignore[LL102`), for a rule to report. Of
    remark-lint's, `disable` and `enable` are ours, `ignore` is `ignore-next`.
    """
    return tuple(directive for span in html for directive in _read(text, span))


def _read(text: str, html: Span) -> Iterator[Directive]:
    """The directives among the comments of one piece of HTML."""
    at = html.start
    while (start := text.find("<!--", at, html.end)) >= 0:
        close = text.find(_CLOSE, start + 2, html.end)
        end, at = (close, close + len(_CLOSE)) if close >= 0 else (html.end, html.end)
        if (opening := _OPENING.match(text, start, end)) is not None:
            yield _directive(text, Span(start, at), opening.end(), end)
        elif (foreign := _FOREIGN.match(text, start, end)) is not None:
            names = tuple(Part(Span(*name.span()), name[0]) for name in _NAME.finditer(text, foreign.end(), end))
            yield Directive(Span(start, at), "ignore-next" if foreign[1] == "ignore" else foreign[1], names, foreign=True)


def _directive(text: str, span: Span, start: int, end: int) -> Directive:
    """The directive that says `[start, end)`."""
    action = _ACTION.match(text, start, end)
    at = action.end() if action else start
    rules = _RULES.match(text, at, end)
    if rules is None:
        names: tuple[Part, ...] = ()
        malformed = text.startswith("[", at)
    else:
        names = tuple(Part(Span(*name.span()), name[0]) for name in _NAME.finditer(text, *rules.span(1)))
        malformed = not names
    if malformed:
        return Directive(span, _plain(text[start:end]), ())
    return Directive(span, text[start:at], names, _plain(text[rules.end() if rules else at : end]))


def _plain(text: str) -> str:
    return " ".join(text.split())
