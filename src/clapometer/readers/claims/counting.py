"""Small numbers in words: one, second, thrice."""

from __future__ import annotations

_CARDINALS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen twenty"
)
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
)
CARDINALS = {word: number for number, word in enumerate(_CARDINALS.split(), 1)} | {
    "a": 1,
    "an": 1,
    "another": 1,
    "both": 2,
    "couple": 2,
}
ORDINALS = {word: number for number, word in enumerate(_ORDINALS.split(), 1)} | {
    "debut": 1,
    "inaugural": 1,
    "freshman": 1,
    "sophomore": 2,
}
CARDINAL = r"(?:\d{1,2}|" + "|".join(_CARDINALS.split()) + r")"
ORDINAL = r"(?:\d{1,2}(?:st|nd|rd|th)|debut|inaugural|freshman|sophomore|" + (
    "|".join(_ORDINALS.split()) + ")"
)


def counted(word: str) -> int | None:
    """Return the number of a word or of digits, with or without th; None for other words."""
    bare = word.casefold()
    if not bare:
        return None
    digits = bare.rstrip("stndrh")
    if digits.isdigit():
        return int(digits)
    return CARDINALS.get(bare) or ORDINALS.get(bare)
