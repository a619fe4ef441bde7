"""A rule's data written as the TOML text that it can be read from."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any


def rule_text(data: Mapping[str, Any]) -> str:
    """Return the data as TOML: texts, whole numbers, lists of texts, tables and lists of them."""
    return "\n".join(_lines(data, "")).strip() + "\n"


def _lines(data: Mapping[str, Any], above: str) -> Iterator[str]:
    later: list[tuple[str, Any]] = []
    for name, value in data.items():
        if isinstance(value, Mapping) or _is_tables(value):
            later.append((name, value))
        else:
            yield f"{_key(name)} = {json.dumps(value, ensure_ascii=False)}"
    for name, value in later:
        path = f"{above}{_key(name)}"
        for one in value if isinstance(value, list) else [value]:
            yield ""
            yield f"[[{path}]]" if isinstance(value, list) else f"[{path}]"
            yield from _lines(one, f"{path}.")


def _is_tables(value: object) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(o, Mapping) for o in value)


def _key(name: str) -> str:
    return name if name.isascii() and name.replace("_", "").isalnum() else json.dumps(name)
