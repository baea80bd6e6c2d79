"""A model may be let go of: what was told of it stays, and who asks again gets the same."""

from __future__ import annotations

import gc
import weakref
from typing import TYPE_CHECKING

from listlint.model import Repository
from listlint.parse.kept import LONG, Kept
from listlint.text import Source

if TYPE_CHECKING:
    from listlint.model import Document

SHORT = "# A\n\n- [a](https://a.org) - Is a.\n- [b](https://b.org) - Is b.\n"
SOURCE = Source("list.md", SHORT + " " * LONG)


def titles(document: Document) -> list[str]:
    return [item.title.text for item in document.entries if item.title]


def test_it_is_read_once_while_it_is_kept() -> None:
    kept = Kept(SOURCE)
    assert kept.document is kept.document


def test_what_was_told_is_not_asked_again() -> None:
    asked: list[Document] = []

    def told(document: Document) -> list[str]:
        asked.append(document)
        return titles(document)

    kept = Kept(SOURCE)
    assert [kept.tell(told), kept.tell(told)] == [["a", "b"]] * 2
    kept.let_go()
    assert kept.tell(told) == ["a", "b"]
    assert len(asked) == 1


def test_nobody_holds_what_was_let_go_of() -> None:
    kept = Kept(SOURCE)
    kept.tell(titles)
    item = weakref.ref(kept.document)
    kept.let_go()
    gc.collect()
    assert item() is None


def test_a_short_one_stays() -> None:
    kept = Kept(Source("list.md", SHORT))
    document = kept.document
    kept.let_go()
    assert kept.document is document


def test_who_asks_again_gets_the_same() -> None:
    around = Repository("list.md")
    kept = Kept(SOURCE, around)
    before = kept.document
    kept.let_go()
    assert kept.document == before
    assert kept.document.repository == around


def test_a_model_that_was_read_already_is_taken() -> None:
    document = Kept(SOURCE).document
    assert Kept(SOURCE, document=document).document is document
