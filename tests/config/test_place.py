"""Where keys and values stand in TOML texts."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from listlint.config.place import Place, line_of, spot, spots

if TYPE_CHECKING:
    from collections.abc import Iterator

TEXT = """\
select = ["LL1",
  "LL2"] # [none]
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
[more]
"a.b" = { c = 'x # y', d = [{ e = 1 }, { e = 2979-05-27 07:32:00 }] }
text = \"\"\"
[no]
key = 1 \\\"\"\" \"\"\"\"
last = 1.5
"""


@pytest.mark.parametrize(
    ("place", "line", "key", "value"),
    [
        (("select",), 1, "select", '["LL1",\n  "LL2"]'),
        (("select", 1), 2, '"LL2"', '"LL2"'),
        (("rules", "LL101", "long"), 4, "long", "true"),
        (("rules", "LL101"), 4, "LL101", "LL101"),
        (("severity",), 6, "[severity]", "[severity]"),
        (("severity", "LL1"), 7, "LL1", '"info"'),
        (("severity", "LL1", "[key]"), 7, "LL1", '"info"'),
        (("tool", "listlint", "rules", "LL102", "a"), 9, "a", "1"),
        (("overrides",), 10, "[[overrides]]", "[[overrides]]"),
        (("overrides", 0, "files", 0), 11, '"a"', '"a"'),
        (("overrides", 1, "files"), 15, "files", '["b"]'),
        (("overrides", 0, "style", "arxiv"), 13, "arxiv", '"abs"'),
        (("overrides", 1, "style", "arxiv"), 17, "arxiv", '"pdf"'),
        (("more", "a.b", "c"), 19, "c", "'x # y'"),
        (("more", "a.b", "d", 1, "e"), 19, "e", "2979-05-27 07:32:00"),
        (("more", "text"), 20, "text", '"""\n[no]\nkey = 1 \\"""' + ' """"'),
        (("more", "last"), 23, "last", "1.5"),
    ],
)
def test_where_it_stands(place: Place, line: int, key: str, value: str) -> None:
    found = spot(TEXT, place)
    assert found is not None
    assert (line_of(TEXT, place), found.key.of(TEXT), found.value.of(TEXT)) == (line, key, value)


@pytest.mark.parametrize("place", [(), ("ignore",), ("no",), ("key",)])
def test_what_stands_nowhere(place: Place) -> None:
    assert spot(TEXT, place) is None
    assert line_of(TEXT, place) is None


def places(table: object, above: Place = ()) -> Iterator[Place]:
    """Every place in what `tomllib` read."""
    inner = table.items() if isinstance(table, dict) else enumerate(table) if isinstance(table, list) else ()
    for key, value in inner:
        yield (*above, key)
        yield from places(value, (*above, key))


def test_every_key_of_the_text_is_found() -> None:
    assert set(spots(TEXT)) == set(places(tomllib.loads(TEXT)))


KEYS = st.sampled_from(["a", "b-c", '"d.e"', "'f g'", '"h\\u0041"'])
SCALARS = st.sampled_from(["1", "'x # y'", '"a\\"]"', "true", '"""\n[t] = 1\n"""', "1979-05-27 07:32:00", "-1.5e3"])
VALUES = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=3).map(lambda parts: "[ " + ",\n # ]\n".join(parts) + " ]")
        | st.dictionaries(KEYS, inner, max_size=3).map(
            lambda table: "{ " + ", ".join(f"{key} = {value}" for key, value in table.items()) + " }"
        )
    ),
    max_leaves=6,
)
HEADERS = st.lists(KEYS, min_size=1, max_size=3).map(" . ".join).flatmap(lambda name: st.sampled_from([f"[{name}]", f"[[ {name} ]]"]))
PAIRS = st.tuples(st.lists(KEYS, min_size=1, max_size=2).map(".".join), VALUES).map(" = ".join)


@given(st.lists(HEADERS | PAIRS | st.just("# [x]"), max_size=6).map("\n".join))
def test_every_key_of_a_valid_text_is_found(text: str) -> None:
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        assume(False)  # noqa: FBT003 - hypothesis's own way to leave out a case
    else:
        assert set(places(table)) == set(spots(text))
