"""Text as XML 1.0 may hold it. Knows no report."""

from __future__ import annotations

from typing import Final
from xml.sax.saxutils import quoteattr

from listlint.regex import lazy
from listlint.report.visible import HIDDEN, visible

# What XML 1.0 (section 2.2) leaves out: controls but tab and line breaks, surrogates, the two last of the plane.
_FORBIDDEN: Final = lazy("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_BREAKS: Final = {"\t": "&#9;", "\n": "&#10;", "\r": "&#13;"}
HEAD: Final = '<?xml version="1.0" encoding="UTF-8"?>\n'


def element(tag: str, /, **attributes: str | int) -> str:
    """`<tag key="value"`, without its end. A value is kept as it is, but for characters that XML can't hold."""
    return "".join([f"<{tag}", *(f" {key}={_quoted(str(value))}" for key, value in attributes.items())])


def content(text: str) -> str:
    """`text` between two tags, on one line, hidden characters escaped."""
    return visible(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _quoted(value: str) -> str:
    """The value in quotes, what nobody sees as character references, so that a reader gets it and a viewer of the file isn't fooled."""
    return HIDDEN.sub(lambda found: f"&#{ord(found[0])};", quoteattr(_FORBIDDEN.sub(lambda found: visible(found[0]), value), _BREAKS))
