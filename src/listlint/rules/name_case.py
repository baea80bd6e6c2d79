"""Proper names that aren't written as they write themselves. Knows nothing of code, URLs, and names of packages and files."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final, NamedTuple

from listlint.edits import Edit, Fix, Phase, Safety
from listlint.regex import lazy
from listlint.rule import Rule, RuleOptions
from listlint.style import names
from listlint.style.places import meets
from listlint.style.prose import JOINT, masked
from listlint.style.thresholds import MIN_CASES, MIN_CLEAR, SLIP, is_habit
from listlint.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from listlint.diagnostic import Diagnostic
    from listlint.model import Document, Link
    from listlint.style import Style
    from listlint.style.names import Names, ProperName

_MANY: Final = 10
"""So often written one way, and hardly ever the right way, it's a label that the list has settled on."""
_WORD: Final = lazy(r"(?<![A-Za-z0-9\u00c0-\u024f_])[A-Za-z][A-Za-z0-9]*")
_BOUND_BEFORE: Final = frozenset("-_/.@#$\\+&=:~’'\0")
"""Before a word: it's part of a name, a path, a handle or a shortcode."""
_BOUND_AFTER: Final = frozenset("_/@#$+&=[\\\0")
_SUFFIX: Final = lazy(r"-(?:based|like|style|powered|compatible|hosted|inspired|only|specific|related|flavou?red|friendly)\b")
_CAPITALS: Final = lazy(r"(?<![A-Za-z])[A-Z]{4,20} \0|\0 [A-Z]{4,20}(?![A-Za-z])")
"""Words in capitals beside one: the whole phrase is written so."""
_NEXT: Final = lazy(r"[ ]([A-Za-z]+)")
_BESIDE: Final = lazy(
    r"(?i)(?:linux|mac ?os|osx|mac|unix)(?:,|,? and| &|,? or) \0|\0(?:,|,? and| &|,? or) (?:linux|mac ?os|osx|mac|unix)\b"
)
"""Systems that are named in one breath with Windows."""
_USES: Final = lazy(r"(?i)\b(?:uses|using|written in|powered by|built with|built on) \Z")
_USED: Final = frozenset(("angular", "babel", "electron", "jest", "rails", "react", "ruby", "rust", "svelte", "swift"))
"""English words for what nobody is said to use: who uses them uses the software."""
_END: Final = lazy(r"[.,;!]?[ \t]*(?:\r?\n|\Z)")
_NET: Final = lazy(r"(?<![\w.\-/@#+])(?:net|NET|Net)(?= (?:[Ff]ramework|[Cc]ore|[Ss]tandard)\b)|(?<=[Ww]ith )net(?= (?:[5-9]|1\d)\b)")
_DOTNET: Final = names.ProperName(".NET", (".NET",), frozenset({"core"}))


class NameCase(Rule):
    """LL609."""

    code = "LL609"
    name = "name-case"
    summary = "A proper name is written otherwise than it writes itself."
    phase = Phase.TYPOGRAPHY

    class Options(RuleOptions):
        """What can be configured."""

        names: tuple[str, ...] = ()
        """More names: `"WebSub"`; with misspellings: `"Home Assistant | HA = homeassistant"`; English words: `"Flask ~ app"`."""
        ignore: tuple[str, ...] = ()
        """Names to leave alone."""
        ambiguous: bool = True
        """Whether English words are held to be names where the words around them tell so."""

    options: Options

    def check(self, document: Document, style: Style) -> Iterator[Diagnostic]:
        """Names in running text and headings; titles that are written as their URL, and labels that are used throughout, are right."""
        del style
        text = masked(document)
        own = _packages(document)
        found = [hit for hit in self._hits(text, names.table(self.options.names, self.options.ignore)) if not meets(hit.span, own)]
        forms = Counter(hit.span.of(text) for hit in found)
        for hit in found:
            written = hit.span.of(text)
            right = hit.name.name
            if written in hit.name.accepted or _is_custom(forms[written], forms[right]):
                continue
            yield self.diagnostic(hit.span, f'name is "{written}", expected "{right}"', fix=_fix(document, hit, written))

    def _hits(self, text: str, table: Names) -> Iterator[_Hit]:
        """Every name, rightly written or not."""
        done = 0
        for match in _WORD.finditer(text):
            if match.start() < done:
                continue
            if self.options.ambiguous and match[0].lower() == "net" and _NET.match(text, match.start()):
                yield _Hit(Span(match.start(), match.end()), _DOTNET)
                continue
            hit = self._at(text, match.start(), table.get(match[0].lower(), ()))
            if hit is not None:
                done = hit.span.end
                yield hit

    def _at(self, text: str, start: int, spellings: Sequence[tuple[str, ProperName]]) -> _Hit | None:
        for spelling, name in spellings:
            end = start + len(spelling)
            written = text[start:end]
            if written.lower() != spelling or not _is_alone(text, start, end, written):
                continue
            if (
                written.isupper()
                and written not in name.accepted
                and _CAPITALS.search(text[max(start - 20, 0) : start] + "\0" + text[end : end + 20])
            ):
                return None
            if name.before and written in name.accepted:
                return None
            if name.before and not (self.options.ambiguous and written.islower() and _is_told(text, Span(start, end), name)):
                continue
            return _Hit(Span(start, end), name)
        return None


class _Hit(NamedTuple):
    """A name where it stands."""

    span: Span
    name: ProperName


def _is_custom(wrong: int, right: int) -> bool:
    """Whether one spelling is the list's own: often written, and the right one hardly ever, or at most twice as often."""
    return (wrong >= _MANY and right < SLIP * wrong) or (wrong >= MIN_CLEAR and is_habit(wrong, wrong + right))


def _is_alone(text: str, start: int, end: int, written: str) -> bool:
    """Whether the letters are words of their own, and no part of a path, a package or a file name."""
    before, after = text[start - 1 : start], text[end : end + 1]
    if (before in _BOUND_BEFORE and before) or (after in _BOUND_AFTER and after):
        return False
    if after == "-":
        return written[0].isupper() and _SUFFIX.match(text, end) is not None
    if after in (".", ":", "(") and re.match(r"[A-Za-z0-9_:/]|\)", text[end + 1 : end + 2]):
        return after == "(" and not text.startswith("()", end)
    return not re.match(r"[A-Za-z0-9\u00c0-\u024f]", after)


def _is_told(text: str, span: Span, name: ProperName) -> bool:
    """Whether the words around tell that it's the name, and not the English word."""
    follows = _NEXT.match(text, span.end)
    if follows and follows[1].lower() in name.before:
        return True
    if name.name == "Windows" and _BESIDE.search(text[max(span.start - 16, 0) : span.start] + "\0" + text[span.end : span.end + 16]):
        return True
    if text[span.start - 1 : span.start] == JOINT and text[span.end : span.end + 1] == JOINT:
        return span.of(text) in names.TITLES
    if span.of(text) not in _USED or not _END.match(text, span.end):
        return False
    return _USES.search(text, max(0, span.start - 14), span.start) is not None


def _packages(document: Document) -> list[Span]:
    """The labels of links that are no proper names: as their URL writes them, or one word that many side links bear."""
    main = {item.link.span for item in document.items if item.link is not None}
    side = Counter(link.text for link in document.links if link.span not in main)
    found = [link.label for link in document.links if _names_url(link) or (link.span not in main and side[link.text] >= MIN_CASES)]
    return sorted(found)


def _names_url(link: Link) -> bool:
    """Whether the label is a piece of the URL's path, hyphened or not: the name of a package, a repository or a user."""
    label = link.text.strip()
    path = re.split(r"[/?#=]", link.url.removesuffix("/").removesuffix(".git"))[3:]
    return " " not in label and (label in path or label in re.split(r"[-_.]", "-".join(path)))


def _fix(document: Document, hit: _Hit, written: str) -> Fix | None:
    right = hit.name.name
    if _plain(written) != _plain(right):
        return None
    if (" " in right) != (" " in written) and _is_address(document, hit.span):
        return None
    safety = Safety.UNSAFE if hit.name.before else Safety.SAFE
    return Fix(f'write "{right}"', (Edit(hit.span, right),), safety, recases=(hit.span,))


def _is_address(document: Document, span: Span) -> bool:
    """Whether `span` stands in a heading, whose words make an anchor, or in a link to one, which says the same."""
    places = [block.span for block in document.blocks if block.kind == "heading"]
    places += (section.heading for section in document.all_sections if section.heading is not None)
    places += (link.label for link in document.links if link.url.startswith("#"))
    return any(place.contains(span) for place in places)


def _plain(text: str) -> str:
    return "".join(char for char in text.casefold() if char.isalnum())
