r"""The entry template: `[{title}]({url}){, {authors}}{ - {summary}}` read into pieces. Knows no entries.

`{name}` is a field; braces around text and one field are a part that vanishes with its field; `\{` is a brace itself.
"""

from __future__ import annotations

from functools import cache
from typing import Final

from listlint.errors import ListlintError
from listlint.records import dataclass
from listlint.regex import lazy

WORDS: Final = ("title", "summary", "authors", "venue", "year", "date", "licence", "language", "tag", "note")
"""Fields that are words of the entry."""
LINKS: Final = ("url", "code", "paper", "project", "website", "demo", "data", "model", "video", "slides")
"""Fields that are addresses: `url` is the main link's, the others stand behind a label, `[code]({code})`."""

_PAIRS: Final = {"(": ")", "[": "]", "（": "）", "【": "】", "<": ">", "“": "”", "「": "」", "《": "》"} | {mark: mark for mark in "*_`\"'"}
_LABELLED: Final = lazy(r"\[([^\[\]{}]*)\]\(\Z")
_NAME: Final = lazy(r"[a-z]+\Z")


class TemplateError(ListlintError):
    """A template that can't be read: what is wrong, then the template with a pointer under the fault."""

    def __init__(self, template: str, at: int, complaint: str) -> None:
        self.template, self.at, self.complaint = template, at, complaint
        shown = " ".join(template.splitlines())
        super().__init__(f"{complaint}\n    {shown}\n    {' ' * at}^")


@dataclass(frozen=True, slots=True)
class Chunk:
    """One field as an entry writes it."""

    name: str
    joint: str
    """What parts it from the chunk before; empty for the first."""
    opening: str
    """Marks and brackets right before the field: `**`, `(`, `[[paper](`."""
    closing: str
    optional: bool = False
    label: str | None = None
    """Of a link, the words in its brackets; None where it isn't `[label]({url})`."""

    @property
    def is_link(self) -> bool:
        """Whether the field is an address."""
        return self.label is not None or self.name == "url"


@dataclass(frozen=True, slots=True)
class Template:
    """A template as read."""

    text: str
    linked: bool
    """Whether the title is the main link's label: `[{title}]({url})`."""
    title: Chunk
    """Its opening and closing are the marks around the title alone, within the link where it's linked."""
    rest: tuple[Chunk, ...]
    """What follows, in order; without `url` where the title is linked."""

    def chunk(self, name: str) -> Chunk | None:
        """The chunk of the field `name`, the title apart."""
        return next((chunk for chunk in self.rest if chunk.name == name), None)


@dataclass(frozen=True, slots=True)
class _Slot:
    """A field on the way to a chunk: its name, where it stands, the text before it and, in a part that vanishes, after it."""

    name: str
    at: int
    before: str
    text_at: int
    """Where the text before it begins."""
    inside: str | None = None
    """What follows it in the part that vanishes with it; None for a field that doesn't vanish."""
    outer: str = ""
    """The text before the part that vanishes with it: to end what stands before."""


@cache
def read(text: str) -> Template:
    """The template that `text` writes; raises `TemplateError` where it writes none."""
    slots, end = _Scanner(text).scan()
    _check_fields(text, slots)
    return _Assembler(text, slots, end).assemble()


class _Scanner:
    """Splits a template into fields and the text between them."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0

    def scan(self) -> tuple[list[_Slot], str]:
        """The fields in order, and the text after the last one."""
        text = self._text
        if (line := text.splitlines()) and len(line[0]) < len(text):
            raise TemplateError(text, len(line[0]), "entry template has a line break, expected one line")
        slots: list[_Slot] = []
        while True:
            start, before = self._at, self._literal()
            if self._at == len(text):
                return slots, before
            if text[self._at] == "}":
                raise TemplateError(text, self._at, 'entry template closes a brace that none opens, expected "\\}" for a brace itself')
            if (named := self._field()) is not None:
                slots.append(_Slot(*named, before, start))
            else:
                slots.append(self._group(before, start))

    def _literal(self) -> str:
        text, found = self._text, []
        while self._at < len(text) and text[self._at] not in "{}":
            escaped = text.startswith(("\\{", "\\}"), self._at)
            found.append(text[self._at + escaped])
            self._at += 1 + escaped
        return "".join(found)

    def _field(self) -> tuple[str, int] | None:
        """The field that the brace here opens, read; None where it opens a part that vanishes."""
        text, at = self._text, self._at
        close = next((index for index in range(at + 1, len(text)) if text[index] in "{}"), None)
        if close is None:
            raise TemplateError(text, at, 'entry template opens a brace that nothing closes, expected "}"')
        if text[close] == "{":
            return None
        name = text[at + 1 : close]
        if name not in WORDS and name not in LINKS:
            raise TemplateError(text, at + 1, _unknown(name))
        self._at = close + 1
        return name, at + 1

    def _group(self, outer: str, start: int) -> _Slot:
        text, opened = self._text, self._at
        self._at += 1
        before = self._literal()
        named = self._field()
        if named is None:
            raise TemplateError(text, self._at, "entry template has a part that vanishes within another, expected a field")
        after = self._literal()
        if self._at == len(text):
            raise TemplateError(text, opened, 'entry template opens a brace that nothing closes, expected "}"')
        if text[self._at] == "{":
            raise TemplateError(text, self._at, 'entry template has two fields in a part that vanishes, expected "}"')
        self._at += 1
        return _Slot(*named, before, start, after, outer)


def _unknown(name: str) -> str:
    if not _NAME.match(name):
        return f'entry template has "{{{name}}}", expected a field such as {{title}}, or text with a field in it: {{, {{summary}}}}'
    from difflib import get_close_matches  # noqa: PLC0415 - only a mistake should cost it

    near = get_close_matches(name, (*WORDS, *LINKS), 1, 0.6)
    hint = f'did you mean "{near[0]}"?' if near else f"expected one of {', '.join((*WORDS, *LINKS))}"
    return f'entry template has the unknown field "{name}", {hint}'


def _stray(text: str) -> str:
    return f'entry template has "{text}" before a part that vanishes, expected it within its braces'


def _check_fields(text: str, slots: list[_Slot]) -> None:
    """Title first, an address somewhere, nothing twice, nothing touching."""
    seen: set[str] = set()
    for slot in slots:
        if slot.name in seen:
            raise TemplateError(text, slot.at, f"entry template has {{{slot.name}}} twice, expected each field once")
        seen.add(slot.name)
    if not slots or slots[0].name != "title":
        raise TemplateError(text, 0, "entry template doesn't begin with the title, expected {title} as its first field")
    if slots[0].inside is not None:
        raise TemplateError(text, slots[0].at, "entry template lets the title vanish, expected {title} without further braces")
    if "url" not in seen:
        raise TemplateError(text, len(text), "entry template has no address, expected {url}")
    for slot in slots[1:]:
        if not slot.before:
            raise TemplateError(text, slot.at - 1, f"entry template has nothing before {{{slot.name}}}, expected a separator")


class _Assembler:
    """Makes chunks of fields and the text between them."""

    def __init__(self, text: str, slots: list[_Slot], end: str) -> None:
        self._text = text
        self._slots = slots
        self._afters = [slot.inside if slot.inside is not None else self._next(index, end) for index, slot in enumerate(slots)]
        self._end = end

    def _next(self, index: int, end: str) -> str:
        """The text after a field that doesn't vanish, up to the next field or part that vanishes."""
        if index + 1 == len(self._slots):
            return end
        following = self._slots[index + 1]
        return following.before if following.inside is None else following.outer

    def assemble(self) -> Template:
        title, url = self._slots[0], self._slots[1] if len(self._slots) > 1 else self._slots[0]
        linked = self._is_linked(title, url)
        if linked:
            marks = title.before[1:]
            after = self._afters[0][: -len("](")]
            if (marks, after) != _wrapping(marks, after):
                raise TemplateError(self._text, 0, "entry template has other marks before the title than after it, expected the same")
            chunk, taken, first = Chunk("title", "", marks, after), len(")"), 2
        else:
            opening, closing = _wrapping(title.before, self._afters[0])
            if opening != title.before:
                raise TemplateError(self._text, 0, f'entry template begins with "{title.before}", expected the title')
            chunk, taken, first = Chunk("title", "", opening, closing), len(closing), 1
        rest: list[Chunk] = []
        for index in range(first, len(self._slots)):
            if left := self._slots[index].outer[taken:]:
                raise TemplateError(self._text, self._slots[index].text_at + taken, _stray(left))
            made, taken = self._chunk(index, taken)
            rest.append(made)
        if left := (self._end if self._slots[-1].inside is not None else self._end[taken:]):
            at = len(self._text) - len(left)
            raise TemplateError(self._text, at, f'entry template ends in "{left}", expected a field: what ends a summary is part of it')
        return Template(self._text, linked, chunk, tuple(rest))

    def _is_linked(self, title: _Slot, url: _Slot) -> bool:
        if not title.before.startswith("[") or not self._afters[0].endswith("]("):
            return False
        if url.name != "url":
            raise TemplateError(self._text, url.at, f"entry template links the title to {{{url.name}}}, expected {{url}}")
        if not self._afters[1].startswith(")"):
            raise TemplateError(self._text, url.at + len("url}"), 'entry template leaves the link open, expected ")"')
        return True

    def _chunk(self, index: int, taken: int) -> tuple[Chunk, int]:
        """The chunk of a field, and how much of the text behind it is its own; `taken` belongs to the chunk before."""
        slot, after = self._slots[index], self._afters[index]
        before = slot.before if slot.inside is not None else slot.before[taken:]
        label: str | None = None
        opening = closing = ""
        if (labelled := _LABELLED.search(before)) is not None and after.startswith(")"):
            outer, closing = _wrapping(before[: labelled.start()], after[1:])
            label, opening, closing = labelled[1], outer + labelled[0], f"){closing}"
        elif slot.name in LINKS and slot.name != "url":
            raise TemplateError(self._text, slot.at, f"entry template has a bare {{{slot.name}}}, expected [{slot.name}]({{{slot.name}}})")
        else:
            opening, closing = _wrapping(before, after)
        if slot.inside is not None and len(closing) < len(slot.inside):
            at, extra = slot.at + len(slot.name) + 1 + len(closing), slot.inside[len(closing) :]
            raise TemplateError(self._text, at, f'entry template has "{extra}" after a field that vanishes, expected "}}"')
        joint = before[: len(before) - len(opening)]
        if not joint:
            raise TemplateError(self._text, slot.at - 1, f"entry template has nothing before {{{slot.name}}}, expected a separator")
        made = Chunk(slot.name, joint, opening, closing, slot.inside is not None, label)
        return made, 0 if slot.inside is not None else len(closing)


def _wrapping(before: str, after: str) -> tuple[str, str]:
    """The marks and brackets at the end of `before` that those at the beginning of `after` close."""
    size = 0
    while size < min(len(before), len(after)) and _PAIRS.get(before[-1 - size]) == after[size]:
        size += 1
    return before[len(before) - size :], after[:size]
