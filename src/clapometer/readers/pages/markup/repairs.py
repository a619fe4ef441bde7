"""Broken JSON mended in named steps, each a row of a table; what is well formed is not touched.

Strings are told from what stands between them before anything is changed, so that `//` in an
address or a comma in a sentence is never taken for markup.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable
from typing import Any, NamedTuple

from .closing import closed
from .quoting import bare_names, inner_quotes, raw_breaks, single_quotes, stray_escapes

_STRING = r'"[^"\\]*+(?:\\.[^"\\]*+)*+"'
_PARTS = re.compile(rf"({_STRING})", re.DOTALL)
_COMMENT = re.compile(rf"({_STRING})|//[^\n]*+|/\*.*?(?:\*/|\Z)", re.DOTALL)
_WRAPPERS = re.compile(
    r"(?://|/\*)?[ \t]*(?:<!\[CDATA\[|&lt;!\[CDATA\[)[ \t]*(?:\*/)?"
    r"|(?://|/\*)?[ \t]*\]\](?:>|&gt;)[ \t]*(?:\*/)?"
    r"|(?://[ \t]*)?<!--|(?://[ \t]*)?-->"
)
_BEGINS = re.compile(r"[\[{]")
_TRAILING = re.compile(r",(?=\s*[\]},])")
_MISSING = re.compile(
    rf'((?:{_STRING}|[\]}}]|\b(?:\d+|true|false|null)))(\s*\n\s*)(?=["{{\[])', re.DOTALL
)
_DECODER = json.JSONDecoder(strict=False, parse_float=str, parse_int=str, parse_constant=str)
_STRICT = json.JSONDecoder(parse_float=str, parse_int=str, parse_constant=str)
MOST_VALUES = 200
"""How many values one after another are read of one block."""


class Unreadable(ValueError):
    """No step makes the text JSON."""


class Step(NamedTuple):
    """A step of mending: what was wrong, in words, and what mends it."""

    means: str
    mend: Callable[[str], str]


def _outside(text: str, change: Callable[[str], str]) -> str:
    """Change what stands outside of strings."""
    parts = _PARTS.split(text)
    return "".join(part if place % 2 else change(part) for place, part in enumerate(parts))


def _without_wrappers(text: str) -> str:
    return _outside(text.lstrip("\ufeff"), lambda part: _WRAPPERS.sub("", part))


def _without_comments(text: str) -> str:
    return _COMMENT.sub(lambda found: found[1] or "", text)


def _without_entities(text: str) -> str:
    # Only where the quotes of the names themselves are entities; in a text they are the text's own.
    return html.unescape(text) if re.match(r"\s*[\[{\s]*&(?:quot|#34|#x22);", text) else text


def _without_surroundings(text: str) -> str:
    begins = _BEGINS.search(text)
    return text[begins.start() :].rstrip().rstrip(";").rstrip() if begins else text


def _without_commas(text: str) -> str:
    return _outside(text, lambda part: _TRAILING.sub("", part))


def _with_commas(text: str) -> str:
    return _MISSING.sub(r"\1,\2", text)


REPAIRS: dict[str, Step] = {
    "breaks": Step("line breaks, tabs or control characters inside strings", raw_breaks),
    "wrappers": Step("wrapped in an HTML comment or CDATA", _without_wrappers),
    "comments": Step("comments between the values", _without_comments),
    "entities": Step("quotation marks written as `&quot;`", _without_entities),
    "surroundings": Step(
        "something before the first bracket, or a semicolon at the end", _without_surroundings
    ),
    "trailing_commas": Step("commas with nothing after them", _without_commas),
    "escapes": Step("backslashes before characters that need none", stray_escapes),
    "single_quotes": Step("names and texts in single quotation marks", single_quotes),
    "bare_names": Step("names without quotation marks", bare_names),
    "missing_commas": Step("no comma between two lines", _with_commas),
    "inner_quotes": Step("quotation marks inside strings", inner_quotes),
    "several": Step("several values one after another, or brackets too many", lambda text: text),
    "unclosed": Step("the end is missing: what was open is closed, the last part left out", closed),
}
"""Steps of mending, in the order they are tried; each keeps what those before it did."""


def parse(text: str) -> tuple[list[Any], tuple[str, ...]]:
    """Return the JSON values of a text and the steps that were needed (none for good JSON).

    Numbers stay texts, as written. Raises Unreadable when no step helps.
    """
    plain = text.strip()
    try:
        return [_STRICT.decode(plain)], ()
    except ValueError:
        pass
    except RecursionError:
        raise Unreadable from None
    return _mended(plain)


def _mended(text: str) -> tuple[list[Any], tuple[str, ...]]:
    needed: list[str] = []
    for name, step in REPAIRS.items():
        mended = step.mend(text).strip()
        if mended == text and name != "several":
            continue
        values = _values(mended, several=name == "several")
        if values:
            return values, (*needed, name)
        if mended != text:
            needed.append(name)
            text = mended
    raise Unreadable


def _values(text: str, *, several: bool) -> list[Any]:
    try:
        return _one_after_another(text) if several else [_DECODER.decode(text)]
    except (ValueError, RecursionError):
        return []


def _one_after_another(text: str) -> list[Any]:
    """Return the objects and lists that stand one after another; raises ValueError otherwise."""
    found: list[Any] = []
    at = 0
    while len(found) < MOST_VALUES and (begins := _BEGINS.search(text, at)):
        if text[at : begins.start()].strip(" \t\r\n,;]})"):
            raise ValueError
        value, at = _DECODER.raw_decode(text, begins.start())
        found.append(value)
    if text[at:].strip(" \t\r\n,;]})"):
        raise ValueError
    return found
