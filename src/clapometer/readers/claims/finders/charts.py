"""Finder of chart places: box office, streaming Top 10s, ratings, music, books, records."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clapometer.readers.claims.claim import Claim
from clapometer.readers.claims.document import Document
from clapometer.readers.claims.figures import in_speech
from clapometer.readers.claims.owners import joined_before, mentions_in, owner_of
from clapometer.readers.claims.parts import Sentence, WorkMention

from .chart_names import MUSIC, Named, chart_of, platform_in
from .ranks import Ranked, ranks_in
from .seasons_near import season_near

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
    r"|piece|draft|place to|thing|cause|spot in (?:my|her|his|our|their) hearts?)\b",
    re.IGNORECASE,
)
_OUSTED = re.compile(
    r"\b(?:dethron\w+|unseat\w+|depos\w+|oust\w+|toppl\w+|overtak\w+|replac\w+|dislodg\w+"
    r"|(?:knock|push|bump|edg|tak|took|kick|nudg|snatch|steal|stole|wrest|grab"
    r"|seiz)\w*[^.;]{0,50}?\b(?:off|from"
    r"|out of))\b (?:the |last week['’]s |[\w.’'-]+['’]s? )*(?:[\w-]+ ){0,3}[“\"'‘]?\Z",
    re.IGNORECASE,
)
"""Words that take the first place away from the work named behind them."""
_PUSHED = re.compile(
    r"\b(?:knock|push|bump|kick|nudg|shov|topp|pip)\w* (?:the )?[“\"'‘]?\Z", re.IGNORECASE
)
_OFF = re.compile(
    r"[,”\"'’]* (?:off|from|out of|to second|down|to (?:the )?(?:number|no|second))\b",
    re.IGNORECASE,
)
_FORMER = re.compile(
    r"\blast (?:week|weekend|month|year)['’]s\b|\bprevious(?:ly)?\b|\bformer\b|\bhad been\b"
    r"|\bformerly\b"
    r"|\bonce\b|\bused to\b|\bfell from\b|\b(?:down|slid|slipped|dropped) from\b",
    re.IGNORECASE,
)
_EXPECTED = re.compile(
    r"\b(?:expected|projected|predicted|forecast|likely|could|may|might|hop(?:es|ing)|poised"
    r"|on track"
    r"|favou?red|set to|should|tipped|eyeing|will probably|if )\b",
    re.IGNORECASE,
)
_DENIED = re.compile(
    r"\b(?:fail(?:ed|s|ing) to|did(?: not|n['’]t)|has(?:n['’]t| not)|miss(?:ed|es|ing)(?: out on)?"
    r"|(?:fell|falling) short of|never|couldn['’]t|unable to|just outside(?: of)?|not)\b",
    re.IGNORECASE,
)
_NOW = re.compile(
    r"\b(?:currently|now|still|remains?|right now|today|at the moment|is)\b", re.IGNORECASE
)
_BREAK = re.compile(r"[;:—–]|, (?:while|whereas|but|and|with)\b|\bwhile\b|\bwhereas\b")
_PERIOD = re.compile(
    r"\b(?:in|during|over|for|after|since|within) (?:its|the|their|a) (?:first|opening|debut|second"
    r"|third|past|last|fourth|fifth|final)?(?: (?:\w+|\d+))?? ?(?:days?|weeks?|weekends?|months?"
    r"|years?|frame)"
    r"|\bof (?:all time|the (?:year|week|month|decade|weekend|summer)|20\d\d|the 20\d\ds)"
    r"|\bfor (?:the )?(?:\w+ )?(?:consecutive|straight) (?:week|weekend|month)s?"
    r"|\b(?:this|last) (?:week|weekend|month|year)\b|\bever\b|\bfor (?:\w+ ){1,2}(?:days|weeks"
    r"|months|weekends)\b",
    re.IGNORECASE,
)
_SEVERAL = re.compile(
    r" (?:films|movies|releases|titles|shows|series) (?:\w+ )?(?:gross|earn|made|took)"
)
_PERSONAL = re.compile(r"\b(?:his|her|their|my|our|[A-Z][\w.]+(?:[’']s|s[’'])) (?:\w+[- ]?)?\Z")
"""A superlative of somebody's own career is no chart."""
_SCOPE = re.compile(
    r"[^.;]{0,60}?(?:\bof (?:all[- ]time|the (?:year|night|day|evening|decade|month|week|weekend"
    r"|pandemic|franchise"
    r"|century"
    r"|summer|series)|(?:19|20)\d\d|its)|\bever\b|\bin (?:the )?(?:history|(?:19|20)\d\d"
    r"|\d+ years|the U|U[KS]\b|Brit|Amer|Eur)"
    r"|\bthis (?:year|week|weekend|summer|month)|\bso far\b|\bon (?:the )?(?:record|platform"
    r"|streaming"
    r"|service|streamer|television|tv)|\bfor an? \b|\bworldwide|\bglobally|\bin the (?:world"
    r"|country))",
    re.IGNORECASE,
)
_SCOPE_BEFORE = re.compile(
    r"\b(?:year|week|weekend|summer|season|decade|month|century|world|country|nation|night|platform"
    r"|streamer|network|studio|all-time)['’]?s? (?:\w+-)?\Z",
    re.IGNORECASE,
)
_APPOSED = re.compile(r",? (?:the |an? )?(?:[\w.’'-]+ ){0,6}[“\"'‘]?")
_HANDED = re.compile(
    r"(?: for the weekend| this week| overall| place| spot)? (?:(?:(?:went|goes|going|belong\w*) to"
    r"|was|is|were) (?:[\w.’'&-]+,? ){0,9}|(?:with|to) (?:(?:[A-Z][\w.’'&-]+|the|its|and) ){0,5})"
    r"[“\"'‘]?"
)
_ENDED = re.compile(
    r"\b(?:end(?:ed|s|ing)|finish(?:ed|ing)|snapp(?:ed|ing)|conclud(?:ed|ing)) (?:its|a|the|his"
    r"|her)"
    r" (?:[\w-]+ ){0,3}(?:run|reign|streak|stay|hold) (?:at|on|in|as) (?:the )?\Z"
)
"""Words of a place that is held no longer."""
LISTED = "chart: numbered list"
_RECORD_RULE = "chart: nth of a record"
_BESIDE = 50
_ON = re.compile(r"\b(?:on|in|of|atop)\b")
_SONGS = re.compile(
    r"\b(?:songs?|singles?|tracks?|ballad|anthem|hit"
    r"|[’']s) (?:\w+ ){0,3}?[“\"‘'](?P<title>[A-Z][^”\"\n]{2,60}?)[,.]?[”\"’']"
    r"(?!\w)|[“\"](?P<before>[A-Z][^”\"\n]{2,60}?),?[”\"],? (?:a|the|her|his"
    r"|their) (?:[\w-]+ ){0,3}(?:song|single|track)\b"
)
_SONG_BACK = 420
_EXACT = frozenset({"chart: place", "chart: numbered", "chart: landed", "chart: in nth"})
"""Rules that tell a place beside which “rounding out the top five” tells nothing more."""
_LISTS = re.compile(r" (?:was|is|were|are)\b|:|(?: at the [\w ]{2,30})? (?:was|were)\b")
_ONE_OF = re.compile(r"\b(?:one of|among)(?: [\w’'-]+){0,4} \Z|\bamong the\b", re.IGNORECASE)


def find(document: Document) -> Iterator[Claim]:
    """Yield the chart places that a story states; what a numbered list tells is told by it."""
    found = [claim for sentence in document.told for claim in _in_sentence(document, sentence)]
    listed = {(one.work, one.value) for one in found if one.rule == LISTED}
    for claim in found:
        told = claim.rule != LISTED and claim.rule != _RECORD_RULE
        if not (told and claim.modality == "reported" and (claim.work, claim.value) in listed):
            yield claim


def _in_sentence(document: Document, sentence: Sentence) -> Iterator[Claim]:
    ranks = [rank for rank in ranks_in(sentence.text) if _is_place(document, sentence, rank)]
    if not ranks:
        return
    ranks = [rank for rank in ranks if not _names_the_list(sentence.text, ranks, rank)]
    ousted = list(_ousted(document, sentence, ranks[0]))
    lost = {claim.work for claim in ousted}
    found = [
        claim
        for rank, after in zip(ranks, [*ranks[1:], None], strict=True)
        for claim in _claims(document, sentence, rank, after)
    ]
    exact = {claim.work for claim in found if claim.rule in _EXACT}
    for claim in found:
        told_exactly = claim.rule == "chart: rounding out" and claim.work in exact
        if not told_exactly and (claim.work not in lost or claim.value != 1):
            yield claim
    yield from ousted


def _names_the_list(text: str, ranks: list[Ranked], rank: Ranked) -> bool:
    """Return whether “the Top 10” only names the list of a place told before it."""
    return rank.place.unit == "top_n" and any(
        other.place.unit == "rank"
        and 0 <= rank.start - other.end < _BESIDE
        and _ON.search(text[other.end : rank.end]) is not None
        for other in ranks
    )


def _is_place(document: Document, sentence: Sentence, rank: Ranked) -> bool:
    before, after = sentence.text[: rank.start], sentence.text[rank.end :]
    if NOT_A_CHART.search(before + rank.words[:8]) or _NOT_AFTER.match(after):
        return False
    if NOT_A_CHART.search(before[-20:]) or in_speech(document, sentence.start + rank.start):
        return False
    if rank.place.unit == "top_n" and _SEVERAL.match(after):
        return False
    if rank.place.rule != "chart: nth of a record":
        return True
    personal = _PERSONAL.search(before.rstrip() + " ") and not platform_in(before[-24:])
    return (
        not personal
        and not _ONE_OF.search(before[-40:].rstrip() + " ")
        and _is_record(after, before)
    )


def _is_record(after: str, before: str) -> bool:
    """Whether a superlative is of a list that somebody keeps: of a stretch of time, on a platform,
    or of all."""
    if _SCOPE_BEFORE.search(before):
        return True
    return _SCOPE.match(after) is not None or platform_in(before[-30:] + after[:50]) is not None


def _claims(
    document: Document, sentence: Sentence, rank: Ranked, after: Ranked | None
) -> Iterator[Claim]:
    modality = _modality(sentence.text, rank)
    if modality == "denied":
        return
    named = _named(document, sentence, rank, after)
    if rank.place.unit == "countries":
        named = named._replace(place=None)
    fields = {
        "unit": rank.place.unit,
        "chart": named.chart,
        "platform": named.platform,
        "place": named.place,
        "period": _period(sentence.text, rank),
        "rank_max": rank.last,
    }
    song = _song(document, sentence, rank) if named.chart in MUSIC else None
    for work, value in [(song, rank.value)] if song else _placed(document, sentence, rank):
        yield Claim(
            kind="chart",
            work=work,
            season=None if song else season_near(document, sentence, rank.start, rank.end, work),
            value=value,
            modality=modality,
            span=(sentence.start, sentence.end),
            rule=rank.place.rule,
            fields={name: said for name, said in fields.items() if said is not None},
        )


def _placed(document: Document, sentence: Sentence, rank: Ranked) -> list[tuple[str, int]]:
    """Return the works at a place with the value of each: several that complete the first N have
    all of them N, several that round it out in a list have the last places in turn."""
    start, end = sentence.start + rank.start, sentence.start + rank.end
    here = mentions_in(document, sentence)
    if rank.place.rule == "chart: completing":
        works = list(dict.fromkeys(one.work for one in here if one.end <= start))
        if works:
            return [(work, rank.value) for work in works]
    if rank.place.rule == "chart: rounding out" and _LISTS.match(sentence.text, rank.end):
        works = list(dict.fromkeys(one.work for one in here if one.start >= end))
        first = rank.value - len(works) + 1
        if works and first > 0:
            return [(work, first + place) for place, work in enumerate(works)]
    if rank.place.rule == "chart: numbered list":
        listed = next((one.work for one in here if one.start >= end), None)
        return [] if listed is None else [(listed, rank.value)]
    if rank.place.rule == "chart: rounding out":
        works = list(dict.fromkeys(joined_before(document, sentence, start)))
        first = rank.value - len(works) + 1
        if len(works) > 1 and first > 0:
            return [(work, first + place) for place, work in enumerate(works)]
    handed = next(
        (
            one.work
            for one in here
            if one.start >= end and _HANDED.fullmatch(document.text, end, one.start)
        ),
        None,
    )
    work = handed or _apposed(document, sentence, rank) or owner_of(document, start, end)
    return [] if work is None else [(work, rank.value)]


def _apposed(document: Document, sentence: Sentence, rank: Ranked) -> str | None:
    """Return the work named right behind a noun that means it: “last week's chart-topper, X”."""
    if not re.search(
        r"topper|runner-up|winner|champ|leader|victor|king|top (?:film|movie)|^last",
        rank.words,
        re.IGNORECASE,
    ):
        return None
    end = sentence.start + rank.end
    behind = next((one for one in mentions_in(document, sentence) if one.start >= end), None)
    if behind is None or not _APPOSED.fullmatch(document.text, end, behind.start):
        return None
    return behind.work


def _song(document: Document, sentence: Sentence, rank: Ranked) -> str | None:
    """Return the song of a place on a music chart, if the story names one shortly before."""
    if rank.place.unit != "rank":
        return None
    begin = max(document.story.start, sentence.start - _SONG_BACK)
    named = list(_SONGS.finditer(document.text, begin, sentence.end))
    here = [one for one in named if one.start() < sentence.start + rank.start] or named
    return (here[-1]["title"] or here[-1]["before"]).rstrip(" ,") if here else None


def _named(
    document: Document, sentence: Sentence, rank: Ranked, after: Ranked | None = None
) -> Named:
    begun, ended = _clause(sentence.text, rank)
    ended = min(ended, rank.end + 90, after.start if after else len(sentence.text))
    near = sentence.text[max(begun, rank.start - 60) : max(rank.end, ended)]
    first = document.sentences[0].text if document.sentences else ""
    before = document.sentences[max(0, sentence.place - 3) : sentence.place]
    context = " ".join([*(one.text for one in reversed(before)), first])
    words = sentence.text[max(begun, rank.start - 20) : rank.end]
    named = chart_of(sentence.text, near, context, words)
    if rank.place.rule == _RECORD_RULE:
        return named._replace(chart=_record(sentence.text, rank))
    return named


def _record(text: str, rank: Ranked) -> str:
    """Return the name of a record list in the story's own words: “highest-grossing film ever”."""
    words = re.sub(
        r"\A(?:\w+(?:st|nd|rd|th)?)[- ](?=most|highest|biggest|best|top|largest)", "", rank.words
    )
    rest = re.match(
        r"(?: (?!and |but |with |after |that |which |as |by )[\w’'-]+){0,6}", text[rank.end :]
    )
    return f"{words}{rest[0] if rest else ''}".strip().casefold()


def _clause(text: str, rank: Ranked) -> tuple[int, int]:
    begun = max((one.end() for one in _BREAK.finditer(text, 0, rank.start)), default=0)
    ended = _BREAK.search(text, rank.end)
    return begun, ended.start() if ended else len(text)


def _period(text: str, rank: Ranked) -> str | None:
    begun, ended = _clause(text, rank)
    found = _PERIOD.search(text, rank.start, ended) or _PERIOD.search(text, begun, ended)
    return found[0] if found else None


def _modality(text: str, rank: Ranked) -> str:
    begun, ended = _clause(text, rank)
    before = text[begun : rank.start]
    if rank.place.rule == "chart: last week's first" or (
        re.search(r"chart-?topper", rank.words, re.IGNORECASE) and _FORMER.search(before[-30:])
    ):
        return "former"
    if _DENIED.search(before[-40:]):
        return "denied"
    if _ENDED.search(before[-60:]):
        return "former"
    if re.search(
        r"\b(?:down|fell|slid|slipped|dropped|up|climbed|rose|jumped) from (?:the )?\Z",
        before,
        re.IGNORECASE,
    ):
        return "former"
    if _EXPECTED.search(before[-60:]):
        return "speculated"
    if re.search(
        r"\b(?:currently|right now|still|at the moment)\b", text[begun:ended], re.IGNORECASE
    ):
        return "current"
    return "reported"


def _ousted(document: Document, sentence: Sentence, rank: Ranked) -> Iterator[Claim]:
    """Yield the first place that a work lost to another: “took the top spot from X”."""
    if rank.value != 1 or rank.place.unit != "rank":
        return
    for one in mentions_in(document, sentence):
        if _loses(document.text, sentence, one):
            named = _named(document, sentence, rank)
            yield Claim(
                kind="chart",
                work=one.work,
                season=None,
                value=1,
                modality="former",
                span=(sentence.start, sentence.end),
                rule="chart: ousted",
                fields={
                    name: said
                    for name, said in (("unit", "rank"), *named._asdict().items())
                    if said is not None
                },
            )
            return


def _loses(text: str, sentence: Sentence, one: WorkMention) -> bool:
    if _OFF.match(text, one.end, sentence.end) and _PUSHED.search(text, sentence.start, one.start):
        return True
    return _OUSTED.search(text[sentence.start : one.start]) is not None
