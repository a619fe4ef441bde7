"""Finder of counters and uplifts: views, viewers, hours, followers, copies, shares."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clapometer.readers.claims.claim import Claim
from clapometer.readers.claims.document import Document
from clapometer.readers.claims.figures import Figure, first_fit, in_speech, said_by
from clapometer.readers.claims.owners import mentions_in, owner_of

from .aggregators import aggregators_in
from .chart_names import platform_in
from .counted import NETWORKS, SHARES, SUBJECTS, TOLD_BEFORE, UNITS, Unit
from .periods import place_of
from .seasons_counted import season_counted
from .seasons_near import season_near
from .takings import WHOLE_TRADE

_UNITS = tuple((one, re.compile(one.words), re.compile(one.before)) for one in UNITS)
_SUBJECTS = tuple((name, re.compile(words, re.IGNORECASE)) for name, words in SUBJECTS)
_NETWORKS = tuple((name, re.compile(words, re.IGNORECASE)) for name, words in NETWORKS)
_HASHTAG = re.compile(r"#\w+")
_FOLLOWED_BY = re.compile(r"\b(?:followed|followers?|following)\b", re.IGNORECASE)
_UP_FROM = re.compile(
    r"\b(?:up|down|compared (?:to|with)|rising|jump\w*|grew|risen|climb\w*) from \Z|\bfrom \Z",
    re.IGNORECASE,
)
_PERIOD = re.compile(
    r"\b(?:in|during|over|within|across|for|after) (?:its|the|their|a|just|only)? ?(?:first"
    r"|opening|debut"
    r"|second|third|past|last|fourth|final|space of)?(?: [\w-]+)? ?(?:hours|days?|weeks?"
    r"|weekends?|months?|years?|frame)\b"
    r"|\b(?:a|one|last|this) (?:week|month|year|weekend)\b(?: (?:before|prior|earlier|ago))?"
    r"|\bsince [^,.;]{3,30}"
    r"|\bso far\b|\bto date\b|\b(?:second|third|opening) weekend\b|\bweekly\b|\bper week\b"
    r"|\b\d+ days\b",
    re.IGNORECASE,
)
_AS_OF = re.compile(
    r"\bas of [^,.;]{3,30}|\bat the time of writing\b|\bso far\b|\bto date\b|\bcurrently\b",
    re.IGNORECASE,
)
_EXPECTED = re.compile(
    r"\b(?:expected|projected|predicted|forecast|could|may|might|set to|would|hopes?|estimated to"
    r"|aims?)\b",
    re.IGNORECASE,
)
_IN_OF = re.compile(
    r"\b(?P<one>one|two|three|four|\d{1,2}) (?:in|out of)(?: every)? (?P<of>three|four|five|six"
    r"|seven|eight|ten|\d{1,3})"
    r"\b(?= (?:of|viewers|people|audience|homes|households|tickets))",
    re.IGNORECASE,
)
_WORDS = {
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "ten": 10,
}
_OF_A_SEASON = re.compile(r"[- ]episode (?:season|run|order|series|arc|first|second|third|drama)")
_SOME_EPISODES = re.compile(
    r"[ -](?:new )?episodes? (?:each|a week|per week|every week|at a time|into|left|weekly"
    r"|in (?:one|a)"
    r"|will be|will (?:air|drop|stream|arrive|premiere|land|come)|air|drop|premiere|(?:are"
    r"|were) (?:now "
    r"|already )?(?:released"
    r"|available|out|streaming|left|dropped)|at once|on)\b"
)
_NOT_EPISODES = re.compile(
    r"\b(?:first|last|final|next|opening|previous|other|these|those|remaining|past|another"
    r"|every|after|week(?:ly)?|batch of) \Z",
    re.IGNORECASE,
)
_CHANGES = tuple(
    (name, re.compile(words, re.IGNORECASE))
    for name, words in (
        ("weekend drop", r"drop|dip|fell|slid|slip|declin|plung|tumbl|down"),
        ("sales", r"sales"),
        ("streams", r"stream"),
        ("viewers", r"viewer|audience|rating"),
        ("box office", r"box office|gross"),
        ("increase", r"increas|rise|up|surg|jump"),
    )
)
_WAS = re.compile(
    r"\b(?:(?:gone|went|grown|grew|jumped|rose|risen|soar\w*|climbed|up|down|rising|fell|compared"
    r" (?:to|with)) from|compared (?:to|with)|double|twice|triple|(?:previous|first|last)"
    r" (?:season|year|episode|series)['’]s) (?:the |its )?\Z",
    re.IGNORECASE,
)
_WAS_BEHIND = re.compile(
    r"(?![^,.;]{0,40}\bup from\b)[^,.;]{0,30}(?:month|week|year)s? (?:before|prior|earlier|ago)\b"
)
_HAD = re.compile(r"\bhad\b[^.;,]{0,24}\Z")
_BEFORE_IT = re.compile(r"[^.;]{0,40}\bbefore\b")
_NOW = re.compile(r"\b(?:now|currently|today)\b", re.IGNORECASE)
_STOCKS = re.compile(
    r"\b(?:stocks?|share price|shares (?:of|in|have|fell|rose|are)|revenues?|profits?|earnings"
    r"|dividend"
    r"|inflation|prices?|workforce|staff|jobs|subscription)\b",
    re.IGNORECASE,
)
_SEASONAL = frozenset({"hours", "minutes", "viewers", "views", "households", "accounts", "percent",
                       "episodes", "nominations"})  # fmt: skip
"""Units that are counted for a season; followers and copies are of the whole."""
_NOT_OF_SHARES = ("hashtag", "premiere", "finale", "trailer", "video")
_LARGE = 1000
_BARE = re.compile(
    r"\Z|[,.;:)—–]| ?(?:a|an|the|just|of|in|on|over|for|since|last|from|at|during|when|who|and|by"
    r"|to|across"
    r"|people|watched|tuned|fans|viewed|live|overnight|tuning|as|before|earlier|after|worldwide)\b"
)
_OTHER = re.compile(
    r" ?(?:dollars|pounds|euros|reviews|ratings|points|years|days|weeks|months|miles|jobs|words"
    r"|pages)\b"
)
_BOASTS = re.compile(r"\b(?:boasts?|has|have|had|is (?:on|at|up to)|with)\b[^.;]{0,12}\Z")
_BESIDE = re.compile(
    r"(?:\b(?:from|to|than|double|triple|twice|against|with|the|season|at|and|its|now|today|has|"
    r"have|boasts?|only|just)"
    r"|['’]s) \Z",
    re.IGNORECASE,
)
_AGO = re.compile(r" (?:just )?(?:a|one|two|three|last) (?:week|month|year|day)s?\b", re.IGNORECASE)
_COMPARED = frozenset(
    {
        "views",
        "viewers",
        "hours",
        "minutes",
        "followers",
        "subscribers",
        "copies",
        "impressions",
        "streams",
        "posts",
    }
)
_TOLD = tuple(
    (next(one for one in UNITS if one.unit == unit), re.compile(words, re.IGNORECASE))
    for unit, words in TOLD_BEFORE
)


def find(document: Document) -> Iterator[Claim]:
    """Yield the counters and uplifts that a story states."""
    for sentence in document.told:
        for one in _IN_OF.finditer(sentence.text):
            part, whole_ = (_number(one[name]) for name in ("one", "of"))
            figure = next(
                (f for f in document.figures if f.number.start == sentence.start + one.start()),
                None,
            )
            if figure is not None and whole_:
                yield from _claims(
                    document,
                    figure,
                    "share: one in so many",
                    "percent",
                    _share_metric(figure),
                    round(100 * part / whole_, 1),
                )
    for figure in document.figures:
        if in_speech(document, figure.number.start) or figure.number.unit.isupper():
            continue
        if figure.number.unit == "%":
            yield from _of_share(document, figure)
        else:
            yield from _of_unit(document, figure)


def _number(word: str) -> int:
    return int(word) if word.isdigit() else _WORDS[word.casefold()]


def _of_share(document: Document, figure: Figure) -> Iterator[Claim]:
    if _STOCKS.search(figure.left[-60:]):
        return
    row = first_fit(SHARES, figure.left[-70:], figure.right)
    if row is None or WHOLE_TRADE.search(f"{figure.left[-90:]} # {figure.right[:40]}"):
        return
    named = aggregators_in(figure.sentence.text)
    if (
        named
        and any(one.aggregator.name != "PostTrak" for one in named)
        and row.rule != "share: of the audience"
    ):
        return
    yield from _claims(document, figure, row.rule, "percent", _share_metric(figure), figure.value)


def _share_metric(figure: Figure) -> str:
    """Return what a share is of, in a few words."""
    after = re.match(
        r" (?:of|more|fewer|drop|dip|decline|increase|rise|jump)[^,.;()]{0,40}", figure.right
    )
    if after is not None and after[0].startswith(" of "):
        return f"share{after[0]}".strip()
    near = f"{figure.left[-50:]} {figure.right[:40]}"
    return next((name for name, words in _CHANGES if words.search(near)), "change")


def _of_unit(document: Document, figure: Figure) -> Iterator[Claim]:
    found = _unit(figure)
    if found is None:
        found = _like_before(document, figure)
    if found is None or figure.value < found.least:
        return
    if found.unit == "episodes" and not _whole_season(figure):
        return
    if found.unit == "subscribers" and not mentions_in(document, figure.sentence):
        return
    yield from _claims(document, figure, found.rule, found.unit, found.metric, figure.value)


def _unit(figure: Figure) -> Unit | None:
    tail = figure.number.text[-8:]
    for one, words, before in _UNITS:
        # The number's own end lets a row ask for millions in front of its word.
        if words.match(tail + figure.after, len(tail)) and before.search(figure.before[-60:]):
            return one
    return None


def _like_before(document: Document, figure: Figure) -> Unit | None:
    """Return the unit of a large bare number: that of the number which its sentence sets it beside
    (“2.6 million followers, up from 100,000”), or what words in front of it tell (“an audience of
    3.1 million”)."""
    if figure.value < _LARGE or _OTHER.match(figure.after):
        return None
    for one, words in _TOLD:
        if words.search(figure.before[-60:]):
            return one
    if not _BARE.match(figure.after):
        return None
    if _BOASTS.search(figure.before[-32:]) and (told := _told_before(document, figure)):
        return told
    beside = [one for one in document.figures if one.sentence == figure.sentence and one != figure]
    if not _BESIDE.search(figure.before[-32:]) and not _AGO.match(figure.after):
        return None
    return next((unit for one in beside if (unit := _unit(one)) and unit.unit in _COMPARED), None)


def _told_before(document: Document, figure: Figure) -> Unit | None:
    """Return followers, if the sentence before in the same block counts them: “A has 2.6 million
    followers. B boasts 3.4 million.”"""
    place, block = figure.sentence.place, figure.sentence.block
    units = [
        _unit(one)
        for one in document.figures
        if one.sentence.place == place - 1 and one.sentence.block == block
    ]
    return next((one for one in units if one is not None and one.unit == "followers"), None)


def _whole_season(figure: Figure) -> bool:
    """Whether episodes are counted for a whole season or show: not the first two of them."""
    before = figure.sentence.text[: len(figure.before)]
    led = figure.number.text.casefold().startswith(("the ", "another ", "its "))
    if led or _NOT_EPISODES.search(before):
        return _OF_A_SEASON.match(figure.after) is not None
    return _SOME_EPISODES.match(figure.after) is None


def _claims(
    document: Document, figure: Figure, rule: str, unit: str, metric: str, value: float
) -> Iterator[Claim]:
    number, sentence = figure.number, figure.sentence
    work = owner_of(document, number.start, number.end)
    if work is None:
        return
    as_of = _AS_OF.search(sentence.text)
    subject = _subject(document, figure, unit)
    lasting = unit not in _SEASONAL or (subject or "")[:1] == "#" or subject == "books"
    begin, end = len(figure.before), len(figure.before) + len(number.text)
    fields = {
        "unit": unit,
        "metric": metric,
        "subject": subject,
        "platform": _platform(figure, unit),
        "place": place_of(figure, None),
        "period": _period(figure),
        "bound": None if number.bound == "=" else number.bound,
        "said_by": said_by(sentence),
    }
    yield Claim(
        kind="count",
        work=work,
        # Episodes are counted before they are shown, everything else only afterwards.
        season=(season_near if unit == "episodes" else season_counted)(
            document, sentence, begin, end, None if lasting else work
        ),
        value=value,
        modality=_modality(figure),
        span=(sentence.start, sentence.end),
        rule=rule,
        as_of=as_of[0] if as_of else None,
        fields={name: said for name, said in fields.items() if said is not None},
    )


def _modality(figure: Figure) -> str:
    if _EXPECTED.search(figure.left[-50:]):
        return "speculated"
    if figure.number.unit == "%":
        return "reported"
    if _WAS.search(figure.before[-40:]) or _WAS_BEHIND.match(figure.after):
        return "former"
    if _HAD.search(figure.before[-40:]) and _BEFORE_IT.match(figure.after):
        return "former"
    return "current" if _NOW.search(figure.left[-40:]) else "reported"


def _subject(document: Document, figure: Figure, unit: str) -> str | None:
    tag = _HASHTAG.search(figure.sentence.text)
    if tag is not None and unit in ("views", "posts", "likes"):
        return tag[0]
    if unit in ("episodes", "theaters", "nominations", "awards"):
        return None
    if unit == "followers":
        begin, at = figure.sentence.start, figure.number.start
        named = [one.name for one in document.people if begin <= one.start < at]
        if named:
            return named[-1]
    near = f"{figure.left[-80:]} {figure.right[:60]}"
    return next(
        (
            name
            for name, words in _SUBJECTS
            if words.search(near)
            and name not in (_NOT_OF_SHARES if unit == "percent" else ("hashtag",))
        ),
        None,
    )


def _platform(figure: Figure, unit: str) -> str | None:
    if unit in ("episodes", "nominations", "awards", "theaters", "languages", "percent"):
        return None
    near = f"{figure.left[-80:]} {figure.right[:80]}"
    for text in (near, figure.sentence.text):
        for name, words in _NETWORKS:
            if words.search(text):
                return name
    return platform_in(near)


def _period(figure: Figure) -> str | None:
    found = _PERIOD.search(figure.right) or _PERIOD.search(figure.left)
    return found[0].strip() if found else None
