"""What words an expression needs: without one of them in a text it can match nothing there.

The needs are read off the expression as the standard library itself takes it apart, so no row has
to tell them and no row can tell them wrongly. `(?:the )?[Ss]easons? (?:two|three)` needs “season”,
and “two” or “three”. A need is a part of a word of two letters or more, or one character that
belongs to no word (“%”, a person's sign); a number stands as “0”. All is told without regard to
capitals, as `plain` writes it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from importlib import import_module
from itertools import product
from typing import Any

Needs = tuple[frozenset[str], ...]
"""Of each of these sets one member has to stand in a text."""
_PARSER = import_module("re._parser")
"""Not public. What it does not tell is not needed: the expression is tried in more places."""
_MOST_SPELLINGS, _MOST_WORDS, _MOST_NEEDS = 64, 400, 2
_SHORTEST = 2
_SIGNS = ((0xE000, 0xE7FF, "\ue000"), (0xE800, 0xEFFF, "\ue800"))
"""The signs of people and of works (phrases/tagging.py): one stands for all of its kind."""
_PIECE = re.compile(r"\w+|[^\w\s]")
_DIGIT = re.compile(r"\d")
_ONE_LETTER = str.maketrans({"ı": "i", "İ": "i", "ſ": "s", "\u212a": "k"})
"""What expressions that ignore capitals take for these letters."""
_DIGITS = re.compile(r"\d+")
_PERSON, _WORK = re.compile("[\ue000-\ue7ff]"), re.compile("[\ue800-\uefff]")
_OFTEN = (
    "the and ing was has had her his its for are with that this from have will been not but who "
    "ter ate ion ent ers all no in on at to of is as it an by or be he re out one can our more "
    "than they their when what were which ear"
)
_COMMON = frozenset([*_OFTEN.split(" "), "0", "\ue000", "\ue800", *",.'’\"“”-–"])
"""What stands in most sentences, so that needing it saves nothing."""
_RARE_FROM = 6
Spellings = frozenset[str] | None
"""All that a part of an expression matches, or None where that is too much to tell."""


def plain(text: str) -> str:
    """Return a text as needs are told: without capitals, any number “0”, one sign for all people
    and one for all works."""
    if text.isascii():
        return _DIGITS.sub("0", text.lower())
    # Expressions that ignore capitals take these two for an “i”, casefolding does not.
    text = text.replace("ı", "i").replace("İ", "i").casefold()
    return _WORK.sub("\ue800", _PERSON.sub("\ue000", _DIGITS.sub("0", text)))


def plain_word(text: str) -> str:
    """Return a text as openings are told, every character in its place: any digit is a “0”."""
    if not text.isascii():
        text = text.translate(_ONE_LETTER)
    return _DIGIT.sub("0", text.lower())


def pieces(text: str) -> set[str]:
    """Return the words of a text, and the characters that belong to none, as `plain` has them."""
    return set(_PIECE.findall(plain(text)))


def needs_of(pattern: str, flags: int = 0) -> Needs:
    """Return what an expression needs, the rarest first; nothing where anything may match."""
    found = {one for one in _needs(parts_of(pattern, flags)) if one}
    return tuple(sorted(found, key=_commonness))[:_MOST_NEEDS]


def parts_of(pattern: str, flags: int = 0) -> Iterable[Any]:
    """Return the parts of an expression in order, as the standard library takes it apart."""
    parts: Iterable[Any] = _PARSER.parse(pattern, flags)
    return parts


def _commonness(words: frozenset[str]) -> tuple[float, list[str]]:
    """Return about how many texts hold one of the words; the words too, for a firm order."""
    return sum(_common(word) for word in words), sorted(words)


def _common(word: str) -> float:
    if word in _COMMON:
        return 300.0
    # A mark that is not common is rare; the longer a word, the fewer words hold it.
    return 4.0 if not word[0].isalnum() else 4.0 ** max(0, _RARE_FROM - len(word))


def _needs(parts: Iterable[Any]) -> Iterator[frozenset[str]]:
    """Yield what a sequence of parts needs. Parts that are spelled out are joined, so that the
    “s” and “eason” of `[Ss]eason` are one word, up to a blank or a mark."""
    spelled: frozenset[str] = frozenset({""})
    for part in parts:
        spellings = spellings_of(part)
        if spellings is not None and all(one and not one[0].isalnum() for one in spellings):
            yield from (_words(spelled), _words(spellings))
            spelled = frozenset({""})
        elif spellings is not None and len(spelled) * len(spellings) <= _MOST_SPELLINGS:
            spelled = _joined(spelled, spellings)
            yield from _inside(part) if _looks_ahead(part) else ()
        else:
            yield _words(spelled)
            yield from _inside(part)
            spelled = frozenset({""})
    yield _words(spelled)


def _words(spellings: frozenset[str]) -> frozenset[str]:
    """Return the longest word of each spelling, without those that hold another of them; nothing
    where one has none."""
    longest = {
        max(_usable(one), key=lambda word: (word not in _COMMON, len(word), word), default="")
        for one in spellings
    }
    if "" in longest or len(longest) > _MOST_WORDS:
        return frozenset()
    return _shortest(longest)


def _shortest(words: set[str]) -> frozenset[str]:
    return frozenset(
        word for word in words if not any(other in word and other != word for other in words)
    )


def _usable(spelling: str) -> Iterator[str]:
    for word in _PIECE.findall(spelling):
        if len(word) >= _SHORTEST or word == "0" or not word.isalnum():
            yield word


def _inside(part: Any) -> Iterator[frozenset[str]]:
    """Yield what one part needs that cannot be spelled out."""
    kind, said = str(part[0]), part[1]
    if kind == "BRANCH":
        yield _one_of(said[1])
    elif kind == "SUBPATTERN":
        yield from _needs(said[-1])
    elif kind == "ATOMIC_GROUP" or _looks_ahead(part):
        yield from _needs(said[1] if kind == "ASSERT" else said)
    elif kind.endswith("_REPEAT") and said[0] > 0:
        yield from _needs(said[2])


def _looks_ahead(part: Any) -> bool:
    """Return whether a part asks for what follows. What it asks for stands in the text itself;
    what stands before, on the contrary, may stand before a text's begin."""
    return str(part[0]) == "ASSERT" and part[1][0] == 1


def _one_of(branches: Sequence[Any]) -> frozenset[str]:
    """Return what alternatives need together: a word of each; nothing where one needs none."""
    words: set[str] = set()
    for branch in branches:
        best = min((one for one in _needs(branch) if one), key=_commonness, default=frozenset())
        if not best or len(words) > _MOST_WORDS:
            return frozenset()
        words |= best
    return _shortest(words)


def spellings_of(part: Any) -> Spellings:
    """Return all that a part matches, as `plain` writes it."""
    kind, said = str(part[0]), part[1]
    if kind == "LITERAL":
        return frozenset({plain(chr(said))})
    if kind == "IN":
        return _of_class(said)
    if kind in ("AT", "ASSERT", "ASSERT_NOT"):
        return frozenset({""})
    if kind == "SUBPATTERN":
        return _of_sequence(said[-1])
    if kind == "ATOMIC_GROUP":
        return _of_sequence(said)
    if kind == "BRANCH":
        return _union(_of_sequence(one) for one in said[1])
    if kind.endswith("_REPEAT"):
        once = _of_sequence(said[2])
        if once is not None and (said[1] == 1 or once == {"0"}):
            return once | ({""} if said[0] == 0 else set())
    return None


def _joined(spelled: frozenset[str], spellings: frozenset[str]) -> frozenset[str]:
    return frozenset((a + b).replace("00", "0") for a, b in product(spelled, spellings))


def _of_sequence(parts: Iterable[Any]) -> Spellings:
    spelled: frozenset[str] = frozenset({""})
    for part in parts:
        spellings = spellings_of(part)
        if spellings is None or len(spelled) * len(spellings) > _MOST_SPELLINGS:
            return None
        spelled = _joined(spelled, spellings)
    return spelled


def _of_class(members: Sequence[Any]) -> Spellings:
    """Return what a class of characters matches: a few of them, any digit, or a sign."""
    return _union(_of_member(str(kind), said) for kind, said in members)


def _of_member(kind: str, said: Any) -> Spellings:
    if kind == "LITERAL":
        return frozenset({plain(chr(said))})
    if kind == "CATEGORY" and str(said) == "CATEGORY_DIGIT":
        return frozenset({"0"})
    if kind == "RANGE":
        first, last = said
        if chr(first).isdigit() and chr(last).isdigit() and last - first < 10:
            return frozenset({"0"})
        for begin, end, sign in _SIGNS:
            if begin <= first and last <= end:
                return frozenset({sign})
    return None


def _union(all_of_them: Iterable[Spellings]) -> Spellings:
    together: set[str] = set()
    for one in all_of_them:
        if one is None:
            return None
        together |= one
        if len(together) > _MOST_SPELLINGS:
            return None
    return frozenset(together)
