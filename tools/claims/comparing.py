"""Whether a claim that was read says what a labelled one says: kind, work, season, value.

The rules are those of the format of labelled stories; this is our own reading of them.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from typing import Any

Claim = dict[str, Any]
WITHOUT_SEASON = ("cast", "creator", "source_work", "platform", "synopsis", "quotation")
IN_WORDS = ("consensus", "synopsis", "quotation")
WITH_UNIT = ("count", "chart", "box_office")
_ISO = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?|--\d\d-\d\d")
_DASHES = dict.fromkeys(map(ord, "‐‑‒–—−"), "-")
_MARKS = {**dict.fromkeys(map(ord, "‘’‚‛`´"), "'"), **dict.fromkeys(map(ord, "“”„‟"), '"')}
_SIGNS = {"plus": "+", "minus": "-"}


def bare(value: object) -> str:
    """Return a text in small letters, without accents, surplus blanks, curled marks."""
    letters = unicodedata.normalize("NFKD", str(value)).casefold().translate(_DASHES | _MARKS)
    return " ".join("".join(one for one in letters if not unicodedata.combining(one)).split())


def title(value: object) -> str:
    """Return the title of a work as it is compared: no case, no punctuation."""
    letters = unicodedata.normalize("NFKC", str(value)).casefold()
    kept = (one for one in letters if not unicodedata.category(one).startswith("P"))
    return " ".join("".join(kept).split())


def agree(gold: Claim, read: Claim, names: Iterable[str]) -> bool:
    """Return whether the two say the same; `names` are those of the labelled claim's work."""
    return (
        gold["kind"] == read["kind"]
        and title(read.get("work")) in names
        and _same_season(gold, read)
        and _same_fields(gold, read)
        and same_value(gold["kind"], gold["value"], read.get("value"))
    )


def _same_season(gold: Claim, read: Claim) -> bool:
    said = gold.get("season")
    return said is None or gold["kind"] in WITHOUT_SEASON or said == read.get("season")


def _same_fields(gold: Claim, read: Claim) -> bool:
    needed = ["unit"] if gold["kind"] in WITH_UNIT else []
    if gold["kind"] == "review_score":
        needed = ["aggregator", *(["side"] if gold.get("side") else [])]
    return all(bare(gold.get(name)) == bare(read.get(name)) for name in needed)


def same_value(kind: str, gold: Any, read: Any) -> bool:
    """Return whether a value agrees with the labelled one, as its kind wants it."""
    if gold is None or read is None:
        return gold is read
    if isinstance(gold, list):
        return isinstance(read, list) and {*map(bare, gold)} == {*map(bare, read)}
    if isinstance(gold, (int, float)):
        return _near(float(gold), read)
    if kind in ("premiere", "ended") and _ISO.fullmatch(gold):
        return _same_day(gold, str(read))
    if kind in IN_WORDS:
        return in_common(gold, read) >= 0.6
    return _grade(gold) == _grade(read) if kind == "review_score" else bare(gold) == bare(read)


def _near(gold: float, read: Any) -> bool:
    try:
        return abs(float(str(read).rstrip("% ").replace(",", "")) - gold) <= abs(gold) / 200 + 1e-9
    except ValueError:
        return False


def _same_day(gold: str, read: str) -> bool:
    if gold.startswith("--"):
        return read.endswith(gold[1:])
    return read == gold or read.startswith(f"{gold}-")


def _grade(value: object) -> str:
    text = bare(value)
    for word, sign in _SIGNS.items():
        text = re.sub(rf"[ -]?{word}\Z", sign, text)
    return text.replace(" ", "")


def in_common(one: object, other: object) -> float:
    """Return the F1 of the words of two texts."""
    ours, theirs = (Counter(re.findall(r"\w+(?:'\w+)*", bare(text))) for text in (one, other))
    both = sum((ours & theirs).values())
    return 2 * both / max(1, sum(ours.values()) + sum(theirs.values()))
