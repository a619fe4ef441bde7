"""The address of a story: its last words name what the story is about."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import unquote, urlsplit

from .titles import SMALL_WORDS

_WORD = re.compile(r"\w+")
_FEWEST = 3
"""A part of an address with fewer words is the name of a section."""
_JOINED = frozenset(("s", "t", "ll", "re", "ve"))


@lru_cache(maxsize=64)
def slug_words(source: str | None) -> tuple[str, ...]:
    """Return the words of the part of an address that names the story, small ones left out;
    nothing where no part does."""
    if not source:
        return ()
    try:
        path = urlsplit(source).path
    except ValueError:
        return ()
    parts = [re.split(r"[-_+. ]+", unquote(part)) for part in path.split("/")]
    named = max(parts, key=lambda part: sum(map(_is_word, part)), default=[])
    if sum(map(_is_word, named)) < _FEWEST:
        return ()
    return _plain(" ".join(named))


def in_slug(title: str, words: tuple[str, ...]) -> bool:
    """Return whether a title stands whole among the words of an address."""
    wanted = _plain(re.sub(r"[’']", "", title))
    size = len(wanted)
    return size > 0 and any(words[at : at + size] == wanted for at in range(len(words) - size + 1))


def _plain(text: str) -> tuple[str, ...]:
    words = (one.casefold() for one in _WORD.findall(text))
    return tuple(one for one in words if one not in SMALL_WORDS and one not in _JOINED)


def _is_word(part: str) -> bool:
    return part.isalpha()
