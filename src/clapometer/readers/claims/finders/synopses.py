"""Finds the sentences that say what a work is about, and the makers' own synopsis."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from clapometer.readers.claims.claim import Claim
from clapometer.readers.claims.document import Document
from clapometer.readers.claims.finders import sources
from clapometer.readers.claims.phrases.rows import found_by
from clapometer.readers.claims.phrases.synopses import (
    ABOUT,
    APPOSED,
    OFFICIAL,
    SYNOPSES,
    WEAK,
)
from clapometer.readers.claims.phrases.tagging import Tagged
from clapometer.readers.claims.wording import Wording
from clapometer.readers.claims.works import attributive

_OFFICIAL = Wording(OFFICIAL, re.IGNORECASE)
_APPOSED = Wording(APPOSED)
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
_MADE = Wording(r"\b(?:created|directed|written|adapted|based) (?:by|from|on)\b")
_REACH = 90
_DIGIT = re.compile(r"\d|[“\"]")
_OF_MAKING = Wording(
    r"\b(?:stars?|starring|plays?|played by|films?|shows?|series|season|episodes?|critics?|written|"
    r"directed|develop\w*|showrunners?|serves?|compos\w+|replac\w+|filmed|shot|crew|hosted|"
    r"presented|narrated|producer|production|viewers|audience|actor|actress|network|streamer|"
    r"budget|novel|"
    r"books?|based|feature[sd]?|joined by|returns?|tickets?|studio|was|were|had)\b",
    re.IGNORECASE,
)
_STORY = Wording(
    r"\b(?:but|however|when|as|while|once|after|until|soon|must|is|are|finds?|discovers?|begins?|"
    r"their|his|her|they|he|she)\b",
    re.IGNORECASE,
)
"""What a sentence has that goes on with a story, and what it has not."""
_LATER = "synopsis: going on"
_TYPED = "synopsis: a film telling"
_ASIDE = frozenset({"synopsis: in which", "synopsis: a work about"})
"""Rules that read what is said aside, whatever the rest of the sentence tells."""
_MOST_OF = 0.45
"""The share of a sentence from which on what it says of a work is its synopsis as a whole."""
_OF_NO_STORY = Wording(
    r"[“\"]|\b(?:called it|calls it|compar\w+|director|we|we['’]ve|you|you['’]d|your|I|fans|"
    r"critics|told|said|announced|confirmed|"
    r"season \w+ (?:was|is)|renew\w*|cast|premiered|aired|created|filming)\b",
    re.IGNORECASE,
)
"""What stands in no sentence that tells a story below a heading."""


def find(document: Document) -> Iterator[Claim]:
    """Yield the synopses of a story's works; weak ones only of works that have no others."""
    claims = list(_all(document))
    strong = {claim.work for claim in claims if claim.rule not in WEAK | {_LATER}}
    yield from (one for one in claims if one.rule not in WEAK or one.work not in strong)


def _all(document: Document) -> Iterator[Claim]:
    """Yield all that may be a synopsis."""
    left = 0
    last: Claim | None = None
    of_source = {claim.span[0]: claim.work for claim in sources.find(document)}
    for tagged in document.tagged:
        official = _official(tagged)
        if official is not None:
            yield official
            continue
        if _ABOUT.match(tagged.sentence.text):
            left = _OF_SECTION if _has_text_below(tagged) else 0
            continue
        if document.blocks[tagged.sentence.block].role in {"subhead", "headline"}:
            left = 0
            continue
        claim = _told(tagged, of_source) or _apposed(tagged)
        if claim is None and left:
            claim = _below_heading(tagged)
        if claim is None and last is not None:
            claim = _going_on(tagged, last)
        last = claim
        left = max(0, left - 1)
        if claim is not None:
            yield claim


def _has_text_below(tagged: Tagged) -> bool:
    """Return whether a heading has a paragraph below it, and is no line of a table of contents."""
    blocks, place = tagged.document.blocks, tagged.sentence.block
    return place + 1 < len(blocks) and blocks[place + 1].role == "body"


def _told(tagged: Tagged, of_source: Mapping[int, str | None]) -> Claim | None:
    """Return the synopsis that a sentence is; `of_source` has the works of the sentences that also
    tell a source, whose title is not the work's."""
    if not _long_enough(tagged.sentence.text) or _in_speech(tagged):
        return None
    document = tagged.document
    for found in found_by(SYNOPSES, tagged):
        if _quoted(document, *found.place):
            continue
        if found.row.rule == _TYPED and (beside := _apposed(tagged)) is not None:
            return beside
        aside = found.row.rule in _ASIDE
        if aside or found.match.start() == 0 or not _NO_PLOT.search(tagged.sentence.text):
            work = of_source.get(tagged.sentence.start) or _first(tagged) or found.work()
            return _claim(tagged, work, found.row.rule)
    return None


def _first(tagged: Tagged) -> str | None:
    """Return the work whose title begins a sentence."""
    begins = tagged.works and tagged.works[0].start - tagged.sentence.start <= 1
    return (
        tagged.works[0].work
        if begins and not attributive(tagged.document, tagged.works[0])
        else None
    )


def _going_on(tagged: Tagged, last: Claim) -> Claim | None:
    """Return the sentence that goes on with the story that the one before it in its paragraph
    began to tell."""
    sentence, document = tagged.sentence, tagged.document
    before = document.sentences[sentence.place - 1]
    if before.block != sentence.block or last.span != (before.start, before.end):
        return None
    text = sentence.text
    if not _long_enough(text) or _in_speech(tagged) or tagged.works or _DIGIT.search(text):
        return None
    if _NO_PLOT.search(text) or _OF_NO_STORY.search(text) or _OF_MAKING.search(text):
        return None
    if not _STORY.search(text):
        return None
    return _claim(tagged, last.work, _LATER)


def _apposed(tagged: Tagged) -> Claim | None:
    """Return what is said of a work beside its title: the words alone, where they are the lesser
    part of their sentence."""
    if _in_speech(tagged):
        return None
    for one in _APPOSED.finditer(tagged.text):
        start, end = tagged.origin(one.start("told")), tagged.origin(one.end("told"))
        told = tagged.document.text[start:end]
        if not _long_enough(told) or _NO_PLOT.search(told) or _quoted(tagged.document, start, end):
            continue
        before = [work for work in tagged.works if work.end <= start]
        work = before[-1].work if before else tagged.document.work_at(start, start)
        whole = len(told.split()) >= _MOST_OF * len(tagged.sentence.text.split())
        span = None if whole else (start, end)
        return _claim(tagged, work, "synopsis: beside the title", span)
    return None


def _below_heading(tagged: Tagged) -> Claim | None:
    text = tagged.sentence.text
    if not _long_enough(text) or _in_speech(tagged):
        return None
    if _NO_PLOT.search(text) or _MADE.search(text) or _OF_NO_STORY.search(text):
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
        work=work or next(iter(document.main_works), None),
        season=document.season_at(tagged.sentence.start, tagged.sentence.end),
        value=document.text[start:end],
        modality="confirmed",
        span=(start, end),
        rule=rule,
    )
