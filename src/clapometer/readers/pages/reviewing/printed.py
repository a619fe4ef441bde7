"""The grade that a page prints: beside “verdict”, “rating” or “score”, or in stars of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from lxml.html import HtmlElement

from ..bounds import bound
from ..fields.sources import Found
from ..markup.microdata import text_of
from .stars import drawn

_ONES = "zero|one|two|three|four|five|six|seven|eight|nine|ten"
_HALF = r"(?:[\s-]+and[\s-]+a[\s-]+(?:half|quarter))"
_MOST = r"(?:3|4|5|6|10|12|20|100)"
_NUMBER = rf"(?:\d{{1,3}}(?:[.,]\d{{1,2}})?|\d\s?½|½|(?:{_ONES}){_HALF}?)"
_OF = rf"(?<![\d/.,]){_NUMBER}\s*/\s*{_MOST}(?![\d/]|[.,]\d)(?:\s*stars?)?"
_OUT_OF = rf"{_NUMBER}(?:\s+stars?)?\s+(?:out\s+of|von|sur|av)\s+(?:{_MOST}|{_ONES})(?:\s+stars?)?"
_GLYPHS = r"[★⭐✭✮🌟](?:\s?[★⭐✭✮🌟☆✩½⯪]){0,11}"
_GLYPHS += rf"(?:\s*(?:/|out\s+of)\s*(?:[★⭐]{{3,6}}|{_MOST}|{_ONES}))?"
GRADES: dict[str, tuple[str, str]] = {
    "of": (_OF, "7.9/10"),
    "out of": (_OUT_OF, "three and a half stars out of four"),
    "glyphs": (_GLYPHS, "★★★½"),
}
"""Forms of a grade that say their scale, or are read by it, each with an example."""
BARE: dict[str, tuple[str, str]] = {
    "letter": (r"[A-DF](?:[\s-](?:plus|minus)\b|[+−–-])?(?![\w'’])", "B+"),
    "stars": (rf"{_NUMBER}[\s-]stars?", "four stars"),
    "percent": (r"\d{1,3}\s?%", "87 %"),
}
"""Forms that only mean a grade after a word such as “rating”."""
_SURE = "|".join(pattern for pattern, _ in GRADES.values())
_BARE = "|".join(pattern for pattern, _ in BARE.values())
_CUE = (
    r"(?:(?:my|our|the|final|overall|critic['’]?s|film|movie|star|total)\s+){0,2}"
    r"(?:verdict|rating|score|grade|stars|overall|wertung|note|voto|cijfer|bewertung)"
)
_SAID = re.compile(
    rf"(?:.*\b)?{_CUE}\s*(?:[:=–—-]|is|of)?\s*[(\[]?(?P<grade>{_SURE})(?P<rest>.*)", re.IGNORECASE
)
_SAID_BARE = re.compile(rf"{_CUE}\s*[:=–—-]\s*(?P<grade>{_BARE})(?P<rest>.{{0,40}})", re.IGNORECASE)
_ALONE = re.compile(rf"[(\[]?(?:{_CUE}\s*)?(?:rated:?\s*)?(?P<grade>{_SURE})[)\].]?", re.IGNORECASE)
CROWDS = re.compile(
    r"\b(?:users?|readers?|audiences?|viewers?|votes?|ratings\b|based on|\d+ reviews?|imdb|"
    r"metacritic|rotten tomatoes|tomatometer|metascore|letterboxd|cinemascore|"
    r"critics? (?:score|consensus)|"
    r"average|community|members?|customers?|guests?)\b",
    re.IGNORECASE,
)
"""Words beside a grade that is a crowd's, or another site's, and not this critic's."""
_MARKED = " or ".join(
    f"contains(translate(@class,'RSGV','rsgv'),'{one}')"
    for one in ("rating", "score", "stars", "grade", "verdict")
)
_PATH = f"//*[{_MARKED} or @itemprop='reviewRating' or @itemprop='ratingValue']"
_ASIDE = re.compile(
    r"user|reader|audience|aggregate|average|related|sidebar|comment|community|recirc|recommend|"
    r"popular|more-|widget|imdb|metacritic|rotten",
    re.IGNORECASE,
)
_BLOCKS = ("p", "h2", "h3", "h4", "h5", "h6", "strong", "b", "em", "li", "td", "dd", "figcaption")
_SCORED = re.compile(
    r"(?:review|film|movie|tv|critic|final|overall|verdict|editor)[\w-]*?[-_]?(?:score|rating)",
    re.IGNORECASE,
)
_ALONE_NUMBER = re.compile(r"(?:10|\d)(?:[.,]\d)?|[1-9]\d")
_TOLD = ("aria-label", "title", "alt", "data-rating", "data-score", "data-value")


def printed_grade(root: HtmlElement, text: str) -> Found:
    """Return the grade that a review's page prints and where; empty for none.

    The text goes before elements of class rating, since those stand in lists of other reviews too;
    then short lines that are not in the text, then a number alone in an element of such a class.
    """
    told = chain(
        _in_lines(text.splitlines()), _in_elements(root), _in_blocks(root), _bare_numbers(root)
    )
    return next(told, Found())


def same_number(grade: str, printed: str) -> bool:
    """Whether a printed grade begins with the number of another (`8` and `8/10`)."""
    return (
        re.split(r"[\s/]", printed, maxsplit=1)[0].replace(",", ".")
        == grade.split("/", maxsplit=1)[0]
    )


def _in_elements(root: HtmlElement) -> Iterator[Found]:
    for element in root.xpath(_PATH)[:60]:
        if _is_aside(element):
            continue
        grade = drawn(element) or next(filter(None, map(_marked_grade, _says(element))), "")
        if grade:
            yield Found(grade, "element of class rating")


def _marked_grade(said: str) -> str:
    """Return the grade that an element of class rating says: it needs no word before it."""
    return grade_in(said) or (grade_in(f"Rating: {said}") if said else "")


def _says(element: HtmlElement) -> Iterator[str]:
    for one in (element, *element.iterdescendants()):
        for name in _TOLD:
            if one.get(name):
                yield str(one.get(name))[:120]
    text = text_of(element)
    if len(text) <= 120:
        yield text


def _is_aside(element: HtmlElement) -> bool:
    """Whether an element shows a crowd's rating, or that of another story."""
    for one in (element, *element.iterancestors()):
        if one.tag in {"main", "body", "html"}:
            return False
        if one.tag == "aside" or _ASIDE.search(f"{one.get('class') or ''} {one.get('id') or ''}"):
            return True
        if one.tag == "article":
            return False
    return False


def _in_lines(lines: list[str]) -> Iterator[Found]:
    for line in lines:
        grade = grade_in(line) if len(line) <= 400 else ""
        if grade:
            yield Found(grade, "line of the text")


def grade_in(line: str) -> str:
    """Return the critic's grade that a line states, "" for a line that states none."""
    plain = " ".join(line.replace("\ufe0f", "").split())
    if CROWDS.search(plain):
        return ""
    alone = _ALONE.fullmatch(plain)
    if alone:
        return _kept(alone["grade"])
    said = _SAID.fullmatch(plain) or _SAID_BARE.fullmatch(plain)
    return _kept(said["grade"]) if said else ""


def _kept(grade: str) -> str:
    return " ".join(grade.split())[: bound("grade")]


def _in_blocks(root: HtmlElement) -> Iterator[Found]:
    """Yield grades of short lines, such as a heading “Grade: B+” that is no part of the text."""
    story = root.xpath("//article | //main | //*[@role='main']")[:1] or [root]
    for element in list(story[0].iter(*_BLOCKS))[:3000]:
        line = text_of(element) if len(element) < 5 else ""
        grade = grade_in(line) if len(line) <= 80 else ""
        if grade and not _is_aside(element):
            yield Found(grade, "line of the page")


def _bare_numbers(root: HtmlElement) -> Iterator[Found]:
    for element in root.xpath(_PATH)[:60]:
        named = f"{element.get('class') or ''} {element.get('id') or ''}"
        said = text_of(element) if _SCORED.search(named) and not _is_aside(element) else ""
        if _ALONE_NUMBER.fullmatch(said):
            yield Found(said.replace(",", "."), "element of class score")
