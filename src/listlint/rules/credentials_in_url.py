"""URLs that hold a password or a token. Never shows it; knows nothing of secrets elsewhere."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from listlint.diagnostic import Severity
from listlint.regex import lazy
from listlint.rule import Rule
from listlint.style.addresses import places

if TYPE_CHECKING:
    from collections.abc import Iterator

    from listlint.diagnostic import Diagnostic
    from listlint.model import Document
    from listlint.style import Style

_USERINFO: Final = lazy(r"(?:https?|ftp|ftps|sftp|ssh|git)://([^/?#\s@]+)@", re.IGNORECASE)
_TOKEN: Final = lazy(r"(?<=[=:/])(?:gh[pousr]_|github_pat_|glpat-|hf_|xox[abp]-)[A-Za-z0-9_-]{16,}")
"""Tokens that say what they are: GitHub's, GitLab's, Hugging Face's, Slack's."""
_PLACEHOLDER: Final = lazy(
    r"[<{\[$%*.].*|(?:user|username|name|login|your[-_ ]?\w*|my[-_ ]?\w*|pass|passwd|password|pwd|secret|token|api[-_]?key|x+|guest|)",
    re.IGNORECASE,
)


class CredentialsInUrl(Rule):
    """LL206."""

    code = "LL206"
    name = "credentials-in-url"
    summary = "A URL holds a password or a token."
    severity = Severity.ERROR

    def check(self, document: Document, style: Style) -> Iterator[Diagnostic]:
        """Links, images and link definitions with credentials that aren't placeholders."""
        del style
        for place in places(document, images=True):
            what = _credentials(place.url)
            if what:
                yield self.diagnostic(place.span, f"URL holds {what}, expected none: take it out, and have it replaced")


def _credentials(url: str) -> str:
    """What is secret in `url`, in two words; nothing where nothing is."""
    if _TOKEN.search(url):
        return "a token"
    found = _USERINFO.match(url)
    if found is None:
        return ""
    user, colon, password = found[1].partition(":")
    real = colon and not _PLACEHOLDER.fullmatch(password) and not user.lower().startswith("anonymous")
    return "a password" if real else ""
