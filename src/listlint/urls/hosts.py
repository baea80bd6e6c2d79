"""Which reader understands a host: the one table. Knows no paths."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Final

from listlint.recent import recent

if TYPE_CHECKING:
    from collections.abc import Callable

    from listlint.urls.address import Address
    from listlint.urls.work import Found

    Reader = Callable[[Address], Found | None]

_READERS: Final = {
    ".arxiv.org": "mirrors.own",
    "xxx.lanl.gov": "mirrors.own",
    ".ar5iv.org": "mirrors.own",
    ".alphaxiv.org": "mirrors.in_path",
    "arxiv-vanity.com": "mirrors.in_path",
    "scirate.com": "mirrors.in_path",
    "papers.cool": "mirrors.in_path",
    "summarizepaper.com": "mirrors.in_path",
    "themoonlight.io": "mirrors.before_title",
    "arxiv-sanity-lite.com": "mirrors.in_query",
    ".semanticscholar.org": "papers.semantic_scholar",
    ".doi.org": "papers.resolver",
    "dl.acm.org": "papers.publisher",
    "tandfonline.com": "papers.publisher",
    ".onlinelibrary.wiley.com": "papers.publisher",
    "science.org": "papers.publisher",
    "pnas.org": "papers.publisher",
    "pubs.acs.org": "papers.publisher",
    "journals.sagepub.com": "papers.publisher",
    "link.springer.com": "papers.springer",
    "nature.com": "papers.nature",
    "biorxiv.org": "papers.preprint",
    "medrxiv.org": "papers.preprint",
    "journals.plos.org": "papers.plos",
    "aclanthology.org": "papers.acl",
    ".aclweb.org": "papers.acl",
    "aclanthology.info": "papers.acl",
    "openreview.net": "papers.openreview",
    "papers.nips.cc": "papers.neurips",
    "papers.neurips.cc": "papers.neurips",
    "proceedings.neurips.cc": "papers.neurips",
    "datasets-benchmarks-proceedings.neurips.cc": "papers.neurips",
    "proceedings.mlr.press": "papers.pmlr",
    "openaccess.thecvf.com": "papers.cvf",
    "github.com": "code.github",
    "huggingface.co": "code.hugging_face",
    "hf.co": "code.hugging_face",
    ".youtube.com": "media.youtube",
    "youtube-nocookie.com": "media.youtube",
    "youtu.be": "media.youtube",
    ".twitter.com": "media.tweet",
    "x.com": "media.tweet",
    "mobile.x.com": "media.tweet",
    "xcancel.com": "media.tweet",
    "fxtwitter.com": "media.tweet",
    "vxtwitter.com": "media.tweet",
    "fixupx.com": "media.tweet",
    ".bilibili.com": "media.bilibili",
    ".zhihu.com": "writing.zhihu",
    "mp.weixin.qq.com": "writing.weixin",
    ".medium.com": "writing.medium",
    "towardsdatascience.com": "writing.medium",
    "notion.so": "writing.notion",
    ".notion.site": "writing.notion",
    "docs.google.com": "writing.google_docs",
    "drive.google.com": "writing.google_drive",
    ".wikipedia.org": "writing.wikipedia",
}
"""Host less `www.` to module and function of its reader, imported for the first link there; a leading dot takes the subdomains too."""

SECURE: Final = frozenset(("arxiv.org", "doi.org", "aclanthology.org", "github.com"))
"""Hosts whose owners write `https` in every address, whatever the page."""


@recent(4096)
def reader(host: str) -> Reader | None:
    """The reader of a lower-case host, None where it has no rules of its own."""
    host = host.removeprefix("www.")
    name = "media.tweet" if host.startswith("nitter.") else _READERS.get(host) or _READERS.get(f".{host}")
    while name is None and host:
        host = host.partition(".")[2]
        name = _READERS.get(f".{host}")
    if name is None:
        return None
    module, _, function = name.partition(".")
    found: Reader = getattr(import_module(f"listlint.urls.{module}"), function)
    return found
