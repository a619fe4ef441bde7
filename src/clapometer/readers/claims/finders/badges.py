"""Finder of certifications: badges that an aggregator gives, keeps or takes away."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from clapometer.readers.claims.claim import Claim
from clapometer.readers.claims.document import Document
from clapometer.readers.claims.owners import owner_of
from clapometer.readers.claims.parts import Sentence
from clapometer.readers.claims.wording import Wording

from .runs import runs_in
from .score_seasons import seasons_of_score

BADGES: tuple[tuple[str, str, str], ...] = (
    (
        "Certified Fresh",
        "Rotten Tomatoes",
        (
            r"certified[- ][“\"‘'’”]?fresh[”\"’']?"
            r"|certified [“\"‘'][^”\"’']{2,60}[”\"’'] (?:as )?fresh|certifiably fresh"
            r"|certif(?:y|ied) (?:[\w’'-]+ ){1,4}?(?:as )?[“\"‘']?fresh"
            r"|fresh (?:seal|badge|stamp|sticker|status)|seal of freshness"
            r"|certified[- ]fresh(?:ness)?"
            r"|fresh certification|(?:certified|certification) status|(?<=fresh )certificate"
        ),
    ),
    ("Verified Hot", "Rotten Tomatoes", r"verified[- ]hot"),
    ("Must-See", "Metacritic", r"metacritic must-?(?:see|watch)|must-see (?:badge|label|status)"),
)
"""Badges: the name, who gives it, and the words for it."""
_BADGES = tuple(
    (name, who, re.compile(rf"\b(?:{words})", re.IGNORECASE)) for name, who, words in BADGES
)


_PARTS = ("certif", "verified", "must-", "fresh")


class Stated(NamedTuple):
    """How a badge is stated: the rule, the modality, the words, before the badge or anywhere."""

    rule: str
    modality: str
    words: str
    example: str


ROWS: tuple[Stated, ...] = (
    Stated(
        "badge: lost",
        "former",
        r"\b(?:lost|loses|losing|stripped|revoked|no longer|forfeit\w*|shed)\b",
        '"Salt Road" has lost its Certified Fresh badge.',
    ),
    Stated(
        "badge: kept",
        "current",
        r"\b(?:still|remain\w*|stay\w*|retain\w*|maintain\w*|keep\w*|kept|held on to|clings?|now"
        r"|currently)\b",
        '"Salt Road" remains certified fresh on Rotten Tomatoes.',
    ),
    Stated(
        "badge: not given",
        "denied",
        r"\b(?:not|too few|insufficient|isn['’]t|hasn['’]t|wasn['’]t|never|yet to|failed"
        r"|fell short|short of|miss\w*"
        r"|far from)\b",
        '"Salt Road" has yet to be Certified Fresh.',
    ),
    Stated(
        "badge: expected",
        "speculated",
        r"\b(?:could|may|might|should|would|likely|on track|close to|expected|hop\w+|need\w*"
        r"|soon|will)\b",
        '"Salt Road" could soon be Certified Fresh.',
    ),
    Stated(
        "badge: earned and held",
        "current",
        r"(?:\b(?:has|have)|['’](?:s|ve)) (?:just |now |also |already |since |duly |even )*(?:been"
        r"|earned|received|gained|secured|landed|picked up|achieved|won|bagged|got|become)\b",
        '"Salt Road" has just earned the Certified Fresh badge.',
    ),
    Stated(
        "badge: earned",
        "reported",
        r"\b(?:earn\w*|receiv\w*|award\w*|gain\w*|was|were|got|became|has been|secured|given|won"
        r"|picked up|landed|achieved|handed|slapped|bestowed|granted)\b",
        '"Salt Road" was awarded Certified Fresh status.',
    ),
    Stated("badge: held", "current", r"", '"Salt Road" is Certified Fresh at 93%.'),
)
"""How badges are stated; the first row whose words stand in the clause of the badge decides."""
_ROWS = tuple((row, re.compile(row.words, re.IGNORECASE)) for row in ROWS)
_BREAK = re.compile(
    r"[;:—–]|, (?:but|and|while|which|though|although|with)\b|\b(?:but|while|after)\b"
)
_GENERAL = Wording(
    r"\b(?:to be(?:come)?|requires?|means?|minimum|criteria|rules?|in order to|films? (?:must"
    r"|need))\b"
    r"[^.]{0,60}\breviews\b|\bhow (?:films|shows|titles) (?:are|become)\b|\b(?:previous|earlier"
    r"|other|many|few|most"
    r"|\d+) (?:[\w-]+ )?(?:titles|films|shows|series|movies)\b",
    re.IGNORECASE,
)


_TOO = re.compile(
    r"[^,;:.]{0,30}?\b(?P<no>(?:never|not|didn['’]t|hasn['’]t|isn['’]t|wasn['’]t"
    r"|yet to)\b[^,;.]{0,20}"
    r"|missed out|fell short|failed|came close)"
    r"|[^,;:.]{0,30}?\b(?P<may>(?:should|could|may|might|will|would)\b[^,;.]{0,30}\b(?:one|too"
    r"|follow|join|as well|the same|there))"
    r"|[^,;:.]{0,30}?\b(?P<yes>did too|followed suit|joined it|is too|was too|does too|likewise"
    r"|has one|got one|earned one|holds one|as well|has it too)\b",
    re.IGNORECASE,
)
"""What goes on with a badge for another season behind its name: “the second never got there”."""
_SO_IS = re.compile(
    r"\b(?P<how>so (?:is|was|did|has|are|were)|as (?:is|was|did|has)|just like|like|unlike"
    r"|nor (?:is|did"
    r"|was|has)|neither (?:is|did|was|has)) (?:the |its )?\Z",
    re.IGNORECASE,
)
"""What goes on with a badge in front of the name of another season: “and so is the first”."""


def find(document: Document) -> Iterator[Claim]:
    """Yield the badges that a story tells of; one for each sentence, badge, work and season."""
    last: tuple[int, Claim] | None = None
    for sentence in document.told:
        found = list(_badges_in(document, sentence))
        yield from found
        if found:
            last = (sentence.place, found[-1])
        if last is not None and sentence.place - last[0] <= 1:
            own = {claim.season for claim in found}
            for claim in _going_on(document, sentence, last[1]):
                if claim.season not in own:
                    last = (sentence.place, last[1])
                    yield claim


def _badges_in(document: Document, sentence: Sentence) -> Iterator[Claim]:
    small = sentence.text.casefold()
    if not any(part in small for part in _PARTS) or _GENERAL.search(sentence.text):
        return
    for name, who, words in _BADGES:
        one = words.search(sentence.text)
        claim = _claim(document, sentence, one, name, who) if one is not None else None
        if one is None or claim is None:
            continue
        seasons = seasons_of_score(document, sentence, one.start(), one.end(), claim.work)
        for season in seasons or (None,):
            yield replace(claim, season=season)


def _going_on(document: Document, sentence: Sentence, last: Claim) -> Iterator[Claim]:
    """Yield the badges that a sentence goes on with for other seasons without naming them."""
    for run in runs_in(document, sentence, last.season):
        if not run.seasons or run.seasons[-1] == last.season:
            continue
        behind = _TOO.match(document.text, run.end, sentence.end)
        before = _SO_IS.search(document.text, sentence.start, run.start)
        if behind is None and before is None:
            continue
        modality = last.modality
        if behind is not None and (behind["no"] or behind["may"]):
            modality = "denied" if behind["no"] else "speculated"
        elif before is not None and before["how"].casefold().startswith(("un", "nor", "nei")):
            modality = "denied"
        yield replace(
            last,
            season=run.seasons[-1],
            modality=modality,
            span=(sentence.start, sentence.end),
            rule="badge: of another season",
        )


def _claim(
    document: Document, sentence: Sentence, one: re.Match[str], name: str, who: str
) -> Claim | None:
    """Return the claim of a badge, without its season."""
    start, end = sentence.start + one.start(), sentence.start + one.end()
    work = owner_of(document, start, end)
    if work is None:
        return None
    begun = max((at.end() for at in _BREAK.finditer(sentence.text, 0, one.start())), default=0)
    ended = _BREAK.search(sentence.text, one.end())
    clause = sentence.text[begun : ended.start() if ended else len(sentence.text)]
    row = next(row for row, sign in _ROWS if sign.search(clause))
    return Claim(
        kind="certification",
        work=work,
        season=None,
        value=name,
        modality=row.modality,
        span=(sentence.start, sentence.end),
        rule=row.rule,
        fields={"aggregator": who},
    )
