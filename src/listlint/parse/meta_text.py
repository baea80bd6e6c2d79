"""Tells text that says who, where and when from text that says what a thing is. Knows plain text, no Markdown."""

from __future__ import annotations

import re
from typing import Final

from listlint.regex import lazy

_YEAR: Final = r"(?:(?:19|20)\d\d|['’]\d\d)"
_MONTH: Final = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_DATE: Final = lazy(
    rf"(?:{_MONTH}\s+)?(?:\d{{1,2}}(?:st|nd|rd|th)?,?\s+)?(?:{_MONTH},?\s+)?{_YEAR}(?:[./-]\d{{1,2}}){{0,2}}\Z"
    rf"|{_MONTH}(?:\s+\d{{1,2}})?\Z|\d{{1,2}}[./-]\d{{1,2}}(?:[./-]\d{{2,4}})?\Z",
    re.IGNORECASE,
)
_VENUE: Final = lazy(
    rf"(?:in\s+)?(?:proceedings of\s+|proc\.?\s+(?:of\s+)?)?(?P<name>[^\W_][\w&.'’+/:@()-]*(?:\s+[\w&.'’+/:@(),-]+){{0,7}}?)[\s,(]*{_YEAR}"
    r"\s*\)?\s*[\[(]?(?:oral|poster|spotlight|workshops?|findings|best paper|short paper|long paper|demo|tutorial|highlight)?"
    r"(?:\s+\w+)?[)\]]?\Z",
    re.IGNORECASE,
)
_CONNECTORS: Final = frozenset(
    (
        *("of", "on", "for", "and", "in", "the", "at", "preprint", "arxiv", "via", "under", "review"),
        *("conference", "journal", "workshop", "et", "de", "by", "&"),
    )
)
_PREPRINT: Final = lazy(
    r"(?:arxiv|biorxiv|medrxiv|openreview|preprint|under review|technical report)(?:\s+preprint)?(?:[:\s]+[\w.:/-]+)?\Z", re.IGNORECASE
)
_NAME_WORD: Final = lazy(r"[^\W\d_][\w'’.\-]*\Z")
_PARTICLES: Final = frozenset(
    (
        *("de", "da", "di", "do", "dos", "del", "della", "der", "den", "van", "von", "la", "le", "el", "al"),
        *("bin", "ibn", "ben", "ter", "y", "e"),
    )
)
_ET_AL: Final = lazy(r"\bet\.?\s+al\b|\A[\w·\s,，、]{2,20}等\Z|\bи др\b", re.IGNORECASE)
_SPLIT: Final = lazy(r"\s*[;；•·|]\s*|\s*[,，、]\s*(?:and\s+|&\s*)?|\s+(?:and|&|und|et|y|и)\s+")
_SENTENCE: Final = lazy(r"(?<=[\w)\]*_’\"”])[.。]\s+(?=[\[(A-Z0-9*_'’])")
_CITED: Final = lazy(r"\s*,\s*(?:and\s+)?|\s+and\s+")
_BY: Final = lazy(r"(?:by|via|authors?:|作者[:：]?|@|著者[:：]?|автор[ы]?:?|por|von|par)(?:\s+|(?<=[@:：]))", re.IGNORECASE)
_INITIAL: Final = lazy(r"(?:[^\W\d_]\.[\s-]?)+[^\W\d_]")
_PLACE: Final = lazy(r"on (?:the )?[\w.-]+(?: [\w'’@().-]+){0,8}\Z")
_ARTICLES: Final = frozenset(("a", "an", "the", "this", "my"))
_EDGES: Final = "()[]{}（）【】.,;:：， "
_MAX_DATE: Final = 40
_MANY_NAMES: Final = 6
_MAX_NAME: Final = 4
_MAX_AUTHORS: Final = 3000
_MIN_NAMES: Final = 2
_MAX_BY: Final = 14
_MAX_NAMES: Final = 40
_MAX_PARTICLE: Final = 3
_MIN_TITLE: Final = 2


def is_date(text: str) -> bool:
    """Whether `text` is a year or date."""
    return len(text) < _MAX_DATE and _DATE.match(text.strip(_EDGES)) is not None


def is_venue(text: str) -> bool:
    """Whether `text` names where something appeared: `ACL 2024`, `arXiv preprint`, `NeurIPS'23 (oral)`."""
    text = text.strip(" .,;:()[]（）【】_*")
    if not text or len(text) > 90:  # noqa: PLR2004 - no venue is as long as that
        return False
    if _PREPRINT.match(text) is not None:
        return True
    match = _VENUE.match(text)
    if match is None:
        return False
    words = match["name"].split()
    return words[0].casefold() not in _ARTICLES and all(not word[0].islower() or word.casefold() in _CONNECTORS for word in words)


def is_name(text: str) -> bool:
    """Whether `text` may be a person's or a body's name: one to four capitalised words."""
    words = text.strip(" .*_†‡").split()
    if not 0 < len(words) <= _MAX_NAME or not words[0][0].isupper():
        return False
    return all(_NAME_WORD.match(word) and (word[0].isupper() or word in _PARTICLES) for word in words)


def is_authors(text: str) -> bool:
    """Whether `text` lists names: two or more, or one with `et al.`, or anything short after `by`."""
    text = text.strip(" .,;:*_()（）")
    if not text or len(text) > _MAX_AUTHORS:
        return False
    if (by := _BY.match(text)) is not None:
        return len(text[by.end() :].split()) <= _MAX_BY
    if _ET_AL.search(text) is not None:
        return len(_ET_AL.split(text, maxsplit=1)[0].split()) <= _MAX_BY
    names = [name for name in _SPLIT.split(text) if name]
    if len(names) >= _MANY_NAMES:
        return sum(map(is_name, names)) * 5 >= len(names) * 4  # a team's name or a note in brackets may be among many
    full = sum(" " in name.strip() for name in names)
    return len(names) >= _MIN_NAMES and (full == len(names) or len(names) > _MIN_NAMES) and all(is_name(name) for name in names)


def are_mostly_names(text: str) -> bool:
    """Whether `text` is a list of names but for one in three: `Hinton, Geoffrey E., and yann lecun`."""
    names = [name for name in _SPLIT.split(text.strip(" .,;:*_")) if name.strip(" .")]
    return len(names) > 0 and len(text) <= _MAX_AUTHORS and sum(map(is_name, names)) * 3 >= len(names) * 2


def are_people(text: str) -> bool:
    """Whether `text` can hardly be anything but people: several names, or one with initials."""
    names = [name for name in _SPLIT.split(text) if name.strip(" .")]
    if not names or len(text) > _MAX_AUTHORS or not all(is_name(name) or _ET_AL.search(name) for name in names):
        return False
    return len(names) > 1 or _INITIAL.search(text) is not None


def is_credited(text: str) -> bool:
    """Whether `text`, set apart by italics, says who wrote it, or where: authors, perhaps with the venue behind them."""
    return kind(text) in {"authors", "venue"} or _ET_AL.search(text) is not None


def citation(text: str) -> tuple[int, int] | None:
    """Where the authors end in `text` and where the title begins behind them: two full names or more, a comma, then more than a name."""
    at = 0
    for count, cut in enumerate(_CITED.finditer(text)):
        name = text[at : cut.start()]
        if count > _MAX_NAMES:
            return None
        if not _is_full_name(name):
            break
        at = cut.end()
        if count and cut[0].strip() == "," and not _is_full_name(_CITED.split(text[at:], maxsplit=1)[0]):
            rest = _CITED.split(text[at:], maxsplit=1)[0].split()
            return (cut.start(), at) if len(rest) >= _MIN_TITLE and any(word[0].isalnum() for word in rest) else None
    return None


def _is_full_name(text: str) -> bool:
    words = text.split()
    if not _MIN_NAMES <= len(words) <= _MAX_NAME or not (words[0][0].isupper() and words[-1][0].isupper()):
        return False
    return all(_NAME_WORD.match(word) and (word[0].isupper() or (len(word) <= _MAX_PARTICLE and word not in _CONNECTORS)) for word in words)


def credit(text: str) -> str | None:
    """As `kind`, of text behind a dash or colon, where most text tells what a thing is: only what can't be that."""
    core = text.strip(" .,;:|*_-–—，。、()[]（）")
    if not core:
        return "tag"
    if is_date(core):
        return "date"
    if (_BY.match(core) is not None or _ET_AL.search(core) is not None) and is_authors(core):
        return "authors"
    return "venue" if is_venue(core) and len(core.split()) <= _MAX_NAME else None


def are_surely_authors(text: str) -> bool:
    """As `is_authors`, in a line where a title may hold the same words: by initials, `et al.`, or three full names."""
    text = text.strip(" .,;:*_()（）")
    if text.startswith("@") or (_ET_AL.search(text) is not None and is_authors(text)):
        return True
    names = [name for name in _SPLIT.split(text) if name]
    if not names or not all(is_name(name) for name in names):
        return False
    return all(_INITIAL.match(name) for name in names) or (len(names) > _MIN_NAMES and all(len(name.split()) == 2 for name in names))  # noqa: PLR2004


def kind(text: str) -> str | None:  # noqa: PLR0911 - a decision list
    """`authors`, `venue`, `date` or `tag` where all of `text` is such; None where it tells anything else."""
    text = text.strip()
    core = text.strip(" .,;:|*_-–—，。、()[]（）")
    if not core:
        return "tag"
    if is_date(core):
        return "date"
    if is_authors(core):
        return "authors"
    if _PLACE.match(core) is not None:
        return "venue"
    if is_venue(core):
        return "venue"
    parts = [part for part in _SENTENCE.split(text) if part.strip(" .")]
    if len(parts) > 1 and len(parts) <= 6 and all(_simple(part) for part in parts):  # noqa: PLR2004
        return "authors"
    pieces = [piece for piece in re.split(r"\s*[,，;；|]\s*|\s+[-–—]\s+", text) if piece.strip(" .")]
    if len(pieces) > 1 and all(_simple(piece) or is_name(piece) for piece in pieces) and any(_simple(piece) for piece in pieces):
        return "authors"
    return None


def _simple(text: str) -> bool:
    text = text.strip(" .,;:|*_，。、")
    return not text or is_date(text) or is_authors(text) or is_venue(text)
