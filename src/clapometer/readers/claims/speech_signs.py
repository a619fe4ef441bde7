"""Signs of speech beside its verb: words of things that nobody says, a sentence quoted for itself,
a second quotation of a sentence."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .parts import Quoted
from .speakers import Speech

if TYPE_CHECKING:
    from .document import Document

SENTENCE_END = re.compile(
    r"(?<![A-Z])(?<!Mr)(?<!Dr)(?<!Ms)(?<!Jr)(?<!St)[.!?][\"”'’)]*(?:\s|\Z)|\n"
)
"""Where a sentence ends, abbreviations aside."""
_SHORTEST_WHOLE = 4
"""Words of the shortest sentence that is speech behind a colon alone."""
_SHORTEST_ALONE = 6
"""Words of the shortest speech that nobody is named for."""
_NEAR = 170
_BEFORE = 220
_THING = (
    r"(?:consensus|synopsis|logline|log line|tag ?line|official description|plot summary|slogan|"
    r"phrase|catchphrase|term|hashtag|song|lyrics?|chorus|billboard|sign|poster|title card|"
    r"headline|track|placard|motto)"
)
_THING_BEFORE = re.compile(
    rf"\b{_THING}\b[^“\"‘]{{0,60}}?(?:\b(?:reads?|says?|states?|goes|is|was|runs|sums? (?:it )?up|"
    rf"calls?|reading|stating|saying|teases|called|titled)\b[^“\"‘]{{0,50}})?[:,]? ?\Z",
    re.IGNORECASE,
)
_THING_AFTER = re.compile(
    rf"[,.]? ?(?:is |was |are )?(?:reads?|says?|states?|according to|is how|goes|runs|declares?|"
    rf"concludes?|teases?|sums? up) (?:[\w’'-]+ ){{0,6}}?(?:{_THING}|(?:the )?(?:site|website))\b"
    r"|[,.]? ?(?:[\w’'-]+ ){0,4}?consensus\b",
    re.IGNORECASE,
)
"""Words that are quoted from things, not people."""


def of_no_person(document: Document, quoted: Quoted) -> bool:
    """Return whether words that lead to quoted ones say that they are a consensus, a synopsis, a
    slogan or the like."""
    start = max(document.story.start, quoted.start - _BEFORE)
    before = SENTENCE_END.split(document.text[start : quoted.start])[-1]
    after = document.text[quoted.end : quoted.end + 60]
    return bool(_THING_BEFORE.search(before) or _THING_AFTER.match(after))


def beside_another(document: Document, quoted: Quoted, last: Speech | None) -> Speech | None:
    """Return the words that a sentence quotes of another beside the first, with the verb left out:
    “The Gazette called it “…”; the Courier, less kindly, “…”."""
    if last is None or quoted.start - last.quoted.end > _NEAR:
        return None
    between = document.text[last.quoted.end : quoted.start]
    words = document.text[quoted.inner_start : quoted.inner_end].split()
    if len(words) < _SHORTEST_WHOLE or SENTENCE_END.search(between) is not None:
        return None
    who = _ANOTHER.search(between)
    return Speech(quoted, who["who"], None, "beside another") if who else None


_ANOTHER = re.compile(
    r"(?:[;,]|\band|\bwhile|\bbut) (?:and |while |but )?(?P<who>(?:the |The )?[A-Z][\w.’'&-]*"
    r"(?: [A-Z][\w.’'&-]*){0,3})(?:, [^,;]{3,40},)? \Z"
)


def is_whole(document: Document, quoted: Quoted) -> bool:
    """Return whether quoted words are a sentence of their own."""
    inner = document.text[quoted.inner_start : quoted.inner_end].strip()
    return len(inner.split()) >= _SHORTEST_WHOLE and inner[0].isupper() and inner[-1] in ".!?…,"


def by_itself(document: Document, quoted: Quoted) -> Speech | None:
    """Return the speech that nobody is named for, but that is one by its own words."""
    inner = document.text[quoted.inner_start : quoted.inner_end].strip()
    if len(inner.split()) < _SHORTEST_ALONE or not is_whole(document, quoted):
        return None
    if quoted.end == quoted.inner_end:
        return Speech(quoted, None, None, "going on below")
    return Speech(quoted, None, None, "not named") if _PERSONAL.search(inner) else None


_PERSONAL = re.compile(
    r"\b(?:I|I['’](?:m|d|ve|ll)|[Ww]e(?:['’](?:re|ve|ll|d))?|my|My|our|Our|me|us)\b"
)
