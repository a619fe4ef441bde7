"""Cancellations: a show ended before its makers wanted, a project given up."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clapometer.readers.claims.attribution import said_by
from clapometer.readers.claims.claim import Claim
from clapometer.readers.claims.companies import PLATFORM
from clapometer.readers.claims.counting import CARDINAL, ORDINAL, counted
from clapometer.readers.claims.document import Document
from clapometer.readers.claims.further import told_seasons
from clapometer.readers.claims.grammar import Rule, first_of
from clapometer.readers.claims.parts import Sentence, within
from clapometer.readers.claims.phrases.cancelling import RULES
from clapometer.readers.claims.slots import (
    VERSION,
    behind,
    concerned,
    person_before,
    told_with_links,
    within_title,
)
from clapometer.readers.claims.wording import Wording

__all__ = ["RULES", "find"]

_SHOWS = (
    r"(?:show|series|drama|sitcom|comedy|soap|programme|program|thriller|spin-?off|project|reboot|"
    r"quiz|procedural|saga|revival)"
)
_SHOW = Wording(
    rf"\b(?:{_SHOWS}s?|seasons?|episodes?|network|streamer|channel|air|pilot|ratings|slot|works|"
    rf"cancell?ed us|schedules?|TV|broadcaster|axe)\b"
    rf"|\b(?:{PLATFORM})\b",
    re.IGNORECASE,
)
_OTHER_SUBJECT = re.compile(
    r"\b(?:tours?|premieres?|screenings?|events?|party|parties|concerts?|gigs?|flights?|trips?|"
    r"appearances?|weddings?|interviews?|contracts?|subscriptions?|ceremony|festivals?|"
    r"match(?:es)?|"
    r"panels?|holidays?|classes|shares?|plans|scenes?|storyline|characters?|actors?|actress|stars?|"
    r"hosts?|presenters?|judges?|he|she|who|trains?|charges?|jobs?|bookings?|performances?|"
    r"production of|accounts?|membership|episodes?|repeats?|trailers?|adverts?|clips?)(?: of "
    r"[^,.;]{2,30}?)?(?: [A-Z]\w+){0,3},? (?:has |have |had |was |were |is |"
    r"are "
    r"|be |been |being |got |to |will |later |also |then |that |getting |not |n[’']t |set ){0,5}$",
    re.IGNORECASE,
)
_THREAT = re.compile(
    r"\b(?:threat|risk|danger|fear\w*|verge|brink|rumou?rs?|mutterings|whispers|gossip|chatter|"
    r"talk|speculation) (?:of )?[^.;]{0,50}$"
)
_AFTER_SEASONS = Wording(
    rf"\b(?:after|following|lasted|managed)(?: just| only| a mere| a run of| its| their| "
    rf"the| a| barely)*(?: (?P<nth>{ORDINAL})| (?P<many>{CARDINAL}|one|single|a single|a|lone))"
    rf"(?: [\w-]+)? (?:seasons?|series|runs?|years|outings?|instal?ments?|go-rounds?)\b"
    rf"|\b(?P<before>{CARDINAL}) (?:seasons?|series) before\b"
    rf"|\b(?:aired|ran|run) (?:[^.;]{{0,30}}? )?for (?P<ran>{CARDINAL}) (?:seasons?|series)\b"
    rf"|\b(?P<made>{CARDINAL})-(?:season|series) (?:run|order)\b",
    re.IGNORECASE,
)
_AFTER_ONE = Wording(
    r"\bafter (?:just |only )?(?P<one>one)\b(?=[,.;]|$)|\b(?:freshman|rookie|first-year|"
    r"one-season)\b|"
    r"\b[Oo]ne and done\b|\bdebut (?:season|series)\b"
)
_FALSE = Wording(
    r"\b(?:rumou?rs?|reports?|claims?|speculation|talk|suggestions?|whispers?|gossip|stories)\b.*"
    r"\b(?:false|untrue|not true|nonsense|rubbish|wide of the mark|fake|"
    r"shot down|ruled out|rules out|poured cold water|cold water|no truth|baseless|unfounded|"
    r"ruled out|dismiss(?:ed|es)|den(?:ied|ies)|debunked|rejected|quashed)\b|"
    r"\b(?:den(?:ied|ies|y|ying)|DENY|DENIES|dismiss(?:ed|es|ing)|quash(?:ed|es)|reject(?:ed|s)|"
    r"rubbish(?:ed|es)|no truth|not true|(?:ruled out|rules out) (?:claims|reports|rumours|talk|"
    r"speculation|"
    r"suggestions)|insist(?:s|ed)?[^.;]{0,60}\b(?:not|n[’']t|nonsense|"
    r"safe))\b",
    re.IGNORECASE,
)
_REVIVED = re.compile(r"\bun-?cancell?", re.IGNORECASE)
_HAS_NOT_YET = re.compile(r"\b(?:has|have|had)(?:n['’]t| not|n’t)(?: yet| been| officially)* \w+$")


def find(document: Document) -> Iterator[Claim]:
    """Yield the claims."""
    for sentence in told_with_links(document):
        if sentence.text.rstrip("\"”'’)").endswith("?") or not _of_shows(document, sentence):
            continue
        for rule, one in first_of(RULES, document, sentence):
            if within_title(document, one) or _REVIVED.search(
                document.text, max(0, one.start() - 3), one.end()
            ):
                continue
            yield from _claims(document, sentence, rule, one)


def _of_shows(document: Document, sentence: Sentence) -> bool:
    """Return whether a sentence speaks of shows at all, by a word, a channel or a title."""
    if _SHOW.search(sentence.text) or within(document.works, sentence.start, sentence.end):
        return True
    return _POINTS.search(sentence.text) is not None


_POINTS = Wording(
    r"\b(?:[Ii]t|[Tt]hey) (?:was|were|has been|had been|is being|got|will be|is|could be) "
    r"(?:\w+ )?(?:axed|cancell?ed|scrapped|dropped by|binned|canned|culled)|\b(?:axed|cancell?ed) "
    r"us\b"
    r"|\b[Aa]xed\b|\bAXED\b"
)


def _claims(
    document: Document, sentence: Sentence, rule: Rule, one: re.Match[str]
) -> Iterator[Claim]:
    start, end = one.span()
    if _of_others(document, sentence, rule, start):
        return
    modality = _modality(document, sentence, rule, start, end)
    if modality is None:
        return
    works = concerned(document, sentence, one)
    for work in (*works, *_fellows(document, sentence, end)):
        yield Claim(
            kind="cancellation",
            work=work,
            season=_last_season(document, sentence, one, work),
            value="cancelled",
            modality=modality if work in works else "reported",
            span=(sentence.start, sentence.end),
            rule=rule.name,
            fields={"said_by": said_by(document, start, end)},
        )


def _fellows(document: Document, sentence: Sentence, end: int) -> tuple[str, ...]:
    """Return the works that met the same fate before: “the third show to be axed, following A and
    B”."""
    behind_it = _FELLOWS.search(document.text, end, sentence.end)
    if behind_it is None or not _ONE_OF_MANY.search(sentence.text):
        return ()
    return behind(document, behind_it.end(), sentence.end)


_RATHER = re.compile(r"\brather (?:be|get|have been) $")
_FELLOWS = re.compile(r"\b(?:following|joining|after|alongside|along with|as well as|joins)\b")
_ONE_OF_MANY = Wording(
    r"\b(?:latest|second|third|fourth|fifth|sixth|another|joins|joining|yet another|alongside|"
    r"fellow)\b"
    r"[^.;]{0,40} (?:show|series|title|drama|comedy|sitcom|casualty|victim|original|programme|soap|"
    r"quiz)\b|\b(?:joins|joining|alongside|along with|as well as)\b"
)


def _of_others(document: Document, sentence: Sentence, rule: Rule, start: int) -> bool:
    """Return whether people or events are cancelled, dropped or shown the door, not a show."""
    if _RATHER.search(document.text, max(sentence.start, start - 15), start):
        return True
    if VERSION.search(document.text, sentence.start, start):
        return not within(document.works, sentence.start, start)
    if _OTHER_SUBJECT.search(document.text, max(sentence.start, start - 80), start):
        return True
    if rule.name in (_NOT_RENEWED, _NOT_RETURNING) and person_before(document, sentence, start):
        return True
    if rule.name == _NO_FURTHER:
        return False
    people = list(within(document.people, max(sentence.start, start - 60), start))
    if not people or people[-1].end > start:
        return False
    works = within(document.works, people[-1].end, start)
    return not works and _BE.fullmatch(document.text, people[-1].end, start) is not None


_BE = re.compile(r",? (?:(?:has|have|had|was|were|is|be|been|being|will|to|got|set) ?)+")
_NO_FURTHER, _STAYS = "cancellation: no further season", "cancellation: stays on"
_NOT_RENEWED, _NOT_RETURNING = "cancellation: not renewed", "cancellation: will not return"


def _modality(
    document: Document, sentence: Sentence, rule: Rule, start: int, end: int
) -> str | None:
    """Return how a cancellation is stated, None where the words tell none."""
    before = document.text[sentence.start : start]
    if rule.name == _STAYS or _FALSE.search(sentence.text):
        return "denied"
    modality = document.modality_at(start, end, rule.modality)
    if rule.modality == "speculated" and modality == "reported":
        return "speculated"
    if rule.name in (_NOT_RENEWED, _NOT_RETURNING):
        if _HAS_NOT_YET.search(document.text[sentence.start : end]) or modality == "undecided":
            return None
        if _PLANS.search(document.text, max(sentence.start, start - 40), end):
            return None
        return modality if modality in ("reported", "speculated") else rule.modality
    if modality in ("denied", "former") or rule.name == _NO_FURTHER:
        return "denied" if _negated(before) else rule.modality
    if modality == "undecided":
        return None
    if rule.modality == "confirmed" and _THREAT.search(before):
        return "speculated"
    return modality


_PLANS = re.compile(r"\bplans?\b|\bin talks\b|\bplanning\b|\bnot (?:yet )?(?:said|say)\b")


def _negated(before: str) -> bool:
    return (
        re.search(
            r"(?:\bnot|n['’]t|\bnever|\brather be|\bno plans to|\bavoid\w*|\bescap\w+|\bfrom)(?: "
            r"\w+)?\s*$|\bden(?:y|ies|ied)\b[^.;]*$",
            before,
        )
        is not None
    )


def _last_season(
    document: Document, sentence: Sentence, one: re.Match[str], work: str | None
) -> int | None:
    """Return the last season made, where the story says after how many the show was cancelled, or
    which one there will not be."""
    groups = one.groupdict()
    following = next(
        (n for name in ("nth", "an", "number", "no") if (n := counted(groups.get(name) or ""))),
        None,
    )
    if groups.get("what"):
        told = told_seasons(document, *one.span("what"))
        following = told[0] if told else None
    if following:
        return following - 1 or None
    for mention in within(document.works, sentence.start, sentence.end):
        own = _RIGHT_AFTER.match(document.text, mention.end) if mention.work == work else None
        if own is not None:
            return counted(own["many"])
    found = _many(sentence.text)
    if found is None and work in document.main_works and len(document.main_works) < 2:
        return next(filter(None, map(_many_told, _fates_of(document, work))), None)
    return found


def _fates_of(document: Document, work: str | None) -> Iterator[str]:
    """Yield the sentences that tell of the end of a work, or how long it ran."""
    for one in document.told:
        if _TOLD_OF_END.search(one.text) and document.work_at(one.start, one.start) == work:
            yield one.text


_TOLD_OF_END = re.compile(
    r"\b(?:cancel\w*|axed?|axing|scrapped|binned|plug|chop|ran|run|aired|lasted)\b"
)


def _many_told(text: str) -> int | None:
    found = _AFTER_SEASONS.search(text)
    return None if found is None or found["nth"] else _of(found)


_RIGHT_AFTER = re.compile(
    rf"[\"”'’,]{{0,3}} after (?:just |only |its )?(?P<many>{CARDINAL}|{ORDINAL})\b"
    r"(?! (?:episodes?|weeks?|days?|months?|hours?|people|other))"
)
"""After how many seasons each of several shows was cancelled: “A after one season and B after
seven”."""


def _many(text: str) -> int | None:
    found = _AFTER_SEASONS.search(text)
    if found is not None:
        return _of(found)
    return 1 if _AFTER_ONE.search(text) else None


def _of(found: re.Match[str]) -> int | None:
    told = next(found[name] for name in ("nth", "many", "before", "ran", "made") if found[name])
    return 1 if "single" in told or told == "lone" else counted(told)
