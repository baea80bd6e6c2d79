"""What to check a list with: the rules that run, their severities, the style asked for. Data only, no files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from listlint.records import dataclass, field
from listlint.style import StyleOptions

if TYPE_CHECKING:
    from collections.abc import Mapping

    from listlint.diagnostic import Severity
    from listlint.model import Repository
    from listlint.rule import Rule


@dataclass(frozen=True)
class InSections:
    """What holds in some sections."""

    names: tuple[str, ...]
    """Names or paths of sections; what stands below them is meant, too."""
    severities: Mapping[str, Severity | None]
    """Severity by code; None: the rule is silent."""


@dataclass(frozen=True)
class Plan:
    """Everything the engine needs beside the text."""

    rules: tuple[Rule, ...]
    """The rules that run, with their options, ordered by code."""
    severities: Mapping[str, Severity] = field(default_factory=dict)
    """Severity by code where the configuration changes it."""
    style: StyleOptions = field(default_factory=StyleOptions)
    own: frozenset[str] = frozenset()
    """Names and codes of all the user's rules, those that don't run among them: directives may name them."""
    repository: Repository | None = None
    """What stands around the list; gathered by the runner where a rule asks for it."""
    in_sections: tuple[InSections, ...] = ()
    """Other severities in some sections; later ones win."""
