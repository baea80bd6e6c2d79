"""What follows a title or main link: tags, further links, authors, the separator, the summary. Knows one flow only."""

from __future__ import annotations

from sys import intern
from typing import TYPE_CHECKING, Final

from listlint.model import Field, Part
from listlint.parse import labels, meta_text
from listlint.parse.inlines import IMAGE, LINK
from listlint.parse.titles import is_ornament, skip_ornaments
from listlint.records import dataclass, field
from listlint.regex import lazy
from listlint.text import Span

if TYPE_CHECKING:
    import re

    from listlint.parse.inlines import Flow

_SEPARATOR: Final = lazy(
    r"\s*(?:->|=>|→|[-–—―−‐]{1,3}(?=\s|\Z)|[-–—―]{2,3}|[-–—](?=[\u3040-\u30ff\u4e00-\u9fff])|(?<=\s)(?::{2,3}|~|»|//)(?=\s|\Z)|[:：]|[,，;；、]|\||·|•|\.(?=\s+\S))\s*|(?<=\S)\s+[-–—]{1,2}(?=\w)"
)
_JOINED: Final = lazy(rf"\s*(?:[/|&、+·]|(?:and|or)(?:\s+[Tt]he)?)\s*{LINK}|\s*[,，]\s*{LINK}(?=\s*(?:[-–—:：,，、/|]|\Z))")
_GROUP: Final = lazy(r"[\[(（【][^\[\]()（）【】]{0,80}(?:[\[(][^\[\]()]{0,40}[\])][^\[\]()（）【】]{0,40})?[\])）】]")
_CREDIT: Final = lazy(r"\s*by [^:：\n]{1,60}?(?=[:：]\s|\s[-–—]\s)")
_WORDS: Final = lazy(rf"[^\W_]|{LINK}")
_CLOSERS: Final = ")]）】\"”’»」』》'"
_SENTENCE_END: Final = '.。!！?？…)]）】"”’」』》>'
_END_TAG: Final = lazy(r"[\[【][^\[\]【】\n]{0,60}[\]】]\Z|[(（][^()（）\n]{0,60}[)）]\Z")
_STRAY: Final = lazy(r"\s*\|+\s*\Z|\s+[-–—]+\s*\Z|\s*[,，、]\s*\Z")
_STRAYS: Final = frozenset("|-–—,，、")
"""What a stray ends in."""
_SHORTCODE_END: Final = lazy(r"(?::[a-z0-9_+-]{1,40}:){1,8}\Z")
_DASH_END: Final = lazy(r"\s+[-–—|]\s*\Z|[,，;]\s*\Z")
_MAX_TAG: Final = 80
_REMARK: Final = 7
"""Words in brackets that say something of the thing rather than mark it."""
_MAX_SQUARE: Final = 40
_WINDOW: Final = 200


@dataclass(slots=True)
class Tail:
    """What was found after a title."""

    separator: Part | None = None
    summary: tuple[int, int] | None = None
    """In the view."""
    stray: Part | None = None
    fields: list[Field] = field(default_factory=list)
    broken: bool = False
    """Whether text is glued to the link: the rest of a half-deleted one."""


def has_words(text: str) -> bool:
    """Whether there is a letter, a digit or a link in `text`."""
    return _WORDS.search(text) is not None


def read_tail(flow: Flow, start: int, *, linked: bool) -> Tail:
    """Reads view `[start, ...)`. `linked`: whether the main link stands right before it (else a bare title)."""
    return _Reading(flow, start, linked=linked).read()


class _Reading:
    def __init__(self, flow: Flow, start: int, *, linked: bool) -> None:
        self.flow = flow
        self.view = flow.view
        self.start = start
        self.end = len(flow.view)
        self.linked = linked
        self.tail = Tail()

    def read(self) -> Tail:
        self._cut_stray()
        at, plain = self.start, True
        while True:
            before = at
            at = self._extras(at)
            plain = plain and not self.view[before:at].strip()
            separator = _SEPARATOR.match(self.view, at, self.end)
            body = separator.end() if separator else at
            stop = self._next_label(body)
            told = plain and self.linked and separator is not None and separator[0].strip() not in {"", ",", "，", ".", ";", "|"}
            text = self.view[body:stop]
            if not has_words(text):
                if stop < self.end:
                    at = max(stop, body)
                    at, plain = self._group_end(at), False
                    continue
                self._dangling(at, separator, plain=plain)
                return self.tail
            if (stop := self._credit_end(body, stop)) and (kind := self._metadata(body, stop, told=told)) is not None:
                self._field(kind, body, stop)
                at, plain = stop, False
                continue
            self._summary(at, separator, body)
            return self.tail

    def _credit_end(self, body: int, stop: int) -> int:
        """Where `by somebody` ends, where it is followed by a colon or dash and more."""
        if (end := _CREDIT.match(self.view, body, stop)) is not None:
            return end.end()
        return stop

    def _as_written(self, first: int, last: int) -> Part:
        for at in range(last - 1, first, -1):
            if self.flow.end(at - 1) < self.flow.start(at) and "<!--" in self.flow.source_text[self.flow.end(at - 1) : self.flow.start(at)]:
                first = at  # a comment stands within, which is no part of it
                break
        span = Span(self.flow.start(first), self.flow.end(last - 1))
        return Part(span, intern(span.of(self.flow.source_text)))  # a list has few separators, and each very often

    def _metadata(self, body: int, stop: int, *, told: bool) -> str | None:
        if self._is_code(body, stop):
            return "tag"
        text = self.flow.plain(body, stop)
        if told:
            return meta_text.credit(text)
        if (kind := meta_text.kind(text)) is not None:
            return kind
        marks = self.flow.piece(body).marks
        if any(mark.kind == "emphasis" and mark.first <= body and mark.last < stop for mark in marks):
            last = max(mark.last for mark in marks if mark.kind == "emphasis")
            names, rest = self.flow.plain(body, last), self.flow.plain(last, stop)
            if meta_text.is_name(names) and (not has_words(rest) or meta_text.kind(rest) is not None):
                return "authors"
        if not self.linked and stop < self.end and self._sign_before(body) in {",", ".", "，"} and len(text.split()) <= 8:  # noqa: PLR2004
            return "authors"
        return None

    def _sign_before(self, at: int) -> str:
        """The last sign before `at` that isn't white space; empty where there is none."""
        while at > 0 and self.view[at - 1].isspace():
            at -= 1
        return self.view[at - 1 : at] if at > 0 else ""

    def _is_code(self, first: int, last: int) -> bool:
        """Whether nothing but code spans and keys stands in view `[first, last)`."""
        return all(
            any(mark.kind in {"code", "kbd"} for mark in piece.marks) or not has_words(piece.view)
            for piece in self.flow.within(first, last)
        )

    def _field(self, name: str, first: int, last: int) -> None:
        first, last = self.flow.trim(first, last, ",;|，、")
        if first < last:
            self.tail.fields.append(Field(name, self.flow.source(first, last), self.flow.plain(first, last)))

    def _cut_stray(self) -> None:
        """Sets the end before stray punctuation and white space."""
        window = max(self.start, self.end - _WINDOW)
        while self.end > self.start and self.view[self.end - 1].isspace():
            self.end -= 1
        stray = _STRAY.search(self.view, window, self.end) if self.view[self.end - 1 : self.end] in _STRAYS else None
        if stray is not None and has_words(self.view[self.start : stray.start()]):
            first, last = self.flow.trim(stray.start(), stray.end())
            self.tail.stray = self._as_written(first, last)
            self.end = stray.start()

    def _extras(self, at: int) -> int:  # noqa: C901 - a decision list
        """Skips what may stand between a title and its separator: closers, badges, tags, bracketed labels, joined links."""
        view = self.view
        while at < self.end:
            here = at
            while at < self.end and view[at].isspace():
                at += 1
            if at < self.end and (tagged := self._marked_tag(at)) > at:
                at = tagged
                continue
            at = skip_ornaments(view, at, self.end)
            if view[here:at].strip():
                self._ornament(here, at)
                while view[at - 1].isspace():
                    at -= 1
                continue
            if at >= self.end:
                return here
            if view[at] in _CLOSERS and here == at:
                at += 1
            elif (joined := _JOINED.match(view, here, self.end)) is not None:
                at = joined.end()
            elif (group := _GROUP.match(view, at, self.end)) is not None and self._is_tag(group[0]):
                self._field("tag", group.start(), group.end())
                at = group.end()
            elif view[at] == LINK and self._is_label(at):
                at += 1
            else:
                return here
        return at

    def _marked_tag(self, at: int) -> int:
        """After the code span or key that begins at `at` and stands for itself; `at` where there is none."""
        mark = next((mark for mark in self.flow.piece(at).marks if mark.kind in {"code", "kbd"} and mark.first == at), None)
        if mark is None or (mark.kind == "code" and self.view[mark.last : min(mark.last + 2, self.end)].strip()[:1].isalnum()):
            return at
        self._field("tag", at, min(mark.last, self.end))
        return mark.last

    def _is_tag(self, group: str) -> bool:
        return LINK in group or (len(group) <= _MAX_TAG and len(group.split()) < _REMARK)

    def _ornament(self, first: int, last: int) -> None:
        for index in range(first, last):
            if self.view[index] == IMAGE:
                piece = self.flow.piece(index)
                self.tail.fields.append(Field("badge", Span(piece.start, piece.end), piece.text))

    def _is_label(self, at: int) -> bool:
        link = self.flow.piece(at).link if self.view[at] == LINK else None
        return labels.is_label(link.text) if link is not None else not self.view[at].isalnum()

    def _next_label(self, at: int) -> int:
        """Where the next link that is only a label begins, its bracket included; the end where there is none."""
        view = self.view
        found = view.find(LINK, at, self.end)
        while found >= 0:
            opener = found
            while opener > at and view[opener - 1] in '[(（【"“':
                opener -= 1
            if opener < found or self._is_label(found):
                return opener
            found = view.find(LINK, found + 1, self.end)
        return self.end

    def _group_end(self, at: int) -> int:
        """After the bracketed labels that begin at `at`."""
        if (group := _GROUP.match(self.view, at, self.end)) is not None:
            return group.end()
        while at < self.end and self.view[at] in '[(（【"“':
            at += 1
        return min(at + 1, self.end)

    def _dangling(self, at: int, separator: re.Match[str] | None, *, plain: bool) -> None:
        tail = self.tail
        if separator is None or not separator[0].strip():
            if tail.stray is not None and self.linked and plain and not self.view[at : self.end].strip():
                self._separator_of_stray()
            return
        first, last = self.flow.trim(separator.start(), separator.end())
        if last <= first or self.view[first:last] == ".":
            return
        if self.linked and plain:
            tail.separator = self._as_written(separator.start(), separator.end())
        elif tail.stray is None:
            tail.stray = self._as_written(first, last)

    def _separator_of_stray(self) -> None:
        """A separator with nothing behind it is one, not a stray."""
        stray = self.tail.stray
        if stray is None or stray.text.startswith("|"):
            return
        first, last = self.end, len(self.view)
        while last > first and self.view[last - 1].isspace():
            last -= 1
        self.tail.separator = self._as_written(first, last)
        self.tail.stray = None

    def _summary(self, at: int, separator: re.Match[str] | None, body: int) -> None:
        first = body
        while first < self.end and (self.view[first].isspace() or is_ornament(self.view[first]) or self.view[first] in ".。"):
            first += 1
        last = self._trail(first)
        words = len(self.view[first:last].split())
        if not self.linked and separator is None and words < (_REMARK if self.view[first] in "([（【" else 4):
            self._field("tag", first, last)
            return
        if not any(char.isalpha() for char in self.view[first:last]):
            return
        if separator is None and body == self.start and self.linked and self.view[body].isascii() and self.view[body].isalnum():
            self.tail.broken = True
            return
        begin = separator.start() if separator else at
        if body > begin:
            self.tail.separator = self._as_written(begin, body)
        elif first > at:
            self.tail.separator = self._as_written(at, first)
        self.tail.summary = (first, last)

    def _trail(self, first: int) -> int:
        """Where the summary that begins at `first` ends: before trailing tags, badges and labelled links."""
        view, last = self.view, self.end
        while last > first:
            here = last
            while last > first and (view[last - 1].isspace() or view[last - 1] == IMAGE or is_ornament(view[last - 1])):
                last -= 1
            if last == first:
                return here
            last = self._before_tag(first, last)
            if last == here:
                break
        return last

    def _before_tag(self, first: int, last: int) -> int:
        """The end of the text before one tag at `last`; `last` itself where there is none."""
        view = self.view
        window = max(first, last - _WINDOW)
        marks = [mark for mark in self.flow.piece(last - 1).marks if mark.kind in {"code", "kbd"}]
        if marks and marks[0].last >= last and self._ends_sentence(first, start := self._code_run(first, marks[0].first)):
            self._field("tag", start, last)
            return self._text_end(first, start)
        end = view[last - 1]
        if end == ":" and (code := _SHORTCODE_END.search(view, window, last)) is not None and self._ends_sentence(first, code.start()):
            return self._text_end(first, code.start())
        if end in "]】)）" and (group := _END_TAG.search(view, window, last)) is not None and group.start() > first:
            inside = view[group.start() + 1 : group.end() - 1]
            square = group[0][0] in "[【"
            spaced = view[group.start() - 1].isspace()
            linked = LINK in inside and not any(char.isalnum() for char in inside.replace(LINK, ""))
            if (
                (square and spaced and len(inside) < _MAX_SQUARE and not inside[:1].islower())
                or (spaced and linked and (square or all(map(self._is_label, range(group.start() + 1, group.end() - 1)))))
                or self._ends_sentence(first, group.start())
            ):
                self._field("tag", group.start(), group.end())
                return self._text_end(first, group.start())
        if end == LINK and self._is_label(last - 1) and self._ends_sentence(first, last - 1, dash=True):
            link = self.flow.piece(last - 1).link
            if link is not None and link.kind != "bare":
                self._field("link", last - 1, last)
                return self._text_end(first, last - 1)
        return last

    def _code_run(self, first: int, at: int) -> int:
        """Where the run of code spans and keys begins whose last one begins at `at`."""
        while True:
            before = at
            while before > first and self.view[before - 1].isspace():
                before -= 1
            marks = [mark for mark in self.flow.piece(before - 1).marks if mark.kind in {"code", "kbd"}] if before > first else []
            if not marks or marks[0].first < first:
                return at
            at = marks[0].first

    def _ends_sentence(self, first: int, at: int, *, dash: bool = False) -> bool:
        """Whether the text before `at` is finished: by a stop, or, with `dash`, by a separator."""
        before = self.view[max(first, at - 8) : at]
        if dash and _DASH_END.search(before) is not None:
            return True
        before = before.rstrip()
        return bool(before) and (before[-1] in _SENTENCE_END or before[-1] == IMAGE)

    def _text_end(self, first: int, at: int) -> int:
        window = max(first, at - 8)
        if (dash := _DASH_END.search(self.view, window, at)) is not None and dash[0].strip() not in {",", "，", ";"}:
            at = dash.start()
        while at > first and self.view[at - 1].isspace():
            at -= 1
        return at
