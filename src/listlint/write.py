"""Replaces a file atomically: the old bytes or the new ones, never something between. Knows nothing of lists."""

from __future__ import annotations

import contextlib
import os
import secrets
import stat
from pathlib import Path

from listlint.errors import UnwritableError


def replace(path: Path, *, name: str, before: bytes, after: bytes) -> None:
    """Make `after` the content of `path`, which must still hold `before`; `name` stands in messages.

    Links are followed and stay. The mode is kept, the owner where the system lets us. Whatever interrupts this (an
    exception, Ctrl-C, a signal turned into one) leaves the old file and nothing beside it.
    Raises `UnwritableError` where the file is read-only, no regular file, or was changed since it was read.
    """
    real = Path(os.path.realpath(path))
    try:
        status = real.stat()
        _refuse_unwritable(real, status, name)
        _refuse_changed(real, before, name)
        temporary = real.with_name(f".listlint-{secrets.token_hex(8)}.tmp")
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


def _refuse_unwritable(real: Path, status: os.stat_result, name: str) -> None:
    if not stat.S_ISREG(status.st_mode):
        raise UnwritableError(f"{name}: is no regular file; left as it was")
    # The superuser may write anything: the mode says what the owner wants.
    if not status.st_mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH) or not os.access(real, os.W_OK):
        raise UnwritableError(f"{name}: is read-only; left as it was")


def _refuse_changed(real: Path, before: bytes, name: str) -> None:
    if real.read_bytes() != before:
        raise UnwritableError(f"{name}: was changed while listlint read it; left as it is, run listlint again")


def _write(temporary: Path, data: bytes, status: os.stat_result) -> None:
    """A new file with `data`, on the disk, with mode and owner of `status`."""
    descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    with os.fdopen(descriptor, "wb") as file:
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
