"""The JSON Schema of the configuration."""

from __future__ import annotations

import json

from listlint import registry
from listlint.config.schema import json_schema


def test_the_schema_names_every_key_and_every_rule() -> None:
    schema = json_schema()
    assert json.loads(json.dumps(schema)) == schema
    assert {"profile", "select", "ignore", "extend-select", "extend-ignore", "files", "exclude", "extend-exclude"} < set(
        schema["properties"]
    )
    assert {"severity", "rules", "sections", "style", "overrides", "per-file-ignores", "extend"} < set(schema["properties"])
    assert set(schema["$defs"]["Rules"]["properties"]) == {"custom"} | {
        key for rule in registry.all_rules() for key in (rule.code, rule.name)
    }
    assert schema["additionalProperties"] is False
