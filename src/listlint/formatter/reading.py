"""One text as all three parsers read it, each asked when somebody wants to know. Knows no fix."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from listlint.formatter.commonmark import CommonMark
from listlint.formatter.github import GitHub
from listlint.parse.kept import Kept

if TYPE_CHECKING:
    from listlint.formatter.leaf_list import LeafList
    from listlint.formatter.leaves import Referee


class Reading(Kept):
    """A text, its model, and what the referees see in it."""

    @cached_property
    def referees(self) -> tuple[tuple[Referee, LeafList], ...]:
        """Each referee with the leaves it sees; both together take half as long as our parser."""
        referees: tuple[Referee, ...] = (GitHub(), CommonMark())
        return tuple((referee, referee.leaves(self.source.text)) for referee in referees)
