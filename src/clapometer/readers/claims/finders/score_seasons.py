"""The season that a score is of: told beside it, as the subject of its clause or of its sentence,
else the one that the talk of scores is about."""

from __future__ import annotations

import re

from clapometer.readers.claims.document import Document
from clapometer.readers.claims.parts import Sentence

from .runs import Run, runs_in

_COMPARED = re.compile(
    r"\b(?:on|by|from|than|over|with|since|like|to|beat(?:s|ing)?|unlike|after|versus|vs\.?|against"
    r"|before|behind|below|above|match(?:es|ed|ing)?|follow(?:s|ed|ing)|despite)"
    r" (?:(?:the|its|that|of|show['’]s|series['’]|previous|what|both) )*\Z",
    re.IGNORECASE,
)
"""Words in front of a season that make it a measure of another."""
_BEHIND = re.compile(
    r"[^,.;%\d]{0,24}?\b(?:for|of|in|to|by) (?:(?:the|its|a|show['’]s|their|whole|entire) )*",
    re.IGNORECASE,
)
"""What stands between a score and the season that it is of: “73% for season 1”."""
_TAKEN = re.compile(r"\d(?: ?%| ?per ?cent)? (?:of|for|from|in) (?:the |its )?\Z", re.IGNORECASE)
"""What stands in front of a season that another score is of: “the 90% of season 2”."""
_WHICH = re.compile(r",? (?:which|that|whose)\b[^,;]*")
"""A relative clause from a season up to its score."""
_FROM = re.compile(r"\bfrom (?:an? )?\Z")
_ON_TO = re.compile(r" to (?:an? )?\d")
_ANEW = re.compile(r"[,;] (?:while |but |and |whereas )?(?:the |its )?\Z")
_SCORED = re.compile(r"\d ?(?:%|per ?cent|/10)")
_OWNER = re.compile(r"['’]s? (?:[\w’'-]+ ){0,4}(?:of )?\(?\Z| \((?:just |only |on |at )?\Z")
_OWNS = re.compile(r"['’]s? (?:[\w-]+ ){0,4}(?:of )?\d")
_ACTS = re.compile(
    r"(?:, (?:which|that))? (?:also |has |had |have |currently |now |still |only "
    r"|just )*(?:[a-z]{2,}ed|was|is|drew|has"
    r"|had|took|got|went|ran|won|saw|hit|sits|stands|holds|boasts|fell)\b"
)
_CLAUSE = re.compile(
    r"[;:—–]|, (?:and|but|while|whereas|although|though|with|compared|down|up|versus|against)\b"
    r"|\b(?:while|whereas|but|versus|compared (?:to|with)|(?:down|up) (?:on|from)|against)\b"
)
_ASIDE = re.compile(r"\b(?:where|when|whose|which|whom|unlike|after|despite)\b[^,]*\Z")
_PRONOUN = re.compile(r", (?:it|this one|the (?:show|series|drama|comedy|new\w*)|its)\b[^,]*\Z")
_GOES_ON = re.compile(
    r"(?:But|And|Yet|However|It|Its|That|This|Since|At the time|As of|Meanwhile|Still|Critics"
    r"|Reviewers|Audiences|Viewers|The (?:site|aggregator|score|rating|figure|critics|audience"
    r"|consensus|same|review|number|badge|mark|reviews))\b"
)
"""How a block begins that goes on with the scores of the one before."""
_FAR = 60
_BACK = 4
"""How many sentences of a block talk of scores holds its season for."""


def seasons_of_score(
    document: Document, sentence: Sentence, start: int, end: int, work: str | None
) -> tuple[int, ...]:
    """Return the seasons of a score at this place of a sentence, none if it is of no season: of
    all together, or of a work that the story tells no season of."""
    told = _told_before(document, sentence, work)
    here = runs_in(document, sentence, told)
    at, behind = sentence.start + start, sentence.start + end
    found = _told_here(document.text, sentence, here, at, behind)
    if found is not None:
        return found.seasons
    if told is not None and told > 1 and _climbed_from(document, sentence, at, behind):
        return (told - 1,)
    if told is not None:
        return (told,)
    shown = _shown(document, work)
    return () if shown is None else (shown,)


def _climbed_from(document: Document, sentence: Sentence, at: int, behind: int) -> bool:
    """Return whether a score is the first of “climbed from 66 to 84”, behind a sentence that
    compares two seasons."""
    if not _FROM.search(document.text, sentence.start, at):
        return False
    before = [document.sentences[place] for place in range(max(0, sentence.place - _BACK),
              sentence.place)]  # fmt: skip
    near = [one for one in before if one.block == sentence.block]
    told = {
        season for one in near for run in runs_in(document, one, None) for season in run.seasons
    }
    return len(told) > 1 and _ON_TO.match(document.text, behind) is not None


def _told_here(text: str, sentence: Sentence, here: list[Run], at: int, behind: int) -> Run | None:
    for one in here:
        owns = _OWNS.match(text, one.end, sentence.end)
        if one.start >= behind and not owns and _BEHIND.fullmatch(text, behind, one.start):
            return one
        if one.end <= at and _OWNER.fullmatch(text, one.end, at):
            return one
    for one in reversed(here):
        if one.end <= at and _WHICH.fullmatch(text, one.end, at):
            return one
    plain = [
        one
        for one in here
        if not _compared(text, sentence, one) and not _of_another(text, sentence, one, behind)
    ]
    before = [one for one in plain if one.end <= at]
    begun = max(
        (one.end() for one in _CLAUSE.finditer(text, sentence.start, at)), default=sentence.start
    )
    clause = [one for one in before if one.start >= begun] or before
    # “Where season 2 had 55, it has 74”: the season of the aside is not that of “it”.
    between = text[clause[-1].end : at] if clause else ""
    if clause and _PRONOUN.search(between):
        aside = _ASIDE.search(text, sentence.start, clause[-1].start)
        clause = [one for one in clause if aside is None or one.start < aside.start()]
        return clause[-1] if clause else None
    if clause:
        return clause[-1]
    after = (one for one in plain if behind <= one.start <= behind + _FAR)
    return next((one for one in after if not _begins_anew(text, one, behind)), None)


def _begins_anew(text: str, one: Run, behind: int) -> bool:
    """Return whether a season begins a clause of its own: “…, season 1 had 78%”."""
    return _ANEW.search(text, behind, one.start) is not None and (
        _ACTS.match(text, one.end) is not None
    )


def _of_another(text: str, sentence: Sentence, one: Run, behind: int) -> bool:
    """Return whether a season is that of another score, told right beside it."""
    begin = sentence.start if one.end <= behind else behind
    return (
        _TAKEN.search(text, begin, one.start) is not None
        or _OWNS.match(text, one.end, min(behind, sentence.end)) is not None
    )


def _compared(text: str, sentence: Sentence, one: Run) -> bool:
    if _ACTS.match(text, one.end):
        return False
    return _COMPARED.search(text, sentence.start, one.start) is not None


def _told_before(document: Document, sentence: Sentence, work: str | None) -> int | None:
    """Return the season that the sentences before in the block are about, and those of the block
    before where this one goes on with it; else that of the heading right above."""
    places = range(sentence.place - 1, max(-1, sentence.place - 1 - _BACK), -1)
    first = next(one for one in document.sentences[sentence.place :: -1] if _opens(document, one))
    goes_on = _GOES_ON.match(first.text) is not None
    for one in (document.sentences[place] for place in places):
        role = document.blocks[one.block].role
        if one.block != sentence.block and role != "subhead" and not goes_on:
            return None
        runs = [
            run
            for run in runs_in(document, one, None)
            if run.seasons and not _SCORED.search(document.text, one.start, run.start)
        ]
        plain = [run for run in runs if not _compared(document.text, one, run)]
        if runs and _same_work(document, one, work):
            told = [run.seasons[-1] for run in plain or runs]
            shown = _shown(document, work)
            return shown if shown in told else told[0]
        if role == "subhead":
            return None
    return None


def _shown(document: Document, work: str | None) -> int | None:
    """Return the newest season of a work that the story tells as shown."""
    if len(document.main_works) < 2 and work in document.main_works:
        return document.season_shown
    return document.seasons_shown.get(work) if work is not None else None


def _opens(document: Document, one: Sentence) -> bool:
    return one.place == 0 or document.sentences[one.place - 1].block != one.block


def _same_work(document: Document, sentence: Sentence, work: str | None) -> bool:
    named = [one.work for one in document.works if sentence.start <= one.start < sentence.end]
    return not named or work in named
