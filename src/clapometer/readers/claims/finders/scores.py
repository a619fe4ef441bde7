"""Finder of review scores: what aggregators print, audiences' grades, one outlet's own rating."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from clapometer.readers.claims.claim import Claim
from clapometer.readers.claims.document import Document
from clapometer.readers.claims.owners import mentions_in, owner_of
from clapometer.readers.claims.parts import Sentence

from .aggregators import Aggregator, AggregatorNamed, aggregators_in, side_in, side_of
from .printed_scores import Printed, printed_in
from .score_times import age_of, review_count
from .seasons_near import season_near

CARRIES = re.compile(
    r"\b(?:audiences?\b[^.;]{0,25}[:,] \Z|viewers?\b[^.;]{0,25}[:,] \Z|scores?|ratings?"
    r"|of (?:audiences|viewers|moviegoers)|approv\w+|percentage|critics"
    r"|reviews|fresh|rotten|rated|meter|audiences?"
    r" (?:gave|score|rating)|(?:stands|sits|dropped|fallen|fell|risen|rose|climbed|dipped|slipped"
    r"|dropping|slipping|falling|dipping|rising|climbing|opened|down|up|stood|landed|settled"
    r"|number|figure|that|holds?|has|boasts?|scor\w+"
    r"|at)\b[^.;,]{0,20}\Z)",
    re.IGNORECASE,
)
"""Words by which a per cent sign goes on with the aggregator of a sentence before."""
NO_SCORE = re.compile(
    r"\A(?: or (?:more|higher|above))? (?:of|more|less|fewer|drop|increase|jump|decline|rise|off"
    r"|from"
    r" (?:last|the previous))\b(?! (?:critics|reviewers|reviews|audiences?|viewers|users"
    r"|the (?:critics"
    r"|\d+|reviews)|them|all (?:critics|reviews)|\d+))",
    re.IGNORECASE,
)
_BEFORE_NO_SCORE = re.compile(
    r"\b(?:increas|drop|fell|fall|down|up|surg|jump|declin|rose|ris|grew|gain|spik|plung|tumbl"
    r"|slip|slid|dipp"
    r"|eas|off|shed|lost|plummet)\w*(?: (?:by|of|just|only|about|around|nearly|almost|over"
    r"|more than|another|a|an"
    r"|[a-z]+ly|steep|sharp|mere|modest|slim|slight|whopping|huge|massive))* \Z|\b(?:at least"
    r"|above|below|over|under"
    r"|reach(?:es)?|threshold of) \Z",
    re.IGNORECASE,
)
_RESPECTIVELY = re.compile(r"\brespectively\b", re.IGNORECASE)
_BOTH = re.compile(
    r"\bboth\b(?: (?:films|movies|shows|series|titles|of (?:them|which)))?", re.IGNORECASE
)
_EACH = re.compile(r"\beach\b|\ball (?:three|four|two)\b|\bpair\b", re.IGNORECASE)
_MEASURED = re.compile(
    r"\bgrade[ds]?\b|\b(?:audiences?|moviegoers|filmgoers|cinemagoers|crowds?|ticket[- ]buyers)\b",
    re.IGNORECASE,
)
_GIVEN = re.compile(r"\b(?:audience|moviegoer|earn|receiv|gave|got|hand|award)")
_PEOPLE = re.compile(
    r"\b(?:fe)?male\b|\b(?:wo)?men\b|latin[oax]|hispanic|\bblack\b|\bwhite\b|\basian|caucasian"
    r"|\baged?\b|\bunder (?:the age|\d)|\bover (?:the age|\d)|\bof the (?:audience|crowd|total)",
    re.IGNORECASE,
)
"""Words of who sat in the cinema, not of what they thought."""
_BEHIND = re.compile(
    r"[ (]*(?:(?:positive|favou?rable|approval|fresh|average) )*(?:(?:score|rating),? )?"
    r"(?:(?:from|among|by|with|of|for) )?(?:(?:the|its|verified|top|general|all) )*\(?(\w+)"
)
"""What follows a score, up to the word that may tell whose it is."""
_GOES_ON = re.compile(
    r"consensus|certified fresh|\bthe (?:site|aggregator|website)\b|(?:audience|critics['’]?)"
    r" score",
    re.IGNORECASE,
)
"""Words of a sentence that goes on with an aggregator without naming it."""
_CLAUSE = re.compile(r";|, (?:and|but|while|with|whereas)\b|\bwhile\b|\bbut\b")
_SIDE_BREAK = re.compile(
    r"[;—(]|, (?:and|but|while|with)\b|\bwhile\b|\band (?:users|critics|viewers)\b"
)
_APART = 40
_UNUSUAL = 40
_REACH = 220
BACK = 2
"""How many sentences an aggregator that was named holds for."""


def find(document: Document) -> Iterator[Claim]:
    """Yield the review scores that a story states, earlier ones with the score that took their
    place."""
    found = _without_echoes(list(_scores(document)))
    for claim in found:
        if claim.modality not in ("at_debut", "former"):
            yield claim
            continue
        later = [one for one in found if _same_measure(one, claim) and one.span[0] >= claim.span[0]]
        now = next((one for one in later if one.modality == "current"), None)
        if now is None or now.value == claim.value:
            yield claim
        else:
            yield replace(claim, fields={**claim.fields, "superseded_by": now.value})


def _without_echoes(found: list[Claim]) -> list[Claim]:
    """Return the scores without those that say vaguely what another says of now or the debut."""
    firm = [one for one in found if one.modality in ("current", "at_debut")]
    return [
        one
        for one in found
        if one in firm or not any(_same_measure(one, x) and x.value == one.value for x in firm)
    ]


def _same_measure(one: Claim, other: Claim) -> bool:
    names = ("aggregator", "side", "unit")
    return (one.work, one.season) == (other.work, other.season) and all(
        one.fields.get(name) == other.fields.get(name) for name in names
    )


def _scores(document: Document) -> Iterator[Claim]:
    last: tuple[int, Aggregator] | None = None
    for place, sentence in enumerate(document.told):
        named = aggregators_in(sentence.text)
        printed = printed_in(sentence.text)
        carried = last[1] if last and place - last[0] <= BACK else None
        if carried is None and _FRESH.search(sentence.text):
            carried = _ROTTEN_TOMATOES
        found = [
            claim
            for one in printed
            if (claim := _claim(document, sentence, one, named, carried)) is not None
        ]
        yield from _shared(document, sentence, found)
        for one in named:
            if one.aggregator.units[0] == "%" or last is None:
                last = (place, one.aggregator)
        if not named and carried is not None and (found or _GOES_ON.search(sentence.text)):
            last = (place, carried)


def _claim(
    document: Document,
    sentence: Sentence,
    one: Printed,
    named: list[AggregatorNamed],
    carried: Aggregator | None,
) -> Claim | None:
    before, after = sentence.text[: one.start], sentence.text[one.end :]
    if one.unit == "%" and (NO_SCORE.match(after) or _BEFORE_NO_SCORE.search(before)):
        return None
    aggregator, rule = _whose(sentence.text, one, named, carried)
    if aggregator is None and rule != "score: own rating":
        return None
    start, end = sentence.start + one.start, sentence.start + one.end
    work = owner_of(document, start, end)
    if work is None:
        return None
    near = _near(sentence.text, one)
    modality, as_of = age_of(sentence.text, one.start, one.end)
    fields = {
        "unit": _unit(one, aggregator),
        "aggregator": aggregator and aggregator.name,
        "outlet": one.outlet if aggregator is None else None,
        "side": _side(aggregator, near, one),
        "review_count": review_count(sentence.text[one.end :]),
    }
    return Claim(
        kind="review_score",
        work=work,
        season=season_near(document, sentence, one.start, one.end, work),
        value=one.value,
        modality=modality,
        span=(sentence.start, sentence.end),
        rule=rule,
        as_of=as_of,
        fields={name: said for name, said in fields.items() if said is not None},
    )


def _whose(
    text: str, one: Printed, named: list[AggregatorNamed], carried: Aggregator | None
) -> tuple[Aggregator | None, str]:
    """Return whose score it is and by which rule: the aggregator with such a scale that is named
    nearest, else the one of the sentences before."""
    fitting = [other for other in named if one.unit in (*other.aggregator.units, "")]
    if fitting:
        nearest = min(fitting, key=lambda other: _gap(text, one, other))
        if _gap(text, one, nearest) <= _REACH:
            sort = {"%": "per cent", "grade": "grade"}.get(one.unit, "of a scale")
            return nearest.aggregator, f"score: {sort} at {nearest.aggregator.name}"
    if one.unit == "grade":
        graded = _MEASURED.search(text) and _GIVEN.search(text)
        return (_CINEMASCORE, "score: grade of the audience") if graded else (None, "")
    going_on = one.unit == "%" and carried is not None and carried.units[0] == "%" and not named
    if going_on and _carries(text, one):
        return carried, "score: per cent, carried on"
    if one.unit == "%" and _METER.match(text, one.end):
        return _ROTTEN_TOMATOES, "score: per cent, by its words"
    if one.outlet is not None or one.rated:
        return None, "score: own rating"
    return None, ""


def _carries(text: str, one: Printed) -> bool:
    before, after = text[max(0, one.start - 50) : one.start], text[one.end : one.end + 30]
    if _PEOPLE.search(before[-24:] + after[:24]):
        return False
    return CARRIES.search(before) is not None or CARRIES.search(after) is not None


_CINEMASCORE = aggregators_in("CinemaScore")[0].aggregator
_ROTTEN_TOMATOES = aggregators_in("Rotten Tomatoes")[0].aggregator
_FRESH = re.compile(r"certified[- ][“\"‘']?fresh|popcornmeter|tomatometer", re.IGNORECASE)
_METER = re.compile(
    r" (?:from|of|with|among) (?:the )?(?:critics|audiences)\b"
    r"| (?:\w+ )?(?:critics?['’]?s?|audience|critical|fresh|verified|approval) (?:score|rating"
    r"|approval)",
    re.IGNORECASE,
)
"""Words behind a per cent sign that only one aggregator prints so."""


def _gap(text: str, one: Printed, other: AggregatorNamed) -> int:
    """Return how far a score is from a name; a name behind it is nearer than one before it, one
    in another clause farther, one that prints such scores usually nearer."""
    behind = other.start >= one.end
    begin, end = (one.end, other.start) if behind else (other.end, one.start)
    apart = len(_CLAUSE.findall(text, begin, end)) * _APART
    usual = one.unit in (other.aggregator.units[0], "")
    return end - begin + (0 if behind else 8) + apart + (0 if usual else _UNUSUAL)


def _unit(one: Printed, aggregator: Aggregator | None) -> str:
    return one.unit or (aggregator.units[0] if aggregator else "")


def _near(text: str, one: Printed) -> tuple[str, int]:
    """Return the clause of a score, and where in it the score begins."""
    begin = max((at.end() for at in _SIDE_BREAK.finditer(text, 0, one.start)), default=0)
    ended = _SIDE_BREAK.search(text, one.end)
    return text[begin : ended.start() if ended else len(text)], one.start - begin


def _side(aggregator: Aggregator | None, near: tuple[str, int], one: Printed) -> str | None:
    if aggregator is None:
        return "critics"
    if aggregator.name in ("CinemaScore", "PostTrak"):
        return "audience"
    text, at = near
    behind = _BEHIND.match(text[at + one.end - one.start :])
    if behind is not None and (side := side_of(behind[1])) is not None:
        return side
    window = text[max(0, at - 60) : at + 70]
    return side_in(window, min(at, 60)) or aggregator.side


def _shared(document: Document, sentence: Sentence, found: list[Claim]) -> Iterator[Claim]:
    """Yield the scores of a sentence, those of several works handed to each of them: “90 % and
    94 %, respectively”, “both films an A”."""
    works = list(dict.fromkeys(one.work for one in mentions_in(document, sentence)))
    if len(works) > 1 and _RESPECTIVELY.search(sentence.text):
        yield from _in_turn(works, found)
        return
    both = len(works) == 2 and _BOTH.search(sentence.text)
    if both or (len(works) > 2 and _EACH.search(sentence.text)):
        for claim in found:
            for work in works:
                yield replace(claim, work=work, rule="score: of each work")
        return
    yield from found


def _in_turn(works: list[str], found: list[Claim]) -> Iterator[Claim]:
    for unit in dict.fromkeys(claim.fields.get("unit") for claim in found):
        alike = [claim for claim in found if claim.fields.get("unit") == unit]
        if len(alike) == len(works):
            for work, claim in zip(works, alike, strict=True):
                yield replace(claim, work=work, rule="score: respectively")
        elif len(alike) == 1 or unit == "grade":
            for claim in alike:
                for work in works:
                    yield replace(claim, work=work, rule="score: of each work")
        else:
            yield from alike
