"""Runs of a show as talk of scores names them: by number, but also “the opening run”, “the
follow-up”, “its predecessor”, “the new one”, “the third”."""

from __future__ import annotations

import re
from typing import NamedTuple

from clapometer.readers.claims.counting import CARDINAL, ORDINAL, counted
from clapometer.readers.claims.document import Document
from clapometer.readers.claims.parts import SeasonMention, Sentence, within
from clapometer.readers.claims.wording import Wording


class Run(NamedTuple):
    """A place where seasons are told; “across all seasons” names none of them."""

    seasons: tuple[int, ...]
    start: int
    end: int
    altogether: bool = False


class Form(NamedTuple):
    """A way to name a season: the name of the row, its words, and an example."""

    name: str
    words: str
    example: str


_PART = (
    r"(?:season|series|run|outing|batch|instal?lment|chapter|volume|go-(?:a)?round|time (?:a)?round"
    r"|time out|cycle|helping|course|serving|round|crop|lot|set|slate|episodes|one)\b"
)
_BETWEEN = r"(?:[\w’'-]+ )??"
FORMS: tuple[Form, ...] = (
    Form(
        "altogether",
        (
            r"(?:(?:across|over|between|combining|averaging) (?:all |both |the |its )*"
            r"(?:(?:two|three|four|five|six|seven|eight|nine|ten|\d+) )?(?:seasons|series(?= (?:so"
            r"|to))|runs|outings)|the (?:show|series|drama|comedy) (?:overall|as a whole|in total)"
            r"|(?:overall|series) average|(?:show|series)['’]s? (?:overall|average))"
        ),
        "Across all three seasons it averages 80%.",
    ),
    Form(
        "both",
        r"both(?! (?:films|movies|shows|of (?:the )?(?:films|movies|shows)|critics|[a-z]+ and)\b)",
        "Both are fresh.",
    ),
    Form(
        "first",
        (
            r"(?:opening|original|maiden|introductory|initial|inaugural|debut|freshman) "
            rf"{_BETWEEN}(?!episode){_PART}|(?:single|sole|lone|only|one and only) (?:season"
            rf"|series)\b"
        ),
        "The opening run has 91%.",
    ),
    Form("second", rf"sophomore (?:effort|{_PART})", "The sophomore outing has 91%."),
    Form(
        "after",
        r"(?:the|its|this|a|an) (?:[\w-]+ )?(?:follow-?up|successor)(?! (?:to|film|movie|series))",
        "The follow-up fell to 71%.",
    ),
    Form(
        "before",
        (
            r"(?:its|the) predecessor|(?:the|its|that) (?:previous|prior|preceding|earlier|last)"
            rf" {_BETWEEN}{_PART}|last (?:time(?: out| a?round)?|year['’]s "
            rf"(?:{_PART}|closer|finale))|the (?:one|season|series|run) before(?: it)?"
        ),
        "Its predecessor had 91%.",
    ),
    Form(
        "new",
        (
            r"(?:the|its|this|these|those|their) (?:(?:brand|hotly|much)-?\w* )?(?:new|newer|latest"
            rf"|newest|current|most recent|freshest|recent|just-released) {_BETWEEN}{_PART}"
            rf"|this (?:time(?: out| a?round)?|(?:year['’]s )?{_PART})"
        ),
        "The new one has 91%.",
    ),
    Form(
        "counted",
        (
            rf"(?P<nth>{ORDINAL}) (?:and (?:final|last) )?(?:chapter|volume|part|go-(?:a)?round"
            r"|time a?round|helping|course|serving|lot|set of episodes|crop|slate)\b"
        ),
        "Its third chapter has 88%.",
    ),
    Form(
        "counted alone",
        (
            rf"(?:the|its|for|than|and|to|by|of|in|from|but|while) (?P<nth>{ORDINAL})(?=['’]s\b"
            r"|[’']?[,;:.)!?–—]|\Z"
            r"| (?:is|was|has|had|did|does|sits?|sat|stands?|stood|holds?|held|never|only"
            r"|just|still|currently|now|also|even|got|gets|went|goes|fell|rose|hit|won|can|could"
            r"|should|may|might|will|would|on|at|with|to|and|but|from|managed|mustered|scored"
            r"|slipped|dropped|dipped|slid|climbed|sank|plunged|jumped|earned|drew|took|landed"
            r"|opened|debuted|arrived|settled|limped|boasts?|enjoy(?:s|ed)|trails?|fares?|fared"
            r"|being|having|[a-z]+ing|[a-z]+ed)\b)"
        ),
        "The second never got there.",
    ),
)
"""Ways to name a season beside its number, with a made-up example of each."""
_FORMS = tuple((form.name, re.compile(rf"\b{form.words}", re.IGNORECASE)) for form in FORMS)
# One of these stands in every form above: a quick look before the long pattern.
_PARTS = Wording(
    r"overall|as a whole|in total|average|across|over|between|combin|opening|original|maiden"
    r"|introduct|initial|inaugural|debut|freshman|sophomore|follow|successor|predecessor|previous"
    r"|prior|both|preceding|earlier|last|before|new|latest|current|recent|fresh|this"
    r"|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\dth|\dst|\dnd|\drd",
    re.IGNORECASE,
)
_AND = re.compile(rf",? (?:and|&) (?P<third>{CARDINAL})\b(?! ?%)", re.IGNORECASE)
_NO_RUN = re.compile(
    r" (?:weekend|week|day|month|quarter|trailer|time in|place|film|movie|half|act\b|episode\b)"
)


def runs_in(document: Document, sentence: Sentence, told: int | None) -> list[Run]:
    """Return the runs that a sentence names, in order; `told` is the season that was spoken of
    before it. A story that never counts its seasons names none."""
    if not document.season_forms:
        return []
    told_here = [
        one for one in within(document.seasons, sentence.start, sentence.end) if one.seasons
    ]
    found = [_listed(document, one) for one in told_here if one.relative is None]
    if _PARTS.search(sentence.text):
        found += _named(document, sentence, found, told)
    for one in told_here:
        if not any(one.start < run.end and run.start < one.end for run in found):
            found.append(Run(one.seasons, one.start, one.end))
    return sorted(found, key=lambda one: one.start)


def _listed(document: Document, one: SeasonMention) -> Run:
    """Return a run that is told by number, with the third of “seasons 1, 2 and 3”."""
    third = _AND.match(document.text, one.end)
    if third is None or len(one.seasons) != 2 or (season := counted(third["third"])) is None:
        return Run(one.seasons, one.start, one.end)
    return Run((*one.seasons, season), one.start, third.end())


def _named(
    document: Document, sentence: Sentence, numbered: list[Run], told: int | None
) -> list[Run]:
    places = sorted(
        (
            (one.start(), name, one)
            for name, words in _FORMS
            for one in words.finditer(sentence.text)
            if not _NO_RUN.match(sentence.text, one.end())
        ),
        key=lambda place: place[0],
    )
    found: list[Run] = []
    for _, name, one in places:
        start, end = sentence.start + one.start(), sentence.start + one.end()
        if any(start < other.end and other.start < end for other in (*numbered, *found)):
            continue
        before = [run for run in (*numbered, *found) if run.end <= start and run.seasons]
        last = max(before, key=lambda run: run.start).seasons[-1] if before else told
        if name == "both":
            found += [Run(two, start, end) for two in _two_before(document, sentence)]
            continue
        season = _season(document, name, one, last)
        if season is not None or name == "altogether":
            found.append(Run((season,) if season else (), start, end, name == "altogether"))
    return found


def _two_before(document: Document, sentence: Sentence) -> list[tuple[int, ...]]:
    """Return the two seasons that the sentence before in the block tells apart, if it does."""
    if sentence.place == 0:
        return []
    before = document.sentences[sentence.place - 1]
    if before.block != sentence.block:
        return []
    told = {season for run in runs_in(document, before, None) for season in run.seasons}
    return [tuple(sorted(told))] if len(told) == 2 else []


def _season(document: Document, name: str, one: re.Match[str], last: int | None) -> int | None:
    """Return the season that a form names, with the season that was told of last."""
    shown = document.season_shown
    match name:
        case "first":
            return 1
        case "second":
            return 2
        case "after":
            return last + 1 if last is not None else 2
        case "before":
            newest = last if last is not None else shown
            return newest - 1 if newest is not None and newest > 1 else None
        case "new":
            return max((one for one in (shown, last) if one is not None), default=None)
        case "counted" | "counted alone":
            return counted(one["nth"])
    return None
