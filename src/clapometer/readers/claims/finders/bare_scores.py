"""Scores that are printed as a bare number: “Metacritic put it at 92”, “the second slipped to 78”,
“awarding just two”. Only the talk of scores around them makes them scores."""

from __future__ import annotations

import re

from clapometer.readers.claims.document import Document
from clapometer.readers.claims.figures import whole
from clapometer.readers.claims.numbers import in_words
from clapometer.readers.claims.parts import Sentence, within
from clapometer.readers.claims.wording import Wording

from .printed_scores import Printed

_MOVED = (
    r"(?:slipp|dropp|dipp|climb|limp|jump|sink|plummet|crept|creep|edg|tick|plung|tumbl)\w*"
    r"|f[ae]ll(?:en|ing|s)?|rose|ris(?:en|es|ing)|slid(?:es|ing)?|sank|sunk|went|gone|down|up"
)
_BARE = Wording(
    rf"(?:\b(?:an?(?: [a-z]+(?:-[a-z]+)*){{0,2}}|at|of|on|with|just|only|it|is|was|has|had"
    rf"|manag\w+|muster\w*|scor\w+|g[eo]t"
    r"|earn\w*|receiv\w*|post\w*|reaching|hit|hits|nett\w*|averag\w+|sits?|stands?|holds?|reads?"
    r"|a mere|barely|and"
    r"|versus|vs\.?|against|around|from|critics|users|viewers|audiences"
    rf"|(?:{_MOVED}|(?<=from \d\d)|(?<=from \d\.\d)|open\w*|debut\w*|premier\w*|launch\w*|back"
    rf"|compared|close) to)|['’]s"
    r"|\(|[a-z]:|\b(?:giv(?:es|en|ing)|gave|rat(?:es|ed|ing)|assign\w+) [^.;,\d]{1,40}?) ?"
    r"(?P<n>\d{1,3}(?:\.\d{1,2})?)"
    r"(?=[”\"’']?(?:[,;:)!?](?!\d)|\.(?!\d)|\Z)| (?:on|from|at|out|overall|based|with|and|while|for"
    r"|among|metacritic|metascore|imdb|letterboxd|rotten|via|there|to|which|against|after"
    r"|compared|points? (?:on|at)|score|rating|average"
    r"|in (?:19|20)\d\d|user|critic|when|but|versus|vs|down|up|given|respectively|though"
    r"|although)\b| ?[–—(]| -)",
    re.IGNORECASE,
)
"""A number that may be a score, with the words that let it be one."""
_COUNTS = re.compile(
    r"\b(?:seasons?|series|episodes?|parts?|volumes?|chapters?|no\.?|numbers?|top|number|week|day"
    r"|aged?|at least|more than|phase|channel|act|page|room|chart)"
    r" (?:\d+ (?:and|to|or) )?\Z|#\Z|[$£€]\Z|\b(?:over|under|born) \Z",
    re.IGNORECASE,
)
_WORDS = "one|two|three|four|five|six|seven|eight|nine|ten"
_AGAIN = re.compile(
    r"\b(?:just|only|a mere|award(?:ed|ing|s)|g[ai]v(?:e|ing|en)(?: it| them)?|settl(?:ed"
    r"|ing) (?:for"
    r"|on)|stopp(?:ed|ing) at|opt(?:ed|ing) for|plump(?:ed|ing) for|w[ea]nt (?:for|with|to)"
    r"|hand(?:ed|ing)(?: it| out)?|manag(?:ed|ing)|with|the|out|muster(?:ed|ing)"
    r"|(?-i:(?:[Tt]he )?[A-Z][\w.&’']+)(?: only| just)?)"
    rf" (?P<n>\d(?:\.\d)?|(?:{_WORDS})(?:[- ]and[- ]a[- ]half)?)"
    r"(?=[”\"’']?[,.;)!]|\Z| (?:given|from|for|awarded|by|and|while|instead|out there)\b)",
    re.IGNORECASE,
)
"""A number that goes on with the stars of the same sentence: “while X awarded just two”."""


def bare_in(document: Document, sentence: Sentence, printed: list[Printed]) -> list[Printed]:
    """Return the bare numbers of a sentence that may be scores, in order, without those that are
    printed as scores already or that belong to a title, a season or a date."""
    taken = [
        *((one.start, one.end) for one in printed),
        *_elsewhere(document, sentence),
    ]
    found = []
    for one in _BARE.finditer(sentence.text):
        start, end = one.span("n")
        value = float(one["n"])
        if value > 100 or _COUNTS.search(sentence.text, 0, start):
            continue
        if not any(start < other[1] and other[0] < end for other in taken):
            found.append(Printed(start, end, whole(value), ""))
    return found


def again_in(text: str, printed: list[Printed], before: str | None) -> list[Printed]:
    """Return the numbers of a sentence that go on with the stars that it prints, or with those of
    the sentence before, whose unit is `before`."""
    stars = [one for one in printed if "stars" in one.unit]
    if not stars and (before is None or "gave it" not in text):
        return []
    begin, unit = (stars[0].end, stars[0].unit) if stars else (0, before or "")
    most = float(unit.removeprefix("/").split()[0])
    found = []
    for one in _AGAIN.finditer(text, begin):
        start, end = one.span("n")
        value = float(one["n"]) if one["n"][0].isdigit() else in_words(one["n"].casefold())
        if value is None or value > most:
            continue
        if not any(start < other.end and other.start < end for other in printed):
            found.append(Printed(start, end, whole(value), unit, None, rated=True))
    return found


def _elsewhere(document: Document, sentence: Sentence) -> list[tuple[int, int]]:
    begin, end = sentence.start, sentence.end
    places = [
        *((one.start, one.end) for one in within(document.works, begin, end)),
        *((one.start, one.end) for one in within(document.seasons, begin, end)),
        *((one.start, one.end) for one in within(document.dates, begin, end)),
    ]
    return [(start - begin, stop - begin) for start, stop in places]
