"""A whole list rendered anew by mdformat, block by block; what mdformat would damage stays as it is. Knows no rule and no style.

mdformat runs with its gfm extension and ours, whatever else is installed. Each block is held to GitHub's renderer by itself,
then all of them together to GitHub's renderer and to the proof.
"""

from __future__ import annotations

import re
from functools import cache, cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from listlint.edits import Edit, Shift, apply, compose
from listlint.formatter import mdformat_plugin as ours
from listlint.formatter.document_edits import apart, between, blank
from listlint.formatter.layout_regions import regions, within
from listlint.formatter.proof import Change, prove
from listlint.formatter.reading import Reading
from listlint.parse import parse
from listlint.records import dataclass, replace
from listlint.regex import lazy
from listlint.text import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from mdformat.renderer import RenderContext, RenderTreeNode

    from listlint.model import Document

_ROUNDS: Final = 40
"""Proofs of one document; beyond them it's refused."""
_PASSES: Final = 3
_EXCERPT: Final = 30
_BLANKS: Final = lazy(r"[ \t\n]+")
_CODE: Final = lazy(r"(<pre\b.*?</pre>)", re.DOTALL)
_TAG: Final = lazy(r" ?(</?(?:ul|ol|li|p|blockquote|h[1-6]|table|thead|tbody|tr|t[hd]|hr|br|pre|section)\b[^>]*>) ?")
_VERBATIM: Final = frozenset({"definition", "html_block"})
"""Of these mdformat would change no more than white space, and it may be no business of ours."""
_NAMES: Final = {
    "paragraph": "paragraph", "heading": "heading", "bullet_list": "list", "ordered_list": "list", "table": "table", "hr": "rule",
    "blockquote": "quote", "fence": "code", "code_block": "code",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Kept:
    """A block that stays as it is because mdformat would damage it."""

    span: Span
    """Its lines in the text before."""
    kind: str
    """`list`, `paragraph` ..."""
    reason: str


@dataclass(frozen=True)
class Rendering:
    """What became of one document."""

    edits: tuple[Edit, ...]
    """Proved together; none where it's refused or nothing changes."""
    blocks: int = 0
    """Top-level blocks, those in regions nobody touches left out."""
    kept: tuple[Kept, ...] = ()
    refused: str | None = None
    """Why nothing is changed although mdformat would."""


@dataclass(slots=True)
class _Unit:
    """A block that would change, or the gap between two; `reason` once it must stay."""

    span: Span
    kind: str
    edits: tuple[Edit, ...]
    reason: str | None = None


def render(document: Document) -> Rendering:
    """The edits that format `document` as mdformat would, as far as that is proved.

    What stays because of its neighbour may be formatted once that is: then a further pass is made.
    """
    made = _pass(document)
    for _ in range(_PASSES):
        if not made.edits or not made.kept:
            break
        source = replace(document.source, text=apply(document.text, made.edits))
        more = _pass(parse(source))
        if not more.edits:
            break
        shift = Shift(made.edits)
        kept = tuple(replace(kept, span=shift.span_before(kept.span)) for kept in more.kept)
        made = replace(made, edits=compose(made.edits, more.edits, source.text), kept=kept)
    return replace(made, kept=tuple(kept for kept in made.kept if kept.kind != "gap"))


def _pass(document: Document) -> Rendering:
    blocks = _rendered(document)
    units = [*_gaps(document, blocks), *_changes(document, blocks)]
    units.sort(key=lambda unit: (unit.span.start, unit.span.end))
    definitions = "\n".join(definition.span.of(document.text) for definition in document.definitions)
    for unit in units:
        if unit.kind != "gap":
            unit.reason = _damage(unit, document.text, definitions)
    refused = _Whole(document, units).settle()
    kept = tuple(Kept(unit.span, unit.kind, unit.reason) for unit in units if unit.reason is not None)
    made = () if refused is not None else _edits([unit for unit in units if unit.reason is None])
    return Rendering(made, len(blocks), kept, refused)


@dataclass(frozen=True, slots=True)
class _Block:
    """A top-level block as markdown-it sees it, and as mdformat writes it."""

    span: Span
    """Its lines with the last newline, blank lines behind it left out."""
    kind: str
    text: str
    glue: bool
    """Whether its neighbours may touch it."""


def _rendered(document: Document) -> list[_Block]:
    """Every top-level block outside the regions nobody touches."""
    from markdown_it import MarkdownIt  # noqa: PLC0415 - only when a document is formatted
    from mdformat.renderer import MDRenderer  # noqa: PLC0415 - as above

    found: list[tuple[RenderTreeNode, str]] = []
    collector = _Collector(found)
    parser = MarkdownIt(renderer_cls=MDRenderer)  # type: ignore[arg-type] # mdformat makes it so, its own annotation apart
    parser.options["mdformat"] = {}
    parser.options["store_labels"] = True
    parser.options["parser_extension"] = [collector, ours]
    ours.update_mdit(parser)
    parser.render(_without_metadata(document))
    source, skipped = document.source, regions(document)
    blocks = []
    for node, text in found:
        if node.map is None:
            continue
        first, last = node.map[0], max(ours.last_line(node), node.map[0] + 1)
        while last > first + 1 and not source.line_span(last).of(source.text).strip():
            last -= 1
        span = Span(source.line_starts[first], source.full_line_span(last).end)
        if not within(span, skipped):
            written = "\n".join(line.rstrip() if not line.strip() else line for line in text.replace(ours.TOUCH, "").split("\n"))
            blocks.append(_Block(span, node.type, written, ours.is_glue(node)))
    return blocks


class _Collector:
    """An extension that hands out each top-level block instead of the document."""

    def __init__(self, found: list[tuple[RenderTreeNode, str]]) -> None:
        self._found = found
        self.RENDERERS = {"root": self._root}

    def _root(self, node: RenderTreeNode, context: RenderContext) -> str:
        self._found += ((child, child.render(context)) for child in node.children)
        return ""

    @staticmethod
    def update_mdit(mdit: object) -> None:
        """Nothing to set up."""


def _without_metadata(document: Document) -> str:
    text = document.text
    for block in document.blocks:
        if block.kind == "metadata":
            text = text[: block.span.start] + re.sub(r"[^\r\n]", "", block.span.of(text)) + text[block.span.end :]
    return text


def _changes(document: Document, blocks: Sequence[_Block]) -> Iterator[_Unit]:
    """The blocks that mdformat writes otherwise."""
    newline, text = document.source.newline, document.text
    for block in blocks:
        old = block.span.of(text)
        new = block.text.replace("\n", newline) + newline
        if block.kind not in _VERBATIM and (edits := between(old, new, block.span.start)):
            yield _Unit(block.span, _NAMES.get(block.kind, block.kind), edits)


def _gaps(document: Document, blocks: Sequence[_Block]) -> Iterator[_Unit]:
    """Blank lines between blocks: one, or none where a comment touches its neighbour."""
    text, newline = document.text, document.source.newline
    if blocks and not text[: blocks[0].span.start].strip() and blocks[0].span.start:
        yield from _gap(text, Span(0, blocks[0].span.start), "")
    for one, other in pairwise(blocks):
        gap = Span(one.span.end, other.span.start)
        if not gap.of(text).strip() and (len(gap) or not (one.glue or other.glue)):
            yield from _gap(text, gap, newline)
    if blocks and not text[blocks[-1].span.end :].strip():
        yield from _gap(text, Span(blocks[-1].span.end, len(text)), "")


def _gap(text: str, span: Span, wanted: str) -> Iterator[_Unit]:
    if span.start <= span.end and span.of(text) != wanted:
        yield _Unit(span, "gap", (blank(text, span, wanted),))


def _damage(unit: _Unit, text: str, definitions: str) -> str | None:
    """How GitHub would show a block otherwise, taken by itself."""
    start = unit.span.start
    old = unit.span.of(text)
    new = apply(old, [Edit(Span(edit.span.start - start, edit.span.end - start), edit.text) for edit in unit.edits])
    return _apart(_html(f"{old}\n\n{definitions}\n"), _html(f"{new}\n\n{definitions}\n"))


@dataclass
class _Whole:
    """All units together, held to GitHub's renderer and to the proof."""

    document: Document
    units: list[_Unit]

    @cached_property
    def _before(self) -> str:
        return _html(self.document.text)

    def settle(self) -> str | None:
        """Keeps blocks as they are until the rest is proved; the reason where that doesn't come about."""
        reading: Reading | None = None
        for _ in range(_ROUNDS):
            live = [unit for unit in self.units if unit.reason is None]
            if not live:
                return None
            reason = self._differs(live)
            if reason is not None:
                self._keep(self._culprit(live), reason)
                continue
            reading = reading or Reading(self.document.source)
            edits = _edits(live)
            source = self.document.source
            after = Reading(replace(source, text=apply(source.text, edits)))
            failures = prove(reading, after, Change(edits))
            if not failures:
                return None
            blamed = [unit for failure in failures for unit in self._blame(live, failure.span, failure.reason)]
            if not blamed:
                return f"{failures[0].reason}, nothing is changed"
        return f"blocks depend on one another in more than {_ROUNDS} places, nothing is changed"

    def _differs(self, live: Sequence[_Unit]) -> str | None:
        return _apart(self._before, _html(apply(self.document.text, _edits(live))))

    def _culprit(self, live: Sequence[_Unit]) -> _Unit:
        """The last of the fewest first units that differ together."""
        good, bad = 0, len(live)
        while bad - good > 1:
            middle = (good + bad) // 2
            if self._differs(live[:middle]) is None:
                good = middle
            else:
                bad = middle
        return live[bad - 1]

    def _blame(self, live: Sequence[_Unit], span: Span | None, reason: str) -> Sequence[_Unit]:
        """Keeps the blocks that stand where the proof failed."""
        if span is None:
            return ()
        standing = [unit for unit in live if unit.span.start <= span.end and span.start <= unit.span.end]
        blamed = [unit for unit in standing if unit.kind != "gap"] or standing
        for unit in blamed:
            self._keep(unit, reason)
        return blamed

    def _keep(self, unit: _Unit, reason: str) -> None:
        unit.reason = unit.reason or reason


def _edits(units: Sequence[_Unit]) -> tuple[Edit, ...]:
    return tuple(apart(sorted(edit for unit in units for edit in unit.edits)))


@cache
def _renderer() -> Callable[[str], str]:
    from cmarkgfm.cmark import Options, markdown_to_html_with_extensions  # noqa: PLC0415 - only when a document is formatted

    options = Options.CMARK_OPT_UNSAFE | Options.CMARK_OPT_GITHUB_PRE_LANG | Options.CMARK_OPT_FOOTNOTES

    def html(text: str) -> str:
        return str(markdown_to_html_with_extensions(text, options, ("table", "autolink", "strikethrough", "tasklist")))

    return html


def _html(text: str) -> str:
    """GitHub's HTML, with white space that shows in nothing collapsed."""
    parts = _CODE.split(_renderer()(text))
    parts[::2] = (_TAG.sub(r"\1", _BLANKS.sub(" ", part)) for part in parts[::2])
    return "".join(parts).strip()


def _apart(old: str, new: str) -> str | None:
    """Where two renderings part."""
    if old == new:
        return None
    at = next((at for at, (one, other) in enumerate(zip(old, new, strict=False)) if one != other), min(len(old), len(new)))
    start = max(at - _EXCERPT // 2, 0)
    return f"GitHub would show `{old[start : start + _EXCERPT]}` as `{new[start : start + _EXCERPT]}`"
