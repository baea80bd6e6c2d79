"""Unusual hosts as browsers write them in a request: names beyond ASCII, numbers in other writings. Knows nothing of URLs.

Facts: UTS #46, non-transitional (`ß` stays itself, unlike in the standard library's IDNA2003 codec). Its mapping is
case folding and NFKC but for four letters, which `lower` leaves alone as UTS #46 does. The WHATWG URL Standard for numbers:
`127.1` and `0x7f.0.0.1` are 127.0.0.1.
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


def ipv4(host: str) -> str | None:
    """A host whose last part is a number, as four numbers; None where it's no address."""
    parts = host.removesuffix(".").split(".")
    if len(parts) > 4 or not all(len(part) < 20 for part in parts):  # noqa: PLR2004 - a.b.c.d, and no number needs 20 digits
        return None
    try:
        *first, last = (int(part, 16) if part[:2] == "0x" else int(part, 8 if part[0] == "0" else 10) for part in parts if part.isalnum())
    except ValueError:
        return None
    if len(first) != len(parts) - 1 or any(number > 255 for number in first) or last >= 256 ** (4 - len(first)):  # noqa: PLR2004 - bytes
        return None
    number = sum(each << 8 * (3 - place) for place, each in enumerate(first)) + last
    return ".".join(str(number >> shift & 255) for shift in (24, 16, 8, 0))
