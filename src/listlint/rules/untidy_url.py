"""URLs with a slash, a prefix or a suffix that says nothing. Knows the hosts where that is certain; no duplicates."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from listlint.edits import Phase, Safety
from listlint.regex import lazy
from listlint.rule import Rule
from listlint.style.addresses import places, rewritten
from listlint.style.thresholds import MIN_CLEAR, SLIP

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from listlint.diagnostic import Diagnostic
    from listlint.model import Document
    from listlint.style import Style
    from listlint.style.addresses import Place

_FORGE: Final = r"(?:github\.com|gitlab\.com|codeberg\.org|bitbucket\.org)"
_TIDY: Final = (
    (lazy(rf"(https?://)www\.({_FORGE}/.*)", re.IGNORECASE), r"\1\2", "www. before a host that has none"),
    (lazy(rf"(https?://{_FORGE}/[\w.-]+/[\w.-]+?)\.git/?"), r"\1", "the address to clone from"),
    (lazy(r"(https?://[^/?#]+)/{2,}([^/?#:]+(?:/[^?#:]*)?(?:[?#].*)?)"), r"\1/\2", "a doubled slash"),
    (lazy(r"(https?://[^?#]*[^/:?#])\?(?=#|\Z)(.*)"), r"\1\2", "a question mark that asks nothing"),
)
_REPOSITORY: Final = lazy(rf"https?://{_FORGE}/[\w.-]+/[\w.-]+(/?)")
_HOST: Final = lazy(r"https?://[^/?#]+(/?)")


class UntidyUrl(Rule):
    """LL211."""

    code = "LL211"
    name = "untidy-url"
    summary = "A URL has a slash, a prefix or a suffix that the same page does without."
    phase = Phase.URL
    everywhere = True

    def check(self, document: Document, style: Style) -> Iterator[Diagnostic]:
        """Doubled slashes and the like on any list; the last slash where nearly all have it or have none."""
        del style
        found: dict[Place, tuple[str, str]] = {}
        all_places = [place for place in places(document) if not place.bare and place.url.startswith(("http://", "https://"))]
        for pattern, where in ((_REPOSITORY, "behind a repository"), (_HOST, "behind a host")):
            found |= dict(_slashes(all_places, pattern, where))
        for place in all_places:
            for pattern, tidy, says in _TIDY:
                if match := pattern.fullmatch(place.url):
                    found[place] = match.expand(tidy), f"URL has {says}"
                    break
        for place, (url, told) in sorted(found.items(), key=lambda one: one[0].span):
            yield self.diagnostic(place.span, f"{told}, expected {url}", fix=rewritten(document, place, url, Safety.UNSAFE))


def _slashes(all_places: Sequence[Place], pattern: re.Pattern[str], where: str) -> Iterator[tuple[Place, tuple[str, str]]]:
    """The few that end otherwise than nearly all of their kind."""
    cases = [(place, match[1]) for place in all_places if (match := pattern.fullmatch(place.url))]
    slashed = sum(bool(slash) for _, slash in cases)
    usual = slashed if 2 * slashed > len(cases) else len(cases) - slashed
    if len(cases) < MIN_CLEAR or len(cases) - usual > SLIP * len(cases):
        return
    for place, slash in cases:
        if bool(slash) != (2 * slashed > len(cases)):
            url = place.url.removesuffix("/") if slash else f"{place.url}/"
            yield place, (url, f"{'a' if slash else 'no'} slash stands {where}, {usual} of {len(cases)} have {'none' if slash else 'one'}")
