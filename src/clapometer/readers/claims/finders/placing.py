"""Which work holds a place on a chart that a sentence tells."""

from __future__ import annotations

import re

from clapometer.readers.claims.document import Document
from clapometer.readers.claims.owners import joined_before, mentions_in, owner_of
from clapometer.readers.claims.parts import Sentence, WorkMention

from .rank_words import PUSHED
from .ranks import Ranked

_APPOSED = re.compile(r",? (?:the |an? )?(?:[\w.’'-]+ ){0,6}[“\"'‘]?")
_MEANS_IT = re.compile(
    r"topper|runner-up|winner|champ|leader|victor|king|top (?:film|movie)|^last", re.IGNORECASE
)
_HANDED = re.compile(
    r"(?: for the weekend| this week| overall| place| spot)?,? ?(?:(?:(?:went|goes|going|belong\w*"
    r"|fell) to|was|is|were|came|comes) (?:[\w.’'&-]+,? ){0,9}|(?:with|to) (?:(?:[A-Z][\w.’'&-]+"
    r"|the|its|and) ){0,5}|(?:[\w.’'&-]+,? ){0,9})[“\"'‘]?"
)
_HANDS = re.compile(r"(?:went|goes|going|belong\w*|fell) to\Z|\b(?:was|is)\Z", re.IGNORECASE)
_INVERTED = re.compile(
    r"(?:finishing|coming(?: in)?|landing|debuting|opening|placing|sitting|ranking|arriving"
    r"|entering|rounding (?:out|off)|in|at|also|next|taking|holding|completing"
    r"|just behind[^,]{0,24})"
    r"\b[^,;]{0,60}\Z",
    re.IGNORECASE,
)
"""Openings behind which the work follows: “Finishing second was X”."""
_LISTS = re.compile(r" (?:was|is|were|are)\b|:|(?: at the [\w ]{2,30})? (?:was|were)\b")
_PUSHES = re.compile(rf"\b{PUSHED} (?:(?!to |into )[\w.’'&+-]+ ){{0,5}}[“\"'‘]?\Z", re.IGNORECASE)
_PASSIVE = re.compile(rf"\b(?:was|were|is|been|being|be|got) (?:\w+ly )?{PUSHED} \Z", re.IGNORECASE)
_DOWN_TO = re.compile(
    r"[,”\"'’]* (?:\([^()]{1,20}\) )?(?:back |down |out )?(?:to|into)\b[^,;.]{0,24}\Z",
    re.IGNORECASE,
)

_RIGHT_BEFORE = 12


def placed(document: Document, sentence: Sentence, rank: Ranked) -> list[tuple[str, int]]:
    """Return the works at a place with the value of each: several that complete the first N have
    all of them N, several that round it out in a list have the last places in turn."""
    start = sentence.start + rank.start
    here = mentions_in(document, sentence)
    if rank.place.rule == "chart: completing":
        works = list(dict.fromkeys(joined_before(document, sentence, start)))
        beside = [one for one in here if one.end <= start and start - one.end < _RIGHT_BEFORE]
        return [(work, rank.value) for work in works] if beside else []
    if rank.place.rule == "chart: rounding out":
        return _rounding(document, sentence, rank)
    if rank.place.rule == "chart: numbered list":
        listed = next((one.work for one in here if one.start >= sentence.start + rank.end), None)
        return [] if listed is None else [(listed, rank.value)]
    work = _work(document, sentence, rank, here)
    return [] if work is None else [(work, rank.value)]


def _rounding(document: Document, sentence: Sentence, rank: Ranked) -> list[tuple[str, int]]:
    start, end = sentence.start + rank.start, sentence.start + rank.end
    if _LISTS.match(sentence.text, rank.end):
        here = mentions_in(document, sentence)
        works = list(dict.fromkeys(one.work for one in here if one.start >= end))
        first = rank.value - len(works) + 1
        if works and first > 0:
            return [(work, first + place) for place, work in enumerate(works)]
    works = list(dict.fromkeys(joined_before(document, sentence, start)))
    first = rank.value - len(works) + 1
    if len(works) > 1 and first > 0:
        return [(work, first + place) for place, work in enumerate(works)]
    work = _work(document, sentence, rank, mentions_in(document, sentence))
    return [] if work is None else [(work, rank.value)]


def _work(
    document: Document, sentence: Sentence, rank: Ranked, here: list[WorkMention]
) -> str | None:
    start, end = sentence.start + rank.start, sentence.start + rank.end
    return (
        _handed(document, sentence, rank, here)
        or _apposed(document, sentence, rank)
        or _pushed(document.text, sentence, start, here)
        or owner_of(document, start, end)
    )


def _handed(
    document: Document, sentence: Sentence, rank: Ranked, here: list[WorkMention]
) -> str | None:
    """Return the work behind a place that is handed to it, or that opens its sentence."""
    end = sentence.start + rank.end
    behind = next((one for one in here if one.start >= end), None)
    if behind is None:
        return None
    between = document.text[end : behind.start]
    if not _HANDED.fullmatch(between):
        return None
    opens = not any(one.end <= sentence.start + rank.start for one in here)
    verb = re.match(
        r"[^,]{0,40}?\b(?:went|goes|belong\w*|was|is|were|came|comes|to|with)\b", between
    )
    if verb is not None or _HANDS.search(rank.words):
        told = re.match(r",? ?(?:with|to)\b", between) is None or opens
        return behind.work if told else None
    led = sentence.text[: rank.start]
    return behind.work if opens and between[:1] == "," and _INVERTED.match(led) else None


def _apposed(document: Document, sentence: Sentence, rank: Ranked) -> str | None:
    """Return the work named right behind a noun that means it: “last week's chart-topper, X”."""
    if not _MEANS_IT.search(rank.words):
        return None
    end = sentence.start + rank.end
    behind = next((one for one in mentions_in(document, sentence) if one.start >= end), None)
    if behind is None or not _APPOSED.fullmatch(document.text, end, behind.start):
        return None
    return behind.work


def _pushed(text: str, sentence: Sentence, start: int, here: list[WorkMention]) -> str | None:
    """Return the work that another moved to a place: “knocked X into second”."""
    for one in reversed(here):
        if one.end > start:
            continue
        before = text[sentence.start : one.start]
        if (
            _DOWN_TO.match(text, one.end, start)
            and _PUSHES.search(before)
            and not _PASSIVE.search(before)
        ):
            return one.work
        return None
    return None
