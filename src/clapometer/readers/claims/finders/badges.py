"""Finder of certifications: badges that an aggregator gives, keeps or takes away."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from clapometer.readers.claims.claim import Claim
from clapometer.readers.claims.document import Document
from clapometer.readers.claims.owners import owner_of
from clapometer.readers.claims.parts import Sentence

from .seasons_near import season_near

BADGES: tuple[tuple[str, str, str], ...] = (
    (
        "Certified Fresh",
        "Rotten Tomatoes",
        (
            r"certified[- ][“\"‘'’”]?fresh[”\"’']?"
            r"|certified [“\"‘'][^”\"’']{2,60}[”\"’'] (?:as )?fresh|certifiably fresh"
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


_PARTS = ("certif", "verified", "must-")


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
        r"\b(?:not|isn['’]t|hasn['’]t|wasn['’]t|never|yet to|failed|fell short|short of|miss\w*"
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
_GENERAL = re.compile(
    r"\b(?:to be(?:come)?|requires?|means?|minimum|criteria|rules?|in order to|films? (?:must"
    r"|need))\b"
    r"[^.]{0,60}\breviews\b|\bhow (?:films|shows|titles) (?:are|become)\b|\b(?:other|many|few|most"
    r"|\d+) (?:[\w-]+ )?(?:titles|films|shows|series|movies)\b",
    re.IGNORECASE,
)


def find(document: Document) -> Iterator[Claim]:
    """Yield the badges that a story tells of; one for each sentence, badge and work."""
    for sentence in document.told:
        small = sentence.text.casefold()
        if not any(part in small for part in _PARTS) or _GENERAL.search(sentence.text):
            continue
        for name, who, words in _BADGES:
            one = words.search(sentence.text)
            if one is not None and (claim := _claim(document, sentence, one, name, who)):
                yield claim


def _claim(
    document: Document, sentence: Sentence, one: re.Match[str], name: str, who: str
) -> Claim | None:
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
        season=season_near(document, sentence, one.start(), one.end(), work),
        value=name,
        modality=row.modality,
        span=(sentence.start, sentence.end),
        rule=row.rule,
        fields={"aggregator": who},
    )
