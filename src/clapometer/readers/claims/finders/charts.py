"""Finder of chart places: box office, streaming Top 10s, ratings, music, books, records."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from clapometer.readers.claims.claim import Claim
from clapometer.readers.claims.document import Document
from clapometer.readers.claims.figures import in_speech
from clapometer.readers.claims.owners import mentions_in
from clapometer.readers.claims.parts import Sentence

from .chart_names import MUSIC, Named, chart_of
from .listed import lists_in
from .ousting import ousted_in, ousting_words, taker_of
from .placing import placed
from .ranks import Ranked, ranks_in
from .records import RULE as RECORD
from .records import is_record, record_named
from .seasons_counted import season_counted
from .songs import song_at
from .standing import clause_of, is_refused, modality_of, period_of

NOT_A_CHART = re.compile(
    r"\b(?:season|series|episode|part|chapter|volume) (?:no\. ?|number[- ]|#)\Z"
    r"|\b(?:fan|priority|enemy|suspect|rule|public enemy|question|reason|job|goal|choice|dad|mum"
    r"|mom|"
    r"cinema|screen|channel|bachelor|player|seed|draft|pick|cause|draw|problem|concern|victim|piece"
    r"|candidate|patient|target|hater|supporter|critic|stan) (?:no\. ?|number[- ]|#)\Z",
    re.IGNORECASE,
)
"""Words in front of a number that is no place on a chart."""
_NOT_AFTER = re.compile(
    r"\A (?:fan|priority|enemy|suspect|rule|reason|goal|choice|concern|question|problem|dad"
    r"|supporter"
    r"|piece|draft|place to|thing|cause|spot in (?:my|her|his|our|their) hearts?"
    r"|on (?:my|his|her|our|their|your) )",
    re.IGNORECASE,
)
_SEVERAL = re.compile(
    r" (?:films|movies|releases|titles|shows|series) (?:\w+ )?(?:gross|earn|made|took)"
)
_MINE = re.compile(
    r"\b(?:my|our|your|his|her|critics['’]|readers['’]|favou?rite|own)\b", re.IGNORECASE
)
"""A list of somebody's own liking is no chart."""
LISTED = "chart: numbered list"
OUSTED = "chart: ousted"
_BESIDE = 50
_ON = re.compile(
    r"(?: (?!and\b|but\b|then\b|[\w]+ed\b)[\w.’'+-]+,?){0,6}? (?:on|in|of|atop|within)\b",
    re.IGNORECASE,
)
_AT = re.compile(r"(?: (?:list|chart)s?)? (?:at|in|as)\b")
_ALMOST = 16
_VAGUE = frozenset({
    "chart: numbered", "chart: place", "chart: nth was", "chart: landed", "chart: in nth",
    "chart: moved, and to nth", "chart: runner-up", "chart: bronze", "chart: from place to place",
})  # fmt: skip
"""Rows whose words tell a place only where a chart is spoken of."""
_CHARTED = re.compile(
    r"\b(?:charts?|charting|rankings?|ratings|box[- ]office|view(?:s|ers|ing|ed)\b|stream\w*"
    r"|most-watched|netflix|prime video|disney|hulu|nielsen|barb|flixpatrol|billboard|spotify"
    r"|itunes|luminate|iplayer|top (?:10|ten|five|3|5|20|40|spot)|weekend|best-?sell\w*|albums?"
    r"|singles?|ticket|audience|gross\w*|openings?|debut|number[- ]one|no\.? ?1\b|weeks? (?:at|on"
    r"|in)"
    r"|list|overnights?|minutes|theat(?:er|re)s|cinemas?|knock\w*|comscore)\b|[$£€]\d|\d ?m\b"
    r"|\dmillion|\bmillion\b",
    re.IGNORECASE,
)
_EXACT = frozenset({"chart: place", "chart: numbered", "chart: landed", "chart: in nth",
                    "chart: moved, and to nth"})  # fmt: skip
"""Rules that tell a place beside which “rounding out the top five” tells nothing more."""
_STATED = ("current", "reported", "former")


def find(document: Document) -> Iterator[Claim]:
    """Yield the chart places that a story states; what a numbered list tells is told by it, and
    what a headline tells by the body that tells it again."""
    found = [claim for sentence in document.told for claim in _in_sentence(document, sentence)]
    found += lists_in(document)
    listed = {(one.work, one.value) for one in found if one.rule == LISTED}
    told_in_body = {
        (one.work, one.value, one.fields["unit"])
        for one in found
        if one.modality in _STATED and not _in_headline(document, one)
    }
    for claim in found:
        told = claim.rule not in (LISTED, RECORD)
        if told and claim.modality == "reported" and (claim.work, claim.value) in listed:
            continue
        again = (claim.work, claim.value, claim.fields["unit"]) in told_in_body
        if not (again and _in_headline(document, claim)):
            yield claim


def _in_headline(document: Document, claim: Claim) -> bool:
    sentence = document.sentence_at(claim.span[0])
    return sentence is not None and document.blocks[sentence.block].role in ("headline", "subhead")


def _in_sentence(document: Document, sentence: Sentence) -> Iterator[Claim]:
    ranks = [rank for rank in ranks_in(sentence.text) if _is_place(document, sentence, rank)]
    ranks = [rank for rank in ranks if not _names_the_list(sentence.text, ranks, rank)]
    ousted = list(_ousted(document, sentence, ranks))
    lost = {claim.work for claim in ousted if claim.modality == "former"}
    found = [
        claim
        for rank, after in zip(ranks, [*ranks[1:], None], strict=bool(ranks))
        for claim in _claims(document, sentence, rank, after)
    ]
    exact = {claim.work for claim in found if claim.rule in _EXACT}
    for claim in found:
        told_exactly = claim.rule == "chart: rounding out" and claim.work in exact
        if not told_exactly and (claim.work not in lost or claim.value != 1):
            yield claim
    yield from ousted


def _names_the_list(text: str, ranks: list[Ranked], rank: Ranked) -> bool:
    """Return whether “the Top 10” only names the list of a place told beside it."""
    if rank.place.unit != "top_n":
        return False
    for other in ranks:
        if other.place.unit != "rank":
            continue
        if 0 <= rank.start - other.end < _BESIDE and _ON.match(text[other.end : rank.end]):
            return True
        if 0 <= other.start - rank.end < _ALMOST and _AT.match(text, rank.end):
            return True
    return (
        re.match(
            r"(?: (?:list|chart|rankings?))? at (?:no|number|#)", text[rank.end :], re.IGNORECASE
        )
        is not None
    )


def _is_place(document: Document, sentence: Sentence, rank: Ranked) -> bool:
    before, after = sentence.text[: rank.start], sentence.text[rank.end :]
    if NOT_A_CHART.search(before + rank.words[:8]) or _NOT_AFTER.match(after):
        return False
    if NOT_A_CHART.search(before[-20:]) or in_speech(document, sentence.start + rank.start):
        return False
    if _by_a_person(document, sentence.start + rank.start):
        return False
    if rank.place.unit == "top_n" and (_SEVERAL.match(after) or _MINE.search(rank.words)):
        return False
    if rank.place.rule == "chart: at n" and not _right_behind(document, sentence, rank):
        return False
    if rank.place.rule in _VAGUE and not _charted(document, sentence):
        return False
    return rank.place.rule != RECORD or is_record(before, after)


def _by_a_person(document: Document, start: int) -> bool:
    """Return whether a person stands right before a place: who topped the leaderboard."""
    place = bisect_left(document.people, start, key=lambda one: one.start) - 1
    return place >= 0 and document.text[document.people[place].end : start] == " "


def _right_behind(document: Document, sentence: Sentence, rank: Ranked) -> bool:
    """Return whether a place stands right behind a title, or after “the original”, in a sentence
    that speaks of a chart."""
    start = sentence.start + rank.start
    named = any(
        one.end <= start and not document.text[one.end : start].strip("”\"'’ ")
        for one in mentions_in(document, sentence)
    )
    told = re.search(r"\b[Tt]op (?:\d+|ten|five)\b|\bcharts?\b", sentence.text)
    return named and told is not None


def _charted(document: Document, sentence: Sentence) -> bool:
    """Return whether a sentence names a work, or it or those before it in its block speak of
    charts: of people, ranks are told too."""
    if _CHARTED.search(sentence.text) or mentions_in(document, sentence):
        return True
    for place in range(sentence.place - 1, max(-1, sentence.place - 4), -1):
        one = document.sentences[place]
        if one.block == sentence.block and _CHARTED.search(one.text):
            return True
    return False


def _claims(
    document: Document, sentence: Sentence, rank: Ranked, after: Ranked | None
) -> Iterator[Claim]:
    modality = modality_of(sentence.text, rank)
    if modality == "denied" and not is_refused(sentence.text, rank):
        return
    named = _named(document, sentence, rank, after)
    if rank.place.unit == "countries":
        named = named._replace(place=None)
    fields = {
        "unit": rank.place.unit,
        "chart": named.chart,
        "platform": named.platform,
        "place": named.place,
        "period": period_of(sentence.text, rank),
        "rank_max": rank.last,
    }
    song = song_at(document, sentence, rank) if named.chart in MUSIC else None
    for work, value in [(song, rank.value)] if song else placed(document, sentence, rank):
        yield Claim(
            kind="chart",
            work=work,
            season=None if song else season_counted(document, sentence, rank.start, rank.end, work),
            value=value,
            modality=modality,
            span=(sentence.start, sentence.end),
            rule=rank.place.rule,
            fields={name: said for name, said in fields.items() if said is not None},
        )


def _named(
    document: Document, sentence: Sentence, rank: Ranked, after: Ranked | None = None
) -> Named:
    begun, ended = clause_of(sentence.text, rank)
    ended = min(ended, rank.end + 90, after.start if after else len(sentence.text))
    near = sentence.text[max(begun, rank.start - 60) : max(rank.end, ended)]
    words = sentence.text[max(begun, rank.start - 20) : rank.end]
    named = chart_of(sentence.text, near, _context(document, sentence), words)
    if rank.place.rule == RECORD:
        return named._replace(chart=record_named(sentence.text, rank))
    return named


def _context(document: Document, sentence: Sentence) -> str:
    """Return the sentences before one, the nearest first, and the headline."""
    first = document.sentences[0].text if document.sentences else ""
    before = document.sentences[max(0, sentence.place - 3) : sentence.place]
    return " ".join([*(one.text for one in reversed(before)), first])


def _ousted(document: Document, sentence: Sentence, ranks: list[Ranked]) -> Iterator[Claim]:
    """Yield the first place that a work lost to another (“took the top spot from X”), and the one
    that the other took, if it is named (“X was dethroned by Y”)."""
    first = any(rank.value == 1 and rank.place.unit == "rank" for rank in ranks)
    if not first and not ousting_words(sentence.text):
        return
    loser = ousted_in(document, sentence, first=first)
    if loser is None or not (first or _charted(document, sentence)):
        return
    text = sentence.text
    named = chart_of(text, text, _context(document, sentence))
    taker = taker_of(document, sentence, loser)
    for one, modality in ((loser, "former"), (taker, "reported")):
        if one is not None:
            yield Claim(
                kind="chart",
                work=one.work,
                season=None,
                value=1,
                modality=modality,
                span=(sentence.start, sentence.end),
                rule=OUSTED,
                fields={
                    name: said
                    for name, said in (("unit", "rank"), *named._asdict().items())
                    if said is not None
                },
            )
