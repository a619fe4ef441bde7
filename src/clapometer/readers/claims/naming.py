"""Which titles of a story are one work: short forms, numbers of seasons, a catalogue's names."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from rapidfuzz import fuzz, process

from .counting import CARDINALS

if TYPE_CHECKING:
    from .document import Document

Names = dict[str, tuple[str, int | None]]
"""Forms under which works are named: the full title and the season that the form tells."""
_NUMBERED = re.compile(
    r"(?P<title>.+?)(?:,)? (?:(?:Season|Series|season|series) )?(?P<number>\d{1,2})$"
)
_SEASONED = re.compile(
    r"(?P<title>.+?),?:? (?:(?:Season|Series|season|series) |S)(?P<number>\d{1,2})\b"
)
_PARTED = re.compile(
    r"(?P<title>.+?)(?: —| –| -|:|,)? (?:Volume|Vol\.|Part|Chapter) (?:\d|One|Two|Three|I{1,3})$"
)
_ARTICLE = re.compile(r"(?:the|a|an) ", re.IGNORECASE)
_LONG = 10
"""Titles shorter than this differ in one letter and are two works: the film and its sequel."""
_SAME = 92
"""How alike, in per cent, a title and a catalogue's must be to be one, misprints aside."""


_COUNTED = re.compile(r"\d{1,2}|[ivx]+|part|chapter|volume|one|two|three|four|five")


def plain(title: str) -> str:
    """Return a title in lower case without marks and blanks to spare."""
    return " ".join(re.sub(r"[^\w&+ ]", " ", re.sub(r"[’']", "", title)).casefold().split())


def bare(title: str) -> str:
    """Return a title in lower case without marks, article and a possessive at its end."""
    name = re.sub(r"[’']s$", "", title) if title.count(" ") else title
    return _ARTICLE.sub("", plain(name), count=1) if " " in title else plain(name)


def full_titles(document: Document, found: Counter[str]) -> Names:
    """Return every form found with the full title it stands for, and names that a site knows."""
    names: Names = {}
    for title in found:
        names[title] = _without_season(document, title, found)
    whole = Counter[str]()
    for title, count in found.items():
        whole[names[title][0]] += count
    owners = _owners(document, whole)
    names = {form: (owners.get(title, title), season) for form, (title, season) in names.items()}
    for form, told in list(names.items()):
        before, _, after = form.partition(": ")
        if after in names and told[0] == owners.get(before, before):
            names[after] = told
    for form, (title, season) in list(names.items()):
        short = _ARTICLE.sub("", form, count=1) if form[:1].isupper() else form
        if short != form and len(short.split()) > 1:
            names.setdefault(short, (title, season))
    return _known(document, names)


def _without_season(document: Document, title: str, found: Counter[str]) -> tuple[str, int | None]:
    """Return a title apart from its season: “Salt Road Season 2”, “Salt Road 2” and “Salt Road:
    The Ferry” where the story speaks of such a season of Salt Road."""
    parted = _PARTED.match(title)
    if parted and _told_alone(parted["title"], found):
        return _without_season(document, parted["title"], found)
    seasoned = _SEASONED.match(title)
    if seasoned:
        return seasoned["title"].rstrip(":,"), int(seasoned["number"])
    numbered = _NUMBERED.match(title)
    if (
        numbered
        and _has_season(document, numbered["number"])
        and not numbered["title"].isdigit()
        and _stands_bare(document, numbered["title"])
    ):
        return numbered["title"], int(numbered["number"])
    series, colon, _ = title.partition(":")
    if colon and series in found:
        told = re.search(rf"{re.escape(series)}[\"”'’]* [Ss]eason (\d{{1,2}})", document.text)
        if told:
            return series, int(told[1])
    return title, None


def _stands_bare(document: Document, title: str) -> bool:
    """Return whether a story names a title without the number that stands behind it elsewhere."""
    return re.search(rf"{re.escape(title)}(?! \d)", document.text) is not None


def _told_alone(title: str, found: Counter[str]) -> bool:
    numbered = _NUMBERED.match(title)
    return title in found or (numbered is not None and numbered["title"] in found)


def _has_season(document: Document, number: str) -> bool:
    """Return whether a story speaks of the season of this number."""
    words = {"2": "second", "3": "third", "4": "fourth", "5": "fifth", "6": "sixth", "7": "seventh"}
    nth = words.get(number, f"{number}th")
    named = next((word for word, count in CARDINALS.items() if str(count) == number), number)
    return (
        re.search(
            rf"(?i)\b(?:season|series) (?:{number}|{named})\b|\b{nth} season\b", document.text
        )
        is not None
    )


def _owners(document: Document, titles: Counter[str]) -> dict[str, str]:
    """Return for each form that is not the best of its title, and for each short form, the one
    full title it stands for."""
    best = _best_forms(titles)
    owners = {title: best[bare(title)] for title in titles if best[bare(title)] != title}
    ordered = sorted(set(best.values()), key=lambda one: (-titles[one], one))
    for short in ordered:
        alike = _misprinted(short, ordered, titles)
        if alike:
            owners[short] = alike
            continue
        longer = [one for one in ordered if one != short and _within(short, one)]
        if len(longer) == 1 and not (
            _stands_alone(document, short, longer[0])
            or _is_parent(document, titles, short, longer[0])
        ):
            owners[short] = longer[0]
    return {short: owners.get(full, full) for short, full in owners.items()}


def _misprinted(title: str, ordered: list[str], titles: Counter[str]) -> str | None:
    """Return the title that one written once is a misprint of."""
    if titles[title] > 1 or len(title) < _LONG:
        return None
    return next(
        (
            one
            for one in ordered
            if titles[one] > 1
            and fuzz.ratio(title, one) >= _SAME
            and re.findall(r"\d+", one) == re.findall(r"\d+", title)
        ),
        None,
    )


def _best_forms(titles: Counter[str]) -> dict[str, str]:
    """Return the best form of each title: with its article, not in capitals, the most used."""
    best: dict[str, str] = {}
    for title in sorted(titles):
        name = bare(title)
        rank = (_rank(title), titles[title])
        if name not in best or rank > (_rank(best[name]), titles[best[name]]):
            best[name] = title
    return best


def _rank(title: str) -> tuple[bool, bool, bool]:
    return (
        title[-1] not in "?!" and not title.endswith(("'s", "’s")),
        not (title.isupper() and len(title) > 4),
        _ARTICLE.match(title) is not None,
    )


def _within(short: str, full: str) -> bool:
    """Return whether a title is part of another that has more than a number more."""
    one, whole = f" {bare(short)} ", f" {bare(full)} "
    at = whole.find(one)
    if at < 0 or one == whole:
        return False
    rest = (whole[:at] + " " + whole[at + len(one) :]).split()
    return not all(_COUNTED.fullmatch(word) for word in rest)


def _stands_alone(document: Document, title: str, full: str) -> bool:
    """Return whether a title is told apart as a work of its own: the original, the one of 1984,
    a franchise."""
    name = rf"{re.escape(title)}(?!{re.escape(full[full.find(title) + len(title) :])})"
    marks = "[\"“'‘]?"
    pattern = (
        rf"(?i:(?:19|20)\d\d(?:[’']s)?(?: [\w-]+){{0,2}}|\boriginal|\bfirst|\bsequel to|\bprequel "
        rf"to|"
        rf"follow-up to (?:the )?(?:\d+ )?(?:\w+)?|spin-?off of|predecessor)(?: film| movie| "
        rf"series)?,? {marks}{name}|"
        rf"{name}[\"”'’]? (?:film |movie )?(?i:franchise|films|movies|saga|universe|sequel|prequel|"
        rf"spin-?off)"
    )
    return re.search(pattern, document.text) is not None


def _is_parent(document: Document, titles: Counter[str], title: str, full: str) -> bool:
    """Return whether a title is that of the whole to which “Title: Part” belongs: it is named
    first, and twice as often."""
    if not full.startswith((f"{title}:", f"{title} –", f"{title} —")):
        return False
    first = re.compile(rf"{re.escape(title)}(?!:| –| —)").search(
        document.text, document.story.start
    )
    often = titles[title] >= 2 * titles[full]
    return often and first is not None and first.start() < document.text.find(full)


def _known(document: Document, names: Names) -> Names:
    """Return the forms with the titles of a site's catalogue, and the forms that it knows."""
    if not document.known:
        return names
    catalogue = {
        plain(name): work.title for work in document.known for name in (work.title, *work.names)
    }
    forms = list(catalogue)
    said = {
        form: (_catalogued(full, catalogue, forms) or full, season)
        for form, (full, season) in names.items()
    }
    for work in document.known:
        for name in (work.title, *work.names):
            if len(name.split()) > 1 and name in document.text:
                said.setdefault(name, (work.title, None))
    return said


def _catalogued(title: str, catalogue: dict[str, str], forms: list[str]) -> str | None:
    """Return the catalogue's title for one of the story, misprints forgiven, numbers never."""
    name = plain(title)
    if name in catalogue:
        return catalogue[name]
    near = process.extractOne(name, forms, scorer=fuzz.ratio, score_cutoff=_SAME)
    if near is None or re.findall(r"\d+", near[0]) != re.findall(r"\d+", name) or len(name) < 6:
        return None
    return catalogue[near[0]]
