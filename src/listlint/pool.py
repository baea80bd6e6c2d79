"""Work shared among copies of this process: tasks go out by number, bytes come back. Knows nothing of lists.

The copies are forked, so that all they need is there without being sent; they write nothing, and no signal but the end of
this process or SIGKILL concerns them. Whatever becomes of one costs its task alone. The standard library's executor loses
all tasks where one process dies, starts threads, and takes 30 ms to import.
"""

from __future__ import annotations

import contextlib
import os
import select
import signal
import sys
from typing import TYPE_CHECKING, NoReturn

from listlint.records import dataclass, field

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    Work = Callable[[int], bytes]
    """Does a task; no answer is empty."""

_NUMBER = 8
"""Bytes of a task's number, and of an answer's length."""
_AT_ONCE = 1 << 16
_MINDED = ("SIGINT", "SIGTERM", "SIGHUP")


def possible() -> bool:
    """Whether this process can be forked safely: not where there is no fork, nor with other threads, whose locks stay locked."""
    threading = sys.modules.get("threading")
    return hasattr(os, "fork") and (threading is None or threading.active_count() == 1)


def processors() -> int:
    """How many processors this process may use."""
    if hasattr(os, "process_cpu_count"):  # Python 3.13
        return os.process_cpu_count() or 1
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def shared(tasks: Sequence[int], work: Work, workers: int) -> Iterator[tuple[int, bytes | None]]:
    """Each of `tasks`, begun in this order by as many `workers`, with its answer, as they come.

    None: the work raised, or the process that did it died, or there is none left to do it. To be closed where it isn't
    exhausted: then no worker is left, either.
    """
    team: list[_Worker] = []
    waiting = list(reversed(tasks))
    try:
        with contextlib.suppress(OSError):  # no more processes, or no more descriptors: fewer workers will do
            while len(team) < min(workers, len(tasks)):
                _start(work, team)
        for worker in team:
            worker.begin(waiting)
        while busy := [worker for worker in team if worker.task is not None]:
            for worker in _speaking(busy):
                task = worker.task
                if task is not None and worker.hear():
                    answer = worker.answer
                    worker.begin(waiting)
                    yield task, answer
        while waiting:
            yield waiting.pop(), None
    finally:
        with _undisturbed():
            for worker in team:
                worker.end()


def _speaking(busy: Sequence[_Worker]) -> list[_Worker]:
    """Those that have said something, or their last; waits until there is one."""
    poll = select.poll()  # `select.select` knows no descriptor above 1023
    for worker in busy:
        poll.register(worker.answers, select.POLLIN)
    ready = {descriptor for descriptor, _ in poll.poll()}
    return [worker for worker in busy if worker.answers in ready]


@dataclass
class _Worker:
    """A process that works, seen from the one that hands out the work."""

    process: int
    requests: int
    answers: int
    task: int | None = None
    """What it's doing; None: nothing any more."""
    answer: bytes | None = None
    """What it said last; None: that it couldn't, or it died."""
    gone: bool = False
    """Whether it said its last. It may be a moment until nothing can be asked of it any more."""
    _heard: bytearray = field(default_factory=bytearray)

    def begin(self, waiting: list[int]) -> None:
        """Takes on the last task of `waiting`; none where there is none left, or the process is gone."""
        self.task = None
        if waiting and not self.gone:
            with contextlib.suppress(BrokenPipeError):
                os.write(self.requests, waiting[-1].to_bytes(_NUMBER, "big"))
                self.task = waiting.pop()

    def hear(self) -> bool:
        """Reads what there is to read; whether the task is over."""
        data = os.read(self.answers, _AT_ONCE)
        self._heard += data
        if not data:
            self.answer, self.gone = None, True
            return True
        end = _NUMBER + int.from_bytes(self._heard[:_NUMBER], "big")
        if len(self._heard) < max(end, _NUMBER):
            return False
        self.answer = bytes(self._heard[_NUMBER:end]) or None
        self._heard.clear()
        return True

    def end(self) -> None:
        """Ends the process, whatever it's doing: it holds nothing that must be put in order."""
        os.close(self.requests)
        os.close(self.answers)
        with contextlib.suppress(ProcessLookupError, ChildProcessError):
            os.kill(self.process, signal.SIGKILL)
            os.waitpid(self.process, 0)


def _start(work: Work, team: list[_Worker]) -> None:
    """One more worker in `team`; raises `OSError` where the system allows none."""
    with contextlib.ExitStack() as opened, _undisturbed() as before:
        pipes = [*os.pipe(), *os.pipe()]
        for descriptor in pipes:
            opened.callback(os.close, descriptor)
        asked, requests, answers, answering = pipes
        process = os.fork()
        if process == 0:
            others = [descriptor for worker in team for descriptor in (worker.requests, worker.answers)]
            _serve(work, asked, answering, before, closing=(requests, answers, *others))
        opened.pop_all()
        os.close(asked)
        os.close(answering)
        team.append(_Worker(process, requests, answers))


def _serve(work: Work, asked: int, answering: int, before: set[int], *, closing: Sequence[int]) -> NoReturn:
    """What a worker does all its life: it ends where nobody asks any more. Nothing that this process would do at its end is done here."""
    try:
        for name in _MINDED:
            signal.signal(getattr(signal, name), signal.SIG_IGN if name == "SIGINT" else signal.SIG_DFL)
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
        for descriptor in closing:  # held open here, they'd keep other workers from seeing that nobody asks any more
            os.close(descriptor)
        while task := os.read(asked, _NUMBER):
            try:
                answer = work(int.from_bytes(task, "big"))
            except Exception:  # noqa: BLE001 - whoever asked will find out what's wrong
                answer = b""
            data = memoryview(len(answer).to_bytes(_NUMBER, "big") + answer)
            while data:
                data = data[os.write(answering, data) :]
    finally:
        os._exit(0)


@contextlib.contextmanager
def _undisturbed() -> Iterator[set[int]]:
    """Within, signals wait: a process that was forked must be known to its parent before anything ends that. The mask as it was."""
    before = {int(number) for number in signal.pthread_sigmask(signal.SIG_BLOCK, [getattr(signal, name) for name in _MINDED])}
    try:
        yield before
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
