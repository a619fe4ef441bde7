"""Films of one list, films of another, and which are the same: told without looking at titles.

The incoming films are those whose scores were published in November 2020 (title and release date).
The catalogue is Wikidata's films. Both lists name films without a common identifier; but Wikidata's
have the identifier of a review site, for which an older list tells the shares of critics and of the
audience, and how many people voted. Two counts of votes that agree within 3 % together with both
shares are a fingerprint that no title has a part in. The matcher sees none of these numbers.
"""

from __future__ import annotations

import bisect
import csv
import gzip
import math
import re
from pathlib import Path
from typing import Any, NamedTuple

import orjson
from rapidfuzz import fuzz

from clapometer.catalogue.folding import fold
from clapometer.catalogue.matching.forms import mend
from clapometer.catalogue.matching.shelf import Incoming, Known, Shelf
from clapometer.catalogue.matching.verdicts import judge
from clapometer.readers.sources.wikidata import read_flat_line
from clapometer.readers.sources.works import SourceWork

INCOMING = "published-scores/rotten_tomatoes_movies_2020.csv.gz"
FILMS = "catalogue-wikidata/wikidata-movies.json.gz"
NUMBERS = "catalogue-wikidata/rotten-tomatoes.json.gz"
COUNT_WITHIN, SHARE_WITHIN = 0.03, 3.0
CRITICS_WITHIN, AUDIENCE_WITHIN, COUNT_TIMES = 5.0, 10.0, 4.5
ADDRESS_FROM = 70.0


class Scores(NamedTuple):
    """What is published of a film: shares in per cent, and how many of the audience voted."""

    critics: float | None
    audience: float | None
    votes: float


class Film(NamedTuple):
    """One film to be matched, with the numbers by which its match is judged."""

    incoming: Incoming
    day: str
    scores: Scores


class Listed(NamedTuple):
    """One film of the catalogue, with the numbers and the day by which a match is judged.

    `site`: the review site's address of it, which the matcher does not see.
    """

    known: Known
    day: str
    scores: Scores | None
    site: str


def incoming_films(data: Path) -> list[Film]:
    """Return the films with published scores, in the order of their list."""
    with gzip.open(data / INCOMING, "rt", encoding="utf-8", newline="") as file:
        return [_film(row) for row in csv.DictReader(file)]


def _film(row: dict[str, str]) -> Film:
    day = row["in_theaters_date"]
    scores = Scores(
        _number(row["tomatometer_rating"]),
        _number(row["audience_rating"]),
        _number(row["audience_count"]) or 0,
    )
    return Film(Incoming((row["movie_title"],), int(day[:4]), "film"), day, scores)


def listed_films(data: Path) -> list[Listed]:
    """Return Wikidata's films; their identifiers are left out, so that only titles can match."""
    scores = _scores(data)
    with gzip.open(data / FILMS) as file:
        found = [read_flat_line(place, line) for place, line in enumerate(file, 1)]
    return [_listed(place, work, scores) for place, work in enumerate(found)
            if isinstance(work, SourceWork)]  # fmt: skip


def _listed(place: int, work: SourceWork, scores: dict[str, Scores]) -> Listed:
    titles = tuple(dict.fromkeys((work.title, *work.other_titles)))
    site = next((one for one in work.identifiers if one.startswith("rt:")), "")
    known = Known(place, titles, work.year, "film")
    return Listed(known, work.released, scores.get(site[3:]), site[3:])


def _scores(data: Path) -> dict[str, Scores]:
    with gzip.open(data / NUMBERS) as file:
        rows: list[dict[str, Any]] = [orjson.loads(line) for line in file]
    return {
        row["rotten_tomatoes_id"]: Scores(
            row["critic_percent"], row["audience_percent"], row["audience_ratings"] or 0
        )
        for row in rows
    }


def _number(text: str) -> float | None:
    return float(text) if text else None


def same_film(film: Film, listed: Listed) -> bool | None:
    """Return whether they are one film by their numbers; None where these cannot tell.

    Numbers agree where the audience's do closely, or the critics' share does and the audience's
    roughly (more people had voted by then). A film that nobody had rated cannot be judged, unless
    both tell the same day.
    """
    ours, theirs = film.scores, listed.scores
    if theirs is None or theirs.audience is None or not theirs.votes or not ours.votes:
        exact = listed.day == film.day and not film.day.endswith("-01-01")
        return True if exact else None
    apart = abs(math.log(ours.votes / theirs.votes))
    audience = abs((ours.audience or 0) - theirs.audience)
    if audience <= SHARE_WITHIN and apart <= COUNT_WITHIN:
        return True
    if theirs.critics is None:
        return False
    critics = abs((ours.critics or 0) - theirs.critics)
    close = critics <= CRITICS_WITHIN and audience <= AUDIENCE_WITHIN
    return close and apart <= math.log(COUNT_TIMES)


class Fingerprints:
    """Films of the catalogue by their numbers, to find the one that should have been matched."""

    def __init__(self, films: list[Listed]) -> None:
        rows = (
            (film.scores.votes, place)
            for place, film in enumerate(films)
            if film.scores and film.scores.audience is not None
        )
        self._films, self._rows = films, sorted(rows)

    def truth(self, film: Film) -> Listed | None:
        """Return the film of the catalogue that has the same numbers, and whose address at the
        review site reads like the title; None where there is none, or no numbers tell."""
        votes = film.scores.votes
        low = bisect.bisect_left(self._rows, (votes * (1 - COUNT_WITHIN), 0))
        high = bisect.bisect_right(self._rows, (votes * (1 + COUNT_WITHIN), math.inf))
        alike = [self._films[place] for _, place in self._rows[low:high]]
        alike = [one for one in alike if same_film(film, one) and self._critics_agree(film, one)]
        named = [(_named_alike(film, one), place) for place, one in enumerate(alike)]
        best = max(named, default=(0.0, 0))
        return alike[best[1]] if best[0] >= ADDRESS_FROM else None

    @staticmethod
    def _critics_agree(film: Film, listed: Listed) -> bool:
        ours, theirs = film.scores.critics, listed.scores and listed.scores.critics
        return ours is None or theirs is None or abs(ours - theirs) <= CRITICS_WITHIN


def _named_alike(film: Film, listed: Listed) -> float:
    """Return how like title and address are, in hundredths."""
    address = re.sub(r"^m/(?:[0-9]{6,}[-_])?|_(?:19|20)[0-9]{2}$", "", listed.site)
    words = re.sub(r"[-_]+", " ", address)
    title = mend(film.incoming.titles[0])
    names = (title, re.sub(r"\([^)]*\)", "", title), *re.findall(r"\(([^)]*)\)", title))
    return max(fuzz.ratio(fold(name), fold(words)) for name in names)


class Measured(NamedTuple):
    """What came of matching: automatic matches that are right, wrong, and that no number judges;
    films for a person, and taken for new; and those that should have been matched."""

    right: int
    wrong: tuple[str, ...]
    unjudged: tuple[str, ...]
    asked: int
    new: int
    found: int
    offered: int
    there: int

    @property
    def precision(self) -> float:
        """Return the share of the judged automatic matches that are right."""
        return self.right / (self.right + len(self.wrong))

    @property
    def recall(self) -> float:
        """Return the share of the films known to be there that were matched without a person."""
        return self.found / self.there

    @property
    def reach(self) -> float:
        """Return the share of them that were matched, or offered to a person."""
        return (self.found + self.offered) / self.there


def measure(films: list[Film], listed: list[Listed]) -> Measured:
    """Match the films with the list and judge what came of it."""
    shelf = Shelf(one.known for one in listed)
    prints = Fingerprints(listed)
    by_work = {one.known.work: one for one in listed}
    right = asked = new = found = offered = there = 0
    wrong, unjudged = [], []
    for film in films:
        verdict = judge(film.incoming, shelf)
        truth = prints.truth(film)
        there += truth is not None
        if verdict.work is None:
            asked += verdict.verdict == "unsure"
            new += verdict.verdict == "new"
            likely = {by_work[one.work].site for one in verdict.likely}
            offered += truth is not None and truth.site in likely
            continue
        match = by_work[verdict.work]
        found += truth is not None and truth.site == match.site
        same = same_film(film, match)
        told = f"{film.incoming.titles[0]} ({film.day}) as {match.known.titles[0]} ({match.day})"
        right += same is True
        if same is False:
            wrong.append(told)
        elif same is None:
            unjudged.append(told)
    return Measured(right, tuple(wrong), tuple(unjudged), asked, new, found, offered, there)
