"""Publications by their publishers' own identifiers: DOI, ACL, OpenReview, NeurIPS, PMLR, CVF, Semantic Scholar.

Facts: doi.org handbook (case, display form) and Crossref's pattern; aclanthology.org/info/ids; openreview.net's note ids;
Semantic Scholar's API documentation (`CorpusId:`, `ARXIV:`, `DOI:`, `ACL:`); page and PDF pairs of the other three by convention.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final
from urllib.parse import quote, unquote

from listlint.urls import arxiv
from listlint.urls.address import parameter
from listlint.urls.bare import without_tail
from listlint.urls.work import Found

if TYPE_CHECKING:
    from listlint.urls.address import Address

DOI: Final = r"10\.[0-9]{4,9}(?:\.[0-9]{1,9}){0,3}/\S+"
_DOI_SAFE: Final = "/:;()._-,+*'!$&=@~"
_ARXIV_DOI: Final = "10.48550/arxiv."
_ACL_DOIS: Final = ("10.18653/v1/", "10.3115/v1/")
_DOI_VERBS: Final = frozenset(("abs", "full", "pdf", "epdf", "pdfdirect", "fullhtml", "pdfplus", "book", "suppl"))
_DOI_TAILS: Final = r"/(?:abstract|full|pdf|epdf|references|summary)\Z"
_SPRINGER: Final = frozenset(("article", "chapter", "book", "referenceworkentry", "content"))
_NATURE: Final = r"(?ai)[a-z][0-9a-z.-]{2,60}[0-9a-z]"
_PREPRINT: Final = r"(?ai)(10\.[0-9]{4,9}/[0-9.]*[0-9])(?:v[0-9]+)?(?:[.+][a-z.+-]+)?"
_ACL: Final = r"(?ai)([0-9]{4}\.[a-z0-9]+-[a-z0-9_]+\.[0-9]+|[a-z][0-9]{2}-[0-9]{4})((?:[ve][0-9]{1,2})?(?:\.(?:pdf|bib|xml|endf))?)"
_ACL_PAGES: Final = frozenset(("volumes", "events", "venues", "people", "sigs", "attachments", "info", "faq", "posts"))
_NOTE: Final = r"[A-Za-z0-9_-]{4,}"
_NEURIPS: Final = r"(?ai)([0-9a-f]{32})(?:-([A-Za-z_]+?)(-[A-Za-z0-9_-]+)?(?:\.[a-z]+)?)?"
_NEURIPS_OLD: Final = r"([0-9]+)-[^/]+?(?:\.pdf)?"
_VOLUME: Final = r"(?ai)[vr][0-9]+"
_PAGE: Final = r"(?ai)\.(?:html|pdf)\Z"
_HASH: Final = r"(?ai)[0-9a-f]{40}"


def arxiv_found(text: str) -> Found | None:
    """The paper whose identifier is `text` from end to end; `invalid-arxiv` where it only looks like one; else None."""
    text = re.sub(r"\.pdf\Z", "", text, flags=re.IGNORECASE)
    found = arxiv.parse_id(text)
    if found is not None:
        return Found("arxiv", f"arxiv:{found.id}", f"https://arxiv.org/abs/{found.id}")
    return Found("invalid-arxiv", "") if re.fullmatch(r"[0-9]{4}\.[0-9]{4,5}(?:v[0-9]+)?", text) else None


def doi_found(text: str, plain: Address | None = None) -> Found | None:
    """The publication of a DOI, escapes decoded; those of arXiv and the ACL Anthology are the paper there."""
    text = without_tail(text.strip().rstrip("/"))
    if re.fullmatch(DOI, text) is None:
        return None
    lower = text.lower()
    if lower.startswith(_ARXIV_DOI):
        found = arxiv_found(text[len(_ARXIV_DOI) :]) or Found("invalid-arxiv", "")
        return found._replace(plain=plain)
    for prefix in _ACL_DOIS:
        if lower.startswith(prefix) and (acl := re.fullmatch(_ACL, text[len(prefix) :])) is not None and not acl[2]:
            return _acl_found(acl[1])._replace(plain=plain)
    return Found("doi", f"doi:{lower}", f"https://doi.org/{_escaped(text)}", plain)


def _escaped(text: str) -> str:
    """A DOI in an address: only what would break the address is escaped."""
    return "".join(each if not each.isascii() else quote(each, safe=_DOI_SAFE) for each in text)


def resolver(address: Address) -> Found | None:
    """doi.org and its older names. Short DOIs (`10/abcd`) say nothing of the long ones, so they are plain addresses."""
    plain = address._replace(scheme="https", host="doi.org")
    text = unquote(address.path).lstrip("/")
    for prefix in ("https://doi.org/", "http://dx.doi.org/", "https:/doi.org/", "doi:"):
        if text[: len(prefix)].lower() == prefix:
            text = text[len(prefix) :].lstrip()
            plain = plain._replace(path=f"/{text}")
    return doi_found(text, plain) or Found("url", "", plain=plain)


def publisher(address: Address) -> Found | None:
    """`/doi/abs/DOI` and its like: ACM, Wiley, Science, PNAS, ACS, Sage, Taylor and Francis."""
    words = unquote(address.path).lstrip("/")
    if not words.startswith("doi/"):
        return None
    words = words[4:]
    first, _, rest = words.partition("/")
    return doi_found(re.sub(_DOI_TAILS, "", rest if first.lower() in _DOI_VERBS else words))


def springer(address: Address) -> Found | None:
    """`/chapter/10.1007/X`, `/content/pdf/10.1007/X.pdf`: prefix and suffix are one segment each."""
    first, *rest = unquote(address.path).lstrip("/").split("/")
    if first not in _SPRINGER:
        return None
    if rest[:1] == ["pdf"]:
        rest = rest[1:]
    return doi_found(re.sub(_PAGE, "", "/".join(rest[:2])))


def nature(address: Address) -> Found | None:
    """`/articles/X` is the DOI 10.1038/X."""
    match address.segments:
        case ["articles", name, *_]:
            name = re.sub(_PAGE, "", name)
            return doi_found(f"10.1038/{name}") if re.fullmatch(_NATURE, name) and not name.isalpha() else None
    return None


def preprint(address: Address) -> Found | None:
    """BioRxiv and medRxiv: `/content/DOI` with a version and a format."""
    match unquote(address.path).lstrip("/").split("/"):
        case ["content", prefix, name, *_] if (found := re.fullmatch(_PREPRINT, f"{prefix}/{name}")) is not None:
            return doi_found(found[1])
    return None


def plos(address: Address) -> Found | None:
    """`/plosone/article?id=DOI`."""
    return doi_found(parameter(address.query, "id") or "")


def _acl_found(identifier: str) -> Found:
    name = identifier.lower() if identifier[0].isdigit() else identifier.upper()
    return Found("acl", f"acl:{name}", f"https://aclanthology.org/{name}/")


def acl(address: Address) -> Found | None:
    """ACL Anthology, today's site and every older one."""
    segments = address.segments
    if address.host.endswith("aclweb.org") and address.host != "anthology.aclweb.org":
        if segments[:1] not in (["anthology"], ["anthology-new"]):
            return None
        segments = segments[1:]
    if not segments or segments[0] in _ACL_PAGES:
        return None
    for segment in (segments[-1], *segments[:3]):
        if (match := re.fullmatch(_ACL, segment)) is not None:
            found = _acl_found(match[1])
            path = f"/{found.key[4:]}{match[2] or '/'}"
            return found._replace(plain=address._replace(scheme="https", host="aclanthology.org", path=path))
    return None


def openreview(address: Address) -> Found | None:
    """`forum?id=`, `pdf?id=`: the note's identifier, upper and lower case told apart."""
    match address.segments:
        case ["forum" | "pdf"] | ["references", "pdf"]:
            pass
        case ["attachment"] if parameter(address.query, "name") == "pdf":
            pass
        case _:
            return None
    note = parameter(address.query, "id") or ""
    if re.fullmatch(_NOTE, note) is None:
        return None
    return Found("openreview", f"openreview:{note}", f"https://openreview.net/forum?id={note}")


def neurips(address: Address) -> Found | None:
    """A hash, the same on every host and page of a paper since 2020; before, a number that can't be derived from the hash."""
    match address.segments:
        case ["paper" | "paper_files", *middle, name] if (old := re.fullmatch(_NEURIPS_OLD, name)) and middle in ([], ["paper"]):
            host = "papers.nips.cc" if address.host.endswith("nips.cc") else address.host
            return Found("neurips", f"neurips:#{old[1]}", f"https://{host}/paper/{re.sub(_PAGE, '', name)}")
        case ["paper", year, "hash" | "file", name] | ["paper_files", "paper", year, "hash" | "file", name]:
            found = re.fullmatch(_NEURIPS, name)
        case _:
            return None
    if found is None:
        return None
    digest = found[1].lower()
    host = address.host if address.host.startswith("datasets-benchmarks-") else "proceedings.neurips.cc"
    return Found("neurips", f"neurips:{digest}", f"https://{host}/paper/{year}/hash/{digest}-Abstract{found[3] or ''}.html")


def pmlr(address: Address) -> Found | None:
    """`/v37/ioffe15.html`, `/v37/ioffe15.pdf`, `/v37/ioffe15/ioffe15.pdf`."""
    match address.segments:
        case [volume, name] if re.search(_PAGE, name):
            key = re.sub(_PAGE, "", name)
        case [volume, key, name] if re.sub(_PAGE, "", name) == key:
            pass
        case _:
            return None
    if re.fullmatch(_VOLUME, volume) is None or key == "index":
        return None
    return Found("pmlr", f"pmlr:{volume}/{key}".lower(), f"https://proceedings.mlr.press/{volume}/{key}.html")


def cvf(address: Address) -> Found | None:
    """`content.../html/X.html` and `content.../papers/X.pdf`."""
    match address.segments:
        case [content, *_, "html" | "papers", name] if content.lower().startswith("content") and re.search(_PAGE, name):
            stem = re.sub(_PAGE, "", name)
            folder = address.path[: -len(name)].rstrip("/").rpartition("/")[0]
            return Found("cvf", f"cvf:{unquote(stem).lower()}", f"https://openaccess.thecvf.com{folder}/html/{stem}.html")
    return None


def semantic_scholar(address: Address) -> Found | None:
    """A hash, a corpus number, or another site's identifier behind its name."""
    segments = address.segments
    match segments:
        case ["arxiv", *name] if name:
            return arxiv_found("/".join(name))
        case ["paper" | "reader", *_, digest] if re.fullmatch(_HASH, digest):
            return Found("s2", f"s2:{digest.lower()}", f"https://www.semanticscholar.org/paper/{digest.lower()}")
        case ["paper", *rest]:
            segments = rest
    return _by_site(unquote("/".join(segments)))


def _by_site(text: str) -> Found | None:
    site, _, name = text.partition(":")
    match site.lower():
        case "arxiv":
            return arxiv_found(name)
        case "doi":
            return doi_found(name)
        case "acl" if re.fullmatch(_ACL, name):
            return _acl_found(name)
        case "corpusid" if name.isascii() and name.isdigit():
            return Found("s2", f"s2:corpusid:{name}", f"https://api.semanticscholar.org/CorpusID:{name}")
    return None
