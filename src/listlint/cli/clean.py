"""Remove what earlier runs left in the cache.

Exit 0, also where there is no cache. Lists and configurations stay as they are.
"""

from __future__ import annotations

import argparse

from listlint import cache
from listlint.errors import UsageError


class Arguments(argparse.Namespace):
    """What `clean` is told."""

    cache_dir: str | None


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `clean`."""
    parser.add_argument("--cache-dir", metavar="FOLDER", help="the cache to clean; else LISTLINT_CACHE_DIR or the system's folder")


def run(args: Arguments) -> int:
    """Removes all entries, and says how many."""
    place = cache.folder(args.cache_dir)
    if place is None:
        raise UsageError("there is no folder for a cache here: neither LISTLINT_CACHE_DIR nor the home folder is set")
    removed = cache.Cache(place).clean()
    print(f"{place}: removed {removed} {'entry' if removed == 1 else 'entries'}")
    return 0
