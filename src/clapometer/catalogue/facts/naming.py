"""Codes of languages and countries in words, as a fact is told in one line."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from clapometer.facts.places import languages, territories


def language_of(said: Mapping[str, Any]) -> str:
    """Return the English name of the fact's language, "" for none."""
    code = str(said.get("language") or "")
    base, _, rest = code.partition("-")
    name = languages().get(code) or languages().get(base, "")
    return f"{name} ({rest})" if name and rest and code not in languages() else name


def territory_of(said: Mapping[str, Any], everywhere: str = "") -> str:
    """Return the English name of the fact's country, `everywhere` where it names none."""
    return territories().get(str(said.get("territory") or ""), everywhere)


def noted(*notes: str) -> str:
    """Return the notes that are not empty, in brackets after a blank; "" if all are."""
    told = [note for note in notes if note]
    return f" ({', '.join(told)})" if told else ""
