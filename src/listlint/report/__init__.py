"""Reporters: results in, text out. Nothing here prints, reads or writes.

Each answers with whole lines, the last one ended, or with an empty text where there is nothing to say. A format's code is
imported when it is asked for: a hook that reads ten lines shouldn't wait for schemas.
"""

# ruff: noqa: PLC0415 - see above

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Final, Literal, Protocol, get_args

if TYPE_CHECKING:
    from collections.abc import Sequence

    from listlint.model import Document
    from listlint.report.asked import Report
    from listlint.rule import Rule

__all__ = ["FORMATS", "READING", "SCHEMAS", "Format", "Schema", "render", "rules", "schema", "statistics", "tree"]

Format = Literal[
    "text",
    "concise",
    "grouped",
    "json",
    "jsonl",
    "github",
    "gitlab",
    "sarif",
    "junit",
    "checkstyle",
    "rdjson",
    "rdjsonl",
    "azure",
    "markdown",
]
FORMATS: Final[tuple[Format, ...]] = get_args(Format)
"""What `render` writes; each is a module of this package."""

READING: Final[frozenset[Format]] = frozenset({"gitlab", "markdown", "sarif"})
"""Those that need a list's model beside what was found in it."""

Schema = Literal["check", "diagnostic", "statistics", "tree", "config"]
SCHEMAS: Final[tuple[Schema, ...]] = get_args(Schema)


class _Reporter(Protocol):
    """What a format's module offers."""

    def render(self, report: Report) -> str:
        """The report in this format."""


def render(report: Report, output: Format) -> str:
    """What a run found; after a fix run, what it left.

    Text counts the files that failed and doesn't name them: their messages belong on standard error.
    """
    if output == "jsonl":
        from listlint.report import check_json

        return check_json.render_lines(report)
    if output == "rdjsonl":
        from listlint.report import rdjson

        return rdjson.render_lines(report)
    reporter: _Reporter = importlib.import_module(f"listlint.report.{'check_json' if output == 'json' else output}")
    return reporter.render(report)


def statistics(report: Report, *, output: Literal["text", "json"]) -> str:
    """How often each rule complained, the most frequent first."""
    from listlint.report import counts

    return counts.as_json(report.run) if output == "json" else counts.as_text(report.run)


def tree(document: Document, *, output: Literal["text", "json"], file: str) -> str:
    """Sections and items of a list as they were read; `file` is the name to show."""
    if output == "json":
        from listlint.report import tree_json

        return tree_json.tree(document, file)
    from listlint.report import outline

    return outline.tree(document, file)


def rules(rules: Sequence[type[Rule]], *, output: Literal["text", "json"]) -> str:
    """Every rule in `rules`, in that order."""
    from listlint.report import catalogue

    return catalogue.as_json(rules) if output == "json" else catalogue.as_text(rules)


def schema(name: Schema) -> str:
    """The JSON Schema of a report (`diagnostic`: of a line of jsonl), or of the configuration file."""
    import json

    if name == "config":
        from listlint.config.schema import json_schema

        shape = json_schema()
    else:
        from listlint.report.schemas import SHAPES

        shape = SHAPES[name].model_json_schema()
    return json.dumps({"$schema": "https://json-schema.org/draft/2020-12/schema", **shape}, indent=2, ensure_ascii=False) + "\n"
