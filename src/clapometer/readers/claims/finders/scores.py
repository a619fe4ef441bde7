"""Finder of review scores: what aggregators print, audiences' grades, one outlet's own rating."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from clapometer.readers.claims.claim import Claim
from clapometer.readers.claims.document import Document
from clapometer.readers.claims.owners import mentions_in, owner_of
from clapometer.readers.claims.parts import Sentence
from clapometer.readers.claims.wording import Wording

from .aggregators import AggregatorNamed
from .bare_scores import again_in, bare_in
from .printed_scores import Printed, printed_in
from .score_givers import Talk, Whose, named_in, whose
from .score_seasons import seasons_of_score
from .score_sides import side_of_score
from .score_times import age_of, review_count

NO_SCORE = re.compile(
    r"\A(?: or (?:more|higher|above))? (?:definite(?:ly)? recommend|recommend"
    r"|would (?:definitely )?recommend|of|more|less|fewer|drop|increase|jump|decline|rise|off"
    r"|from"
    r" (?:last|the previous))\b(?! (?:critics|reviewers|reviews|audiences?|viewers|users"
    r"|the (?:critics"
    r"|\d+|reviews)|them|all (?:critics|reviews)|\d+|seasons?\b|series (?:one|two|three|\d)"
    r"|its (?:predecessor|first|second|previous|debut)|the (?:first|second|third|original|previous"
    r"|debut)\b))",
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
_NEVER_BELOW = re.compile(r"\b(?:never|not|n['’]t) [^.;,]{0,30}\b(?:below|under) \Z", re.IGNORECASE)
"""Words of a score that is the lowest of all: “has never fallen below 90%”."""
_FEW = 3
_GIVEN_TO = re.compile(
    r" (?:given|awarded|handed|(?:that|which) went) to [^.;]{0,60}\Z"
    r"|[”\"'’]? (?:(?:score|rating|grade|cinemascore) )?for (?:[\w’'-]+,? ){0,4}[“\"‘']?\Z",
    re.IGNORECASE,
)
_RESPECTIVELY = Wording(r"\brespectively\b", re.IGNORECASE)
_BOTH = Wording(
    r"\bboth\b(?: (?:films|movies|shows|series|titles|of (?:them|which)))?", re.IGNORECASE
)
_EACH = Wording(r"\beach\b|\ball (?:three|four|two)\b|\bpair\b", re.IGNORECASE)
_GOES_ON = Wording(
    r"consensus|(?:audience|critics['’]?) score|reviews?\b|critics|reviewers", re.IGNORECASE
)
"""Words of a sentence that goes on with an aggregator without naming it."""


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
    talk = Talk()
    for sentence in document.told:
        named = named_in(sentence.text, sentence.place, talk)
        found = list(_of_sentence(document, sentence, named, talk))
        yield from _shared(document, sentence, found)
        for one in named:
            talk.named(sentence.place, one.aggregator)
        if not named and (found or _GOES_ON.search(sentence.text)):
            talk.go_on(sentence.place)


def _of_sentence(
    document: Document, sentence: Sentence, named: list[AggregatorNamed], talk: Talk
) -> Iterator[Claim]:
    side: str | None = None
    found: list[tuple[Claim, tuple[int, ...]]] = []
    text, place = sentence.text, sentence.place
    for one in _all_printed(
        document, sentence, bool(named) or talk.holds(place), talk.stars(place)
    ):
        if _is_no_score(text, one) or _said_by_somebody(document, sentence, one, named):
            continue
        one = talk.as_per_cent(one, named, place)
        giver = whose(text, one, named, talk, place)
        claim = _claim(document, sentence, one, giver, side) if giver.rule else None
        if claim is None:
            continue
        side = claim.fields.get("side")
        talk.said(place, one)
        found.append((claim, seasons_of_score(document, sentence, one.start, one.end, claim.work)))
    yield from _by_season(found)


def _by_season(found: list[tuple[Claim, tuple[int, ...]]]) -> Iterator[Claim]:
    """Yield the claims of a sentence, one for each season that a score is of; as many scores as
    seasons go to them in turn: “seasons 1 and 2 have 97% and 89%”."""
    for claim, seasons in found:
        alike = [
            other
            for other, same in found
            if same == seasons and other.fields.get("unit") == claim.fields.get("unit")
        ]
        if len(seasons) > 1 and len(alike) == len(seasons):
            yield replace(claim, season=seasons[alike.index(claim)], rule="score: respectively")
            continue
        for season in seasons or (None,):
            yield replace(claim, season=season)


def _all_printed(
    document: Document, sentence: Sentence, talked: bool, stars: str | None
) -> list[Printed]:
    """Return the scores that a sentence prints, bare numbers only where there is talk of them."""
    found = printed_in(sentence.text)
    found += again_in(sentence.text, found, stars)
    if talked:
        found += bare_in(document, sentence, found)
    return sorted(found)


def _is_no_score(text: str, one: Printed) -> bool:
    if one.unit != "%":
        return False
    before = text[max(0, one.start - 60) : one.start]
    return NO_SCORE.match(text[one.end : one.end + 60]) is not None or (
        _BEFORE_NO_SCORE.search(before) is not None and _NEVER_BELOW.search(before) is None
    )


def _said_by_somebody(
    document: Document, sentence: Sentence, one: Printed, named: list[AggregatorNamed]
) -> bool:
    """Return whether a score is a person's own, in words of theirs that name no aggregator: “10/10,
    would watch again”."""
    start, end = sentence.start + one.start, sentence.start + one.end
    said = next((q for q in document.quoted if q.start < start and end < q.end), None)
    if said is None or said.inner_end - said.inner_start <= one.end - one.start + _FEW:
        return False
    return not any(said.start <= sentence.start + other.start < said.end for other in named)


def _claim(
    document: Document, sentence: Sentence, one: Printed, giver: Whose, side: str | None
) -> Claim | None:
    """Return the claim of a score, without its season."""
    start, end = sentence.start + one.start, sentence.start + one.end
    work = _receiver(document, sentence, end) or owner_of(document, start, end)
    if work is None:
        return None
    aggregator = giver.aggregator
    modality, as_of = age_of(sentence.text, one.start, one.end)
    if one.unit == "grade" and modality == "current":
        modality = "reported"
    fields = {
        "unit": one.unit or (aggregator.units[0] if aggregator else ""),
        "aggregator": aggregator and aggregator.name,
        "outlet": one.outlet if aggregator is None else None,
        "side": side_of_score(sentence.text, one, aggregator, side),
        "review_count": review_count(sentence.text, one.start, one.end),
    }
    return Claim(
        kind="review_score",
        work=work,
        season=None,
        value=one.value,
        modality=modality,
        span=(sentence.start, sentence.end),
        rule=giver.rule,
        as_of=as_of,
        fields={name: said for name, said in fields.items() if said is not None},
    )


def _receiver(document: Document, sentence: Sentence, end: int) -> str | None:
    """Return the work that a rating is said to be given to, right behind it."""
    behind = (one for one in mentions_in(document, sentence) if one.start >= end)
    return next(
        (one.work for one in behind if _GIVEN_TO.match(document.text[end : one.start])), None
    )


def _shared(document: Document, sentence: Sentence, found: list[Claim]) -> Iterator[Claim]:
    """Yield the scores of a sentence, those of several works handed to each of them: “90 % and
    94 %, respectively”, “both films an A”."""
    if not found:
        return
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
