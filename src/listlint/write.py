"""Replaces a file atomically: the old bytes or the new ones, never something between. Knows nothing of lists."""

from __future__ import annotations

import contextlib
import os
import stat
from pathlib import Path
from typing import TYPE_CHECKING, Final

from listlint.errors import UnwritableError
from listlint.regex import lazy

if TYPE_CHECKING:
    from collections.abc import Iterable

_TEMPORARY: Final = lazy(r"\.listlint-[0-9a-f]{16}\.tmp")


def replace(path: Path, *, name: str, before: bytes, after: bytes) -> None:
    """Make `after` the content of `path`, which must still hold `before`; `name` stands in messages.

    Links are followed and stay. The mode is kept, the owner where the system lets us. Whatever interrupts this (an
    exception, Ctrl-C, a signal turned into one) leaves the old file and nothing beside it.
    Raises `UnwritableError` where the file is read-only, no regular file, has another name (a hard link would keep the
    old bytes), or was changed since it was read.
    """
    real = Path(os.path.realpath(path))
    try:
        status = real.stat()
        _refuse_unwritable(real, status, name)
        _refuse_changed(real, before, name)
        temporary = real.with_name(f".listlint-{os.urandom(8).hex()}.tmp")
        try:
            _write(temporary, after, status)
            _refuse_changed(real, before, name)
            temporary.replace(real)
        except BaseException:
            with contextlib.suppress(OSError):
                temporary.unlink()
            raise
        _sync_folder(real.parent)
    except OSError as error:
        raise UnwritableError(f"{name}: can't be written: {(error.strerror or str(error)).lower()}; left as it was") from error


def publish(path: Path, data: bytes) -> None:
    """Make `data` the content of `path`, new or not, in one step; a device or a pipe is written to as it stands. Raises `OSError`."""
    real = Path(os.path.realpath(path))
    if real.exists() and not real.is_file():
        real.write_bytes(data)
        return
    temporary = real.with_name(f".listlint-{os.urandom(8).hex()}.tmp")
    try:
        temporary.write_bytes(data)
        if real.exists():
            temporary.chmod(stat.S_IMODE(real.stat().st_mode))
        temporary.replace(real)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise


def clear(folders: Iterable[Path]) -> None:
    """Remove from `folders` the temporary files of runs that were killed; one that is still being written is locked, and stays."""
    for folder in folders:
        with contextlib.suppress(OSError):
            for name in os.listdir(folder):  # noqa: PTH208 - a folder may hold many files, and few paths are wanted
                if _TEMPORARY.fullmatch(name):
                    _remove(folder / name)


def _remove(temporary: Path) -> None:
    """Remove a regular file that nobody holds a lock on."""
    with contextlib.suppress(OSError):
        descriptor = os.open(temporary, os.O_RDWR | getattr(os, "O_NOFOLLOW", 0))
        try:
            if _lock(descriptor):
                temporary.unlink()
        finally:
            os.close(descriptor)


def _lock(descriptor: int) -> bool:
    """Lock an open file for this process, until it is closed; false where another one holds it."""
    try:
        import fcntl  # noqa: PLC0415 - POSIX alone has it; elsewhere an open file can't be removed
    except ImportError:
        return True
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _refuse_unwritable(real: Path, status: os.stat_result, name: str) -> None:
    if not stat.S_ISREG(status.st_mode):
        raise UnwritableError(f"{name}: is no regular file; left as it was")
    # The superuser may write anything: the mode says what the owner wants.
    if not status.st_mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH) or not os.access(real, os.W_OK):
        raise UnwritableError(f"{name}: is read-only; left as it was")
    if status.st_nlink > 1:
        raise UnwritableError(f"{name}: is a hard link, whose {status.st_nlink} names would part; left as it was")


def _refuse_changed(real: Path, before: bytes, name: str) -> None:
    if real.read_bytes() != before:
        raise UnwritableError(f"{name}: was changed while listlint read it; left as it is, run listlint again")


def _write(temporary: Path, data: bytes, status: os.stat_result) -> None:
    """A new file with `data`, on the disk, with mode and owner of `status`."""
    descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    with os.fdopen(descriptor, "wb") as file:
        _lock(descriptor)
        file.write(data)
        file.flush()
        if hasattr(os, "fchown"):
            own = os.fstat(descriptor)
            if (own.st_uid, own.st_gid) != (status.st_uid, status.st_gid):
                with contextlib.suppress(OSError):
                    os.fchown(descriptor, status.st_uid, status.st_gid)
        temporary.chmod(stat.S_IMODE(status.st_mode))
        os.fsync(descriptor)


def _sync_folder(folder: Path) -> None:
    """The rename itself on the disk, where folders can be synced; the data is there already."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
