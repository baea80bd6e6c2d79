"""Entries whose title names nothing: `link`, `here`. Knows nothing of what they lead to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from listlint.model import Kind
from listlint.regex import lazy
from listlint.rule import Rule
from listlint.style import scope
from listlint.style.thresholds import MIN_CASES, is_habit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from listlint.diagnostic import Diagnostic
    from listlint.model import Document, Item
    from listlint.style import Style

_AROUND: Final = lazy(r"\A[^\w]+|[^\w]+\Z")
_WORDS: Final = frozenset(
    word.strip()
    for words in (
        "here, click here, click, click this, this, this link, this page, this one, link, links, url, more, read more, see here",
        "这里, 此处, 这个, 点这里, 点击这里, 点击此处, 点此, 链接, 此链接, 网址, 查看更多, 這裡, 此處, 點擊這裡, 連結, 網址",
        "こちら, ここ, リンク, здесь, тут, ссылка, подробнее, 여기, 링크",
        "aquí, enlace, ver más, aqui, ici, lien, cliquez ici, hier, hier klicken",
    )
    for word in words.split(",")
)
"""What stands for a link and names nothing, in the languages lists are written in; only a whole title counts."""


class VagueTitle(Rule):
    """LL114."""

    code = "LL114"
    name = "vague-title"
    summary = "A title names nothing: it says that there is a link."

    def check(self, document: Document, style: Style) -> Iterator[Diagnostic]:
        """Link-first entries; those nested below something are named by it. Silent where it is the list's way."""
        del style
        entries: list[Item] = []
        for group in scope.groups(document):
            if group.holder is None or group.holder.kind not in {Kind.GROUP, Kind.ENTRY}:
                entries += (item for item in group.items if scope.is_link_first(item))
        found = [item for item in entries if _is_vague(item)]
        if len(found) >= MIN_CASES and is_habit(len(found), len(entries)):
            return
        for item in found:
            if item.title:
                yield self.diagnostic(item.title.span, f'title is "{item.title.text}", expected the name of what it leads to')


def _is_vague(item: Item) -> bool:
    if item.title is None or item.link is None:
        return False
    words = _AROUND.sub("", item.title.text).casefold()
    return not words or words in _WORDS
