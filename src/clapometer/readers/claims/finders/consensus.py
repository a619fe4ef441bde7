"""Finder of the critics' consensus: the sentence that an aggregator prints, word for word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from clapometer.readers.claims.claim import Claim
from clapometer.readers.claims.document import Document
from clapometer.readers.claims.owners import owner_of
from clapometer.readers.claims.parts import Quoted, Sentence, within
from clapometer.readers.claims.wording import Wording

from .aggregators import aggregators_in
from .runs import runs_in
from .score_seasons import seasons_of_score
from .seasons_near import season_in

_SITE = (
    r"(?:rotten tomatoes|(?:the|that|its) (?:[\w-]+ )?(?:site|website|aggregat\w+))(?:['’]s?)?"
    r"(?: (?:critics|reviewers))?"
)
_TELLS = (
    r"(?:reads?|says?|states?|is|was|goes|runs?|notes?|calls?|sums? (?:\w+ )?up|describes?"
    r"|declares?|put it|puts it|praises?|hails?|dubs?|labels?|brands?"
    r"|summari[sz]es?|said|read|explains?|adds?|as follows|being|reading|stating|concludes?"
    r"|called|praised|deems?|finds?|calling|describing|warns?|admits?|argues?|promises?)"
)
_VERDICT = (
    r"(?:verdict|summary|summation|overview|blurb|summing-up|official line|takeaway|round-?up)"
)
ROWS: dict[str, tuple[str, str]] = {
    "consensus: reads": (
        rf"\bconsensus\b(?P<gap>[^.!?]{{0,110}}?)\b{_TELLS}\b[^.!?]{{0,70}}?[,:]? ?\Z",
        "The critics' consensus reads: “Slow, salty and sure of itself.” That is Salt Road.",
    ),
    "consensus: colon": (
        r"\bconsensus\b[^.!?:]{0,80}[:–—,] ?\Z",
        "The critics' consensus on Salt Road: “Slow, salty and sure of itself.”",
    ),
    "consensus: named with": (
        r"\bconsensus\b[^.!?]{0,90}\Z",
        "The consensus on Rotten Tomatoes, that Salt Road “stays slow, salty and sure of itself.”",
    ),
    "consensus: summed up": (
        (
            rf"\b{_SITE},? (?:which |that |who )?(?:now |currently |has |itself |neatly |simply "
            rf"|also |officially )*"
            r"(?:sums?|summ(?:ed|ing)|summari[sz]e[sd]?|calls?|describe[sd]?|dubs?|labels?|brands?"
            r"|hails?|declares?|concludes?|deems?|reckons?|writes?|says)\b[^.!?“\"]{0,80}\Z"
        ),
        "Rotten Tomatoes sums Salt Road up as “slow, salty and sure of itself.”",
    ),
    "consensus: verdict": (
        (
            rf"(?:\b{_SITE} (?:[\w-]+ )?{_VERDICT}|\bcritics['’] (?:[\w-]+ )?{_VERDICT}"
            rf"|\b{_VERDICT} (?:on|at|from|by|of) {_SITE})\b[^.!?“\"]{{0,60}}"
            rf"(?:\b{_TELLS}\b[^.!?“\"]{{0,30}}|[:–—,] ?)\Z"
        ),
        "Rotten Tomatoes' verdict on Salt Road is: “Slow, salty and sure of itself.”",
    ),
}
"""What stands in front of a consensus in quotation marks, with an example."""
_BEFORE = tuple((rule, re.compile(row, re.IGNORECASE)) for rule, (row, _) in ROWS.items())
_SUMS = r"(?:consensus|summary|summing-up|summation|blurb)"
_BEHIND = re.compile(
    rf"[,.]? ?(?:{_TELLS}|according to|per|is how|is what|declares?) (?:[\w’'-]+ ){{0,7}}?{_SUMS}\b"
    r"|[,.]? (?:[\w’'-]+ ){0,6}?(?:consensus\b|(?:site|aggregator|critics|tomatoes)['’]s?"
    r" (?:\w+ )?(?:summary|summing-up|verdict|blurb)\b)"
    rf"|[,.]? ?(?:is|was|are) (?:how|what|the way) {_SITE} (?:[\w-]+ ){{0,2}}?(?:sum|put|describ"
    r"|summari|see|characteri|conclud|say)",
    re.IGNORECASE,
)
_GOES_ON = re.compile(
    r"\b(?:read|reads|said|says|was|called|calls|praised|accused|credited|went|ran|runs|hailed"
    r"|described|declared|dismissed|faulted|lamented|noted|concluded|labelled|labeled|dubbed"
    r"|branded|found)\b[^.!?“\"]{0,60}\Z|['’]s:? \Z",
    re.IGNORECASE,
)
"""What stands in front of the consensus on another season, told right after the first."""
_BARE = re.compile(
    r"\b(?i:critics?['’]?s?|critical|site['’]s|website['’]s|tomatoes(?:['’]s?)?)(?i:[^.:]{0,40}?"
    r" consensus(?:[^.:“\"]{0,60}?\b(?:reads?|says?|states?|is))?) ?(?::|(?<=reads)|(?<=says)) ?"
    r"(?P<told>[A-Z][^“\"]{20,400}?[.!])(?:\s|\Z)"
)
_OF_CRITICS = re.compile(
    r"critic|review|tomato|aggregat|metascore|\b(?:the )?(?:site|website)\b", re.IGNORECASE
)
_FEWEST = 3
_SHORT = 30
_PART = re.compile(r" (?!and\b|but\b|while\b|on\b|in\b|is\b|reads|says|goes|according)[a-z]")
"""What goes on behind a few words that are quoted out of a sentence of the story's own."""
_PAST = Wording(r"\bconsensus [^.]{0,40}\b(?:was|said|read that|called|praised|stated)\b")
_MARKS = re.compile('[“”"‘]')
_REACH = 220


def find(document: Document) -> Iterator[Claim]:
    """Yield the consensus that a story quotes."""
    if "onsensus" not in document.text and "omatoes" not in document.text:
        return
    last: tuple[Sentence, int | None] | None = None
    for quoted in document.quoted:
        if len(document.text[quoted.inner_start : quoted.inner_end].split()) < _FEWEST:
            continue
        rule, season = _rule(document, quoted), None
        if rule is None and last is not None:
            season = _another_season(document, quoted, *last)
            rule = None if season is None else "consensus: of another season"
        claim = rule and _claim(document, rule, quoted.start, quoted.end, _inner(document, quoted))
        sentence = document.sentence_at(quoted.start)
        if claim and sentence is not None:
            claim = claim if season is None else replace(claim, season=season)
            last = sentence, claim.season
            yield claim
    if last is None:
        yield from _unquoted(document)


def _rule(document: Document, quoted: Quoted) -> str | None:
    """Return the rule by which quoted words are a consensus."""
    text = document.text
    if quoted.end - quoted.start < _SHORT and _PART.match(text, quoted.end):
        return None
    before = _unmarked(document, max(document.story.start, quoted.start - _REACH), quoted.start)
    if not _OF_CRITICS.search(before) and not _OF_CRITICS.search(text, quoted.end, quoted.end + 90):
        return None
    before = before.rstrip(" \n")
    for rule, words in _BEFORE:
        if (found := words.search(f"{before} ")) and not _MARKS.search(found[0]):
            return rule
    return "consensus: quoted first" if _BEHIND.match(text, quoted.end, quoted.end + 90) else None


def _unmarked(document: Document, start: int, end: int) -> str:
    """Return a stretch of text with titles freed from their marks."""
    text = list(document.text[start:end])
    for one in within(document.works, start, end):
        for place in (one.start - 1 - start, one.end - start, one.end + 1 - start):
            if 0 <= place < len(text) and text[place] in "“”\"‘’'":
                text[place] = ""
    return "".join(text)


def _another_season(
    document: Document, quoted: Quoted, last: Sentence, told: int | None
) -> int | None:
    """Return the season of words that are the consensus on another one, in the sentence right
    behind one that quotes a consensus: “last time it was accused of …”."""
    here = document.sentence_at(quoted.start)
    if here is None or (here.block, here.place) != (last.block, last.place + 1):
        return None
    runs = [run for run in runs_in(document, here, told) if run.seasons and run.end <= quoted.start]
    if not runs or not _GOES_ON.search(document.text, here.start, quoted.start):
        return None
    return runs[-1].seasons[-1]


def _inner(document: Document, quoted: Quoted) -> str:
    return document.text[quoted.inner_start : quoted.inner_end].strip().rstrip(",")


def _claim(document: Document, rule: str, start: int, end: int, told: str) -> Claim | None:
    sentence = _named_in(document, start)
    if sentence is None:
        return None
    work = owner_of(document, start, end)
    if work is None:
        return None
    named = aggregators_in(sentence.text)
    begin = min(sentence.start, start)
    seasons = seasons_of_score(
        document, sentence, max(0, start - sentence.start), end - sentence.start, work
    )
    return Claim(
        kind="consensus",
        work=work,
        season=season_in(told) or (seasons[-1] if seasons else None),
        value=" ".join(told.split()),
        modality="reported" if _PAST.search(sentence.text) else "current",
        span=(begin, max(end, sentence.end if sentence.start <= start < sentence.end else end)),
        rule=rule,
        fields={"aggregator": named[0].aggregator.name if named else "Rotten Tomatoes"},
    )


def _named_in(document: Document, start: int) -> Sentence | None:
    """Return the sentence that names the consensus: the one of the place, or the one before."""
    here = document.sentence_at(start)
    if here is None:
        return None
    if "onsensus" in here.text or here.place == 0 or here.start < start:
        return here
    before = document.sentences[here.place - 1]
    return before if "onsensus" in before.text else here


def _unquoted(document: Document) -> Iterator[Claim]:
    """Yield a consensus that is printed without marks: “Critics Consensus: Slow and salty.”"""
    for one in _BARE.finditer(document.text, document.story.start):
        claim = _claim(document, "consensus: without marks", *one.span("told"), one["told"])
        if claim is not None:
            yield claim
