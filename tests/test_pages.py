"""Pages are read without a Markdown parser."""

from __future__ import annotations

import pytest

from listlint import pages

PAGE = """# LL999 some-rule

It says
something.

## Why

Because.

## Examples

````md bad
```
## no heading
```
␠␠
␤
````

```text report
1:1 LL999 there
```

```toml options
[style]
```

~~~md good
- a␉b␄
~~~

## Options

None.

## Fix safety

None. Nobody knows.
"""


def test_a_page_is_read_whole() -> None:
    page = pages.read(PAGE)
    assert (page.title, page.sentence) == ("LL999 some-rule", "It says something.")
    assert list(page.sections) == ["Why", "Examples", "Options", "Fix safety"]
    assert page.sections["Options"] == "None."
    assert page.examples == (
        pages.Example(bad="```\n## no heading\n```\n  \n\n", report=("1:1 LL999 there",)),
        pages.Example(good="- a\tb", options="[style]\n"),
    )
    assert pages.fix_safety(page) == "none"


@pytest.mark.parametrize("text", ["a\n", "a", "a\n\n\n", "a  \n\tb\n", "a\u00a0b\n", "\n", "a\n\nb\n  \n"])
def test_shown_and_meant_undo_each_other(text: str) -> None:
    assert pages.meant(pages.shown(text)) == text
