"""Names of sections: paths, and spelling a heading as configured."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from listlint.edits import Edit, apply
from listlint.parse import parse
from listlint.style import naming
from listlint.text import Source, Span


def test_paths_leave_the_title_out_and_meta_sections_apart() -> None:
    document = parse(Source("list.md", "# T\n\n## A\n\n### B\n\ntext\n\n## License\n\ntext\n\n## C\n\ntext\n"))
    assert [named.path for named in naming.sections(document)] == [("A",), ("A", "B"), ("C",)]
    assert [named.path for named in naming.sections(document, meta=True)] == [("A",), ("A", "B"), ("License",), ("C",)]


def test_many_titles_are_sections() -> None:
    document = parse(Source("list.md", "# A\n\n## B\n\ntext\n\n# C\n\ntext\n"))
    assert [named.path for named in naming.sections(document)] == [("A",), ("A", "B"), ("C",)]


@pytest.mark.parametrize(
    ("name", "path", "expected"),
    [
        ("b", ("A", "B"), True),
        ("A > B", ("X", "A", "B"), True),
        ("A > B", ("B",), False),
        ("A", ("A", "B"), False),
        ("Phones / Tablets", ("Phones / Tablets",), True),
    ],
)
def test_names_and_paths(name: str, path: tuple[str, ...], expected: bool) -> None:  # noqa: FBT001 - a column of the table
    assert naming.means(name, path) is expected


@pytest.mark.parametrize(("old", "new"), [("A", "B"), ("A", "🚀 A"), ("🚀 A", "🎯 A"), ("A B", "A C")])
def test_what_says_something_else_is_not_spelt_anew(old: str, new: str) -> None:
    assert naming.respelt(old, new) is None


words = st.lists(st.text("aB中é1", min_size=1, max_size=4), min_size=1, max_size=4)
gaps = st.sampled_from([" ", "  ", " 🚀 ", "🎯"])


@given(words, st.data())
def test_a_respelt_name_is_the_new_one(parts: list[str], data: st.DataObject) -> None:
    new = " ".join(parts)
    old = "".join(data.draw(gaps) + (part.lower() if data.draw(st.booleans()) else part) for part in parts).strip()
    changes = naming.respelt(old, new)
    assert changes is not None
    assert apply(old, [Edit(Span(first, last), text) for first, last, text in changes]) == new
