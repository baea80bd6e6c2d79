"""What earlier runs found out, kept in a folder of the user's: bytes by key. Knows nothing of lists, and imports next to nothing.

Nothing here raises for the folder's sake: an entry that is missing, damaged or cut short isn't there, and one that can't be
written isn't kept. Entries are put in place whole, so that runs side by side only ever see whole ones.
"""

from __future__ import annotations

import os
import sys

import listlint

TYPE_CHECKING = False  # `typing` costs more than a hit
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Final, Literal

    Kind = Literal["runs", "files", "configurations"]
    """Whole runs, with what they printed; what is known of the content of files; configurations that were validated."""

KINDS: Final = ("runs", "files", "configurations")
LIMIT: Final = 64_000_000
"""Bytes that the folder may hold; whoever finds more drops the oldest entries until half of it is left."""
_LONGEST: Final = 8_000_000
"""Bytes of one entry."""
_SIZE: Final = 16
"""Bytes of a digest."""
_TAG: Final = "CACHEDIR.TAG"
_TAGGED: Final = "Signature: 8a477f597d28d172789f06886806bc55\n# Made by listlint; can be deleted at any time.\n"
"""What tells backup programs that the folder is a cache (bford.info/cachedir)."""


def digest(*parts: bytes) -> bytes:
    """What no other sequence of byte strings has."""
    try:
        from _blake2 import blake2b  # noqa: PLC0415 - hashlib loads OpenSSL, which takes longer than most lists
    except ImportError:
        from hashlib import blake2b  # noqa: PLC0415 - another Python
    made = blake2b(digest_size=_SIZE)
    for part in parts:
        made.update(b"%d:" % len(part))
        made.update(part)
    return made.digest()


def packed(*parts: bytes) -> bytes:
    """`parts` as one, each behind its length: data that is never code, whoever wrote it."""
    return b"".join(b"%d:%b" % (len(part), part) for part in parts)


def unpacked(data: bytes) -> list[bytes]:
    """The parts that `packed` made `data` of; raises `ValueError` for anything else."""
    parts, at = [], 0
    while at < len(data):
        colon = data.index(b":", at)
        end = colon + 1 + int(data[at:colon])
        parts.append(data[colon + 1 : end])
        at = end
    return parts


def folder(chosen: str | None = None) -> str | None:
    """Where entries are kept: the folder chosen, else `LISTLINT_CACHE_DIR`, else the platform's; None where there is none."""
    if named := chosen or os.environ.get("LISTLINT_CACHE_DIR"):
        return os.path.abspath(named)  # noqa: PTH100 - pathlib costs more than a hit
    around = os.environ.get("XDG_CACHE_HOME", "")
    home = os.environ.get("HOME", "")
    if sys.platform == "win32":
        around = os.environ.get("LOCALAPPDATA", "")
    elif not os.path.isabs(around):  # noqa: PTH117 - see above; a relative one is to be ignored (XDG Base Directory Specification)
        around = f"{home}/{'Library/Caches' if sys.platform == 'darwin' else '.cache'}" if os.path.isabs(home) else ""  # noqa: PTH117
    return os.path.join(around, "listlint") if around else None  # noqa: PTH118 - see above


def identity() -> str:
    """Tells this listlint, this Python and what is installed beside it from any other."""
    package = os.path.dirname(__file__)  # noqa: PTH120 - as all paths here: pathlib costs more than a hit
    beside = os.path.dirname(package)  # noqa: PTH120
    # Whatever is installed, upgraded or removed changes a folder on the path.
    stamps = [(place, _stamp(place)) for place in sys.path if place]
    recorded = _stamp(f"{beside}/listlint-{listlint.__version__}.dist-info/RECORD")
    if recorded is None:  # a checkout: any file of it may change
        top = os.path.dirname(beside)  # noqa: PTH120
        stamps += ((file, _stamp(file)) for place in (package, f"{top}/rules/profiles") for file in sorted(_files(place)))
    return repr((listlint.__version__, sys.version, sys.flags.optimize, package, recorded, stamps))


_identity: bytes | None = None


def identity_bytes() -> bytes:
    """`identity` as a part of keys, found out once: what's imported stays what it is."""
    global _identity  # noqa: PLW0603 - as an lru_cache, without importing functools
    if _identity is None:
        _identity = digest(identity().encode("utf-8", "surrogatepass"))
    return _identity


def _stamp(file: str) -> tuple[int, int] | None:
    try:
        status = os.stat(file)  # noqa: PTH116
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size


def _files(top: str) -> Iterator[str]:
    for here, below, names in os.walk(top):
        below[:] = [name for name in below if name != "__pycache__"]
        yield from (os.path.join(here, name) for name in names)  # noqa: PTH118


class Cache:
    """The entries in one folder, which needn't exist."""

    def __init__(self, place: str) -> None:
        self.place = place

    def _entry(self, kind: Kind, key: bytes) -> str:
        return f"{self.place}/{kind}/{key.hex()}"

    def load(self, kind: Kind, key: bytes) -> bytes | None:
        """What was stored under `key`, byte for byte; None where there is nothing, or not all of it."""
        try:
            with open(self._entry(kind, key), "rb", buffering=0) as file:  # noqa: PTH123
                data = file.readall()
        except (OSError, ValueError):
            return None
        return data[_SIZE:] if digest(key, data[_SIZE:]) == data[:_SIZE] else None

    def store(self, kind: Kind, key: bytes, data: bytes) -> None:
        """Keeps `data` under `key`, if it may be kept."""
        if len(data) > _LONGEST:
            return
        entry = self._entry(kind, key)
        temporary = f"{entry}.{os.getpid()}.tmp"
        try:
            self._found(kind)
            descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0), 0o600)
            try:
                with open(descriptor, "wb", buffering=0) as file:  # noqa: PTH123
                    file.write(digest(key, data) + data)
                os.replace(temporary, entry)  # noqa: PTH105
            except BaseException:
                os.unlink(temporary)  # noqa: PTH108
                raise
            if key[0] % 16 == 0:  # one entry in sixteen takes the time to look around
                self._bound()
        except (OSError, ValueError):
            return

    def _found(self, kind: Kind) -> None:
        """Makes the folder where it isn't there."""
        if os.path.isdir(f"{self.place}/{kind}"):  # noqa: PTH112
            return
        os.makedirs(f"{self.place}/{kind}", mode=0o700, exist_ok=True)  # noqa: PTH103
        for name, text in ((_TAG, _TAGGED), (".gitignore", "*\n")):
            with open(f"{self.place}/{name}", "w", encoding="utf-8") as file:  # noqa: PTH123
                file.write(text)

    def entries(self) -> list[tuple[float, int, str]]:
        """Age, oldest first, size in bytes, and path of every entry, those that were never finished among them."""
        found = []
        for kind in KINDS:
            try:
                with os.scandir(f"{self.place}/{kind}") as scanned:
                    for entry in scanned:
                        if entry.is_file(follow_symlinks=False):
                            status = entry.stat(follow_symlinks=False)
                            found.append((status.st_mtime, status.st_size, entry.path))
            except OSError:
                continue
        return sorted(found)

    def _bound(self) -> None:
        entries = self.entries()
        total = sum(size for _, size, _ in entries)
        if total <= LIMIT:
            return
        for _, size, path in entries:
            if total <= LIMIT // 2:
                return
            _unlink(path)
            total -= size

    def clean(self) -> int:
        """Removes all entries, and nothing that isn't one; how many there were."""
        return sum(_unlink(path) for _, _, path in self.entries())


def _unlink(path: str) -> bool:
    try:
        os.unlink(path)  # noqa: PTH108
    except OSError:
        return False
    return True
