"""Scores as they are printed: 97%, 85/100, 7.8 out of 10, A-minus, four stars."""

from __future__ import annotations

import re
from typing import NamedTuple

from clapometer.readers.claims.figures import whole
from clapometer.readers.claims.numbers import in_words
from clapometer.readers.claims.wording import Wording

from .outlets import giver_in, outlet_in


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
_WORDS_TO_99 = (
    r"(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[- ](?:one|two|three|four|five"
    r"|six|seven|eight|nine))?|(?:thir|four|fif|six|seven|eigh|nine)teen|eleven|twelve"
    rf"|{_WORD_NUMBERS}|zero|a hundred|one hundred)"
)
_N = rf"\d{{1,3}}(?:\.\d+)?|(?:{_WORD_NUMBERS})(?:[- ]and[- ]a[- ]half)?"
_PER_CENT = Wording(
    r"(?<![\w.,$£€-])(?P<n>\d{1,3}(?:\.\d)?)(?: ?%| ?per ?cent\b| percent\b|-percent\b)"
    r"|(?<!near-)(?<!near )(?<!nearly )(?<!almost )(?<!less than )\b(?P<perfect>(?:perfect"
    r"|flawless|maximum|spotless|unblemished|faultless) "
    r"(?:(?:rotten tomatoes|critics?['’]?s?|tomatometer|critical|approval|review|fresh|audience"
    r"|aggregate|overall) ){0,2}(?:score|rating|tomatometer|mark|record)\b"
    rf"|{_WORDS_TO_99} ?per ?cent)",
    re.IGNORECASE,
)
_SAID_IN_FIGURES = re.compile(r"\d ?(?:%|per)")
_OUT_OF = Wording(
    rf"(?<![\w.,$£€/-])(?P<n>{_N})(?P<half>½| 1/2)?(?: stars?)?"
    rf"(?:(?: ?/ ?| out of (?:a possible |the )?| of a possible )"
    rf"(?P<of>100|10|20|5|4|four|five|ten|6|a hundred|one hundred))(?![\d.]\d"
    rf"|\d)(?P<stars>[- ]?stars?\b)?"
    rf"|(?<![\w.,$£€/-])(?P<s>{_N}|(?:solitary|single|lone|paltry|measly)(?= star\b))"
    rf"(?P<shalf>½| 1/2)?(?:[- ]stars?)\b(?: rating| review| verdict| write-up| rave| notice"
    rf"| mauling| appraisal)?"
    rf"(?: \(?(?:also )?out of (?P<sof>four|five|4|5|ten|10)\)?)?"
    rf"|(?P<drawn>★+)(?P<dhalf>½)?(?P<empty>☆*)",
    re.IGNORECASE,
)
_GRADE = Wording(
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
_SPEAKS_OF_GRADES = Wording(
    r"cinema ?score|\bgrades?\b|\bgraded\b|\b(?:audiences?|moviegoers|filmgoers|cinemagoers"
    r"|crowds?|ticket[- ]"
    r"buyers|viewers)\b[^.;]{0,70}\b(?:gave|given?|award\w*|hand\w*|slapp\w*|assign\w*|bestow\w*"
    r"|greet\w*)\b",
    re.IGNORECASE,
)
_HANDS_OUT = re.compile(
    r"\b(?:gave|giv(?:es|ing|en)|hand(?:ed|ing|s)|award(?:ed|ing|s)|slapp\w+|earn(?:ed|ing|s)|gets?"
    r"|got|receiv\w+|assign\w+|scor(?:ed|ing|es)|notch\w+|stamp\w+|bestow\w+|land(?:ed|ing|s)"
    r"|drew|pull\w+|nabb\w+|nett\w+|manag\w+|muster\w+|settl\w+ for|went (?:for|with)|saddl\w+"
    r"|stuck it with|rat(?:ed|es|ing)|collect\w+|pick\w+ up)\b[^.;]{0,70}?\b"
    r"(?:an? |straight |the )(?:[\w-]+ ){0,3}?[\"“'‘]?\Z",
    re.IGNORECASE,
)
"""A verb that hands a grade out, up to the grade."""
_NO_GRADE = re.compile(
    r"\b(?:where|whereas|anything|below|above|under|over|than|considered|consider|from|scale of"
    r"|ranging from|rarely|vitamin|plan|hepatitis|category|category of|group)"
    r" (?:an? )?[\"“'‘]?\Z|\b[A-F][+-]?[\"”'’]?[ -](?:to|through|down to)[ -](?:an? )?[\"“'‘]?\Z",
    re.IGNORECASE,
)
_NO_GRADE_BEHIND = re.compile(
    r"[\"”'’]?(?:[ -]to[ -][\"“'‘]?[A-F]\b|-?to-| (?:is|was|would|grade is) (?:no|a|an|not)\b)"
)
"""Letters that are only named: the ends of a scale, a measure, a vitamin."""
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
    r"\b(?:gave|giv(?:es|ing|en)|award(?:s|ed|ing)|rat(?:ed|ing|es)|review(?:er|ed|s)?|scor(?:ed"
    r"|ing)"
    r"|verdict|critic|earn(?:ed|s|ing)|hand(?:ed|ing|s)|dish(?:ed|es|ing) out|dol(?:ed|es|ing) out"
    r"|bestow\w*|slapp\w*|went|plump\w*|settl\w*|opt(?:ed|s|ing)|receiv\w*|land(?:ed|s|ing)"
    r"|grant\w*|mark(?:ed|s)? it|got|gets|stump\w* up|lavish\w*|merit\w*|deserv\w*|muster\w*"
    r"|manag\w*|collect\w*|pick\w* up|bagg\w*|offer\w*|branding|calling|chuck\w*|docked)\b",
    re.IGNORECASE,
)
_STARS_OF = re.compile(
    r"\b(?:the|its|of|all|with|other|these|those|as|by|starring|and its) \Z", re.IGNORECASE
)
_NO_RATING = re.compile(
    r" (?:hotels?|generals?|resorts?|restaurants?|luxury|accommodation|service|treatment|spa\b"
    r"|location|admiral|recruits?|of (?:the|them|its|his|her)\b|who\b|general['’]s"
    r"|(?:people|viewers|critics|adults|households|fans|subscribers|brits|britons|americans"
    r"|episodes|reviewers|users|respondents|women|men|homes|families|films|shows|voters)\b"
    r"|turned|attended|joined|came\b|among|includ|on (?:amazon|goodreads|google|trustpilot))",
    re.IGNORECASE,
)
"""What follows stars of a hotel or a cast, and a share of people."""
# One of these stands in every sentence with a score: a quick look before the long patterns.
_PARTS = ("%", "cent", "perfect", "flawless", "spotless", "star", "★", "score", "out of", "/",
          "grade", "rat", "gave", "meta", "imdb", "award", "hand", "got a", "plus", "minus", "earn",
          "given a", "giving", "receiv", "slapp")  # fmt: skip
_LABEL_ENDS = 20
"""A label such as “Our grade:” ends before this place."""
_ONLY_ONE = frozenset({"solitary", "single", "lone", "paltry", "measly"})
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
        elif one[0].casefold().endswith("cent"):
            words = re.sub(r" ?per ?cent", "", one[0].casefold()).replace(
                "a hundred", "one hundred"
            )
            value = 0.0 if words == "zero" else in_words(words)
        elif _SAID_IN_FIGURES.search(text, max(0, one.start() - 12), one.end() + 12):
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
        outlet = giver_in(text, one.start())
        rated = _RATED.search(text, max(0, one.start() - 60), one.end()) is not None
        alone = one["s"] and not one["sof"]
        whole_line = not (text[: one.start()] + text[one.end() :]).strip(" .:|-–—()")
        if alone and not whole_line and not _bracketed(text, one):
            if _STARS_OF.search(text[: one.start()]):
                continue
            # Stars alone are a rating only where somebody of whom it is known hands them out.
            outlet = outlet if rated else outlet_in(text, one.start())
        rated = (
            rated
            or _bracketed(text, one)
            or whole_line
            or (one["drawn"] is not None and len(one["drawn"] + one["empty"]) > 2)
        )
        if _NO_RATING.match(text, one.end()):
            continue
        found.append(Printed(*one.span(), value, unit, outlet, rated))
    return found


def _bracketed(text: str, one: re.Match[str]) -> bool:
    begin, end = one.span()
    return text[begin - 1 : begin] == "(" and text[end : end + 1] == ")"


def _scaled(one: re.Match[str]) -> tuple[int | float, str] | None:
    number, half = (one["n"], one["half"]) if one["n"] else (one["s"], one["shalf"])
    value = float(number) if number[0].isdigit() else in_words(number)
    if value is None and number.casefold() in _ONLY_ONE:
        value = 1.0
    if value is None:
        return None
    value += 0.5 if half else 0
    told = one["of"] or one["sof"]
    stars = bool(one["stars"] or one["s"] or " star" in one[0])
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
    speaks = _SPEAKS_OF_GRADES.search(text) is not None
    for one in _GRADE.finditer(text):
        before, after = text[: one.start()], text[one.end() : one.end() + 40]
        if one["g"] == "A" and not one["sign"] and _ARTICLE.match(after):
            continue
        if _NO_GRADE.search(before[-24:]) or _NO_GRADE_BEHIND.match(after):
            continue
        given = _HANDS_OUT.search(before[-110:]) is not None
        told = _GRADED.match(after) or _GRADED_BEFORE.search(before[-40:]) or one["sign"]
        if given or (speaks and told):
            sign = (one["sign"] or "").strip(" -−–") or ("-" if one["sign"] else "")
            sign = {"plus": "+", "minus": "-"}.get(sign.casefold(), sign)
            outlet = giver_in(text, one.start())
            labelled = one.start() < _LABEL_ENDS and before.rstrip(' “"').endswith(":")
            found.append(Printed(*one.span(), one["g"] + sign, "grade", outlet, given or labelled))
    return found


def _plain_numbers(text: str) -> list[Printed]:
    """Return bare numbers that stand where a score stands; an aggregator has to own them."""
    return [
        Printed(*one.span("n"), whole(float(one["n"])), "")
        for words in (_PLAIN, _AT)
        for one in words.finditer(text)
        if float(one["n"]) <= 100
    ]
