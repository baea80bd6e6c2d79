"""Texts as they were read and judged, for runs that come by the same ones again. Knows no fix."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING

from listlint.engine.judgement import Asked, Judgement
from listlint.formatter.reading import Reading
from listlint.records import dataclass

if TYPE_CHECKING:
    from listlint.config.plan import Plan
    from listlint.model import Repository
    from listlint.text import Source


@dataclass(frozen=True)
class State:
    """A text, as a plan and the referees see it."""

    judgement: Judgement
    reading: Reading

    @property
    def text(self) -> str:
        """It."""
        return self.reading.source.text


class Texts:
    """Reads texts, and remembers the latest. All plans it's asked with must agree but for their choice among the same rules."""

    def __init__(self, room: int = 0) -> None:
        """`room`: the code points of all that is remembered; the model of a text takes ten times as much memory and more."""
        self._room = room
        self._taken = 0
        self._known: OrderedDict[Source, tuple[Reading, Asked | None]] = OrderedDict()

    def read(self, source: Source, repository: Repository | None = None) -> Reading:
        """`source` as all parsers read it, with what stands around it."""
        if source in self._known:
            self._known.move_to_end(source)
            return self._known[source][0]
        reading = Reading(source, repository)
        self._keep(source, reading)
        return reading

    def judge(self, reading: Reading, plan: Plan) -> State:
        """What `plan` has to say of a text."""
        source = reading.source
        asked = self._known[source][1] if source in self._known else None
        if asked is None:
            asked = Asked(reading, plan.style)
            if source in self._known:
                self._known[source] = reading, asked
        return State(Judgement(asked, plan), reading)

    def _keep(self, source: Source, reading: Reading) -> None:
        if len(source.text) > self._room:
            return
        self._known[source] = reading, None
        self._taken += len(source.text)
        while self._taken > self._room:
            oldest, _ = self._known.popitem(last=False)
            self._taken -= len(oldest.text)
