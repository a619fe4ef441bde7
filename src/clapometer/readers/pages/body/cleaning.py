"""A story without clutter: lines of the table CLUTTER and repeated ones are left out, no others."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ..bounds import bound
from ..fields.names import people_of
from .clutter import CLUTTER

_LETTERS = re.compile(r"[^\w]+")
_BYLINE = re.compile(
    r"(?:(?:written |words |review(?:ed)? |posted |published )?by\b[^.!?]{2,60}"
    r"|(?:last )?(?:published|updated|posted|modified|first published)\b[^.!?]{3,50}"
    r"|\d{1,2}(?:st|nd|rd|th)? \w{3,9} \d{4}(?:[ ,"
    r"|·-]+\d{1,2}[:.]\d\d\s*(?:[ap]m)?(?: [a-z]{2,4})?)?"
    r"|\w{3,9}\.? \d{1,2},? \d{4}(?:[ ,"
    r"|·-]+(?:at )?\d{1,2}[:.]\d\d\s*(?:[ap]m)?(?: [a-z]{2,4})?)?)",
    re.IGNORECASE,
)
NEAR_THE_TOP = 6
"""How many lines from the top a byline or the headline may stand again."""
A_SENTENCE = 60
"""Letters from which a line that is said twice is a sentence said twice, not a refrain."""


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A text and how many lines were left out, by the rule."""

    text: str
    left_out: Mapping[str, int]


def cleaned(text: str, headline: str = "", byline: Iterable[str] = (), outlet: str = "") -> Cleaned:
    """Return a story, one paragraph a line, without clutter."""
    kept: list[str] = []
    gone: Counter[str] = Counter()
    writers = frozenset(byline)
    known = {_folded(one) for one in (headline, outlet, *writers) if one}
    said: set[str] = set()
    for line in filter(None, map(_one_line, text.splitlines())):
        is_top = len(kept) < NEAR_THE_TOP
        why = _why_not(line, known if is_top else set(), said)
        if is_top and not why and len(line) < 90 and writers.issuperset(people_of([line]) or [""]):
            why = "repeated"
        if why:
            gone[why] += 1
        else:
            kept.append(line)
            said.add(_folded(line))
    return Cleaned("\n".join(kept), dict(gone))


def _one_line(line: str) -> str:
    return " ".join(line.split())


def _why_not(line: str, known: set[str], said: set[str]) -> str:
    plain = line.lstrip("-–—•*|»> ").rstrip()
    folded = _folded(plain)
    if folded in known or (known and len(plain) < 90 and _BYLINE.fullmatch(plain)):
        return "repeated"
    if folded in said and (len(folded) >= A_SENTENCE or not folded):
        return "repeated"
    return clutter_of(plain)


def clutter_of(line: str) -> str:
    """Return the kind of clutter that a whole line is, "" for a line of a story."""
    if len(line) > bound("line"):
        return ""
    for name, rule in CLUTTER.items():
        if len(line) <= rule.longest and rule.pattern.fullmatch(line):
            return name
    return ""


def _folded(text: str) -> str:
    return _LETTERS.sub("", text).casefold()
