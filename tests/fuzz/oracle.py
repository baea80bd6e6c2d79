"""What must hold of fixing any list at all, told without asking the proof."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from html import unescape
from typing import TYPE_CHECKING, Final, NamedTuple
from urllib.parse import unquote

from listlint import engine, registry
from listlint.config.plan import Plan
from listlint.engine.texts import Texts
from listlint.errors import UnreadableError
from listlint.formatter.github import _render
from listlint.formatter.leaves import words
from listlint.model import Kind
from listlint.text import Source
from listlint.urls import identify

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from random import Random

    from listlint.engine import Fixed
    from listlint.model import Document

_HREF: Final = re.compile(r'(?:href|src)="([^"]*)"')
_LABELLED: Final = re.compile(r'<a href="([^"]*)">([^<]*)</a>')
_TAG: Final = re.compile(r"<[^>]*>")
_SHOWN: Final = 200
_ROOM: Final = 100_000
"""Code points of texts that one document's runs remember: the second run begins with what the first made."""
_ALWAYS: Final = ("LL002", "LL005")

__all__ = ["Verdict", "every_rule", "judge", "plan_of", "some_rules"]


class Verdict(NamedTuple):
    """What came of fixing one document."""

    changed: bool = False
    refused: str | None = None
    """Why nothing was written, though something could be repaired."""
    fault: str | None = None
    """What must not be."""
    withheld: tuple[str, ...] = ()
    """Codes of the rules whose fixes weren't proved."""


@cache
def every_rule() -> Plan:
    """All rules with their default options."""
    return Plan(tuple(rule() for rule in registry.all_rules()))


def some_rules(random: Random) -> Plan:
    """A few rules."""
    rules = every_rule().rules
    return plan_of(random.sample([rule.code for rule in rules], random.choice((1, 2, 4, 12))))


def plan_of(codes: Iterable[str]) -> Plan:
    """The plan of those rules, LL002 and LL005."""
    wanted = {*codes, *_ALWAYS}
    return Plan(tuple(rule for rule in every_rule().rules if rule.code in wanted))


def judge(data: bytes, plan: Plan, texts: Texts | None = None) -> Verdict:
    """Fixes `data` with everything that `plan` has, unsafe fixes, too; `texts` may know texts from other runs."""
    texts = Texts(_ROOM) if texts is None else texts
    try:
        source = Source.decode("list.md", data)
    except UnreadableError:
        return Verdict()
    try:
        fixed = engine.fix(source, plan, unsafe=True, texts=texts)
        return _judged(source, fixed, plan, texts)
    except Exception as error:  # noqa: BLE001 - whatever comes is what is sought
        cause = error.__cause__ or error
        return Verdict(fault=f"{type(cause).__name__}: {error}")


def _judged(source: Source, fixed: Fixed, plan: Plan, texts: Texts) -> Verdict:
    after = fixed.after.document
    held = tuple(one.message.split()[2] for one in fixed.after.diagnostics if one.code == "LL005" and one.message.startswith("fix of"))
    if source.encode() != Source.decode("list.md", source.encode()).encode():
        return Verdict(fault="reading and writing is not the same bytes")
    if after.text == source.text:
        return Verdict(refused=fixed.failure, withheld=held, fault="applied without a change" if fixed.applied else None)
    again = engine.fix(after.source, plan, unsafe=True, texts=texts)
    if again.after.document.text != after.text:
        return Verdict(
            changed=True,
            refused=again.failure,
            fault=f"the second run changes the list ({_codes(again)} after {_codes(fixed)})",
            withheld=held,
        )
    return Verdict(changed=True, fault=next(_losses(texts.read(source).document, fixed), None), withheld=held)


def _codes(fixed: Fixed) -> str:
    return "+".join(one.code for one in fixed.applied)


def _losses(before: Document, fixed: Fixed) -> Iterator[str]:
    fixes = [one.fix for one in fixed.applied if one.fix is not None]
    rewrites = [rewrite for fix in fixes for rewrite in fix.rewrites]
    drops = sum(bool(fix.drops) for fix in fixes)
    after = fixed.after.document
    given = [url for one in rewrites if one.before is not None for url in (one.before, one.before.removesuffix(one.tail))]
    declared = {identify(url, bare=bare).key for one in given for url in (one, unquote(one)) for bare in (True, False)}
    declared |= {identify(link.url).key for link in before.links if link.rendered in given}
    if lost := _works(before) - _works(after) - declared:
        yield f"links lost: {sorted(lost)} ({_codes(fixed)})"
    if _entries(after) < _entries(before) - drops:
        yield f"{_entries(before)} entries became {_entries(after)} ({_codes(fixed)})"
    if rewrites or drops:
        return
    mine, theirs = _seen(before.text), _seen(after.text)
    moves, worded = any(fix.moves for fix in fixes), any(fix.contents or fix.wordings for fix in fixes)
    for name, one, other in zip(("destinations", "words", "headings"), mine, theirs, strict=True):
        if worded and isinstance(one, Counter) and isinstance(other, Counter):  # rows of the contents come and go
            one, other = (Counter({url: count for url, count in found.items() if not url.startswith("#")}) for found in (one, other))  # noqa: PLW2901
        if one == other or (name == "words" and (worded or (moves and sorted(one) == sorted(other)))):
            continue
        if isinstance(one, str) and isinstance(other, str):
            at = next((at for at, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]), min(len(one), len(other)))
            one, other = one[at : at + _SHOWN], other[at : at + _SHOWN]  # noqa: PLW2901 - shown from where they part
        yield f"{name} changed: {one!r} became {other!r} ({_codes(fixed)})"


def _works(document: Document) -> set[str]:
    return {identify(link.url).key for link in document.links if link.url.partition("://")[2]}


def _entries(document: Document) -> int:
    return sum(item.kind is Kind.ENTRY for item in document.items)


def _seen(text: str) -> tuple[Counter[str], str, list[str]]:
    """Destinations, letters whatever their case, and headings of GitHub's HTML, read with plain patterns."""
    html = _render()(text)
    plain = _LABELLED.sub(lambda link: "" if "://" in link[2] or "@" in link[2] or "www." in link[2] else link[2], html)
    shown = words(unescape(_TAG.sub("", plain))).casefold()
    return Counter(_HREF.findall(html)), shown, re.findall("<h[1-6]", html)
