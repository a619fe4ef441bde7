"""Places on charts as they are printed: No. 1, second place, rounding out the top five."""

from __future__ import annotations

import re
from typing import NamedTuple

from clapometer.readers.claims.wording import Table, Wording

NTH = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7,
    "eighth": 8, "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12,
}  # fmt: skip
CARDINAL = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "twenty": 20, "forty": 40, "fifty": 50, "hundred": 100,
}  # fmt: skip
_NTH = rf"(?:{'|'.join(NTH)}|\d{{1,3}}(?:st|nd|rd|th))"
_N = rf"(?:\d{{1,3}}|{'|'.join(CARDINAL)})"
_NO = (
    rf"(?:no\.? ?|nos\. ?|number[- ]|#|№ ?|spot |rank |position )(?P<n>{_N})"
    r"(?![\d.,]*\d| ?(?:per cent|percent|%))"
)
_TOP = rf"top[- ](?P<top>{_N})\b"
_LANDED = (
    r"(?:land|com|cam|finish|end|open|debut|plac|rank|sit|sat|settl|slid|slip|fall|fell|drop|arriv"
    r"|launch|bow|start|hold|held|stay|remain|clos|limp|sputter|tak|took|grab|nabb|claim|secur|earn"
    r"|climb|ris|rose|jump|mov|peak|enter|dropp|stumbl|crawl|sank|hit|reach|went|push|was\b|is\b|mak"
    r"|made"
    r"|tied|tying|good|bumped|knocked|soar|rocket|leap|storm|charted)\w*"
)


class Place(NamedTuple):
    """A pattern of a place on a chart; `value` is the rank it means where no group tells it, `unit`
    what the value is."""

    rule: str
    words: str
    value: int | None
    unit: str
    example: str


PLACES: tuple[Place, ...] = (
    Place(
        "chart: place in countries",
        rf"(?:{_NO}|\btop (?:spot|show|film|series)"
        rf"|\btop of (?:the )?(?:[\w+’'-]+ ){{0,4}}?(?:charts?|lists?)"
        rf"|\btopp(?:ed|ing) (?:the )?(?:[\w+’'-]+ ){{0,4}}?(?:charts?|lists?"
        rf"|top 10))[^.;]{{0,60}}?\bin (?:as many as |more than |over"
        r" |nearly |almost |some |around |about |at least |a whopping "
        r"|up to )?(?P<countries>\d{1,3}"
        r"|[a-z]+(?:-[a-z]+)?) (?:different )?(?:countries|territories|markets)",
        None,
        "countries",
        '"Salt Road" was the No. 1 show on Netflix in 23 countries.',
    ),
    Place(
        "chart: top in countries",
        rf"{_TOP}[^.;]{{0,60}}?\b(?:in|across) (?:as many as |more than |over |nearly |almost "
        rf"|some"
        r" |around |about |at least |a whopping |up to |a total of )?(?P<countries>\d{1,3}"
        r"|[a-z]+(?:-[a-z]+)?) (?:different )?(?:countries|territories|markets)",
        None,
        "countries",
        '"Salt Road" reached the Netflix Top Ten list in 54 countries.',
    ),
    Place(
        "chart: from place to place",
        rf"\bfrom (?:{_NTH}|(?:no\.? ?|number |#)\d{{1,3}}) to (?P<nth>{_NTH})(?: place| spot)?\b",
        None,
        "rank",
        '"Salt Road" rose from fifth to third place.',
    ),
    Place(
        "chart: several places",
        rf"\b(?P<nth>{_NTH})(?:,? (?:and |to |then )?{_NTH})*,? (?:and|to|then) (?P<last>{_NTH})"
        r" (?:place|spot|position|rank)s?\b",
        None,
        "rank",
        '"Salt Road" held fifth, sixth and seventh place in its first weeks.',
    ),
    Place(
        "chart: numbered list",
        r"(?:\A|(?<=[;:] ))(?P<n>\d{1,2})[.)] (?=[“\"'‘]?[A-Z0-9][^;]{1,90}(?:[$£€]|,[”\"'’]? "
        r"|[–—-] )\d)",
        None,
        "rank",
        '1. "Salt Road," $31.1 million.',
    ),
    Place(
        "chart: last week's first",
        r"\b(?:last|the previous) (?:week|weekend|frame)['’]s (?:[\w-]+ ){0,2}?(?:champion|champ"
        r"|winner"
        r"|leader|victor|king|top (?:film|movie|draw|title)|chart-?topper|no\. ?1(?: film| movie)?"
        r"|number[- ]one(?: film| movie)?)\b",
        1,
        "rank",
        'Last week\'s champion, "Salt Road," is still strong.',
    ),
    Place(
        "chart: in nth",
        rf"(?:\A|, |; |and )in (?P<nth>{_NTH})(?: place)?(?=, | (?:was|is|went|came|with)\b)",
        None,
        "rank",
        'In third, "Salt Road" made $13 million.',
    ),
    Place(
        "chart: several numbers",
        rf"\b(?:numbers?|nos?\.?|#) ?(?P<n>{_N})(?:,? (?:then )?(?:no\.? ?|number "
        rf"|#)?{_N})*,? (?:and|then)"
        rf" (?:no\.? ?|number |#)?(?P<last>{_N})\b(?! (?:million|thousand|weeks|countries|in \d))",
        None,
        "rank",
        '"Salt Road" was at number five, six and seven in its first weeks.',
    ),
    Place(
        "chart: rounding out",
        rf"\b(?:round(?:ed|ing|s)? (?:out|off)|clos(?:ed|ing|es) out|finish(?:ed|ing) (?:out"
        rf"|off)) (?:\w+"
        rf" ){{0,3}}?{_TOP}",
        None,
        "rank",
        '"Salt Road" rounded out the top five.',
    ),
    Place(
        "chart: completing",
        rf"\b(?:complet(?:ed|ing|es?)|fill(?:ed|ing) out"
        rf"|made up the rest of) (?:\w+ ){{0,3}}?{_TOP}",
        None,
        "top_n",
        '"Salt Road" and "Tin Harbour" completed the top five.',
    ),
    Place("chart: numbered", rf"(?<![\w/]){_NO}", None, "rank", '"Salt Road" opened at No. 1.'),
    Place(
        "chart: place",
        rf"\b(?P<nth>{_NTH})[- ](?:placed?|spot|position|rank(?:ed)?)\b(?! (?:award"
        rf"|prize|medal))",
        None,
        "rank",
        '"Salt Road" came away with second place.',
    ),
    Place(
        "chart: nth in the ranking",
        rf"\b(?P<nth>{_NTH}) (?:in|on|among) (?:the )?(?:[\w’'-]+ ){{0,4}}?(?:rankings?|charts?"
        rf"|list|ratings"
        r"|box office)\b",
        None,
        "rank",
        '"Salt Road" is 91st in the rankings of all shows.',
    ),
    Place(
        "chart: landed",
        rf"\b{_LANDED}(?: \w+)? (?:(?:in|at|to|a distant|a close|into) )?(?P<nth>{_NTH})"
        r"(?=[,.;)]|\Z| (?:with|on|at|in|place|behind|among|overall|this|after|over"
        r"|and|but|while|for|as|,))(?! (?:weekend"
        r"|week|season|place|spot|film|movie|series|episode|half|day))",
        None,
        "rank",
        '"Salt Road" slipped into fourth with $11 million.',
    ),
    Place(
        "chart: nth of a record",
        rf"\b(?P<nth>{_NTH})?[- ]?(?:most[- ](?:watched|viewed|streamed|popular|seen|searched"
        rf"|downloaded)"
        r"|highest[- ](?:gross\w+|rated)|biggest(?: [\w-]+){0,3}? (?:opening|debut|launch"
        r"|premiere|bow|start"
        r")s?|best[- ](?:selling|ever opening|domestic opening|opening)"
        r"|top[- ]grossing|largest(?: [\w-]+){0,2}? (?:opening|debut|launch|bow)"
        r"|(?:biggest|highest|largest)(?= of all time| ever))\b",
        1,
        "rank",
        '"Salt Road" is the third-highest-grossing film ever.',
    ),
    Place(
        "chart: top of the chart",
        r"\b(?:topp(?:ed|ing)|tops|atop|led|leads|leading|lead|rul(?:ed|es|ing)|dominat(?:ed|es"
        r"|ing)"
        r"|conquer(?:ed|s|ing)?|head(?:ed|s|ing)|w(?:on|ins|inning)|crown(?:ed|s)"
        r"|claim\w*) (?:of )?"
        r"(?:the |both |this |a |its |Netflix['’]s "
        r"|another )?(?:[\w.’'&+-]+ ){0,5}?(?:box[- ]office|ticket sales|charts?|top 10"
        r"|top ten|rankings?|weekend|streaming list|ratings)\b(?! (?:star|hit|for a second"
        r"|history|records?))"
        r"|\b(?:led|lead|leads|leading|topped|ahead of|beat) all (?:films|movies|newcomers"
        r"|releases)"
        r"|\b(?:led|leads|leading) the (?:pack|field|way)\b|\b(?:came|comes|coming|finished"
        r"|ended up|stayed"
        r"|remain\w*) (?:out )?on top\b(?! of)|\breign(?:s|ed|ing)? supreme\b",
        1,
        "rank",
        '"Salt Road" topped the North American box office.',
    ),
    Place(
        "chart: top spot",
        r"\b(?:the |its |that |another )?(?:top|number[- ]one|pole|summit|first) (?:spot|slot"
        r"|position|perch)\b"
        r"|\bchart-?topp(?:er|ing)\b|\bbox[- ]office (?:crown|champ(?:ion)?|throne|winner|king"
        r"|queen)\b"
        r"|\b(?:to|at|reach\w*|hit"
        r"|on) (?:the )?(?:very )?top of (?:the )?(?:[\w+’'-]+ ){0,4}?(?:charts?|lists?|box"
        r" office|rankings?|ratings)\b|\bthe crown\b(?= (?:from|to|at the box|this week))"
        r"|\bthe throne\b(?= to)"
        r"|\btop (?:of the|box[- ]office) (?:chart|draw|heap|pile)s?\b"
        r"|\b(?:win|win the|take|coasts? to|rise to) (?:the )?weekend box office\b",
        1,
        "rank",
        '"Salt Road" took the top spot.',
    ),
    Place(
        "chart: runner-up",
        r"\brunner-up\b(?! (?:on|in (?:the )?(?:season|competition)))",
        2,
        "rank",
        '"Salt Road" was the runner-up at the box office.',
    ),
    Place(
        "chart: songs",
        rf"\b(?P<songs>{_N}) (?:[\w-]+ )?{_TOP} (?:hits|songs|singles|tracks|entries)"
        rf"|\b(?P<songs2>{_N}) (?:of its )?(?:songs|tracks|singles) [^.;]{{0,40}}?\b(?:in|on"
        rf"|inside|within)"
        r" the (?:[\w’'-]+ ){0,3}?(?:top|charts?|hot)\b",
        None,
        "songs",
        'The soundtrack of "Salt Road" had four Top 10 songs on the Billboard Hot 100.',
    ),
    Place(
        "chart: among the first",
        rf"\b(?:in|into|on|reach\w*|crack\w*|enter\w*|made|make|hit|within|inside|join\w*"
        rf"|land\w* (?:in|on)|(?:a|the)) (?:the |a |its "
        rf"|(?!rest)[\w.’'+&-]+ ){{0,4}}?{_TOP}(?! (?:\w+ )?songs)",
        None,
        "top_n",
        '"Salt Road" entered the Netflix Top 10.',
    ),
)
"""How places on charts are printed; where two of them meet, the first one counts."""
_PLACES = Table(PLACES, [Wording(one.words, re.IGNORECASE) for one in PLACES])


class Ranked(NamedTuple):
    """A place on a chart in a sentence: where, by which row, its value, and the last of a span."""

    start: int
    end: int
    place: Place
    value: int
    last: int | None
    words: str


def ranks_in(text: str) -> list[Ranked]:
    """Return the places on charts that a sentence prints, in order; no words are read twice."""
    found: list[Ranked] = []
    for place, words in _PLACES.for_text(text):
        for one in words.expression.finditer(text):
            if any(one.start() < other.end and other.start < one.end() for other in found):
                continue
            groups = one.groupdict()
            value = _value(place, groups)
            if value is not None:
                last = number_of(groups.get("last"))
                found.append(Ranked(*one.span(), place, value, last, one[0]))
    return sorted(found)


def _value(place: Place, groups: dict[str, str | None]) -> int | None:
    names = {"countries": ("countries",), "songs": ("songs", "songs2")}.get(
        place.unit, ("n", "nth", "top")
    )
    told = next((groups[name] for name in names if groups.get(name)), None)
    return place.value if told is None else number_of(told)


def number_of(told: str | None) -> int | None:
    """Return the number of a rank in digits or words, None if it is none."""
    if told is None:
        return None
    told = told.casefold()
    digits = re.sub(r"(?:st|nd|rd|th)\Z", "", told)
    if digits.isdigit():
        return int(digits)
    return NTH.get(told) or CARDINAL.get(told) or _in_words(told)


def _in_words(told: str) -> int | None:
    from clapometer.readers.claims.numbers import in_words

    value = in_words(told)
    return None if value is None else int(value)
