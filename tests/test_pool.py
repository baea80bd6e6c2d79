"""Work shared among processes: every task has its answer, whatever becomes of a worker, and no worker is left."""

from __future__ import annotations

import contextlib
import os
import signal
import time
from typing import TYPE_CHECKING

import pytest

from listlint import pool, sharing

if TYPE_CHECKING:
    from collections.abc import Callable

pytestmark = [
    pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork"),
    pytest.mark.filterwarnings("ignore:.*use of fork:DeprecationWarning"),  # pytest-xdist has threads; none of ours is in its locks
]


def said(task: int) -> bytes:
    return b"%d" % task * 50_000


def raises(task: int) -> bytes:
    if task == 2:
        raise ZeroDivisionError
    return said(task)


def leaves(task: int) -> bytes:
    if task == 2:
        raise SystemExit
    return said(task)


def dies(task: int) -> bytes:
    if task == 2:
        os.kill(os.getpid(), signal.SIGKILL)
    return said(task)


def all_die(task: int) -> bytes:
    del task
    os.kill(os.getpid(), signal.SIGKILL)
    return b""


def slow(task: int) -> bytes:
    time.sleep(0.2)
    return said(task)


def childless() -> bool:
    with contextlib.suppress(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)
        return False
    return True


@pytest.mark.parametrize("workers", [1, 2, 5, 40])
@pytest.mark.parametrize(
    ("work", "lost"), [(said, set()), (raises, {2}), (leaves, {2}), (dies, {2}), (all_die, set(range(20)))], ids=lambda one: str(one)[:20]
)
def test_every_task_has_its_answer(work: Callable[[int], bytes], lost: set[int], workers: int) -> None:
    if workers == 1 and work in (dies, leaves):
        lost = {2, *range(3, 20)}
    found = dict(pool.shared(range(20), work, workers))
    assert found == {task: None if task in lost else said(task) for task in range(20)}
    assert childless()


def test_no_tasks() -> None:
    assert list(pool.shared([], said, 3)) == []


def test_whoever_stops_listening_leaves_no_worker() -> None:
    coming = pool.shared(range(20), said, 3)
    next(coming)
    coming.close()  # type: ignore[attr-defined] # a generator
    assert childless()


def test_workers_end_with_the_process_that_asked() -> None:
    read, write = os.pipe()
    process = os.fork()
    if process == 0:
        try:
            os.close(read)
            for _ in pool.shared(range(3), slow, 3):
                os.kill(os.getpid(), signal.SIGKILL)
        finally:
            os._exit(1)
    os.close(write)
    os.waitpid(process, 0)
    with os.fdopen(read, "rb") as left:
        assert left.read() == b""  # returns when the last process is gone that has the other end open


def test_where_no_process_can_be_made_nothing_is_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> int:
        raise BlockingIOError

    monkeypatch.setattr(os, "fork", refuse)
    descriptors = len(os.listdir("/dev/fd"))  # noqa: PTH208 - a count
    assert dict(pool.shared(range(3), said, 2)) == dict.fromkeys(range(3))
    assert len(os.listdir("/dev/fd")) == descriptors  # noqa: PTH208 - a count


@pytest.mark.parametrize(
    ("sizes", "jobs", "processors", "count"),
    [
        ([], None, 8, 1),
        ([10**6], None, 8, 1),
        ([10**6, 10**6], None, 8, 2),
        ([10**6] * 9, None, 8, 8),
        ([10**6] * 9, None, 1, 1),
        ([10**6] * 9, 3, 1, 3),
        ([10**6] * 9, 1, 8, 1),
        ([1, 1], 5, 8, 2),
        ([1000] * 50, None, 2, 1),
        ([sharing.SAVED] * 2, None, 2, 2),
        ([10**7, 10, 10], None, 8, 1),
        ([10**7, sharing.SAVED], None, 8, 2),
    ],
)
def test_how_many_are_worth_it(monkeypatch: pytest.MonkeyPatch, sizes: list[int], jobs: int | None, processors: int, count: int) -> None:
    monkeypatch.setattr(pool, "processors", lambda: processors)
    monkeypatch.setattr(pool, "possible", lambda: True)
    assert sharing.workers(sizes, jobs) == count
    monkeypatch.setattr(pool, "possible", lambda: False)
    assert sharing.workers(sizes, jobs) == 1
