"""What a model says, held against the story: what is not there is dropped, and counted by why."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable
from math import isfinite
from typing import Any, NamedTuple, TypeGuard

from clapometer.readers.claims.claim import FIELDS, KINDS, MODALITIES, Claim
from clapometer.readers.claims.document import Document

DROPPED: dict[str, str] = {
    "kind": "of no known kind",
    "modality": "of no known modality",
    "quote": "its words are not in the story",
    "value": "its value is not in its words",
    "work": "its work is not in the story",
}
"""Why a claim is dropped."""
RULE = "model"
ALONE = 0.45
"""The confidence of a claim that only the model has: what it says of its own is not believed."""
NAMES = frozenset({"cast", "creator", "platform", "certification"})
TEXTS = frozenset({"consensus", "synopsis", "quotation"})
WORDS = frozenset({"renewal", "cancellation", "order", "ended"})
"""Kinds whose value is one of a few words, by STATED."""
NUMBERS = frozenset({"chart", "count", "box_office"})
STATED: dict[str, frozenset[str]] = {
    "renewal": frozenset({"renewed"}),
    "cancellation": frozenset({"cancelled"}),
    "order": frozenset({"series", "sequel", "prequel", "spin-off", "remake", "film"}),
    "ended": frozenset({"final season", "last film", "ended"}),
}
FREE = frozenset({"unit", "side", "bound", "event", "type", "metric", "detail", "rank_max"})
"""Fields that name what the story says in words of the format; all others have to be in it."""
_FREE = re.compile(r"[\w %/().,’'≥≤=~&+-]{1,60}")
_LONGEST_FIELD = 200
_LONGEST_QUOTE = 2_000
_NUMBERS = """
zero one two three four five six seven eight nine ten eleven twelve
"""
_PLACES = """
- first second third fourth fifth sixth seventh eighth ninth tenth
"""
_MONTH_NAMES = """
- jan feb mar apr may jun jul aug sep oct nov dec
"""
_NUMBER_WORDS, _ORDINALS, _MONTHS = (table.split() for table in (_NUMBERS, _PLACES, _MONTH_NAMES))


class _Page(NamedTuple):
    """A story as claims are held against it: taken apart, and its plain text."""

    document: Document
    plain: str


def checked(document: Document, told: Iterable[dict[str, Any]]) -> tuple[list[Claim], Counter[str]]:
    """Return the claims that the story bears out, and how many were dropped for each reason."""
    dropped: Counter[str] = Counter()
    claims = []
    page = _Page(document, folded(document.text[document.story.start :]))
    for one in told:
        claim = _claim(page, one)
        if isinstance(claim, Claim):
            claims.append(claim)
        else:
            dropped[claim] += 1
    return claims, dropped


def _claim(page: _Page, told: dict[str, Any]) -> Claim | str:
    """Return the claim, or the reason why it is none."""
    kind, modality = told.get("kind"), told.get("modality")
    if not isinstance(kind, str) or kind not in KINDS:
        return "kind"
    if not isinstance(modality, str) or modality not in MODALITIES:
        return "modality"
    span = _span(page, told.get("quote"))
    if span is None:
        return "quote"
    value = _value(page, kind, told.get("value"), span)
    if value is _NOTHING:
        return "value"
    work = told.get("work")
    if isinstance(work, str) and work.strip():
        if not _stands(page, work) and not _is_known(page, work):
            return "work"
        work = " ".join(work.split())
    else:
        work = page.document.work_at(*span)
    return Claim(
        kind=kind,
        work=work,
        season=_season(page, told.get("season")),
        value=value,
        modality=modality,
        as_of=_printed(page, told.get("as_of")),
        span=span,
        rule=RULE,
        fields=_fields(page, told),
        confidence=ALONE,
    )


_NOTHING: Any = object()
"""In the place of a value that is not in its words."""


def _span(page: _Page, quote: object) -> tuple[int, int] | None:
    """Return where the words stand, whatever the blanks between them: the first place."""
    if not isinstance(quote, str) or not 3 <= len(quote.strip()) <= _LONGEST_QUOTE:
        return None
    pattern = r"\s+".join(map(re.escape, quote.split()))
    found = re.compile(pattern).search(page.document.text, page.document.story.start)
    return found.span() if found else None


def _value(page: _Page, kind: str, value: object, span: tuple[int, int]) -> Any:
    """Return a value that its words bear out, else _NOTHING."""
    words = page.document.text[span[0] : span[1]]
    if isinstance(value, bool):
        return _NOTHING
    if value is None:
        return None if kind in {"premiere", "source_work", "review_score", "chart"} else _NOTHING
    if isinstance(value, list):
        return _tags(page, value) if kind == "topics" else _NOTHING
    if isinstance(value, int | float):
        return value if _holds_number(page, float(value), span) else _NOTHING
    if not isinstance(value, str) or kind == "topics" or kind in NUMBERS:
        return _NOTHING
    return _text_value(kind, value.strip(), words, page)


def _text_value(kind: str, value: str, words: str, page: _Page) -> Any:
    checks: tuple[tuple[bool, Callable[[], bool]], ...] = (
        (value in STATED.get(kind, ()), lambda: True),
        (kind in {"premiere", "ended"}, lambda: _holds_date(value, words, page)),
        (kind in WORDS, lambda: False),
        (kind in NAMES, lambda: _stands(page, value) and _last_word(value) in folded(words)),
        (kind in TEXTS, lambda: folded(value).strip(" .,") in folded(words)),
        (True, lambda: folded(value) in folded(words)),
    )
    holds = next(check for applies, check in checks if applies)
    return value if value and holds() else _NOTHING


def _last_word(name: str) -> str:
    return folded(name).rpartition(" ")[2]


def _tags(page: _Page, tags: list[object]) -> Any:
    kept = [tag.strip() for tag in tags if isinstance(tag, str) and _stands(page, tag)]
    return kept or _NOTHING


def _holds_number(page: _Page, value: float, span: tuple[int, int]) -> bool:
    """Return whether the words hold a number: in figures, in words, multiples read."""
    if not isfinite(value):
        return False
    for one in page.document.numbers:
        if one.end > span[0] and one.start < span[1] and _near(one.value, value):
            return True
    words = page.document.text[span[0] : span[1]]
    figures = re.findall(r"\d+(?:[.,]\d+)*", words)
    if any(_near(_figure(one), value) for one in figures):
        return True
    if value == int(value) and 0 <= value < len(_NUMBER_WORDS):
        spelled = {_NUMBER_WORDS[int(value)], *_ORDINALS[int(value) : int(value) + 1]}
        return bool(spelled & set(re.findall(r"[a-z]+", folded(words))))
    return False


def _figure(text: str) -> float:
    return float(text.replace(",", "")) if text.count(".") < 2 else float("inf")


def _near(one: float, other: float) -> bool:
    return abs(one - other) <= 0.005 * abs(one) + 1e-9


def _holds_date(value: str, words: str, page: _Page) -> bool:
    """Return whether words tell a day: one that the story's own dates come to, or its figures."""
    match = re.fullmatch(r"(\d{4}|-)(?:-(\d\d))?(?:-(\d\d))?", value)
    if match is None:
        return False
    for one in page.document.dates:
        same = one.value and (one.value.startswith(value) or value.startswith(one.value))
        if same and folded(one.text) in folded(words):
            return True
    year, month, day = match.groups()
    plain = folded(words)
    if month and not (1 <= int(month) <= 12 and _MONTHS[int(month)] in plain):
        return False
    if day and not re.search(rf"\b{int(day)}(?:st|nd|rd|th)?\b", plain):
        return False
    published = page.document.story.published
    this_year = published is not None and year == str(published.year)
    return year in plain or (bool(month) and (this_year or year == "-"))


def _season(page: _Page, season: object) -> int | None:
    """Return a season that the story names anywhere, else None."""
    if isinstance(season, bool) or not isinstance(season, int) or not 0 < season < 100:
        return None
    plain = page.plain
    spelled = [str(season), f"{season}th", f"{season}st", f"{season}nd", f"{season}rd"]
    if season < len(_ORDINALS):
        spelled += [_ORDINALS[season], _NUMBER_WORDS[season]]
    return season if re.search(rf"\b(?:{'|'.join(spelled)})\b", plain) else None


def _printed(page: _Page, text: object) -> str | None:
    """Return words that the story prints, else None."""
    if not isinstance(text, str) or not text.strip() or len(text) > _LONGEST_FIELD:
        return None
    return " ".join(text.split()) if _stands(page, text) else None


def _fields(page: _Page, told: dict[str, Any]) -> dict[str, Any]:
    """Return the further fields that may stand: known, short, and in the story where they name
    somebody or something."""
    kept: dict[str, Any] = {}
    for name in FIELDS:
        value = told.get(name)
        if name == "exclusive":
            if value is True:
                kept[name] = True
        elif name == "review_count":
            if _is_whole(value) and str(value) in page.plain.replace(",", ""):
                kept[name] = value
        elif name in FREE:
            if isinstance(value, str) and _FREE.fullmatch(value):
                kept[name] = value
        elif printed := _printed(page, value):
            kept[name] = printed
    return kept


def _is_whole(value: object) -> TypeGuard[int]:
    return isinstance(value, int) and not isinstance(value, bool) and 0 < value < 10_000_000


def _stands(page: _Page, words: str) -> bool:
    """Return whether words stand in the story, whatever the case, accents, marks and blanks."""
    plain = folded(words).strip(" .,")
    return bool(plain) and plain in page.plain


def _is_known(page: _Page, work: str) -> bool:
    plain = folded(work)
    return any(
        plain == folded(name) for one in page.document.known for name in (one.title, *one.names)
    )


def folded(text: str) -> str:
    """Return a text without case, accents, typographic marks and surplus blanks."""
    plain = unicodedata.normalize("NFKD", text).casefold()
    plain = "".join(one for one in plain if not unicodedata.combining(one))
    plain = plain.translate(str.maketrans("‘’‚“”„‐‑‒–—−", "'''\"\"\"------"))
    return " ".join(plain.split())
