"""Rules that a configuration spells out as data: where to look, and what must or mustn't stand there. Knows no configuration file."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from listlint import patterns
from listlint.edits import Edit, Fix, Phase, Rewrite, Wording
from listlint.records import dataclass
from listlint.regex import lazy
from listlint.rule import Rule
from listlint.style.places import meets
from listlint.text import Span

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from listlint.custom_spec import Spec
    from listlint.diagnostic import Diagnostic
    from listlint.model import Document, Item
    from listlint.style import Style

SCOPE: Final = lazy(r"entry\.(?:title|url|summary)|entry\.field\.[a-z][a-z-]{0,40}|section\.title|document")
"""Where a rule may look."""
CODE: Final = lazy(r"X[0-9]{3}")
_UNWRITABLE: Final = lazy(r"[\s<>()\\]")
"""What an edit puts into no URL."""
_SHOWN: Final = 60


@dataclass(frozen=True, slots=True)
class Target:
    """A text that a rule looks at: what a reader reads, and where it stands."""

    span: Span
    text: str | None
    """None where an entry has no such part: `span` is the entry's own text then."""


@dataclass(frozen=True)
class _Sight:
    """A document, and where no word may be edited in it."""

    document: Document
    urls: tuple[Span, ...]

    def closed(self, span: Span) -> bool:
        return meets(span, self.document.opaque) or meets(span, self.urls)


class Custom(Rule):
    """Base of the rules made from data."""

    spec: Spec

    def check(self, document: Document, style: Style) -> Iterator[Diagnostic]:
        """What the spec's kind says of each target."""
        del style
        found = {
            "forbid": self._forbid,
            "require": self._require,
            "replace": self._replace,
            "length": self._length,
            "one-of": self._one_of,
            "consistent": self._consistent,
        }[self.spec.kind]
        links = (*document.links, *document.images)
        urls = sorted(link.destination for link in links if link.destination is not None)
        yield from found(_Sight(document, tuple(urls)))

    def _forbid(self, sight: _Sight) -> Iterator[Diagnostic]:
        for target in self._present(sight.document):
            for match, span in self._matches(target, sight):
                yield self._said(span, match[0], f'{self._noun} has "{_short(match[0])}", which is configured as unwanted')

    def _require(self, sight: _Sight) -> Iterator[Diagnostic]:
        if self.spec.scope == "document":
            if not any(True for target in self._present(sight.document) for _ in self._matches(target, sight)):
                yield self._said(
                    sight.document.source.line_span(1), "", f"list has nothing like `{self.spec.pattern}`, expected it somewhere"
                )
            return
        for target in targets(sight.document, self.spec.scope):
            if target.text is None:
                if not self.spec.pattern:
                    yield self._said(target.span, "", f"entry has no {self._noun}, expected one")
            elif self.spec.pattern and not self._pattern.search(target.text):
                yield self._said(
                    target.span, target.text, f'{self._noun} is "{_short(target.text)}", expected one like `{self.spec.pattern}`'
                )

    def _replace(self, sight: _Sight) -> Iterator[Diagnostic]:
        for target in self._present(sight.document):
            if self.spec.scope == "entry.url":
                yield from self._replace_url(target, sight.document)
                continue
            for match, span in self._matches(target, sight):
                new = match.expand(self.spec.replacement)
                if new != match[0]:
                    fix = self._wording(sight, span, match[0], new)
                    yield self._said(span, match[0], f'{self._noun} has "{_short(match[0])}", expected "{_short(new)}"', new=new, fix=fix)

    def _wording(self, sight: _Sight, span: Span, old: str, new: str) -> Fix | None:
        """None where an edit would reach into a URL or code, change a heading's anchor, or be asked for again."""
        unstable = self._pattern.sub(self.spec.replacement, new) != new
        if span.of(sight.document.text) != old or unstable or sight.closed(span) or self.spec.scope == "section.title":
            return None
        return Fix(f'write "{new}"', (Edit(span, new),), self.spec.safety, wordings=(Wording(span, old, new),))

    def _replace_url(self, target: Target, document: Document) -> Iterator[Diagnostic]:
        old = target.text or ""
        new = self._pattern.sub(self.spec.replacement, old)
        if new == old:
            return
        link = next((link for link in document.links if target.span == link.destination), None)
        fix = None
        if link is not None and link.rendered == old == target.span.of(document.text) and link.kind in ("inline", "autolink"):
            stable = self._pattern.sub(self.spec.replacement, new) == new and not _UNWRITABLE.search(new)
            if stable and new and not meets(target.span, document.opaque):
                fix = Fix(f"lead to {new}", (Edit(target.span, new),), self.spec.safety, rewrites=(Rewrite(old, new),))
        yield self._said(target.span, old, f'{self._noun} is "{_short(old)}", expected "{_short(new)}"', new=new, fix=fix)

    def _length(self, sight: _Sight) -> Iterator[Diagnostic]:
        for target in self._present(sight.document):
            length = len(target.text or "")
            if length < self.spec.min:
                yield self._said(target.span, str(length), f"{self._noun} is {length} characters long, expected at least {self.spec.min}")
            elif self.spec.max and length > self.spec.max:
                yield self._said(target.span, str(length), f"{self._noun} is {length} characters long, expected at most {self.spec.max}")

    def _one_of(self, sight: _Sight) -> Iterator[Diagnostic]:
        for target in self._present(sight.document):
            if target.text not in self.spec.values:
                text = target.text or ""
                yield self._said(target.span, text, f'{self._noun} is "{_short(text)}", expected {" or ".join(self.spec.values)}')

    def _consistent(self, sight: _Sight) -> Iterator[Diagnostic]:
        """A variant is what the pattern's first group matches, or the whole; one is the rule where none other is as frequent."""
        found = [
            (match[1] if match.re.groups else match[0], span)
            for target in self._present(sight.document)
            for match, span in self._matches(target, sight)
        ]
        counts = Counter(variant for variant, _ in found if variant).most_common()
        if len(counts) < 2 or counts[0][1] == counts[1][1]:  # noqa: PLR2004 - the first two
            return
        best, count = counts[0]
        total = sum(count for _, count in counts)
        for variant, span in found:
            if variant and variant != best:
                said = f'{self._noun} has "{_short(variant)}", {count} of {total} have "{_short(best)}"'
                yield self._said(span, variant, said, new=best)

    def _present(self, document: Document) -> Iterator[Target]:
        return (target for target in targets(document, self.spec.scope) if target.text is not None)

    def _matches(self, target: Target, sight: _Sight) -> Iterator[tuple[re.Match[str], Span]]:
        """The matches in what a reader reads, each where it stands; all of the target where markup hides the place."""
        found = [match for match in self._pattern.finditer(target.text or "") if match[0]]
        if not found:
            return
        start = target.span.start
        source = [match for match in self._pattern.finditer(target.span.of(sight.document.text)) if match[0]]
        if self.spec.scope not in ("document", "entry.url"):
            source = [match for match in source if not sight.closed(Span(start + match.start(), start + match.end()))]
        placed = [match[0] for match in found] == [match[0] for match in source]
        for match, there in zip(found, source if placed else found, strict=True):
            span = Span(target.span.start + there.start(), target.span.start + there.end()) if placed else target.span
            if self.spec.scope != "document" or not meets(span, sight.document.opaque):
                yield match, span

    def _said(self, span: Span, found: str, said: str, *, new: str = "", fix: Fix | None = None) -> Diagnostic:
        message = self.spec.message.replace("{found}", _short(found)).replace("{expected}", _short(new)) or said
        return self.diagnostic(span, message, fix=fix)

    @property
    def _pattern(self) -> re.Pattern[str]:
        return patterns.compiled(self.spec.pattern)

    @property
    def _noun(self) -> str:
        """What a target is called."""
        scope = self.spec.scope
        if scope.startswith("entry.field."):
            return f"field {scope.removeprefix('entry.field.')}"
        return {"entry.title": "title", "entry.url": "URL", "entry.summary": "summary", "section.title": "section title"}.get(scope, "line")


def made(spec: Spec) -> Rule:
    """The rule that `spec`, which has a code, spells out."""
    facts = {
        "code": spec.code,
        "name": spec.name,
        "summary": spec.message or f"A rule of this configuration: {spec.kind} in {spec.scope}.",
        "severity": spec.severity,
        "phase": Phase.URL if spec.scope == "entry.url" else Phase.TYPOGRAPHY,
        "spec": spec,
    }
    rule: Rule = type("CustomRule", (Custom,), facts)()
    return rule


def targets(document: Document, scope: str) -> Iterator[Target]:
    """The texts that `scope` names, in document order; what was read without certainty is left out."""
    if scope == "document":
        for number in range(1, document.source.line_count + 1):
            span = document.source.line_span(number)
            yield Target(span, span.of(document.text))
    elif scope == "section.title":
        for section in document.all_sections:
            if section.heading is not None:
                at = section.heading.of(document.text).find(section.title)
                start = section.heading.start + at
                yield Target(Span(start, start + len(section.title)) if at >= 0 else section.heading, section.title)
    else:
        for entry in document.entries:
            yield from _parts(entry, scope.removeprefix("entry."))


def _parts(entry: Item, part: str) -> Iterator[Target]:
    if part.startswith("field."):
        found = [field for field in entry.fields if field.name == part.removeprefix("field.")]
        yield from (Target(field.span, field.text) for field in found)
        if not found:
            yield Target(entry.head, None)
    elif part == "url":
        link = entry.link
        yield Target(entry.head, None) if link is None else Target(link.destination or link.span, link.url)
    else:
        text = entry.title if part == "title" else entry.summary
        yield Target(entry.head, None) if text is None else Target(text.span, text.text)


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"
