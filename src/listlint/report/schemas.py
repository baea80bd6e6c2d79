"""What the JSON reports look like, as pydantic models: JSON Schemas are made of them, and the tests hold output to them.

Imported only for `listlint schema` and by tests; the reports themselves are written without it.
"""

from typing import Annotated, Final, Literal

from pydantic import BaseModel, ConfigDict, Field

from listlint.diagnostic import Severity
from listlint.edits import Safety
from listlint.model import Form, Kind, LinkKind, MetaKind

Line = Annotated[int, Field(ge=1, description="A line, from 1.")]
Column = Annotated[int, Field(ge=1, description="A column, from 1, in code points.")]
EndLine = Annotated[int, Field(ge=1, description="The line of the end, from 1.")]
EndColumn = Annotated[int, Field(ge=1, description="The column right behind the last code point (exclusive), from 1.")]
Count = Annotated[int, Field(ge=0)]
Index = Annotated[int, Field(ge=0)]


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class _Range(_Model):
    line: Line
    column: Column
    end_line: EndLine
    end_column: EndColumn


class RelatedPlace(_Model):
    """Another place in the same file that the message speaks of."""

    line: Line
    column: Column
    message: str


class TextEdit(_Range):
    """Replace the range by `content`; an empty range inserts."""

    content: str


class ProposedFix(_Model):
    """Edits that go together. `safe` changes how something is written, `unsafe` may change what it says."""

    safety: Safety
    message: str
    edits: tuple[TextEdit, ...]


class ReportedDiagnostic(_Range):
    """One complaint."""

    code: Annotated[str, Field(pattern=r"^LL\d{3}$")]
    name: str
    severity: Severity
    message: str
    file: Annotated[str, Field(description="The file's path as it was given or found.")]
    related: tuple[RelatedPlace, ...]
    fix: ProposedFix | None


class FileError(_Model):
    """A file that couldn't be read, fixed or written."""

    file: str
    message: str


class Severities(_Model):
    """Diagnostics by severity."""

    error: Count
    warning: Count
    info: Count


class CheckSummary(_Model):
    """Figures over all files; after a fix run they count what is left."""

    files: Annotated[Count, Field(description="Files that were read.")]
    diagnostics: Count
    severities: Severities
    fixable: Annotated[Count, Field(description="Diagnostics with a safe fix.")]
    fixable_unsafe: Annotated[Count, Field(description="Diagnostics with an unsafe fix.")]
    fixed: Annotated[Count, Field(description="Diagnostics whose fixes were made in this run, or would be by the diff it shows.")]
    omitted: Annotated[Count, Field(description="Diagnostics that --max-diagnostics left out of this report; all else counts them.")]
    errors: tuple[FileError, ...]
    notes: tuple[str, ...]


class RuleCount(_Model):
    """How often a rule complained."""

    code: Annotated[str, Field(pattern=r"^LL\d{3}$")]
    name: str
    count: Annotated[int, Field(ge=1)]
    fixable: Annotated[Count, Field(description="Of these, with a safe fix.")]
    fixable_unsafe: Annotated[Count, Field(description="Of these, with an unsafe fix.")]


class StatisticsReport(_Model):
    """What `--statistics` prints as JSON: the most frequent rule first."""

    version: Literal[1]
    statistics: tuple[RuleCount, ...]


class CheckReport(_Model):
    """What `check` and `fix` print as JSON. Lines and columns count code points from 1, ends are exclusive."""

    version: Literal[1]
    diagnostics: tuple[ReportedDiagnostic, ...]
    summary: CheckSummary


class TreeSection(_Model):
    """A heading with what follows it; level 0 is what stands before the first one."""

    level: Annotated[int, Field(ge=0, le=6)]
    title: str
    slug: Annotated[str, Field(description="The anchor GitHub gives it; empty at level 0.")]
    line: Line
    entries: Annotated[Count, Field(description="Entries of its own at every depth, those of subsections left out.")]
    meta: Annotated[MetaKind | None, Field(description="What a section without entries of the list is for.")]
    parent: Annotated[Index | None, Field(description="Index in `sections`.")]


class TreeLink(_Model):
    """A hyperlink of the item itself; badges and images are none."""

    label: str
    url: str
    kind: LinkKind
    line: Line
    column: Column


class TreeField(_Model):
    """A named bit of an entry: authors, venue, year, code ..."""

    name: str
    text: str


class TreeItem(_Model):
    """A list item, a table row, or a paragraph or heading that is an entry."""

    line: Line
    end_line: Annotated[int, Field(ge=1, description="The last line that holds any of it, nested items included.")]
    column: Column
    kind: Kind
    form: Annotated[Form | None, Field(description="How it's written; null unless it's an entry.")]
    section: Annotated[tuple[str, ...], Field(description="Heading texts from the outermost to its own section.")]
    title: Annotated[str | None, Field(description="Plain text.")]
    url: Annotated[str | None, Field(description="The main link's destination as written.")]
    links: tuple[TreeLink, ...]
    separator: Annotated[str | None, Field(description="What stands before the summary, white space included.")]
    summary: Annotated[str | None, Field(description="Plain text.")]
    fields: tuple[TreeField, ...]
    parent: Annotated[Index | None, Field(description="Index in `items`.")]
    verbatim: Annotated[bool, Field(description="Read without certainty: never judged, never rewritten.")]


class TreeReport(_Model):
    """What `tree --format json` prints; sections and items are flat and in document order."""

    version: Literal[1]
    file: str
    sections: tuple[TreeSection, ...]
    items: tuple[TreeItem, ...]


SHAPES: Final[dict[str, type[_Model]]] = {
    "check": CheckReport,
    "diagnostic": ReportedDiagnostic,
    "statistics": StatisticsReport,
    "tree": TreeReport,
}
"""The reports by the names that `listlint schema` knows them by."""
