"""arXiv's identifiers and the addresses on arXiv's own hosts. Knows no other host, no list, no clock.

Facts: info.arxiv.org `help/arxiv_identifier`, `help/arxiv_identifier_for_services` (grammar, forms), `help/mirrors`
(country mirrors were shut down on 2024-09-15); arxiv-base `identifier`, `taxonomy/definitions` (archives, their months,
leniency); arxiv-browse routes (redirects). Identifiers that can't be are never repaired: arXiv pads `2510.1240` to
2510.01240, which is another paper than the one whose last digit got lost.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple
from urllib.parse import unquote

from listlint.urls.address import Address, may_hold, split
from listlint.urls.bare import PUNCTUATION_WIDE

if TYPE_CHECKING:
    from typing import Literal

    Form = Literal["abs", "pdf", "html"]

_NEW: Final = r"(?ai)([0-9]{2}(?:0[1-9]|1[0-2]))\.([0-9]{4,5})(?:v([1-9][0-9]{0,3}))?"
_OLD: Final = r"(?ai)([a-z]+(?:-[a-z]+)?)(?:\.[a-z-]{2,})?/([0-9]{2}(?:0[1-9]|1[0-2]))([0-9]{3})(?:v([1-9][0-9]{0,3}))?"
_SUFFIX: Final = r"(?ai)\.(?:pdf|ps\.gz|ps|gz)\Z"
_CUT: Final = f"[{PUNCTUATION_WIDE}]"
_JUNK: Final = " \t.,;:!?)]}>\"'*|`"
_NAMES: Final = ("arxiv", "ar5iv", "lanl")
"""What all hosts have in their names that `is_host` knows."""
_OTHER_HOSTS: Final = frozenset(f"{name}.arxiv.org" for name in ("info", "blog", "static", "status", "search"))
_FORMS: Final = frozenset(("abs", "pdf", "html", "ps", "dvi", "format", "e-print", "src", "tb", "bibtex", "refs", "cits", "trackback"))
_STORES: Final = frozenset(("ftp", "vc", "ps_cache"))
_FIRST_NEW: Final = "0704"
_FIRST_FIVE: Final = "1501"
_OLD_MONTHS: Final = (199107, 200703)
_ARCHIVES: Final = {
    **dict.fromkeys(("astro-ph", "cond-mat", "cs", "gr-qc", "hep-ex", "hep-lat", "hep-ph", "hep-th"), _OLD_MONTHS),
    **dict.fromkeys(("math", "math-ph", "nlin", "nucl-ex", "nucl-th", "physics", "q-bio", "quant-ph"), _OLD_MONTHS),
    "acc-phys": (199411, 199609),
    "adap-org": (199303, 199912),
    "alg-geom": (199202, 199712),
    "ao-sci": (199502, 199609),
    "atom-ph": (199509, 199609),
    "bayes-an": (199506, 199611),
    "chao-dyn": (199301, 199912),
    "chem-ph": (199403, 199609),
    "cmp-lg": (199404, 199809),
    "comp-gas": (199302, 199912),
    "dg-ga": (199406, 199712),
    "funct-an": (199204, 199712),
    "mtrl-th": (199411, 199609),
    "patt-sol": (199302, 199912),
    "plasm-ph": (199509, 199609),
    "q-alg": (199412, 199712),
    "solv-int": (199304, 199912),
    "supr-con": (199411, 199609),
}
"""Archive to the first and last month (year * 100 + month) in which it gave out identifiers of the old style."""


class ArxivId(NamedTuple):
    """A possible identifier: `id` without version, old ones without subject class (`math/0611800`)."""

    id: str
    version: int | None

    @property
    def text(self) -> str:
        """The identifier with its version, as it stands in an address."""
        return self.id if self.version is None else f"{self.id}v{self.version}"


class ArxivUrl(NamedTuple):
    """An address that leads to a paper on arXiv's own hosts, or tries to: then `id` is None.

    `form` is the first word of the path in lower case (`abs`, `pdf`, `html`, `src`, `ftp` ...); `below` is what follows
    the identifier (`/anc`); `host` is lower-case.
    """

    id: str | None
    version: int | None
    form: str
    host: str
    below: str = ""

    @property
    def own(self) -> bool:
        """Whether the host is arXiv itself or a mirror of it; ar5iv renders the same papers on its own."""
        return not _is_ar5iv(self.host)


def parse_id(text: str) -> ArxivId | None:
    """The identifier that `text` is from end to end; None where arXiv has never given out and can't give out such a one.

    An identifier of a month to come is possible.
    """
    if (new := re.fullmatch(_NEW, text)) is not None:
        month, number, version = new.groups()
        digits = 5 if month >= _FIRST_FIVE else 4
        if month < _FIRST_NEW or len(number) != digits or not int(number):
            return None
        return ArxivId(f"{month}.{number}", int(version) if version else None)
    if (old := re.fullmatch(_OLD, text)) is None:
        return None
    archive, month, number, version = old.groups()
    archive = archive.lower()
    if archive not in _ARCHIVES:
        archive = next((name for name in _ARCHIVES if name.replace("-", "") == archive), "")
    first, last = _ARCHIVES.get(archive, (1, 0))
    year = int(month[:2])
    when = (1900 + year if year > _OLD_MONTHS[1] // 100 - 2000 else 2000 + year) * 100 + int(month[2:])
    if not first <= when <= last or not int(number):
        return None
    return ArxivId(f"{archive}/{month}{number}", int(version) if version else None)


def is_valid_id(text: str) -> bool:
    """Whether `text`, without `arXiv:`, is an identifier that can be, with or without a version."""
    return parse_id(text) is not None


def is_host(host: str) -> bool:
    """Whether a lower-case host is arXiv's, one of its mirrors (dead or not), or ar5iv."""
    if host == "arxiv.org" or host.endswith(".arxiv.org"):
        return host not in _OTHER_HOSTS
    return host == "xxx.lanl.gov" or _is_ar5iv(host)


def _is_ar5iv(host: str) -> bool:
    return host in {"ar5iv.org", "www.ar5iv.org"} or host.startswith("ar5iv.")


def read(url: str) -> ArxivUrl | None:
    """The paper that `url` leads to or tries to; None for other hosts and for arXiv's other pages (lists, authors, help)."""
    address = split(url) if may_hold(url, _NAMES) else None
    return None if address is None else read_address(address)


def read_address(address: Address) -> ArxivUrl | None:
    """As `read`, for an address already taken apart."""
    if not is_host(address.host) or not address.path:
        return None
    path = unquote(address.path) if "%" in address.path else address.path
    if not path.isascii():
        path = re.split(_CUT, path, maxsplit=1)[0]
    form, *rest = [segment for segment in path.rstrip(_JUNK).split("/") if segment] or [""]
    form = form.lower()
    if form in _STORES:
        return _stored(address.host, form, rest)
    if form not in _FORMS:
        return None
    if not rest and address.query:
        rest = [_id_of_query(address.query)]
    words, below = _cut_identifier(rest)
    found = parse_id(re.sub(_SUFFIX, "", words))
    if found is None:
        return ArxivUrl(None, None, form, address.host)
    if below and not (form in {"src", "e-print"} and below[0] == "anc"):
        return None  # a figure of the HTML edition, for instance
    return ArxivUrl(found.id, found.version, form, address.host, "".join(f"/{segment}" for segment in below))


def _id_of_query(query: str) -> str:
    values = [unquote(pair[3:]) for pair in query.split("&") if pair.startswith("id=")]
    return values[0].rstrip(_JUNK) if values else ""


def _cut_identifier(segments: list[str]) -> tuple[str, list[str]]:
    """What should be the identifier, one segment or two, and the segments after it."""
    if not segments:
        return "", []
    first = segments[0]
    if first[:6].lower() == "arxiv:":
        first = first[6:].lstrip()
    if first[:1].isdigit() or len(segments) == 1:
        return first, segments[1:]
    return f"{first}/{segments[1]}", segments[2:]


def _stored(host: str, form: str, rest: list[str]) -> ArxivUrl | None:
    """`/ftp/arxiv/papers/2307/2307.14430.pdf`, `/ftp/hep-th/papers/9901/9901001.pdf`, `/PS_cache/arxiv/pdf/0706/0706.0001v1.pdf`."""
    if len(rest) != 4 or rest[1] not in {"papers", "pdf"}:  # noqa: PLR2004 - archive, folder, month, file
        return None
    name = re.sub(_SUFFIX, "", rest[3])
    found = parse_id(name if rest[0].lower() == "arxiv" else f"{rest[0]}/{name}")
    return ArxivUrl(found.id if found else None, found.version if found else None, form, host)


def canonical(url: str, *, form: Form | None = None, drop_version: bool = False) -> str:
    """The same paper in arXiv's own writing: the smallest change of `url`, which comes back as it is where nothing can be said.

    `https`, `arxiv.org`, single slashes, no `.pdf`, no trailing slash; a version, a fragment and a meaningful query stay.
    `form` turns abs, pdf and html into one another, but not where a fragment points into the page.
    """
    address = split(url)
    if address is None or address.userinfo or address.port:
        return url
    paper = read_address(address)
    if paper is None or paper.id is None:
        return url
    fragment = address.fragment.partition(":~:")[0]
    shape = {"e-print": "src", "ftp": "pdf", "vc": "pdf", "ps_cache": "pdf"}.get(paper.form, paper.form)
    turned = form is not None and paper.own and not fragment and shape in {"abs", "pdf", "html"} and shape != form
    if form is not None and turned:
        shape = form
    query = "" if turned or shape == "pdf" else _kept_query(address.query)
    identifier = ArxivId(paper.id, None if drop_version else paper.version).text
    return address._replace(
        scheme="https",
        host="arxiv.org" if paper.own else paper.host,
        path=f"/{shape}/{identifier}{paper.below}",
        query=query,
        fragment=fragment,
    ).text


def _kept_query(query: str) -> str:
    """Without what says where the reader came from (`context=cs.CL`) and without `id`, which the path says now."""
    return "&".join(pair for pair in query.split("&") if not pair.startswith(("id=", "context=", "utm_")))
