"""Every URL of the field study, as `listlint url` shows it; where we say something else, the document that says why."""

from __future__ import annotations

from pathlib import Path

import pytest

from listlint.urls import LANDING, canonical, identify

VECTORS = Path(__file__).parents[3] / "shared/vectors/urls.tsv"

DISAGREEMENTS: dict[str, str] = {}
"""URL to the document that speaks against its row: none at present."""


def rows() -> list[list[str]]:
    if not VECTORS.exists():
        return []
    return [line.split("\t")[:4] for line in VECTORS.read_text(encoding="utf-8").split("\n")[1:] if line]


@pytest.mark.skipif(not VECTORS.exists(), reason="the field study isn't here")
def test_every_row_but_the_listed_ones_is_met() -> None:
    wrong = {}
    for url, kind, key, written in rows():
        work = identify(url)
        got = (work.kind, work.key, "" if work.kind == "relative" else canonical(url, LANDING))
        if got != (kind, key, written):
            wrong[url] = got
    assert wrong.keys() == DISAGREEMENTS.keys(), wrong
