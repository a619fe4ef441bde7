"""Renewals: a further season was ordered, or a show was revived; also those only hoped for, left
open, or told not to be planned."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product

from clapometer.readers.claims.attribution import said_by
from clapometer.readers.claims.claim import Claim
from clapometer.readers.claims.counting import counted
from clapometer.readers.claims.document import Document
from clapometer.readers.claims.further import FURTHER, told_seasons
from clapometer.readers.claims.grammar import Rule, first_of
from clapometer.readers.claims.parts import Sentence, within
from clapometer.readers.claims.phrases.renewing import RULES as RENEWING
from clapometer.readers.claims.phrases.renewing_plainly import PLAIN_RULES
from clapometer.readers.claims.slots import (
    before,
    concerned,
    person_before,
    told_with_links,
    within_title,
)

from . import undated
from .renewals_weighed import answered, asks, weighed

__all__ = ["RULES", "find"]

_FIRST = 3
"""The rows of refusals and silence: what they read, no other row may read as a renewal."""
RULES = (*PLAIN_RULES[:_FIRST], *RENEWING, *PLAIN_RULES[_FIRST:])

_SHOW = re.compile(
    r"\b(?:shows?|series|sitcom|drama|comedy|soap|programme|seasons?|episodes?|thriller|anthology|"
    r"streamer|network|viewers|renew\w*|spin-?off)\b|Season \d",
    re.IGNORECASE,
)
_REVIVAL = re.compile(
    r"\b(?:cancell?(?:ed|ing|ation|s)|cancelation|axed|axing|scrapped|dropped|binned|culled|"
    r"ditched|pulled|the axe|the plug|the chop|the boot)"
    r"\b",
    re.IGNORECASE,
)
_AFTER, _BEFORE = 110, 60
_CONDITION = re.compile(
    r"\b(?:[Ii]f|[Uu]nless|[Ww]hether|[Uu]ntil|[Ww]hen (?:is|will|would)|\bWere)\b[^,;]*$"
)
_WHETHER = re.compile(r"\b[Ww]hether\b[^,;]*$")
_REVIVED, _COULD = "renewal: revived", "renewal: could return"
_RETURNS = ("renewal: will return", "renewal: coming back to screens")
_FILMED, _WITH_IT = "renewal: being filmed", "renewal: with it returning"
_DENIED = ("renewal: turned down", "renewal: no plans")
_NO_PLANS = re.compile(
    r"\b(?:no (?:current |immediate |firm )?(?:plans?|intentions?|talks?|desire|interest|appetite|"
    r"prospect)|not (?:currently |actively )?(?:in talks|planning|considering|looking|interested|"
    r"discussing|working on|developing)|\w*n[’']t (?:currently |actively )?(?:in talks|planning|"
    r"considering|looking|interested|discussing|working on|developing)|den(?:y|ies|ied) |"
    r"rul(?:es|ed|ing) out|never say|no truth|not true|untrue)"
)


def find(document: Document) -> Iterator[Claim]:
    """Yield the claims."""
    if not _SHOW.search(document.text):
        return
    for sentence in told_with_links(document):
        if not _stands(document, sentence) or asks(sentence):
            continue
        dateless = next((one for _, one in first_of(undated.RULES, document, sentence)), None)
        told = False
        for rule, one in first_of(RULES, document, sentence):
            if dateless and not _apart(document, dateless, one):
                continue
            if not within_title(document, one) and _holds(document, sentence, rule, *one.span()):
                claims = list(_claims(document, sentence, rule, one))
                told = told or bool(claims)
                yield from claims
        if not told and not dateless and document.blocks[sentence.block].role != "related":
            yield from weighed(document, sentence)
    yield from answered(document)


def _apart(document: Document, one: re.Match[str], other: re.Match[str]) -> bool:
    """Return whether two matches stand in two clauses: what is said of a day is not said of the
    renewal."""
    first, second = sorted((one, other), key=lambda match: match.start())
    return _CLAUSES.search(document.text, first.end(), second.start()) is not None


_CLAUSES = re.compile(r"; |, (?:and|but|while|though)\b")
_OPEN = "renewal: fate left open"
_ENDS = re.compile(r"\b(?:last|final)\b")
_SIGNS_UP = re.compile(r"(?:sign|commit|agree|return|back|set to)\w* (?:up|on|to|for)")
_OF_SHOWS = re.compile(r"[\"“'‘]?[A-Z]|\b(?:it|show|series|episodes|season)\b")
_RENEWED = "renewal: renewed"
_NO_SHOW = re.compile(
    r"\b(?:deals?|contracts?|lease|licen[cs]e|vows|option|agreement|partnership|membership|policy|"
    r"subscriptions?)(?: [A-Z]\w+)?(?: (?:has|have|had|was|were|been|being|is|are|to be))* $"
)


def _holds(document: Document, sentence: Sentence, rule: Rule, start: int, end: int) -> bool:
    """Return whether what a rule reads is a show's renewal: nothing can be revived that was not
    cancelled, what returns on a day was ordered long before, and people return too."""
    if rule.name == _REVIVED and not _REVIVAL.search(document.text):
        return False
    if rule.name == _COULD and not _REVIVAL.search(document.text):
        subject = before(document, start, sentence.start, bare=False)
        return bool(subject or _OF_SHOWS.search(sentence.text, end - sentence.start))
    if rule.name == _OPEN and _ENDS.search(document.text, start, sentence.end):
        return False
    signs_up = rule.name != _FILMED and _SIGNS_UP.match(document.text, start)
    if signs_up and person_before(document, sentence, start):
        return False
    if rule.name == _RENEWED and _NO_SHOW.search(document.text, sentence.start, start):
        return False
    if rule.name in _RETURNS and _dated(document, sentence):
        return False
    if rule.name == _WITH_IT:
        return not within(document.people, start, end)
    if rule.name in (*_RETURNS, _COULD):
        return not person_before(document, sentence, start)
    return True


def _dated(document: Document, sentence: Sentence) -> bool:
    """Return whether a sentence tells a day: what returns on a day was ordered long before."""
    return any(
        one.value and len(one.value) > len("2026-03")
        for one in within(document.dates, sentence.start, sentence.end)
    )


def _stands(document: Document, sentence: Sentence) -> bool:
    """Return whether a sentence is told by the story, not asked by a heading or spoken."""
    return document.blocks[sentence.block].role in (
        "body", "headline", "subhead", "caption", "item", "related",
    )  # fmt: skip


def _claims(
    document: Document, sentence: Sentence, rule: Rule, one: re.Match[str]
) -> Iterator[Claim]:
    """Yield one renewal for each season that the words name."""
    start, end = one.span()
    modality = _modality(document, sentence, rule, start, end)
    if modality is None:
        return
    works = concerned(document, sentence, one)
    if rule.name == _WITH_IT and not works:
        works = (one["whose"].strip(" \"“”'‘’"),)
    seasons = _seasons(document, sentence, rule, start, end, works)
    if rule.name == _NTH:
        seasons = told_seasons(document, start, end) or _nth(one)
    elif rule.name == _SO_MANY:
        seasons = _so_many(one) or seasons
    elif modality == "denied" and not told_seasons(document, start, end):
        seasons = ()
    if seasons == (1,) or (rule.name == _FILMED and _was_shown(document, works, seasons)):
        return
    for work, season in product(works, seasons or (None,)):
        yield Claim(
            kind="renewal",
            work=work,
            season=season,
            value="renewed",
            modality=modality,
            span=(sentence.start, sentence.end),
            rule=rule.name,
            fields={
                "said_by": said_by(document, start, end),
                "detail": "revived" if rule.name == _REVIVED else None,
            },
        )


def _was_shown(document: Document, works: tuple[str | None, ...], seasons: tuple[int, ...]) -> bool:
    """Return whether the story's work has shown these seasons: their filming is no news."""
    of_story = all(work in document.main_works for work in works)
    return of_story and bool(seasons) and max(seasons) < (document.season_shown or 0)


_ONLY_TALK = re.compile(
    r"\bbeing (?:discussed|considered|talked about|explored|eyed)\b|\bon the cards\b"
)
_REFUSED = re.compile(
    r"\b(?:opted|decided|chose|chosen|elected) (?:not|against)\b|\b(?:declin|refus)(?:ed|es|ing) "
    r"to "
    r"|\bnot to (?:renew|order|pick|commission)|\bagainst (?:renewing|ordering)"
)


def _modality(
    document: Document, sentence: Sentence, rule: Rule, start: int, end: int
) -> str | None:
    """Return how a renewal is stated; None where the words say that the show was not renewed,
    which is a cancellation."""
    if rule.name in (*_DENIED, _WITH_IT):
        # What the words around these say is said of the offer, or of those who wait.
        return rule.modality
    if _REFUSED.search(document.text, max(sentence.start, start - 20), end):
        return None
    modality = document.modality_at(start, end, rule.modality)
    if rule.modality == "speculated" and modality == "reported":
        return "speculated"
    if modality == "confirmed" and _WHETHER.search(document.text, sentence.start, start):
        return "undecided"
    if modality == "confirmed" and _CONDITION.search(document.text, sentence.start, start):
        return "speculated"
    if modality in ("confirmed", "reported") and _ONLY_TALK.search(document.text, start, end):
        return "speculated"
    if rule.modality == "undecided":
        return "undecided"
    if modality in ("denied", "former"):
        low, high = max(sentence.start, start - 60), min(sentence.end, end + 60)
        return "denied" if _NO_PLANS.search(document.text, low, high) else None
    return modality


def _seasons(
    document: Document,
    sentence: Sentence,
    rule: Rule,
    start: int,
    end: int,
    works: tuple[str | None, ...],
) -> tuple[int, ...]:
    """Return the seasons that were ordered: told within the words or right behind them, else
    right before them, else the one that the story is about."""
    if _VAGUE.search(document.text, start, end) or (
        rule.name == _SO_MANY and not told_seasons(document, start, end)
    ):
        return ()
    if found := told_seasons(document, start, end):
        return found
    behind = _FOR.match(document.text, end, min(end + _AFTER, sentence.end))
    if behind and (found := told_seasons(document, *behind.span(behind.lastgroup or 0))):
        return found
    named = [one for one in document.seasons if one.seasons]
    near = within(named, max(sentence.start, start - _BEFORE), start)
    if near and rule.name != _REVIVED and not _BROKEN.search(document.text, near[-1].end, start):
        return near[-1].seasons
    past = rule.name == _THE_RENEWAL and _AFTER_SEASON.match(document.text, end, sentence.end)
    if past and (found := told_seasons(document, *past.span())):
        return (found[-1] + 1,)
    focus = document.season_in_focus
    return (focus,) if focus and works and works[0] in document.main_works else ()


_THE_RENEWAL = "renewal: the renewal"
_AFTER_SEASON = re.compile(
    rf"[^.;]{{0,60}}?\b(?:after|following|since|on the heels of) (?:its|the) {FURTHER}"
)
"""“The renewal comes a week after its second season ended”: it is one of the third."""


def _so_many(one: re.Match[str]) -> tuple[int, ...]:
    """Return the last season of which a plan speaks: five, of a five-season plan."""
    if " or " in one[0]:
        return ()
    number = counted(one["many"] or one["number"] or one["to"] or "")
    return (number,) if number else ()


def _nth(one: re.Match[str]) -> tuple[int, ...]:
    number = counted(one["nth"] or one["other"])
    return (number,) if number else ()


_SO_MANY, _NTH = "renewal: so many seasons", "renewal: a third"
_VAGUE = re.compile(r"\b(?:at least|up to|several|many)\b")
_BROKEN = re.compile(r"[;—]|, (?:and|but|while)\b|\bafter\b")
_FOR = re.compile(
    rf"[^.;]{{0,90}}?\b(?:for|with|to include|by|through|until|of|as|into|in)\b (?:[^.;,]{{0,40}}? "
    rf")??"
    rf"(?P<what>{FURTHER}|(?:an?|its|the) (?:[\w-]+ ){{0,2}}(?:season|series)|(?:[Ss]easons?|"
    rf"[Ss]eries) \d+)|\s?[(:—–-]{{0,2}}\s?(?P<after>{FURTHER})"
)
