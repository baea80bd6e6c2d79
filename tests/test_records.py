"""Records behave as the standard library's data classes, whose place they take."""

from __future__ import annotations

import dataclasses
from functools import cached_property
from typing import Any, ClassVar

import pytest

from listlint import records
from listlint.model import Item
from listlint.style import StyleOptions

BOTH = pytest.mark.parametrize("library", [dataclasses, records], ids=["dataclasses", "records"])


def point(library: Any, **how: bool) -> Any:  # noqa: ANN401 - a class made by either
    class Point:
        kind: ClassVar[str] = "point"
        x: int
        y: int = 2
        tags: list[str] = library.field(default_factory=list, repr=False, hash=False)

    Point.__annotations__ = {"kind": "ClassVar[str]", "x": "int", "y": "int", "tags": "list[str]"}
    return library.dataclass(**how)(Point)


@BOTH
@pytest.mark.parametrize("slots", [True, False])
@pytest.mark.parametrize("frozen", [True, False])
def test_made_shown_and_compared(library: Any, slots: bool, frozen: bool) -> None:  # noqa: ANN401, FBT001
    cls = point(library, slots=slots, frozen=frozen)
    one, other = cls(1), cls(x=1, y=2, tags=[])
    assert (one.x, one.y, one.tags, one.kind) == (1, 2, [], "point")
    assert one == other
    assert one != cls(1, 3)
    assert one != (1, 2, [])
    assert one.tags is not other.tags
    assert repr(one).endswith("Point(x=1, y=2)")
    assert hasattr(one, "__dict__") is not slots
    assert cls.__match_args__ == ("x", "y", "tags")


@BOTH
@pytest.mark.parametrize("slots", [True, False])
def test_frozen_ones_keep_their_values_and_have_a_hash(library: Any, slots: bool) -> None:  # noqa: ANN401, FBT001
    cls = point(library, frozen=True, slots=slots)
    one = cls(1)
    with pytest.raises(AttributeError):
        one.x = 2
    with pytest.raises(AttributeError):
        del one.x
    assert hash(one) == hash(cls(1, tags=["a"]))
    assert {one: "found"}[cls(1)] == "found"


@BOTH
def test_others_have_none(library: Any) -> None:  # noqa: ANN401
    with pytest.raises(TypeError):
        hash(point(library)(1))
    assert hash(point(library, eq=False)(1))


@BOTH
@pytest.mark.parametrize("words", [((), {}), ((1, 2, [], 4), {}), ((1,), {"z": 1}), ((1,), {"x": 1})])
def test_wrong_arguments_are_refused(library: Any, words: tuple[tuple[int, ...], dict[str, int]]) -> None:  # noqa: ANN401
    cls = point(library, frozen=True, slots=True)
    for _ in range(2):  # the first instance compiles what makes the others
        with pytest.raises(TypeError):
            cls(*words[0], **words[1])


@BOTH
def test_keywords_only(library: Any) -> None:  # noqa: ANN401
    cls = point(library, kw_only=True)
    assert cls(x=1).y == 2
    with pytest.raises(TypeError):
        cls(1)


@BOTH
def test_in_order(library: Any) -> None:  # noqa: ANN401
    cls = point(library, order=True, frozen=True)
    assert sorted([cls(2), cls(1, 3), cls(1)]) == [cls(1), cls(1, 3), cls(2)]
    assert cls(1) <= cls(1) >= cls(1) < cls(2) > cls(1)
    with pytest.raises(TypeError):
        _ = cls(1) < 2


@BOTH
def test_a_subclass_has_the_fields_of_its_base_first(library: Any) -> None:  # noqa: ANN401
    base = point(library, frozen=True, slots=True)

    named = type("Named", (base,), {"name": "a", "__annotations__": {"name": "str"}})
    cls: Any = library.dataclass(frozen=True, slots=True)(named)
    assert (cls(1, 2, [], "b").name, cls(1).name, cls(1).x) == ("b", "a", 1)
    assert not hasattr(cls(1), "__dict__")


@BOTH
def test_what_is_worked_out_later_is_kept(library: Any) -> None:  # noqa: ANN401
    class Line:
        length: int

        @cached_property
        def double(self) -> list[int]:
            return [self.length, self.length]

    Line.__annotations__ = {"length": "int"}
    cls: Any = library.dataclass(frozen=True)(Line)
    one = cls(3)
    assert one.double is one.double


@BOTH
def test_values_are_changed_in_a_copy(library: Any) -> None:  # noqa: ANN401
    one = point(library, frozen=True, slots=True)(1)
    assert library.replace(one, y=5) == type(one)(1, 5)
    assert one.y == 2
    with pytest.raises(TypeError):
        library.replace(one, z=5)


def test_the_library_takes_them_for_its_own() -> None:
    assert [one.name for one in dataclasses.fields(StyleOptions)] == list(records.names(StyleOptions))
    assert dataclasses.replace(StyleOptions(), separator=", ") == StyleOptions(separator=", ")
    assert {one.name: one.default for one in dataclasses.fields(Item)}["form"] is None
    assert dataclasses.is_dataclass(StyleOptions)
