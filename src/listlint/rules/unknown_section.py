"""Headings that aren't among the configured names. Knows nothing of their order."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from listlint.edits import Edit, Fix, Phase, Rewrite
from listlint.rule import Rule
from listlint.style import naming
from listlint.style.places import meets
from listlint.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from listlint.diagnostic import Diagnostic
    from listlint.model import Document, Section
    from listlint.style import Style


class UnknownSection(Rule):
    """LL501."""

    code = "LL501"
    name = "unknown-section"
    summary = "A heading is not among the configured section names."
    phase = Phase.STRUCTURE

    def check(self, document: Document, style: Style) -> Iterator[Diagnostic]:
        """Headings of the list's own sections but its title; silent where no names are configured."""
        wanted = style.section_options
        if not style.sections:
            return
        known = tuple(dict.fromkeys((*style.sections, *wanted.required, *wanted.order)))
        above = [name.rpartition(naming.PATH)[0] for name in known if naming.PATH in name]
        aliases = {alias.casefold(): name for alias, name in wanted.aliases.items()}
        for section, path, _ in naming.sections(document):
            if section.heading is None or any(naming.is_exactly(name, path) for name in (*known, *above)):
                continue
            if any(naming.means(name, path[:end]) for name in wanted.allow_new_under for end in range(1, len(path))):
                continue
            if (name := aliases.get(section.title.casefold())) is not None:
                yield self.diagnostic(section.heading, f'section "{section.title}" is called "{name}" by the configuration')
                continue
            alike = next((name for name in known if naming.bare(naming.last(name)) == naming.bare(section.title)), None)
            fix = _fix(document, section, naming.last(alike)) if alike is not None and naming.means_barely(alike, path) else None
            yield self.diagnostic(section.heading, f'section "{section.title}" is not a known one, {_hint(section, alike, known)}', fix=fix)


def _hint(section: Section, alike: str | None, known: Sequence[str]) -> str:
    folded = {naming.last(name).casefold(): name for name in known}
    from difflib import get_close_matches  # noqa: PLC0415 - only a mistake should cost it

    near = get_close_matches(section.title.casefold(), folded, n=1)
    meant = alike or (folded[near[0]] if near else None)
    return f'did you mean "{meant}"?' if meant else f"{len(known)} are configured"


def _fix(document: Document, section: Section, name: str) -> Fix | None:
    """The heading spelt as configured, and the links to it; None where its words aren't plain or links couldn't follow."""
    text, heading = document.text, section.heading
    if heading is None or meets(heading, document.opaque):
        return None
    found = re.findall(r"[ \t]+".join(re.escape(word) for word in section.title.split()), heading.of(text))
    changes = naming.respelt(found[0], name) if len(found) == 1 else None
    if not changes:
        return None
    start = heading.start + heading.of(text).index(found[0])
    spans = [(Span(start + first, start + last), new) for first, last, new in changes]
    edits, rewrites = [Edit(span, new) for span, new in spans], []
    slug = naming.slug(name)
    inbound = [link for link in document.links if link.url.lower() == f"#{section.slug}"] if slug != section.slug else []
    if slug != section.slug and (naming.slug(found[0]) != section.slug or slug in document.anchors):
        return None
    for link in inbound:
        if link.destination is None or meets(link.destination, document.opaque):
            return None
        edits.append(Edit(link.destination, f"#{slug}"))
        rewrites.append(Rewrite(link.rendered, f"#{slug}"))
    gone = tuple(span for span, new in spans if not new)
    return Fix(f'write "{name}"', tuple(sorted(edits)), rewrites=tuple(rewrites), drops=gone, recases=(heading,))
