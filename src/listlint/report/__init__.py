"""Reporters: results in, text out. Nothing here prints, reads or writes.

Each answers with whole lines, the last one ended, or with an empty text where there is nothing to say. A format's code is
imported when it is asked for: a hook that reads ten lines shouldn't wait for schemas.
"""

# ruff: noqa: PLC0415 - see above

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from listlint.model import Document
    from listlint.rule import Rule
    from listlint.runner import RunResult

__all__ = ["render", "rules", "schema", "tree"]

_COLUMNS = 100


def render(
    run: RunResult,
    *,
    output: Literal["text", "concise", "json"],
    color: bool,
    unsafe: bool = False,
    columns: int = _COLUMNS,
) -> str:
    """What a run found; after a fix run, what it left.

    Only json tells the messages of files that failed; text counts them, so they belong on standard error. `unsafe`
    says that unsafe fixes were asked for; `columns` is how many cells wide text may show the list's own lines.
    """
    if output == "json":
        from listlint.report import check_json

        return check_json.render(run)
    if output == "concise":
        from listlint.report import concise

        return concise.render(run)
    from listlint.report import text

    return text.render(run, color=color, unsafe=unsafe, columns=columns)


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


def schema(name: Literal["check", "tree", "config"]) -> str:
    """The JSON Schema of a report, or of the configuration file."""
    import json

    if name == "config":
        from listlint.config.schema import json_schema

        shape = json_schema()
    else:
        from listlint.report.schemas import CheckReport, TreeReport

        shape = (CheckReport if name == "check" else TreeReport).model_json_schema()
    return json.dumps({"$schema": "https://json-schema.org/draft/2020-12/schema", **shape}, indent=2, ensure_ascii=False) + "\n"
