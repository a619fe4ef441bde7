"""Scores as they are printed: 97%, 85/100, 7.8 out of 10, A-minus, four stars."""

from __future__ import annotations

import re
from typing import NamedTuple

from clapometer.readers.claims.figures import whole
from clapometer.readers.claims.numbers import in_words

from .outlets import outlet_in


class Printed(NamedTuple):
    """A printed score: its place, its value, its unit (“” where only an aggregator can tell), the
    outlet that is named as its giver, and whether words say that it is a rating."""

    start: int
    end: int
    value: int | float | str
    unit: str
    outlet: str | None = None
    rated: bool = False


_WORD_NUMBERS = "one|two|three|four|five|six|seven|eight|nine|ten"
_N = rf"\d{{1,3}}(?:\.\d+)?|(?:{_WORD_NUMBERS})(?:[- ]and[- ]a[- ]half)?"
_PER_CENT = re.compile(
    r"(?<![\w.,$£€-])(?P<n>\d{1,3}(?:\.\d)?)(?: ?%| ?per ?cent\b| percent\b|-percent\b)"
    r"|\b(?P<perfect>perfect (?:score|rating|tomatometer|critics['’] (?:score|rating))"
    r"|(?:zero|a hundred|one hundred|ninety-\w+) ?per ?cent)",
    re.IGNORECASE,
)
_OUT_OF = re.compile(
    rf"(?<![\w.,$£€/-])(?P<n>{_N})(?P<half>½)?(?:(?: ?/ ?| out of (?:a possible )?| of a possible )"
    rf"(?P<of>100|10|20|5|4|four|five|ten|6|a hundred|one hundred))(?!\d)(?P<stars>[- ]?stars?\b)?"
    rf"|(?<![\w.,$£€/-])(?P<s>{_N})(?P<shalf>½)?(?:[- ]stars?)\b(?: rating| review)?"
    rf"(?: \(?out of (?P<sof>four|five|4|5|ten|10)\)?)?"
    rf"|(?P<drawn>★+)(?P<dhalf>½)?(?P<empty>☆*)",
    re.IGNORECASE,
)
_GRADE = re.compile(
    r"(?<![\w.'’/-])[\"“'‘]?(?P<g>[A-DF])(?P<sign>[+−–-]|[- ](?:plus|minus)\b)?(?![\w/]|['’]s\b"
    r"|\.\w)"
    r"[\"”'’]?",
)
_GRADED = re.compile(
    r"(?:[,.]?[\"”'’]?,? (?:grade|cinema ?score|audience grade|rating|from (?:audiences|moviegoers"
    r"|cinema|opening)|on cinema|at cinema|with cinema|(?:average |audience |overall )*(?:grade"
    r"|score)"
    r"|(?:from |by |on |via )?(?:\w+ )?cinema ?score))",
    re.IGNORECASE,
)
_GRADED_BEFORE = re.compile(
    r"(?:\bgrades? of|grade(?:d)?(?: it)?|cinema ?score(?: of| was| is| grade(?: of)?)?|\ban|\ba"
    r"|\bstrong|solid|\b(?:A|B|C)[+-]?,?(?: and)?|scor(?:ed|ing)|earn(?:ed|ing)|it|audiences?:?"
    r"|perfect|rare|coveted|[:,])[:,]? ?(?:an? )?(?:\w+ )?[\"“'‘]?\Z",
    re.IGNORECASE,
)
_PLAIN = re.compile(
    r"(?P<lead>\b(?:metascore|score|rating|average|metacritic|imdb|tomatometer|letterboxd"
    r"|opencritic"
    r"|scored|scores|scoring|rated|stands at|sits at|holds|holding|has|boasts|averag\w+)"
    r"(?: (?:of|at|is|was|currently|now|an?|on \w+|to|just|out|stands|sits|with|critics?|user|users"
    r"|weighted|average|rating|score|aggregate|overall|impressive|strong|solid|:))*:? )"
    r"(?P<n>\d{1,3}(?:\.\d{1,2})?)(?![\d%]|\.\d| ?(?:%|per|million|billion|thousand|reviews"
    r"|critics|countries|weeks|episodes|views|days|minutes|hours|nominations|out of|/|stars|points"
    r"|awards))",
    re.IGNORECASE,
)
_SPEAKS_OF_GRADES = re.compile(
    r"cinema ?score|\bgrades?\b|\bgraded\b|\b(?:audiences?|moviegoers|filmgoers|cinemagoers"
    r"|crowds?|ticket[- ]"
    r"buyers|viewers)\b[^.;]{0,70}\b(?:gave|given?|award\w*|hand\w*|slapp\w*|assign\w*|bestow\w*"
    r"|greet\w*)\b",
    re.IGNORECASE,
)
_ARTICLE = re.compile(
    r" (?!cinema|grade|on |from |score|audience|and |rating|average)", re.IGNORECASE
)
_AT = re.compile(
    r"(?:\band|\bof|\bat|\bwith|\bscored|\bhas|,|\ban?) (?P<n>\d{1,3}(?:\.\d{1,2})?) (?:on|at"
    r"|from|by|over at)"
    r" (?:the )?(?:rival |reviews? (?:site|aggregator) |sister site )?(?:metacritic|imdb"
    r"|letterboxd|opencritic|douban)",
    re.IGNORECASE,
)
_RATED = re.compile(
    r"\b(?:gave|giv(?:es|ing|en)|award(?:s|ed|ing)|rat(?:ed|ing|es)|review|scor(?:ed|ing)|verdict"
    r"|critic|earned|hand(?:ed|ing))\b",
    re.IGNORECASE,
)
_STARS_OF = re.compile(r"\b(?:the|its|of|all|with|other|these|those) \Z", re.IGNORECASE)
# One of these stands in every sentence with a score: a quick look before the long patterns.
_PARTS = ("%", "cent", "perfect", "star", "★", "score", "out of", "/", "grade", "rat", "gave",
          "meta", "imdb", "awarded", "handed")  # fmt: skip
_SCALES = {"four": 4, "five": 5, "ten": 10, "a hundred": 100, "one hundred": 100}


def printed_in(text: str) -> list[Printed]:
    """Return the scores printed in a sentence, in order; no place is read twice."""
    found: list[Printed] = []
    small = text.casefold()
    if not any(part in small for part in _PARTS):
        return found
    for reader in (_per_cents, _out_of, _grades, _plain_numbers):
        for one in reader(text):
            if not any(one.start < other.end and other.start < one.end for other in found):
                found.append(one)
    return sorted(found)


def _per_cents(text: str) -> list[Printed]:
    found = []
    for one in _PER_CENT.finditer(text):
        value: float | None = 100.0
        if one["n"] is not None:
            value = float(one["n"])
        elif not one[0].casefold().startswith("perfect"):
            words = re.sub(r" ?per ?cent", "", one[0].casefold()).replace(
                "a hundred", "one hundred"
            )
            value = 0.0 if words == "zero" else in_words(words)
        elif "%" in text[one.end() : one.end() + 12]:
            continue
        if value is not None and value <= 100:
            found.append(Printed(one.start(), one.end(), whole(value), "%"))
    return found


def _out_of(text: str) -> list[Printed]:
    found = []
    for one in _OUT_OF.finditer(text):
        read = _drawn(one) if one["drawn"] else _scaled(one)
        if read is None:
            continue
        value, unit = read
        outlet = outlet_in(text, one.start())
        rated = _RATED.search(text, max(0, one.start() - 60), one.end()) is not None
        alone = one["s"] and not one["sof"]
        if alone and (not rated or _STARS_OF.search(text[: one.start()])):
            continue
        found.append(Printed(*one.span(), value, unit, outlet, rated))
    return found


def _scaled(one: re.Match[str]) -> tuple[int | float, str] | None:
    number, half = (one["n"], one["half"]) if one["n"] else (one["s"], one["shalf"])
    value = float(number) if number[0].isdigit() else in_words(number)
    if value is None:
        return None
    value += 0.5 if half else 0
    told = one["of"] or one["sof"]
    stars = bool(one["stars"] or one["s"])
    if told is None:
        return (whole(value), "/5 stars") if value <= 5 else None
    scale = int(_SCALES.get(told.casefold(), told if told.isdigit() else 0))
    if value > scale:
        return None
    return whole(value), f"/{scale} stars" if stars else f"/{scale}"


def _drawn(one: re.Match[str]) -> tuple[int | float, str] | None:
    value = len(one["drawn"]) + (0.5 if one["dhalf"] else 0)
    scale = len(one["drawn"]) + len(one["empty"]) + (1 if one["dhalf"] else 0)
    return (whole(value), f"/{max(scale, 5)} stars") if scale <= 10 else None


def _grades(text: str) -> list[Printed]:
    """Return letter grades: a lone capital counts only where words say that it is a grade."""
    found = []
    if _SPEAKS_OF_GRADES.search(text) is None:
        return []
    for one in _GRADE.finditer(text):
        before, after = text[: one.start()], text[one.end() :]
        if one["g"] == "A" and not one["sign"] and _ARTICLE.match(after):
            continue
        if _GRADED.match(after) or _GRADED_BEFORE.search(before) or one["sign"]:
            sign = (one["sign"] or "").strip(" -−–") or ("-" if one["sign"] else "")
            sign = {"plus": "+", "minus": "-"}.get(sign.casefold(), sign)
            found.append(Printed(*one.span(), one["g"] + sign, "grade"))
    return found


def _plain_numbers(text: str) -> list[Printed]:
    """Return bare numbers that stand where a score stands; an aggregator has to own them."""
    return [
        Printed(*one.span("n"), whole(float(one["n"])), "")
        for words in (_PLAIN, _AT)
        for one in words.finditer(text)
        if float(one["n"]) <= 100
    ]
