"""Finds the sentences that say what a work is about, and the makers' own synopsis."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from clapometer.readers.claims.claim import Claim
from clapometer.readers.claims.document import Document
from clapometer.readers.claims.finders import sources
from clapometer.readers.claims.phrases.rows import found_by
from clapometer.readers.claims.phrases.synopses import ABOUT, OFFICIAL, SYNOPSES
from clapometer.readers.claims.phrases.tagging import Tagged

_OFFICIAL = re.compile(OFFICIAL, re.IGNORECASE)
_ABOUT = re.compile(ABOUT, re.IGNORECASE)
_SHORTEST = 8
"""Words of the shortest synopsis."""
_OF_SECTION = 3
"""Sentences below a heading that count as synopsis."""
_NO_PLOT = re.compile(
    r"\$|\b(?:box office|gross(?:ed|ing)?|viewers in|million views|premieres? (?:at|on)|"
    r"release date|rotten tomatoes|ratings?|"
    r"streaming on|subscri|renewed|tweeted)\b",
    re.IGNORECASE,
)
_MADE = re.compile(r"\b(?:created|directed|written|adapted|based) (?:by|from|on)\b")
_REACH = 90


def find(document: Document) -> Iterator[Claim]:
    """Yield the synopses of a story's works."""
    left = 0
    of_source = {claim.span[0]: claim.work for claim in sources.find(document)}
    for tagged in document.tagged:
        official = _official(tagged)
        if official is not None:
            yield official
            continue
        if _ABOUT.match(tagged.sentence.text):
            left = _OF_SECTION
            continue
        if document.blocks[tagged.sentence.block].role in {"subhead", "headline"}:
            left = 0
            continue
        claim = _told(tagged, of_source)
        if claim is None and left:
            claim = _below_heading(tagged)
        left = max(0, left - 1)
        if claim is not None:
            yield claim


def _told(tagged: Tagged, of_source: Mapping[int, str | None]) -> Claim | None:
    """Return the synopsis that a sentence is; `of_source` has the works of the sentences that also
    tell a source, whose title is not the work's."""
    if not _long_enough(tagged.sentence.text) or _in_speech(tagged):
        return None
    document = tagged.document
    for found in found_by(SYNOPSES, tagged):
        if _quoted(document, *found.place):
            continue
        if found.match.start() == 0 or not _NO_PLOT.search(tagged.sentence.text):
            work = of_source.get(tagged.sentence.start) or found.work()
            return _claim(tagged, work, found.row.rule)
    return None


def _below_heading(tagged: Tagged) -> Claim | None:
    text = tagged.sentence.text
    if not _long_enough(text) or _in_speech(tagged):
        return None
    if _NO_PLOT.search(text) or _MADE.search(text):
        return None
    work = tagged.document.work_at(tagged.sentence.start, tagged.sentence.end)
    return _claim(tagged, work, "synopsis: below a heading")


def _official(tagged: Tagged) -> Claim | None:
    """Return the makers' own synopsis, whose quoted words follow the word for one."""
    document, sentence = tagged.document, tagged.sentence
    word = _OFFICIAL.search(sentence.text)
    if word is None:
        return None
    start = sentence.start + word.end()
    for one in document.quoted:
        near = start <= one.start <= max(sentence.end + 3, start + _REACH)
        if near and _long_enough(document.text[one.inner_start : one.inner_end]):
            span = one.inner_start, one.inner_end
            work = document.work_at(sentence.start, start)
            return _claim(tagged, work, "synopsis: official", span)
    if sentence.text.endswith(":") and sentence.place + 1 < len(document.sentences):
        following = document.sentences[sentence.place + 1]
        if _long_enough(following.text):
            block = document.blocks[following.block]
            work = document.work_at(sentence.start, start)
            return _claim(tagged, work, "synopsis: official", (block.start, block.end))
    return None


def _quoted(document: Document, start: int, end: int) -> bool:
    """Return whether words stand within a longer quotation: then somebody says them."""
    return any(
        one.inner_start <= start and end <= one.inner_end and one.inner_end - one.inner_start > 60
        for one in document.quoted
    )


def _long_enough(text: str) -> bool:
    return text.count(" ") + 1 >= _SHORTEST


def _in_speech(tagged: Tagged) -> bool:
    """Return whether a sentence is somebody's speech, which is a quotation and no synopsis."""
    return tagged.sentence.text[0] in '"“' and tagged.text[0] in '"“'


def _claim(
    tagged: Tagged, work: str | None, rule: str, span: tuple[int, int] | None = None
) -> Claim:
    document = tagged.document
    start, end = span or (tagged.sentence.start, tagged.sentence.end)
    return Claim(
        kind="synopsis",
        work=work,
        season=document.season_at(tagged.sentence.start, tagged.sentence.end),
        value=document.text[start:end],
        modality="confirmed",
        span=(start, end),
        rule=rule,
    )
