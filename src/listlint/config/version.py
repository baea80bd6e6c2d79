"""Whether this version of listlint is one that a configuration asks for. Imported only where one does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from packaging.specifiers import InvalidSpecifier, SpecifierSet

from listlint import __version__

if TYPE_CHECKING:
    from listlint.config.original import Original

_KEY = ("required-version",)


def require(wanted: object, original: Original) -> None:
    """Raises `ConfigError` where this version is none of those `wanted` (PEP 440), or that can't be read."""
    if not isinstance(wanted, str):
        return  # the schema says of what type it must be
    try:
        versions = SpecifierSet(wanted)
    except InvalidSpecifier:
        raise original.fault(f'required-version: "{wanted}" names no versions, expected such as ">=0.1,<1"', _KEY, value=True) from None
    if not versions.contains(__version__, prereleases=True):
        raise original.fault(f'required-version: this is listlint {__version__}, expected "{wanted}"', _KEY, value=True)
