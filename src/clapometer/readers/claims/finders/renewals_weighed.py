"""Renewals that no phrase tells: a further season whose clause says how it stands, and answers to
the question for one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clapometer.readers.claims.answers import answer_to
from clapometer.readers.claims.attribution import said_by
from clapometer.readers.claims.claim import Claim
from clapometer.readers.claims.document import Document
from clapometer.readers.claims.further import FURTHER, told_seasons
from clapometer.readers.claims.parts import Sentence, within
from clapometer.readers.claims.slots import is_link, person_before
from clapometer.readers.claims.wishes import REFUSED, said_of
from clapometer.readers.claims.wording import Wording

_WEIGHED = "renewal: weighed"
_FURTHER = Wording(rf"\b{FURTHER}")


def weighed(document: Document, sentence: Sentence) -> Iterator[Claim]:
    """Yield the renewals that the words around a further season speak of, where no rule reads
    them: of seasons that nobody has seen yet."""
    if _ENDS.search(sentence.text) or is_link(document, sentence):
        return
    for one in _FURTHER.finditer(sentence.text):
        if _THIS.search(one[0]) or _THIS_BEFORE.search(sentence.text, 0, one.start()):
            continue
        start, end = sentence.start + one.start(), sentence.start + one.end()
        says = said_of(document, start, end)
        if says == "confirmed" and not _of_a_show(document, sentence, start):
            continue
        if says is None or says == REFUSED or _PART.match(document.text, end):
            continue
        seasons = told_seasons(document, start, end)
        shown = document.season_shown or 1
        if seasons and (seasons[0] < shown or (says == "confirmed" and seasons[0] == shown)):
            continue
        work = document.work_at(start, end)
        for season in seasons or (None,):
            yield Claim(
                kind="renewal",
                work=work,
                season=season,
                value="renewed",
                modality=says,
                span=(sentence.start, sentence.end),
                rule=_WEIGHED,
                fields={"said_by": said_by(document, start, end)},
            )
        return


def _of_a_show(document: Document, sentence: Sentence, start: int) -> bool:
    """Return whether it is a show that is said to come, not a person, and no day it comes on."""
    dated = any(day.value for day in within(document.dates, sentence.start, sentence.end))
    return not dated and not person_before(document, sentence, start)


_ENDS = Wording(
    r"\b(?:last|final|farewell|sign(?:s|ing)? off|conclud\w+|ending|finale)\b", re.IGNORECASE
)
_THIS = re.compile(r"\b(?:its|the|their|that|his|her)\b|[\w’']+[’']s ", re.IGNORECASE)
_THIS_BEFORE = re.compile(r"\b(?:its|the|their|that|this)(?: [\w-]+)? $", re.IGNORECASE)
"""“The second series” is there already, “a second series” may come."""
_PART = re.compile(
    r" of [a-z]+s\b|['’]s? |s?[- ](?:premiere|finale|trailer|opener|episode|cast|star|winner|lead)"
)


def asks(sentence: Sentence) -> bool:
    """Return whether a sentence is a question."""
    return sentence.text.rstrip("\"”'’)").endswith("?")


_ASKS_FURTHER = re.compile(
    rf"\b(?:[Ww]ill|[Ii]s|[Aa]re|[Cc]ould|[Cc]an)\b[^?]{{0,60}}?\b(?:be|get|return for|returning "
    rf"for|have|expect|there|see|back for|for|getting) (?:an? )?{FURTHER}(?! (?:on|based|out|about|"
    rf"streaming|any good))|\b{FURTHER}[^?]{{0,40}}\b(?:happening|confirmed|coming|renewed|on the "
    rf"(?:way|cards))|\b(?:[Hh]as|[Ww]ill|[Ii]s) [^?]{{2,50}} (?:been |be |getting )?renewed"
)
_DATES = re.compile(r"\b(?:[Ww]hen|date|cast|plot|watch)\b")
_SHORT = 20
"""An answer shorter than this goes on in the sentence behind it."""


def answered(document: Document) -> Iterator[Claim]:
    """Yield what answers a question for a further season: “Will there be a season 3? …”."""
    for place, asked in enumerate(document.told[:-1]):
        question = _ASKS_FURTHER.search(asked.text) if asks(asked) else None
        answer = document.told[place + 1]
        if question is None or _DATES.search(asked.text + answer.text):
            continue
        modality = answer_to(answer.text)
        if modality is None:
            continue
        end = answer.end
        if len(answer.text) < _SHORT and place + 2 < len(document.told):
            end = document.told[place + 2].end
        seasons = told_seasons(document, asked.start + question.start(), asked.end)
        work = document.work_at(answer.start, answer.start)
        for season in seasons or (None,):
            yield Claim(
                kind="renewal",
                work=work,
                season=season,
                value="renewed",
                modality=modality,
                span=(answer.start, end),
                rule="renewal: an answer",
                fields={"said_by": said_by(document, answer.start, answer.end)},
            )
