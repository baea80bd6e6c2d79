"""What the command lines of GitHub and Azure have in common: values on one line, nothing in them that ends the command."""

from __future__ import annotations

from typing import TYPE_CHECKING

from listlint.report.visible import HIDDEN, visible

if TYPE_CHECKING:
    from collections.abc import Mapping


def message(text: str, codes: Mapping[str, str]) -> str:
    """`text` for people: hidden characters shown, then `codes` put for what has a meaning in a command, `%` first."""
    return _coded(visible(text), codes)


def value(text: str, codes: Mapping[str, str]) -> str:
    """A file's name: its line breaks are coded, since the service decodes them; what else nobody sees is shown escaped."""
    return _coded(HIDDEN.sub(lambda found: found[0] if found[0] in "\r\n" else visible(found[0]), text), codes)


def _coded(text: str, codes: Mapping[str, str]) -> str:
    for char, code in codes.items():
        text = text.replace(char, code)
    return text
