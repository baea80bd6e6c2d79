"""The command line. A module of this package without a leading underscore is a command, imported only when it runs.

A command has a docstring (its help), a class `Arguments`, `arguments(parser)` and `run(Arguments()) -> exit code`.
"""

from __future__ import annotations

import os
import sys

TYPE_CHECKING = False  # `typing` costs more than telling a run again
if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence
    from typing import NoReturn, Protocol

    class _Command(Protocol):
        """What a command's module offers."""

        Arguments: type[argparse.Namespace]

        def arguments(self, parser: argparse.ArgumentParser) -> None:
            """Adds the command's options."""

        def run(self, args: argparse.Namespace) -> int:
            """Does it."""

# ruff: noqa: PLC0415 - `listlint --version` and a hook's start must not wait for what they don't use

__all__ = ["main", "process"]

SELDOM = (200_000, 50, 50)
"""When to look for cycles: nearly all that a run makes is needed to its end, and looking costs a twentieth of its time."""
_INTERRUPTED = 130
_TERMINATED = 143
_BROKEN_PIPE = 141


def process() -> NoReturn:
    """What the `listlint` program does: `main`, then it's gone.

    The system takes back at once what the interpreter would take apart object by object, for a tenth of a check's time. With
    a profiler or a tracer around, which report at the end, it ends as programs do.
    """
    code = main()
    if sys.getprofile() is not None or sys.gettrace() is not None:
        sys.exit(code)
    for stream in (sys.stdout, sys.stderr):
        try:
            if stream is not None:
                stream.flush()
        except (OSError, ValueError):
            code = code or 2
    os._exit(code)


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command that `argv` (default: the process's own) names, and return the exit code. Raises nothing."""
    words = list(sys.argv[1:] if argv is None else argv)
    if words and words[0] in ("--version", "-V"):
        from listlint import __version__

        print(f"listlint {__version__}")
        return 0
    try:
        return _guarded(words) if argv is not None else _told_again(words)
    except BrokenPipeError:
        # Whoever read us has gone: nothing more to say.
        _fall_silent()
        return _BROKEN_PIPE
    except KeyboardInterrupt as leaving:
        _say_last(leaving)
        return _INTERRUPTED


def _told_again(words: list[str]) -> int:
    """The process's own command: where the same run was made before, on the same files, all it takes is to print what it printed."""
    from listlint.cli import _replay

    if (asked := _replay.Run.asked(words)) is None:
        return _guarded(words)
    try:
        code = asked.replay()
    except BrokenPipeError:
        raise
    except OSError as error:
        return _unprintable(error)
    if code is not None:
        return code
    from listlint.cli import _console, _record

    _console.speak_utf8()
    _record.begin(asked)
    code = None
    try:
        code = _guarded(words)
    finally:
        _record.end(code)
    return code


def _guarded(words: list[str]) -> int:
    """Runs the command; what the user has to mend becomes one line on standard error and 2."""
    from listlint.cli import _console
    from listlint.errors import ConfigError, ExcludedError, ListlintError

    _console.speak_utf8()
    with _console.terminable(_TERMINATED):
        try:
            code = _dispatch(words)
            sys.stdout.flush()
        except ListlintError as error:
            _console.complain(str(error))
            if isinstance(error, ConfigError) and error.mark is not None:
                _console.show(error.mark)
            # pre-commit names the files a commit touches; that all of them are excluded is no reason to stop the commit.
            code = 0 if isinstance(error, ExcludedError) and os.environ.get("PRE_COMMIT") == "1" else 2
        except BrokenPipeError:
            raise
        except OSError as error:  # what happens to lists is told by the run: this is a folder without access, or a full disk behind us
            code = _unprintable(error)
        except SystemExit as leaving:  # argparse, behind --help and --version; a signal
            _say_last(leaving)
            code = leaving.code if isinstance(leaving.code, int) else 0
        return code


def _unprintable(error: OSError) -> int:
    """One line on what the system refused, and 2."""
    from listlint.cli import _console

    _console.complain(f"{error.filename or 'output'}: {(error.strerror or str(error)).lower()}")
    if error.filename is None:
        _fall_silent()
    return 2


def _dispatch(words: list[str]) -> int:
    import gc

    from listlint.cli import _parser

    gc.set_threshold(*SELDOM)

    if not words or words[0] in ("-h", "--help", "help"):
        if words[1:]:
            return _dispatch([words[1], "--help"])
        print(_parser.overview(), file=sys.stdout if words else sys.stderr)
        return 0 if words else 2
    command: _Command = _parser.command(words[0])
    parser = _parser.Parser(words[0], command.__doc__)
    command.arguments(parser)
    return command.run(parser.parse(words[1:], command.Arguments()))


def _say_last(leaving: BaseException) -> None:
    """What was done before the run was ended."""
    for note in getattr(leaving, "__notes__", ()):
        print(note, file=sys.stderr)


def _fall_silent() -> None:
    """What is still buffered goes nowhere, so that the interpreter's end brings no further complaint."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for descriptor in (1, 2):
        os.dup2(nowhere, descriptor)
