"""With which words an expression can open: anywhere else it need not be tried.

As what an expression needs (needs.py), its openings are read off the expression itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, NamedTuple

from .needs import parts_of, spellings_of

_MOST_OPENINGS, _LONG_ENOUGH = 400, 5
_LEADING = re.compile(r"[a-z1-9_]*0?")


class Opening(NamedTuple):
    """The first letters of the word with which a match begins; `whole` where they are all of it.
    A number stands as “0”, and what follows it is not told."""

    letters: str
    whole: bool


def openings_of(pattern: str, flags: int = 0) -> frozenset[Opening] | None:
    """Return how an expression can open, None where it may open with anything, or in a word."""
    return _told(_openings(parts_of(pattern, flags)))


_Spelled = set[tuple[str, bool]]
"""Spellings of the first letters, each with whether a word begins there."""


def _openings(parts: Iterable[Any]) -> _Spelled | None:
    """Return the spellings with which a sequence of parts opens, None where it may open with
    anything."""
    going: _Spelled = {("", False)}
    done: _Spelled = set()
    for part in parts:
        if _begins_word(part):
            going = {(letters, begins or not letters) for letters, begins in going}
            continue
        if all(len(letters) >= _LONG_ENOUGH for letters, _ in going):
            break
        # What is spelled out no longer tells whether a word begins there.
        begun = all(begins or letters for letters, begins in going)
        plain = begun or str(part[0]) in ("LITERAL", "IN", "AT", "ASSERT", "ASSERT_NOT")
        spelled = spellings_of(part) if plain else None
        if spelled is not None and len(going) * len(spelled) <= _MOST_OPENINGS:
            going = {(letters + more, begins) for letters, begins in going for more in spelled}
            continue
        inner, may_lack = _inside(part)
        if inner is None:
            break
        done |= {
            (letters + more, begins or (not letters and opens))
            for letters, begins in going
            for more, opens in inner
        }
        if not may_lack:
            going = set()
            break
    done = {(_first_word(letters), begins) for letters, begins in done | going}
    return None if any(not letters for letters, _ in done) else done


def _first_word(letters: str) -> str:
    """Return the first word of a spelling with the character behind it, or its first letters."""
    word = (_LEADING.match(letters) or [""])[0]
    return letters[: len(word) + 1] if len(word) < _LONG_ENOUGH else word[:_LONG_ENOUGH]


def _begins_word(part: Any) -> bool:
    """Return whether a part asks that no word goes on here: \\b, or (?<!\\w)."""
    kind, said = str(part[0]), part[1]
    if kind == "AT":
        return str(said) == "AT_BOUNDARY"
    return kind == "ASSERT_NOT" and said[0] < 0 and _holds_all_letters(said[1])


def _holds_all_letters(parts: Any) -> bool:
    """Return whether a sequence is one character, of which any letter or digit will do."""
    if len(parts) != 1 or str(parts[0][0]) != "IN":
        return False
    told = [(str(kind), str(said)) for kind, said in parts[0][1]]
    return ("CATEGORY", "CATEGORY_WORD") in told and told[0][0] != "NEGATE"


def _inside(part: Any) -> tuple[_Spelled | None, bool]:
    """Return how a part opens that cannot be spelled out, and whether it may be lacking."""
    kind, said = str(part[0]), part[1]
    if kind == "SUBPATTERN":
        return _openings(said[-1]), False
    if kind == "ATOMIC_GROUP":
        return _openings(said), False
    if kind.endswith("_REPEAT"):
        return _openings(said[2]), said[0] == 0
    if kind == "BRANCH":
        together: _Spelled = set()
        for branch in said[1]:
            inner = _openings(branch)
            if inner is None or len(together) > _MOST_OPENINGS:
                return None, False
            together |= inner
        return together, False
    return None, False


def _told(spelled: _Spelled | None) -> frozenset[Opening] | None:
    """Return the openings of spellings; None where one of them opens with no letter or digit, or
    may stand within a word."""
    if spelled is None or not all(begins for _, begins in spelled):
        return None
    found = set()
    for letters, _ in spelled:
        leading = (_LEADING.match(letters) or [""])[0]
        following = letters[len(leading) :]
        if not leading:
            return None
        whole = following.isascii() and following != "" and not following.isalnum()
        found.add(Opening(leading, whole and leading[-1] != "0"))
    return frozenset(found)
