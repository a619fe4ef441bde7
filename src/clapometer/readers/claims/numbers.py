"""Printed numbers: digits and words, with what the words around them say of the true number.

A year, a day, a time, a season, a rank, an age and the number in a title are no numbers here: they
count nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from text_to_num import text2num

from clapometer.readers.amounts import BOUND_WORDS, MULTIPLES

from .parts import Number

if TYPE_CHECKING:
    from .document import Document

CURRENCIES: dict[str, str] = {
    "US$": "USD", "$": "USD", "£": "GBP", "€": "EUR", "C$": "CAD", "A$": "AUD", "¥": "JPY",
    "₹": "INR", "₩": "KRW",
}  # fmt: skip
"""Signs in front of a sum of money, with the code of the currency."""
MORE_BOUNDS: dict[str, str] = {
    **dict.fromkeys(
        ("as many as", "just shy of", "shy of", "not quite", "a little under", "fewer than"), "≤"
    ),
    **dict.fromkeys(
        ("north of", "in excess of", "no fewer than", "no less than", "a little over", "past",
         "better than", "a staggering", "an astonishing", "an astounding", "an eye-watering"),
        "≥",
    ),
    **dict.fromkeys(
        ("an estimated", "estimated", "closer to", "in the region of", "somewhere around",
         "in the neighborhood of", "in the neighbourhood of", "an approximate"),
        "~",
    ),
}  # fmt: skip
"""Words in front of a number in running text, beside those of tables (`BOUND_WORDS`)."""
PRAISE: tuple[str, ...] = (
    "another", "just", "only", "a", "an", "the", "its", "a further", "a massive", "a huge",
    "a modest", "a healthy", "a solid", "a strong", "a record-breaking", "a record", "a stellar",
    "a perfect", "a paltry", "a mere", "a meagre", "a meager", "a cool", "a hefty", "an impressive",
    "a respectable", "a decent", "a soft", "a whole", "an incredible", "an additional", "a dismal",
    "a disappointing", "a muted", "a remarkable", "a combined", "a total of", "all", "a lofty",
    "a sizzling", "a scorching", "a blistering", "a sturdy", "a rare", "a colossal", "a mammoth",
    "a near-perfect", "a lacklustre", "a lackluster", "a terrific", "a great", "a fantastic",
)  # fmt: skip
"""Words in front of a number that say nothing of its size."""
_BOUNDS = {word: bound for word, bound in (BOUND_WORDS | MORE_BOUNDS).items() if word[:1].isalpha()}
_DIGIT_WORDS = (
    "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen"
    "|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
)
_PARTS = {
    "half a": 0.5, "quarter of a": 0.25, "a quarter of a": 0.25, "three quarters of a": 0.75,
}  # fmt: skip
_ZEROS = r"(?:[ -]?(?P<zeros>k|m|mn|bn|b|tn|thousand|million|billion|trillion)(?![\w'’]))"
_NUMBER = re.compile(
    rf"(?<![\w#./:,@])(?<![A-Za-z]-)(?P<sign>US\$|C\$|A\$|[$£€¥₹₩])? ?"
    rf"(?:(?P<digits>\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?)(?P<half>½|\.5)?(?P<plus>\+?)"
    rf"{_ZEROS}?(?P<more>\+)?"
    rf"|(?P<words>(?:half[- ]a|(?:a )?quarter of a|three[- ]quarters of a|an?)"
    rf"(?=[ -](?:thousand|million|billion|dozen))|(?:one|{_DIGIT_WORDS})"
    rf"(?:[- ](?:and )?(?:one|hundred|thousand|{_DIGIT_WORDS}))*(?:[- ]and[- ]a[- ]half)?)"
    rf"(?:[ -](?P<big>hundred|thousand|million|billion|trillion|dozen)(?!\w))?)"
    rf"(?![\w])(?P<percent> ?%| ?per ?cent(?:age points?)?\b| percent\b|-percent\b)?",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"(?:(?<=[\s(“\"‘'—–-])|\A)(?:(?P<bound>"
    + "|".join(sorted(map(re.escape, _BOUNDS), key=len, reverse=True))
    + r")|(?:"
    + "|".join(sorted(map(re.escape, PRAISE), key=len, reverse=True))
    + r")) \Z",
    re.IGNORECASE,
)
_ADJECTIVE = re.compile(r"\ban? [a-z]{3,12}(?:-[a-z]{2,12})? \Z")
_GONE_UP = re.compile(
    r"\b(?:is|are|was|were|now|went|gone|shot|climbed|climbing|rose|rising|risen|jumped|jumping"
    r"|moved|crept|soared|back|bumped|pushed|ticked|it) up to \Z",
    re.IGNORECASE,
)
"""Words that make of “up to” a way, not a bound."""
_NAMED = re.compile(
    r"(?:\b(?:no|nos|number|numbers|seasons?|series|parts?|episodes?|eps?|vol|volumes?|chapters?"
    r"|phase|day|week|weekend|top|act|level|ages?|aged|channel|bbc|itv|page|route|formula|studio"
    r"|world war|flight|area|earth|apollo|star trek|pg|rated)\.? |#)\Z",
    re.IGNORECASE,
)
"""What names its number: it counts nothing."""
_NO_COUNT = re.compile(
    r"(?:st|nd|rd|th|s|D|DX|p|x)\b|:\d\d| ?[ap]\.?m\b|[- ]years?[- ]old|/\d{1,2}/\d| ?(?:ET|EST"
    r"|BST|GMT)\b"
    r"|[- ](?:day|week|month|year|decade|time|fold|way|person|piece|strong(?! (?:audi|view|foll"
    r"|crow))|hour-long|hour)\b"
    r"|[KkPp]? (?:Ultra HD|HD|UHD)\b|/7\b|['’]s\b"
)
_MONTH = re.compile(r"\b(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.? \Z")
_AFTER_DAY = re.compile(
    r" (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\b(?! (?:be|have)\b)"
)
_YEAR = range(1890, 2100)
_AFTER = re.compile(r"(?P<plus>-plus| or more| and counting)|(?P<about> or so|-odd|-ish)")
_TO = re.compile(r"\s?(?:-|–|—|to|and|or)\s?\Z")
_WORD_AFTER = re.compile(r"[ -]?([A-Za-z]+)")
_MONEY = frozenset(CURRENCIES.values())


def numbers_in(document: Document) -> tuple[Number, ...]:
    """Return the printed numbers of a story, in order."""
    text = document.text
    taken = sorted((one.start, one.end) for one in document.works)
    found = [
        number
        for one in _NUMBER.finditer(text, document.story.start)
        if _counts(text, one) and not _within(taken, one.start(), one.end())
        if (number := _number(text, one)) is not None
    ]
    return tuple(_ranges(text, found))


def _within(taken: list[tuple[int, int]], start: int, end: int) -> bool:
    return any(first <= start and end <= last for first, last in taken)


def _counts(text: str, one: re.Match[str]) -> bool:
    """Whether the number counts something, by what stands on its two sides."""
    if one["sign"] or one["percent"]:
        return True
    before, after = text[max(0, one.start() - 12) : one.start()], text[one.end() : one.end() + 14]
    if _NAMED.search(before) or _NO_COUNT.match(after):
        return False
    if one["words"] is not None:
        return one["words"].casefold() != "one" or bool(one["big"]) or after.startswith(" in ")
    if one["zeros"] or one["plus"] or one["more"]:
        return True
    if len(one["digits"]) == 4 and one["digits"].isdigit() and int(one["digits"]) in _YEAR:
        return False
    return len(one["digits"]) > 2 or not (_MONTH.search(before) or _AFTER_DAY.match(after))


def _number(text: str, one: re.Match[str]) -> Number | None:
    value = _value(one)
    if value is None:
        return None
    start, bound = _lead(text, one.start(), bool(one["sign"] or one["percent"]))
    after, end = _AFTER.match(text, one.end()), one.end()
    if one["plus"] or one["more"]:
        bound = "≥"
    if after is not None:
        bound, end = ("≥" if after["plus"] else "~"), after.end()
    return Number(text[start:end], start, end, value, bound, _unit(text, one, end))


def _value(one: re.Match[str]) -> float | None:
    if one["digits"] is not None:
        printed = float(one["digits"].replace(",", "")) + (0.5 if one["half"] else 0)
        return round(printed * MULTIPLES[(one["zeros"] or "").casefold()], 6)
    words = one["words"].casefold()
    big = (one["big"] or "").casefold()
    times = {"dozen": 12, "hundred": 100}.get(big) or MULTIPLES[big]
    told = in_words(words)
    return None if told is None else told * times


def in_words(words: str) -> float | None:
    """Return the number that words say: “twenty-six”, “two and a half”, “half a”; None if none."""
    words = words.casefold()
    if words in ("a", "an"):
        return 1.0
    if words.replace("-", " ") in _PARTS:
        return _PARTS[words.replace("-", " ")]
    whole = re.sub(r"[- ]and[- ]a[- ]half\Z", "", words)
    try:
        return float(text2num(whole, "en")) + (0.5 if whole != words else 0)
    except ValueError:
        return None


def _lead(text: str, start: int, priced: bool) -> tuple[int, str]:
    """Return where the words in front of a number begin that belong to it, and its bound;
    `priced` numbers, money and per cent, may have any adjective."""
    bound = "="
    for turn in range(4):
        lead = _LEAD.search(text[max(0, start - 32) : start])
        if lead is None and priced and not turn:
            lead = _ADJECTIVE.search(text[max(0, start - 32) : start])
        if lead is None:
            break
        if lead[0].casefold() == "up to " and _GONE_UP.search(text, max(0, start - 40), start):
            break
        if lead.re is _LEAD and lead["bound"]:
            bound = _BOUNDS[lead["bound"].casefold()]
        start -= lead.end() - lead.start()
    return start, bound


def _unit(text: str, one: re.Match[str], end: int) -> str:
    if one["percent"]:
        return "%"
    if one["sign"]:
        return CURRENCIES[one["sign"].upper()]
    word = _WORD_AFTER.match(text, end)
    return word[1].casefold() if word else ""


def _ranges(text: str, found: list[Number]) -> Iterator[Number]:
    """Yield the numbers; of two that are the ends of a range the first is at least, the second at
    most, and what only one of them has (“million”, a currency, %) holds for both."""
    high: Number | None = None
    for place, low in enumerate(found):
        after = found[place + 1] if place + 1 < len(found) else None
        one = high or low
        high = None
        if after is not None and _is_range(text, low, after):
            unit = low.unit if low.unit in _MONEY else after.unit
            high = after._replace(bound="≤", unit=unit)
            one = low._replace(bound="≥", unit=unit, value=_raised(low.value, after.value))
        yield one


def _is_range(text: str, low: Number, high: Number) -> bool:
    between = text[low.end : high.start]
    if low.value >= high.value or not _TO.fullmatch(between):
        return False
    apart = between.strip() in ("and", "or")
    return not apart or text[max(0, low.start - 8) : low.start].casefold() == "between "


def _raised(low: float, high: float) -> float:
    zeros = next((times for times in (10**9, 10**6, 10**3) if high >= times), 1)
    return low * zeros if low * zeros < high and low < 1000 else low
