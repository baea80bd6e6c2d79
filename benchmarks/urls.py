"""How long a URL takes: `python benchmarks/urls.py FILE ...` reads the URLs of Markdown files and prints medians in microseconds."""

# ruff: noqa: INP001 - a script
from __future__ import annotations

import re
import statistics
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from listlint.urls import LANDING, canonical, identify

if TYPE_CHECKING:
    from collections.abc import Callable

_URL = re.compile(r"https?://[^\s<>()\"]+")


def main() -> int:
    """Prints one line a function; nothing is cached between two URLs, for each is asked about once."""
    texts = (Path(name).read_text(encoding="utf-8") for name in sys.argv[1:])
    urls = sorted({url for text in texts for url in _URL.findall(text)})
    if not urls:
        sys.stderr.write("usage: python benchmarks/urls.py FILE ...\n")
        return 2
    for url in urls[:: max(1, len(urls) // 500)]:
        canonical(url, LANDING)  # patterns compiled, readers imported
    _report("identify", identify, urls)
    _report("canonical", canonical, urls)
    _report("canonical, landing page", lambda url: canonical(url, LANDING), urls)
    return 0


def _report(name: str, function: Callable[[str], object], urls: list[str]) -> None:
    identify.cache_clear()
    canonical.cache_clear()
    taken = []
    for url in urls:
        start = time.perf_counter_ns()
        function(url)
        taken.append((time.perf_counter_ns() - start) / 1000)
    median, mean, worst = statistics.median(taken), statistics.fmean(taken), max(taken)
    sys.stdout.write(f"{name}: {len(urls)} URLs, median {median:.1f}, mean {mean:.1f}, worst {worst:.0f} µs\n")


if __name__ == "__main__":
    sys.exit(main())
