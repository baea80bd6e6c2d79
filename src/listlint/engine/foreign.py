"""What the rules of awesome-lint and remark-lint are called here, so that a list's old directives still hold. Knows no comment."""

from __future__ import annotations

from typing import Final

from listlint.config.select import expand

_RULES: Final = {
    "awesome-badge": "LL701",
    "awesome-code-of-conduct": "LL704",
    "awesome-contributing": "LL703",
    "awesome-heading": "LL508 LL509 LL511",
    "awesome-license": "LL513",
    "awesome-list-item": "LL102 LL103 LL104 LL105 LL108 LL109 LL110 LL112 LL123 LL124 LL125 LL126 LL204",
    "awesome-no-ci-badge": "LL702",
    "awesome-no-repeat-item-in-description": "LL111",
    "awesome-spell-check": "LL609",
    "awesome-toc": "LL209 LL504 LL512 LL519",
    "checkbox-character-style": "LL623",
    "definition-case": "LL616",
    "definition-spacing": "LL617",
    "double-link": "LL401 LL402",
    "emphasis-marker": "LL620",
    "fenced-code-marker": "LL618",
    "final-newline": "LL603",
    "hard-break-spaces": "LL601",
    "heading-increment": "LL510",
    "link-title-style": "LL615",
    "list-item-bullet-indent": "LL613",
    "list-item-content-indent": "LL613",
    "list-item-indent": "LL613",
    "match-punctuation": "LL607",
    "no-consecutive-blank-lines": "LL602",
    "no-dead-urls": "LL204",
    "no-duplicate-headings": "LL516",
    "no-duplicate-headings-in-section": "LL516",
    "no-emphasis-as-heading": "LL514",
    "no-empty-url": "LL204",
    "no-heading-punctuation": "LL515",
    "no-inline-padding": "LL612",
    "no-literal-urls": "LL210",
    "no-missing-blank-lines": "LL614",
    "no-multiple-toplevel-headings": "LL509",
    "no-repeat-punctuation": "LL608",
    "no-undefined-references": "LL207",
    "no-unused-definitions": "LL208",
    "ordered-list-marker-style": "LL622",
    "ordered-list-marker-value": "LL622",
    "rule-style": "LL619",
    "strong-marker": "LL621",
    "table-cell-padding": "LL120",
    "table-pipes": "LL624",
    "unordered-list-marker-style": "LL115",
}


def codes_of(name: str) -> frozenset[str]:
    """The codes that answer to a rule of theirs, with or without its prefix; none: there is no such rule here."""
    return expand(_RULES.get(name.lower().removeprefix("remark-lint-").removeprefix("remark-lint:"), "").split())
