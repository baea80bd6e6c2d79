"""What checks found in files, kept by content and by what the files were held to. Knows no file and makes no check.

Whatever can't be kept or isn't as it was kept is not there. Never kept: crashes, errors, and what rules say that ask what
stands around a list (`Rule.local`), since no key knows that.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from listlint import wire
from listlint.cache import digest, identity_bytes
from listlint.engine import Known

if TYPE_CHECKING:
    from listlint.cache import Cache
    from listlint.config.plan import Plan
    from listlint.engine import Checked
    from listlint.text import Source


class Remembered:
    """Checks of one listlint, in one cache."""

    def __init__(self, store: Cache) -> None:
        self._store = store

    def load(self, source: Source, held: bytes) -> Known | None:
        """What was found in `source`, held to the plan whose key is `held`; the name of the file says nothing to any rule."""
        found = self._store.load("files", _key(source, held))
        if found is None:
            return None
        try:
            return Known(source, wire.heard(wire.unpacked(found), len(source.text)))
        except ValueError:
            return None

    def keep(self, checked: Checked | Known, held: bytes, plan: Plan) -> None:
        """Keeps all that `plan` has to say of a text."""
        if not any(rule.local for rule in plan.rules):
            self._store.store("files", _key(checked.source, held), wire.packed(wire.told(checked.diagnostics)))


def _key(source: Source, held: bytes) -> bytes:
    return digest(b"check", identity_bytes(), held, source.encode())
