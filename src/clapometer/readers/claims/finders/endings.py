"""Endings: the last season, the last film, the last episode."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from clapometer.readers.claims.attribution import said_by
from clapometer.readers.claims.claim import Claim
from clapometer.readers.claims.counting import CARDINAL, counted
from clapometer.readers.claims.document import Document
from clapometer.readers.claims.further import told_seasons
from clapometer.readers.claims.grammar import Rule, first_of
from clapometer.readers.claims.parts import Sentence, within
from clapometer.readers.claims.phrases.ending import RULES
from clapometer.readers.claims.slots import VERSION, concerned, person_before, within_title
from clapometer.readers.claims.wording import Wording

__all__ = ["RULES", "find"]

_SERIES = Wording(
    r"\b(?:show|series|seasons?|sitcom|drama|soap|programme|procedural|comedy|saga|thriller|"
    r"episodes?|run)\b",
    re.IGNORECASE,
)
_TALK = re.compile(
    r"\b(?:last|previous) season['’]s?\b|\bfinal season['’]s\b|\blast season of the year\b|"
    r"\b(?:in|during|since|from|at the end of|of|than|with) last season\b|\bnot the final\b",
    re.IGNORECASE,
)
_COMES, _ENDED, _CURTAIN = "ended: comes to an end", "ended: ended", "ended: the curtain"
_BEFORE_THIS = re.compile(
    r"last (?:series|season|run|outing)(?: of [^,.;]{2,40}?)? (?:averaged|drew|ended|was|had|aired|"
    r"saw|"
    r"finished|won|launched|pulled|attracted|peaked|began|opened|got|concluded)\b"
)
"""“The last series drew 5m viewers”: the one before this."""
_VERBS = (_COMES, _ENDED, _CURTAIN)
_ONLY_A_SEASON = re.compile(
    r"\b(?:[Tt]he|[Tt]his|-episode|current|debut|first|second|third|new) (?:season|run|episode|"
    r"week|"
    r"festival|film|movie|two-parter)\b[^.;]{0,60}$|\b(?:[Ss]eason|[Ss]eries) (?:\d{1,2}|one|two|"
    r"three|four|five|six|seven) $"
)
_OTHERS = re.compile(
    r"\b(?:his|her|their|my) (?:run|time|stint|tenure|role|contract|career|marriage|relationship)\b"
    r"|\b(?:marriage|relationship|year|week|weekend|month|night|day|filming|strike|party|war|deal|"
    r"romance|feud|partnership|event|festival|tour|trial|friendship)\b[^.;]{0,25}$"
)
_MONEY = re.compile(r"\A[^.;]{0,25}[$£€]\d|\A (?:on|with|at) (?:just )?[$£€]?\d")
_NOT_TRUE = re.compile(
    r"\b(?:rumou?rs?|chatter|talk|speculation|reports?|claims?|whispers)\b[^.;]{0,80}\b(?:that|"
    r"of)\b"
)
_DENIES = re.compile(
    r"(?:[\"“'‘])?(?:It['’]s not true|Not true|That['’]s (?:not true|false|wrong|nonsense)|"
    r"They['’]re "
    r"(?:wrong|not true)|No[,.] |Nonsense|Nope|It is not true|I can tell you|Absolutely not)|"
    r"\b(?:denied|dismissed|shot down|rubbish|nonsense|untrue|false|wide of the mark)\b"
)
_AFTER_MANY = Wording(
    rf"\bafter (?:just |only )?(?P<many>{CARDINAL}) (?:\w+ )?(?:seasons?|series)\b|"
    rf"\b(?P<run>{CARDINAL})-(?:season|series) run\b"
)
_LAST_DAY = Wording(
    r"\b(?:for good|(?:final|last)[- ]ever episode|(?:final|last) episode ever|(?:final|last) "
    r"episode(?= of [\"“'‘]?[A-Z])(?! of (?:the )?"
    r"(?:season|series (?:\d|one|two|three)|second|third|first))|[Ff]arewell|[Ff]inal bow|curtain|"
    r"(?:sign|bow)(?:s|ing)? (?:off|out)|(?:show|series|drama|sitcom|soap) (?:will )?(?:ends?|"
    r"concludes?)|final ever)\b"
)
_NO_LAST_DAY = Wording(r"\b(?:season finale|finale of season|midseason|mid-season)\b")
_FAR = 70


def find(document: Document) -> Iterator[Claim]:
    """Yield the claims."""
    for sentence in document.told:
        if sentence.text.endswith("?"):
            continue
        for rule, one in first_of(RULES, document, sentence):
            claim = _claim(document, sentence, rule, one)
            if claim is not None:
                yield claim
                yield from _days_of(document, claim, one)
                break
        yield from _last_days(document, sentence)


def _claim(document: Document, sentence: Sentence, rule: Rule, one: re.Match[str]) -> Claim | None:
    start, end = one.span()
    if within_title(document, one):
        return None
    if not _of_a_show(document, sentence, rule, one):
        return None
    modality = _modality(document, sentence, rule, start, end)
    if modality is None:
        return None
    works = concerned(document, sentence, one, bare=rule.name in _VERBS)
    if not works:
        return None
    work = works[0]
    film = rule.value == "last film"
    return Claim(
        kind="ended",
        work=work,
        season=None if film else _season(document, sentence, start, end, work),
        value=rule.value,
        modality=modality,
        span=(sentence.start, sentence.end),
        rule=rule.name,
        fields={"said_by": said_by(document, start, end)},
    )


def _of_a_show(document: Document, sentence: Sentence, rule: Rule, one: re.Match[str]) -> bool:
    """Return whether it is a show that ends: no season, no marriage, nobody's time on it."""
    start, end = one.span()
    text = document.text
    if _BEFORE_THIS.match(text, start):
        return False
    if text[:start][-7:] == "in its " and rule.name == "ended: final season":
        return True
    if _TALK.search(text[max(sentence.start, start - 20) : end + 2]):
        return False
    if (
        rule.name == "ended: final season"
        and text[start:end].startswith("last season")
        and text[:start][-4:] != "its "
    ):
        return False
    if VERSION.search(text, sentence.start, start) and not within(
        document.works, sentence.start, start
    ):
        return False
    if rule.name not in (_COMES, _ENDED, _CURTAIN):
        return True
    named = within(document.works, sentence.start, sentence.end)
    if not named and not _SERIES.search(sentence.text):
        return False
    if _MONEY.match(text[end : end + 40]) or _OTHERS.search(
        text, max(sentence.start, start - 60), end
    ):
        return False
    if rule.name != _CURTAIN and _ONLY_A_SEASON.search(text, sentence.start, start):
        return "for good" in text[start : end + 12]
    return not person_before(document, sentence, start)


def _modality(
    document: Document, sentence: Sentence, rule: Rule, start: int, end: int
) -> str | None:
    """Return how an ending is stated; None where the words do not tell one."""
    if rule.modality != "confirmed":
        return rule.modality
    modality = document.modality_at(start, end, rule.modality)
    after = document.sentences[sentence.place + 1 : sentence.place + 3]
    if _NOT_TRUE.search(document.text, sentence.start, start):
        denied = any(_DENIES.search(one.text) for one in (sentence, *after))
        return "denied" if denied else "speculated"
    return None if modality in ("former", "undecided") else modality


def _season(
    document: Document, sentence: Sentence, start: int, end: int, work: str | None
) -> int | None:
    """Return the season that is the last: told in the words or right behind them, else by how
    many there were, else the one that the words or the story are about."""
    told = told_seasons(document, start, min(sentence.end, end + _FAR))
    if told:
        return told[-1]
    many = _AFTER_MANY.search(sentence.text)
    if many is not None:
        return counted(many["many"] or many["run"])
    focus = document.season_in_focus if work in document.main_works else None
    return document.season_at(start, end) or focus


def _days_of(document: Document, claim: Claim, one: re.Match[str]) -> Iterator[Claim]:
    """Yield when a show named in passing ended, beside that it did: what a story tells of others is
    often their year alone."""
    if claim.value != "ended" or claim.work in document.main_works:
        return
    days = within(document.dates, one.start(), one.end() + _NEAR)
    day = next((day.value for day in days if day.value), None)
    year = one.groupdict().get("year")
    if value := day or year:
        yield replace(claim, value=value)


_NEAR = 12


def _last_days(document: Document, sentence: Sentence) -> Iterator[Claim]:
    """Yield the day of a show's last episode."""
    stands = _STANDS_AS_LAST.search(sentence.text)
    one = _LAST_DAY.search(sentence.text)
    if stands is not None:
        begin, end = sentence.start + stands.start(), sentence.start + stands.end()
        yield from _last_day(document, sentence, (begin, end), (begin, end))
        return
    if one is None or _NO_LAST_DAY.search(sentence.text):
        return
    start, end = sentence.start + one.start(), sentence.start + one.end()
    yield from _last_day(document, sentence, (start, end), (end, min(sentence.end, end + _FAR)))


_STANDS_AS_LAST = Wording(
    r"\b(?:episode|instal?lment|broadcast|"
    r"edition)\b[^.;]{0,60}?(?:[A-Z][a-z]{2,3}\.[^.;]{0,40}?)?\b"
    r"(?:will|would|is|was)(?: \w+)? (?:(?:be|stand as|serve as|prove|become|go down as) )?(?:the|"
    r"its) "
    r"(?:show[’']s |series[’'] )?(?:very )?last\b(?! (?:of|\w+ of))"
)


def _last_day(
    document: Document, sentence: Sentence, words: tuple[int, int], where: tuple[int, int]
) -> Iterator[Claim]:
    start, end = words
    for day in within(document.dates, *where):
        if day.value is None or len(day.value) < len("2026-03-04"):
            continue
        work = next(iter(concerned(document, sentence, _at(document, start, end))), None)
        claim = Claim(
            kind="ended",
            work=work,
            season=(
                told_seasons(document, sentence.start, sentence.end) or (document.season_shown,)
            )[-1],
            value=day.value,
            modality=document.modality_at(start, end, "confirmed"),
            span=(sentence.start, sentence.end),
            rule="ended: the last day",
            fields={"said_by": said_by(document, start, end)},
        )
        yield replace(claim, modality="confirmed") if claim.modality == "former" else claim
        return


def _at(document: Document, start: int, end: int) -> re.Match[str]:
    """Return words of the text as a match."""
    found = re.compile(r"[\s\S]+").match(document.text, start, end)
    assert found is not None
    return found
