"""Host names beyond ASCII, as browsers write them in a request. Knows nothing of URLs.

Facts: UTS #46, non-transitional (`ß` stays itself, unlike in the standard library's IDNA2003 codec). Its mapping is
case folding and NFKC but for four letters, which `lower` leaves alone as UTS #46 does.
"""

from __future__ import annotations

import unicodedata
from typing import Final
from urllib.parse import unquote

_STOPS: Final = str.maketrans("。．｡", "...")
_IGNORED: Final = {0xAD: None, 0x200B: None, 0x2060: None, 0xFEFF: None}


def to_ascii(host: str) -> str:
    """The host with every label beyond ASCII in Punycode; labels that can't be so written come back as they are."""
    host = unquote(host, errors="replace").translate(_STOPS).translate(_IGNORED)
    host = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", host).lower()).translate(_STOPS)
    return ".".join(map(_label, host.split(".")))


def _label(label: str) -> str:
    if label.isascii():
        return label
    try:
        return "xn--" + label.encode("punycode").decode("ascii")
    except UnicodeError:
        return label
