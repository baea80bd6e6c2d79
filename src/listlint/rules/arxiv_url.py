"""arXiv links that aren't written in the list's form. Knows nothing of ids that can't be."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final, Literal

from listlint.edits import Edit, Fix, Phase, Rewrite, Safety
from listlint.records import dataclass
from listlint.rule import Rule, RuleOptions
from listlint.style.places import meets
from listlint.style.thresholds import MIN_CASES, SLIP, is_habit
from listlint.text import Span
from listlint.urls import arxiv

if TYPE_CHECKING:
    from collections.abc import Iterator

    from listlint.diagnostic import Diagnostic
    from listlint.model import Document, Link
    from listlint.style import ArxivForm, Fact, Style
    from listlint.urls.arxiv import ArxivUrl as Paper

_FORMS: Final[dict[str, ArxivForm]] = {"abs": "abs", "pdf": "pdf", "html": "html"}


class ArxivUrl(Rule):
    """LL301."""

    code = "LL301"
    name = "arxiv-url"
    summary = "An arXiv link is not written in the list's form."
    phase = Phase.URL
    everywhere = True

    class Options(RuleOptions):
        """What else to ask of arXiv links."""

        versions: Literal["keep", "drop"] = "keep"
        """`drop` reports links to one version of a paper; removing the version is an unsafe fix."""

    options: Options

    def check(self, document: Document, style: Style) -> Iterator[Diagnostic]:
        """Links and link definitions to arXiv whose URL another spelling of the same paper should replace."""
        read = [(span, url, link, paper) for span, url, link in _places(document) if (paper := arxiv.read(url)) and paper.id and paper.own]
        own_forms = [_FORMS[paper.form] for *_, paper in read if paper.form in _FORMS]
        asked = style.arxiv is not None and style.arxiv.configured
        habits = _Habits.of([(url, paper) for _, url, _, paper in read], asked=asked)
        guessed: ArxivForm | None = "abs" if len(own_forms) < MIN_CASES else None
        drop = self.options.versions == "drop"
        for span, url, link, paper in read:
            form = style.arxiv.value if style.arxiv else guessed
            if paper.form == "abs" and style.arxiv and not _is_settled(style.arxiv):
                form = None
            expected = arxiv.canonical(url, form=form, drop_version=drop)
            expected = habits.keep(expected, url, paper.host)
            if expected == url:
                continue
            turned = paper.form in _FORMS and form not in {None, paper.form}
            safe = (style.arxiv is not None or not turned) and not (drop and paper.version)
            why = f", {style.arxiv.evidence} arXiv links have {form}" if turned and style.arxiv and not style.arxiv.configured else ""
            fix = None if link is None else _fix(document, link, expected, Safety.SAFE if safe else Safety.UNSAFE)
            yield self.diagnostic(span, f"arXiv link is {url}, expected {expected}{why}", fix=fix)


@dataclass(frozen=True, slots=True)
class _Habits:
    """What is no slip: another of arXiv's hosts, and PDF links that end in `.pdf` where more than a few do, or too few links tell."""

    suffix: bool
    hosts: frozenset[str]

    @classmethod
    def of(cls, links: list[tuple[str, Paper]], *, asked: bool) -> _Habits:
        suffixed = [url.lower().endswith(".pdf") for url, paper in links if paper.form == "pdf"]
        hosts = Counter(paper.host for _, paper in links)
        return cls(
            (len(suffixed) >= MIN_CASES and is_habit(sum(suffixed), len(suffixed)))
            or not (asked or (len(suffixed) >= MIN_CASES and sum(suffixed) <= SLIP * len(suffixed))),
            frozenset(host for host, count in hosts.items() if count >= MIN_CASES and is_habit(count, len(links))),
        )

    def keep(self, expected: str, url: str, host: str) -> str:
        """`expected` with those of the habits that `url` has."""
        if self.suffix and expected.startswith("https://arxiv.org/pdf/") and url.lower().endswith(".pdf"):
            expected += ".pdf"
        return expected.replace("://arxiv.org/", f"://{host}/", 1) if host in self.hosts else expected


def _is_settled(usual: Fact[ArxivForm]) -> bool:
    """Whether a link to the page arXiv calls canonical is a slip: it's the only one, or one of few."""
    others = usual.total - usual.count
    return usual.configured or others <= max(1, SLIP * usual.total)


def _places(document: Document) -> Iterator[tuple[Span, str, Link | None]]:
    """Where URLs stand, with the link they stand in, in document order; a reference link's URL stands in its definition."""
    places: list[tuple[Span, str, Link | None]] = [(link.destination, link.url, link) for link in document.links if link.destination]
    places += ((definition.destination, definition.url, None) for definition in document.definitions)
    return iter(sorted(places, key=lambda place: place[0]))


def _fix(document: Document, link: Link, expected: str, safety: Safety) -> Fix | None:
    """The URL replaced; None where it's written with escapes or stands where no fix may write."""
    at = link.destination
    if at is None or not document.text.startswith(link.url, at.start) or meets(at, document.opaque):
        return None
    glued = link.rendered.removeprefix(link.url) if link.kind == "bare" else ""
    edit = Edit(Span(at.start, at.start + len(link.url)), expected)
    return Fix(f"write {expected}", (edit,), safety, (Rewrite(link.rendered, expected + glued),))
