"""Finder of counters and uplifts: views, viewers, hours, followers, copies, shares."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clapometer.readers.claims.claim import Claim
from clapometer.readers.claims.document import Document
from clapometer.readers.claims.figures import Figure, first_fit, in_speech, said_by
from clapometer.readers.claims.owners import mentions_in, owner_of
from clapometer.readers.claims.parts import Sentence
from clapometer.readers.claims.wording import Wording

from .aggregators import aggregators_in
from .audiences import unit_of_bare
from .chart_names import platform_in
from .counted_where import NETWORKS, SUBJECTS
from .other_money import WHOLE_TRADE
from .periods import place_of
from .seasons_counted import season_counted, season_of_episodes
from .shares import SHARES
from .units import unit_of

_SUBJECTS = tuple((name, re.compile(words, re.IGNORECASE)) for name, words in SUBJECTS)
_NETWORKS = tuple((name, re.compile(words, re.IGNORECASE)) for name, words in NETWORKS)
_HASHTAG = Wording(r"#\w+")
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
_AS_OF = Wording(
    r"\bas of [^,.;]{3,30}|\bat the time of writing\b|\bso far\b|\bto date\b|\bcurrently\b",
    re.IGNORECASE,
)
_EXPECTED = re.compile(
    r"\b(?:expected|projected|predicted|forecast|could|may|might|set to|would|hopes?|estimated to"
    r"|aims?)\b",
    re.IGNORECASE,
)
_IN_OF = Wording(
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
_A_RUN = 4
"""The fewest episodes that make “the six episodes” a season's own."""
_LASTED = re.compile(
    r"\b(?:last|ran|runs|run|comprise|consist|made up|span|compris)\w* (?:for |of |to )?(?:just "
    r"|only )?\Z",
    re.IGNORECASE,
)
_SOME_EPISODES = re.compile(
    r"[ -](?:new )?episodes? (?:(?:still |yet )?to (?:air|go|come|be)\b|remain|each|a week"
    r"|per week|every week|at a time|into|left|weekly"
    r"|in (?:one|a)"
    r"|will be (?!shot|filmed|made|set)|will (?:air|drop|stream|arrive|premiere|land|come)"
    r"|air|drop|premiere|(?:are"
    r"|were) (?:now "
    r"|already )?(?:released"
    r"|available|out|streaming|left|dropped)|at once|on)\b"
)
_NOT_EPISODES = re.compile(
    r"\b(?:first|last|final|next|opening|previous|other|these|those|remaining|past|another"
    r"|every|after|week(?:ly)?|batch of) \Z",
    re.IGNORECASE,
)
_WATCHED = re.compile(
    r"(?: [\w’'-]+){0,3}? (?:watched|tuned in(?: live)?(?: to| for)?|saw|streamed|caught|viewed"
    r"|watching|tuning in(?: to| for)?)\b"
)
_CLAUSE_ENDS = re.compile(r"[,;:.]|\b(?:as|while|when|after|before|than|since|because|following)\b")
_MANY = 100_000
_AUDIENCES = frozenset({"viewers", "views", "hours", "minutes", "households"})
_CHANNEL = re.compile(r"\b(?:channel|account|podcast|newsletter|page|YouTube)\b")
"""Who has subscribers of his own; those of a streamer are no fact of a work."""
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


def find(document: Document) -> Iterator[Claim]:
    """Yield the counters and uplifts that a story states; what a headline tells, only if the body
    does not tell it again."""
    found = list(_found(document))
    told = {(one.value, one.fields["unit"]) for one in found if not _in_headline(document, one)}
    for claim in found:
        again = (claim.value, claim.fields["unit"]) in told
        if not (again and _in_headline(document, claim)):
            yield claim


def _in_headline(document: Document, claim: Claim) -> bool:
    sentence = document.sentence_at(claim.span[0])
    return sentence is not None and document.blocks[sentence.block].role in ("headline", "subhead")


def _found(document: Document) -> Iterator[Claim]:
    for sentence in document.told:
        yield from _in_so_many(document, sentence)
    for figure in document.figures:
        if figure.number.unit.isupper():
            continue
        if in_speech(document, figure.number.start) and not _told_in_speech(figure):
            continue
        if figure.number.unit == "%":
            yield from _of_share(document, figure)
        else:
            yield from _of_unit(document, figure)


def _told_in_speech(figure: Figure) -> bool:
    """Return whether somebody who speaks tells an audience outright: a million viewers."""
    unit = unit_of(figure) if figure.value >= _MANY else None
    return unit is not None and unit.unit in _AUDIENCES


def _in_so_many(document: Document, sentence: Sentence) -> Iterator[Claim]:
    """Yield the shares told as “one in five viewers”."""
    for one in _IN_OF.finditer(sentence.text):
        part, whole_ = (_number(one[name]) for name in ("one", "of"))
        place = sentence.start + one.start()
        figure = next((f for f in document.figures if f.number.start == place), None)
        if figure is not None and whole_:
            share = round(100 * part / whole_, 1)
            metric = _share_metric(figure)
            rule = "share: one in so many"
            yield from _claims(document, figure, rule, "percent", metric, share)


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
    found = unit_of(figure) or unit_of_bare(document, figure)
    if found is None or figure.value < found.least:
        return
    if found.rule == "count: episodes" and not _whole_season(figure):
        return
    text = figure.sentence.text
    if found.rule == "count: subscribers" and not (
        mentions_in(document, figure.sentence) or _CHANNEL.search(text)
    ):
        return
    yield from _claims(document, figure, found.rule, found.unit, found.metric, figure.value)


def _whole_season(figure: Figure) -> bool:
    """Whether episodes are counted for a whole season or show: not the first two of them."""
    before = figure.sentence.text[: len(figure.before)]
    if _LASTED.search(before):
        return True
    led = figure.number.text.casefold().startswith(("the ", "another ", "its "))
    anew = figure.number.text.casefold().startswith("another ")
    if led and not anew and figure.value >= _A_RUN and not _NOT_EPISODES.search(before):
        return _SOME_EPISODES.match(figure.after) is None
    if led or _NOT_EPISODES.search(before):
        return _OF_A_SEASON.match(figure.after) is not None
    return _SOME_EPISODES.match(figure.after) is None


def _claims(
    document: Document, figure: Figure, rule: str, unit: str, metric: str, value: float
) -> Iterator[Claim]:
    number, sentence = figure.number, figure.sentence
    work = _watched(document, figure) or owner_of(document, number.start, number.end)
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
        season=(season_of_episodes if unit == "episodes" else season_counted)(
            document, sentence, begin, end, None if lasting else work
        ),
        value=value,
        modality=_modality(figure),
        span=(sentence.start, sentence.end),
        rule=rule,
        as_of=as_of[0] if as_of else None,
        fields={name: said for name, said in fields.items() if said is not None},
    )


def _watched(document: Document, figure: Figure) -> str | None:
    """Return the work that people are counted for watching: “8.9 million watched X”."""
    watched = _WATCHED.match(figure.after)
    if watched is None:
        return None
    end = figure.number.end + watched.end()
    behind = next((one for one in mentions_in(document, figure.sentence) if one.start >= end), None)
    if behind is None or _CLAUSE_ENDS.search(document.text, end, behind.start):
        return None
    return behind.work


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
