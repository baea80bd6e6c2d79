"""Standard output and standard error: encoding, colours, signals. Knows nothing of lists."""

from __future__ import annotations

import contextlib
import io
import os
import signal
import sys
from typing import TYPE_CHECKING, Literal, TextIO

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from types import FrameType

    from listlint.errors import Mark

Color = Literal["auto", "always", "never"]


def speak_utf8() -> None:
    """Makes both streams write UTF-8 and our own newlines whatever the locale, so that no list can break them."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="")


def complain(message: str) -> None:
    """One line on standard error."""
    print(f"error: {message}", file=sys.stderr)


def show(mark: Mark) -> None:
    """The line that an error is about, with carets under the fault, on standard error."""
    from listlint.report.visible import visible, width  # noqa: PLC0415 - only a mistake needs them

    before = visible(mark.line[: mark.column - 1])
    fault = visible(mark.line[mark.column - 1 : mark.column - 1 + mark.length])
    rest = visible(mark.line[mark.column - 1 + mark.length :])
    number = "" if mark.number is None else f"{mark.number} | "
    empty = "" if mark.number is None else f"{' ' * len(str(mark.number))} | "
    print(f"  {number}{before}{fault}{rest}", file=sys.stderr)
    print(f"  {empty}{' ' * width(before)}{'^' * max(1, width(fault))}", file=sys.stderr)


def colored(wish: Color, stream: TextIO, environment: Mapping[str, str] = os.environ) -> bool:
    """Whether to use colours on `stream`: the option decides, then NO_COLOR, then FORCE_COLOR, then whether it's a terminal."""
    if wish != "auto":
        return wish == "always"
    if environment.get("NO_COLOR"):
        return False
    if any(environment.get(name, "0") not in ("", "0") for name in ("FORCE_COLOR", "CLICOLOR_FORCE")):
        return True
    return stream.isatty() and environment.get("TERM") != "dumb"


def columns(stream: TextIO, default: int) -> int:
    """How many cells wide the terminal behind `stream` is."""
    try:
        return os.get_terminal_size(stream.fileno()).columns
    except (OSError, ValueError):
        return default


@contextlib.contextmanager
def terminable(code: int) -> Iterator[None]:
    """Within, a request to end (SIGTERM, SIGHUP) unwinds the stack, so that a half-written file is cleared away."""

    def leave(number: int, frame: FrameType | None) -> None:
        del number, frame
        raise SystemExit(code)

    names = ("SIGTERM", "SIGHUP")
    before = {}
    try:
        for name in names:
            if (number := getattr(signal, name, None)) is not None and signal.getsignal(number) == signal.SIG_DFL:
                before[number] = signal.signal(number, leave)
    except ValueError:  # not the main thread: signals are somebody else's
        pass
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
