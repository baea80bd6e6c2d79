"""What a link leads to, as a value: kind and key, how to say it, and which works are one. Knows no host."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from listlint.urls.address import Address

PAPERS: Final = frozenset(("arxiv", "doi", "acl", "openreview", "neurips", "pmlr", "cvf", "s2"))
"""Kinds that name a publication: several of them may name the same one."""

_WEAK: Final = frozenset(("url", "hf", "relative", "other-scheme", "invalid-arxiv"))
_LABELS: Final = {
    "arxiv": "arXiv",
    "doi": "DOI",
    "acl": "ACL Anthology",
    "openreview": "OpenReview",
    "neurips": "NeurIPS",
    "pmlr": "PMLR",
    "cvf": "CVF",
    "s2": "Semantic Scholar",
    "github": "GitHub",
    "github-path": "GitHub",
    "hf": "Hugging Face",
    "youtube": "YouTube video",
    "youtube-playlist": "YouTube playlist",
    "tweet": "tweet",
    "bilibili": "Bilibili video",
    "zhihu": "Zhihu",
    "weixin": "WeChat article",
    "medium": "Medium article",
    "notion": "Notion page",
    "gdoc": "Google document",
    "gdrive": "Google Drive file",
    "wikipedia": "Wikipedia",
}


class Work(NamedTuple):
    """What a link leads to: equal keys, same work. The key is for comparison, never for showing or writing.

    `strong`: the owner's identifier says so; otherwise two equal keys are two spellings of an address that servers may
    tell apart. An empty key (`relative`, `invalid-arxiv`) names no work: don't compare it.
    """

    kind: str
    key: str
    strong: bool


class Found(NamedTuple):
    """What a host's reader found in an address.

    `landing` is the work's own page (None: the author's address is as good); `plain` is the author's choice of page in
    the owner's writing (None: nothing to change but the scheme).
    """

    kind: str
    key: str
    landing: str | None = None
    plain: Address | None = None


def work(kind: str, key: str) -> Work:
    """The work of a kind."""
    return Work(kind, key, kind not in _WEAK)


def describe(found: Work) -> str:
    """The work in the reader's words: `arXiv 2307.14430`, `GitHub foo/bar`, or the address without scheme."""
    name = found.key.partition(":")[2]
    label = _LABELS.get(found.kind, "")
    return f"{label} {name}" if label else name


def both_are(found: Work) -> str:
    """How two links are the same: `both are arXiv 2307.14430`, `both lead to example.com/a`."""
    return f"both {'are' if found.kind in _LABELS else 'lead to'} {describe(found)}"


def join(groups: Iterable[Iterable[Work]]) -> Mapping[str, Work]:
    """Key to the work that stands for it, for the keys that are known by another name too.

    A group holds what one entry's own links lead to: an arXiv identifier and a DOI in one entry name one paper. A group with
    two papers of one kind says nothing about which belongs to which, so it joins nothing; and no two groups together
    make one work of two identifiers of a kind, which would be somebody's wrong paste.
    """
    classes: dict[str, dict[str, Work]] = {}
    for group in groups:
        papers = {each.key: each for each in group if each.kind in PAPERS and each.key}
        if len(papers) < 2 or len({each.kind for each in papers.values()}) < len(papers):  # noqa: PLR2004 - a pair
            continue
        merged: dict[str, Work] = {}
        for key, each in papers.items():
            merged |= classes.get(key, {key: each})
        if len({each.kind for each in merged.values()}) == len(merged):
            classes.update(dict.fromkeys(merged, merged))
    return {key: next(iter(members.values())) for key, members in classes.items()}
