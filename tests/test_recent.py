"""What remembers its latest answers forgets them where there were too many."""

from __future__ import annotations

import pytest

from listlint.recent import forget, recent


@pytest.fixture
def asked() -> list[int]:
    return []


@pytest.mark.parametrize(("questions", "again"), [([1, 2, 1, 2], []), ([1, 2, 3], [3]), ([1, 2, 3, 4], [4])])
def test_a_memory_that_overflowed_is_emptied(asked: list[int], questions: list[int], again: list[int]) -> None:
    @recent(3)
    def double(number: int) -> int:
        asked.append(number)
        return number * 2

    assert [double(number) for number in questions] == [number * 2 for number in questions]
    assert asked == list(dict.fromkeys(questions))
    asked.clear()
    forget()
    assert double(questions[-1]) == questions[-1] * 2
    assert asked == again
