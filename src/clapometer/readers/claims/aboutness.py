"""What words of a story are about: the work of their clause, else of what went before."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .discourse import BACK, back_before, subject_in
from .parts import Sentence, WorkMention, within
from .works import attributive, compared, mentions_in

if TYPE_CHECKING:
    from .document import Document

_BREAKS = re.compile(
    r"; |, (?:and|but|while|whereas|as|with|although|though|which was|so)\b|\bwhile\b|\bwhereas\b"
    r"| — | – | - |\(|\)|, (?:surpassing|dethroning|beating|topping|besting|followed by|behind|"
    r"compared)\b"
)
"""Where one clause of a sentence ends and another begins."""
_ASIDE = re.compile(
    r"[\"”'’,.]*\s*(?:\(|—\s|–\s|,\s)?(?:which|that|whose|starring|featuring|directed by|from|"
    r"about|who|"
    r"an?|the|with)\b[^,;.()—]*|[\"”'’,.]*\s*\([^()]*"
)
_ADJACENT = 3
"""A title that stands this many characters before words is their subject whatever else is."""
_OTHER = 2.5
_CLAUSE = 60


def work_about(document: Document, start: int, end: int) -> str | None:
    """Return the work that words at this place are about: one that they name, else the nearest
    of their clause, else what a pronoun means, else the topic of the sentences before, else the
    first main work."""
    sentence = document.sentence_at(start)
    if sentence is None:
        return next(iter(document.main_works), None)
    here = mentions_in(document.works, sentence.start, max(sentence.end, end))
    for one in here:
        if 0 <= start - one.end <= _ADJACENT and "." not in document.text[one.end : start]:
            return one.work
    useful = [one for one in here if not attributive(document, one)]
    inside = subject_in(document, mentions_in(useful, start, end))
    if inside is not None:
        back = back_before(document, start, inside)
        return (topic_before(document, sentence) if back else None) or inside.work
    beside = next((one for one in useful if _beside(document, one, start)), None)
    if beside is not None:
        return beside.work
    back_to = _pointing_back(document, sentence, start, useful)
    if back_to is not None:
        return back_to
    plain = [one for one in useful if not compared(document, one)]
    if not plain:
        return topic_before(document, sentence)
    return min(plain, key=lambda one: _distance(document, one, start, end)).work


def beside_title(document: Document, position: int) -> str | None:
    """Return the work whose title begins right at or behind a position, marks aside."""
    near = within(document.works, position, position + _ADJACENT + 1)
    return near[0].work if near else None


def _beside(document: Document, one: WorkMention, start: int) -> bool:
    """Return whether words belong to what is said of a title right behind it: X, which …"""
    if one.end > start or _ASIDE.fullmatch(document.text, one.end, start) is None:
        return False
    # “Based on X, the series …” says of the series, not of X.
    return not (document.text.startswith(", the ", one.end) and compared(document, one))


def _distance(document: Document, one: WorkMention, start: int, end: int) -> float:
    """Return how far a mention is from words: in characters, and for each clause between."""
    if one.end <= start:
        between = document.text[one.end : start]
        far = float(len(between))
    else:
        between = document.text[end : one.start]
        far = _OTHER * len(between) + 20
    far += _CLAUSE * len(_BREAKS.findall(between))
    return far


def _pointing_back(
    document: Document, sentence: Sentence, start: int, here: list[WorkMention]
) -> str | None:
    """Return the work of a sentence before that a word like “the film” means, where no work is
    named between it and the words in question."""
    subject = [one for one in here if one.start < start and not compared(document, one)]
    if subject and not back_before(document, sentence.start, subject[0]):
        return None
    before = BACK.search(document.text, sentence.start, max(start, sentence.start + 1))
    if subject or before or BACK.match(document.text, start):
        return topic_before(document, sentence)
    return None


def topic_before(document: Document, sentence: Sentence) -> str | None:
    """Return what the sentences before one are about."""
    return document.topics.before[sentence.place]
