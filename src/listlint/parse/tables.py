"""Table rows: which column has the title, which the link, which the summary. Reads header and rows of one table."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from listlint.model import Field, Form, Kind, Part
from listlint.parse import labels, meta_text
from listlint.parse import parts as paragraph
from listlint.parse.drafts import Parts
from listlint.parse.inlines import LINK
from listlint.parse.tails import has_words
from listlint.parse.titles import skip_ornaments, trim
from listlint.regex import lazy

if TYPE_CHECKING:
    from collections.abc import Sequence

    from listlint.parse.drafts import Draft
    from listlint.parse.inlines import Flow

_NAMED_TITLE: Final = frozenset(
    ("title", "paper title", "标题", "论文标题", "题目", "タイトル", "название", "título", "titre", "titel", "제목")
)
_TITLE: Final = frozenset(
    (
        *("name", "paper", "papers", "project", "projects", "tool", "tools", "resource", "repository", "repo", "library", "book", "course"),
        *("article", "dataset", "model", "framework", "system", "package", "app", "extension", "plugin", "site", "website", "blog"),
        *(
            "标题",
            "名称",
            "论文",
            "项目",
            "工具",
            "书名",
            "模型",
            "数据集",
            "名前",
            "モデル",
            "論文",
            "データセット",
            "имя",
            "nombre",
            "nom",
            "nome",
            "이름",
        ),
    )
)
_SUMMARY: Final = frozenset(
    (
        *("description", "desc", "summary", "about", "abstract", "overview", "what", "comment", "comments", "notes", "note", "purpose"),
        *(
            "explanation",
            "remarks",
            "remark",
            "tldr",
            "info",
            "introduction",
            "描述",
            "简介",
            "说明",
            "介绍",
            "摘要",
            "备注",
            "概要",
            "説明",
            "内容",
        ),
        *("описание", "descripción", "descrição", "beschreibung", "설명"),
    )
)
_TAG: Final = lazy(r"\[[^\[\]]{1,60}\]\s*")
_HANDLE: Final = lazy(r"\s*[(（]@")
_FIELDS: Final[dict[str, str]] = {
    "date": "date", "year": "year", "license": "licence", "licence": "licence", "authors": "authors", "author": "authors", "venue": "venue",
    "code": "code", "language": "language", "tags": "tag", "stars": "badge", "日期": "date", "作者": "authors", "代码": "code",
    "ライセンス": "licence", "许可证": "licence", "公開年": "year", "年份": "year", "会议": "venue",
}  # fmt: skip


def read(rows: Sequence[Draft]) -> None:
    """Says what each row of one table is, and reads the parts of those that are entries."""
    width = max((len(row.flows) for row in rows), default=0)
    header = rows[0].header
    title = _title_column(rows, header, width)
    summary = _column(header, _SUMMARY, title)
    linked = sum(any(flow.links for flow in row.flows) for row in rows)
    expected = linked * 2 > len(rows) or (_column(header, _TITLE | _NAMED_TITLE, None) is not None and summary is not None)
    for row in rows:
        _row(row, header, title, summary, expected=expected)


def _title_column(rows: Sequence[Draft], header: Sequence[str], width: int) -> int:
    """The column called title; else the one with names whose cells are links; else the first that has links."""
    if (named := _column(header, _NAMED_TITLE, None)) is not None:
        return named
    linked = [_share(rows, column) for column in range(width)]
    if (named := _column(header, _TITLE, None)) is not None and named < width and linked[named] * 2 >= max(linked, default=0):
        return named
    best = max(linked, default=0)
    return next((column for column, share in enumerate(linked) if share and share * 3 >= best), 0)


def _share(rows: Sequence[Draft], column: int) -> int:
    """How many rows have a link that names something in `column`."""
    return sum(column < len(row.flows) and bool(_named_links(row.flows[column])) for row in rows)


def _named_links(flow: Flow) -> list[int]:
    return [
        piece.at
        for piece in flow.links
        if piece.link and piece.link.url and not piece.link.url.startswith("#") and not labels.is_label(piece.link.text)
    ]


def _column(header: Sequence[str], words: frozenset[str], other_than: int | None) -> int | None:
    for column, text in enumerate(header):
        folded = labels.fold(text)
        if column != other_than and (folded in words or any(word in words for word in folded.split())):
            return column
    return None


def _row(row: Draft, header: Sequence[str], title: int, summary: int | None, *, expected: bool) -> None:
    row.parts = parts = Parts()
    links = [piece for flow in row.flows for piece in flow.links if piece.link is not None]
    outside = [piece.link for piece in links if piece.link and not piece.link.url.startswith("#")]
    if not any(flow.view.strip() for flow in row.flows):
        row.kind = Kind.EMPTY
        return
    if not outside and links:
        row.kind = Kind.NAV
        return
    if not outside and not expected:
        row.kind = Kind.NOTE
        return
    cell = row.flows[title] if title < len(row.flows) else row.flows[0]
    if _named_links(cell) or (cell.links and not has_words(cell.view.replace(LINK, ""))):
        read_cell = paragraph.read(cell)
        parts.link, parts.title = read_cell.link, read_cell.title
        parts.summary = read_cell.summary if read_cell.separator is not None else None
    if parts.title is None:
        parts.title = _plain_title(cell)
    if parts.link is None or parts.link.url.startswith("#") or not parts.link.url:
        parts.link = min((link for link in outside if link.url), key=lambda link: labels.rank(link.text, link.url), default=None)
    row.kind = Kind.ENTRY if parts.title is not None or parts.link is not None else Kind.NOTE
    parts.form = Form.TABLE_ROW
    if summary is not None and summary < len(row.flows):
        flow = row.flows[summary]
        first, last = flow.trim(0, len(flow.view))
        text = flow.plain()
        if any(char.isalpha() for char in flow.view) and meta_text.kind(text) is None and not labels.is_url(text):
            parts.summary = Part(flow.source(first, last), text)
    _fields(row, header, parts)


def _plain_title(cell: Flow) -> Part | None:
    """The title in a cell of text: without the bracketed tag before it and the parenthesis with a handle behind it."""
    line = cell.view.split("\n")[0]
    tag = _TAG.match(line, skip_ornaments(line, 0, len(line)))
    begin = tag.end() if tag is not None and has_words(line[tag.end() :]) else 0
    last = len(line)
    for match in (_HANDLE.search(line, begin), re.search(LINK, line)):
        if match is not None and has_words(line[begin : match.start()]):
            last = min(last, match.start())
    first, last = trim(cell.view, begin, last)
    return Part(cell.source(first, last, inner=True), cell.plain(first, last)) if first < last and has_words(line[first:last]) else None


def _fields(row: Draft, header: Sequence[str], parts: Parts) -> None:
    for column, flow in enumerate(row.flows):
        name = _FIELDS.get(labels.fold(header[column])) if column < len(header) else None
        first, last = flow.trim(0, len(flow.view))
        if name is not None and first < last:
            text = flow.plain() or flow.view.replace(LINK, "").strip()
            parts.add(Field(name, flow.source(first, last), text))
