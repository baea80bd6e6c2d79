"""Lines of keys in TOML texts."""

from __future__ import annotations

import pytest

from listlint.config.place import Place, line_of

TEXT = """\
select = ["LL1",
  "LL2"]
# ignore = []
rules.LL101.long = true

[severity]
LL1 = "info"
[tool.listlint.rules."LL102"]
a = 1
[[overrides]]
files = ["a"]
[overrides.style]
arxiv = "abs"
[[overrides]]
files = ["b"]
[overrides.style]
arxiv = "pdf"
"""


@pytest.mark.parametrize(
    ("place", "line"),
    [
        (("select",), 1),
        (("select", 1), 1),
        (("ignore",), None),
        (("rules", "LL101", "long"), 4),
        (("severity",), 6),
        (("severity", "LL1"), 7),
        (("severity", "LL1", "[key]"), 7),
        (("rules", "LL102", "a"), 9),
        (("overrides", 0, "files"), 11),
        (("overrides", 1, "files"), 15),
        (("overrides", 0, "style", "arxiv"), 13),
        (("overrides", 1, "style", "arxiv"), 17),
        ((), None),
    ],
)
def test_line_of(place: Place, line: int | None) -> None:
    assert line_of(TEXT, place) == line
