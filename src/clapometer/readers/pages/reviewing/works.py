"""What a review is of: title, year, kind and identifiers, from data or from the headline."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from clapometer.readers.identifiers import known_identifier
from clapometer.readers.words import read_year, split_title

from ..bounds import bound
from ..markup.things import Thing, Things

KINDS: dict[str, str] = {
    "Movie": "film", "TVMovie": "film", "Film": "film", "MovieSeries": "series",
    "TVSeries": "series", "CreativeWorkSeries": "series", "TVMiniSeries": "series",
    "TVSeason": "season", "CreativeWorkSeason": "season",
    "TVEpisode": "episode", "Episode": "episode",
}  # fmt: skip
"""Types of schema.org that are works of ours, and as which kind."""
_REVIEW = (
    r"(?:re-?view(?:ed)?|kritik|filmkritik|critique|reseña|crítica|recensione|recensie|recension|"
    r"anmeldelse)"
)
_SORT = (
    r"(?:(?:film|movie|cinema|tv|television|series|season|show|streaming|game|video ?game|book|dvd|"
    r"blu-ray|theat(?:er|re)|premiere|early|first|spoiler[- ]free|non-spoiler|in|festival|sundance|"
    r"cannes|venice|toronto|tiff|sxsw|berlin|netflix|disney\+?|finale)\s+){0,3}"
)
_OPEN, _CLOSE = "[‘“'\"«„]", "[’”'\"»“]"
_TITLE = r"[^:|]{2,}?(?:: [^:|]{2,}?)?"
_ENDS = r"\s*(?:[:|–—]\s.*|\s-\s.*)?"
TITLES: tuple[tuple[str, str], ...] = (
    (
        rf"{_SORT}{_REVIEW}(?:\s*[:|–—-]\s*|\s+){_OPEN}(?P<title>.+?),?{_CLOSE}(?=\W|$).*",
        "Film review: ‘The Salt Road’ goes deep",
    ),
    (
        rf"{_OPEN}(?P<title>.+?),?{_CLOSE}(?P<rest>.{{0,40}}?)\s*[:|–—-]?\s*{_SORT}{_REVIEW}\b.*",
        "‘The Salt Road’ season 2 review: deeper still",
    ),
    (
        rf"stream it or skip it:?\s+{_OPEN}(?P<title>.+?),?{_CLOSE}(?=\W|$).*",
        "Stream it or skip it: ‘The Salt Road’, a drama",
    ),
    (
        rf"{_SORT}{_REVIEW}\s+of\s+{_OPEN}?(?P<title>[^:|–—]{{2,}}?){_CLOSE}?{_ENDS}",
        "Review of The Salt Road",
    ),
    (rf"{_SORT}{_REVIEW}\s*[:|–—-]\s*(?P<title>[^:|–—]{{2,}}?){_ENDS}", "Review: The Salt Road"),
    (
        rf"(?P<title>{_TITLE})(?:\s*[:|–—]|\s-)?\s+{_SORT}{_REVIEW}\b(?!\s+of\b).*",
        "The Salt Road review – deeper still",
    ),
)
"""Forms of a review's headline, each with an example; the title is in the group."""
_FORMS = tuple(re.compile(form, re.IGNORECASE) for form, _ in TITLES)
_PART = re.compile(
    r"(?P<title>.+?)[\s,:–—-]+(?P<part>season|series|episode|staffel|saison|temporada)"
    r"\s+(?P<number>\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten)\b.*",
    re.IGNORECASE,
)
PARTS: dict[str, str] = {
    "season": "season", "series": "season", "staffel": "season", "saison": "season",
    "temporada": "season", "episode": "episode",
}  # fmt: skip
"""Words for a part of a series in headlines, and the kind of work each is."""
NUMBERS = dict(
    zip(
        ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"],
        range(1, 11),
        strict=True,
    )
)
_TAGS = re.compile(r"</?[a-zA-Z][^<>]{0,200}>")


@dataclass(frozen=True, slots=True)
class WorkFound:
    """The work of a review; `about` is the page's own word for its kind."""

    title: str = ""
    year: int | None = None
    kind: str = ""
    about: str = ""
    identifiers: tuple[str, ...] = ()
    where: str = ""

    @property
    def places(self) -> dict[str, str]:
        """Where each field that holds something was found, by the names of a ReviewFound."""
        told = {
            "work": self.title, "year": self.year, "kind": self.kind, "about": self.about,
            "identifiers": self.identifiers,
        }  # fmt: skip
        return {name: self.where for name, value in told.items() if value}


def work_of(things: Things, item: Thing | str, where: str) -> WorkFound:
    """Return the work that the data of a page names."""
    if isinstance(item, str):
        title, year = split_title(_plain(item))
        return WorkFound(title[: bound("headline")], year, where=where)
    told, year = split_title(_plain(things.name(item)))
    kind = next((KINDS[one] for one in item.types if one in KINDS), "")
    return WorkFound(
        _of_series(things, item, told, kind)[: bound("headline")],
        year or _year(things, item),
        kind,
        next(iter(item.types), ""),
        tuple(dict.fromkeys(_identifiers(things, item)))[:10],
        where,
    )


def _plain(text: str) -> str:
    return " ".join(_TAGS.sub("", text).split())


def _of_series(things: Things, item: Thing, title: str, kind: str) -> str:
    """“Season 2” alone names no work: the series is put before it."""
    if kind not in {"season", "episode"}:
        return title
    series = things.text(item, "partOfSeries", "partOfTVSeries")
    if kind == "episode" and not series:
        seasons = things.inner(item, "partOfSeason", "partOfTVSeason")
        series = things.text(seasons[0], "partOfSeries", "partOfTVSeries") if seasons else ""
    return f"{series}: {title}" if series and series.casefold() not in title.casefold() else title


def _year(things: Things, item: Thing) -> int | None:
    for name in ("datePublished", "dateCreated", "copyrightYear", "startDate", "releaseDate"):
        year, _ = read_year(things.text(item, name)[:60])
        if year:
            return year
    return None


def _identifiers(things: Things, item: Thing) -> Iterator[str]:
    told = [item.id]
    for name in ("sameAs", "url", "identifier", "titleEIDR"):
        values = things.values(item, name)
        told += [
            one if isinstance(one, str) else things.text(one, "value", "url") for one in values
        ]
    return (found for one in told if one and (found := known_identifier(one.strip())))


def work_in(headline: str) -> WorkFound:
    """Return the work that a review's headline names; empty when it has none of the forms."""
    for form in _FORMS:
        found = form.fullmatch(headline)
        if found:
            told = found.groupdict()
            return _named(told["title"], told.get("rest") or "")
    return WorkFound()


def _named(title: str, rest: str) -> WorkFound:
    """Return the work of a title, with the season that is told after it."""
    plain, year = split_title(title.strip(" ,‘’“”'\"«»"))
    part = _PART.fullmatch(plain) or _PART.fullmatch(f"{plain} {rest.strip()}")
    if part is None:
        return WorkFound(plain, year, where="headline")
    number = NUMBERS.get(part["number"].lower()) or int(part["number"])
    kind = PARTS[part["part"].lower()]
    series = part["title"].strip(" ,‘’“”'\"«»")
    return WorkFound(f"{series}: {kind.capitalize()} {number}", year, kind, where="headline")
