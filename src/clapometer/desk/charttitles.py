"""From titles as charts print them to works of the catalogue; unknown ones are added."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any, TypeAlias

from clapometer.catalogue.drafts import work_added
from clapometer.catalogue.folding import fold
from clapometer.catalogue.models import Work
from clapometer.signals.drafts import TitleKey, chart_matched
from clapometer.signals.models import ChartTitle

from .titles import Ambiguous, Appender, Titled, also_titled_works, titled_works

Show: TypeAlias = tuple[str, bool]
SeasonKey: TypeAlias = tuple[int, int | str]
KINDS = {True: "film", False: "series"}
_AT_ONCE = 500

_NUMBERED = re.compile(
    r"(?:season|series|part|volume|vol\.?|book|chapter|collection|temporada|staffel|saison)\s+"
    r"(\d{1,2})\b",
    re.IGNORECASE,
)
_TRAILING = re.compile(r"\s(\d{1,2})$")
_ONLY = re.compile(r"\b(?:limited|mini)[ -]?series\b", re.IGNORECASE)


def season_number(show: str, season: str) -> int | None:
    """Return the number of a season as printed: “Season 4: Part 1” is 4, “Limited Series” is 1."""
    title = season_title(show, season)
    found = _NUMBERED.search(title) or _TRAILING.search(season)
    if found:
        return int(found[1])
    return 1 if _ONLY.search(title) else None


def season_title(show: str, season: str) -> str:
    """Return the season's title without the show's in front: “Show: Season 2” is “Season 2”."""
    start = season[: len(show)]
    rest = season[len(show) :].lstrip(" :–-")
    return rest if rest and start.casefold() == show.casefold() else season


class ChartTitles:
    """Which work each title on the charts is (`ids`); what is new is added and said."""

    def __init__(self, publication: str) -> None:
        self._publication = publication
        known = ChartTitle.objects.filter(publication=publication, work_id__isnull=False)
        columns = ("show", "season", "film", "work_id")
        self.ids: dict[TitleKey, int] = {
            TitleKey(publication, show, season, film): work
            for show, season, film, work in known.values_list(*columns)
            if work is not None
        }
        self.ambiguous: dict[str, tuple[str, ...]] = {}
        self.added = self.matched = 0

    def learn(self, titles: Iterable[TitleKey], append: Appender) -> None:
        """Match every title that is not matched yet, adding works that the catalogue lacks."""
        fresh = sorted(set(titles).difference(self.ids))
        shows = self._shows({(title.show, title.film) for title in fresh}, append)
        placed = [(title, shows[title.show, title.film]) for title in fresh]
        clear = [(title, show) for title, show in placed if isinstance(show, int)]
        seasons = self._seasons([one for one in clear if one[0].season], append)
        works = {title: seasons.get(title, show) for title, show in clear}
        append([chart_matched(title, work) for title, work in works.items()])
        self.matched += len(clear)
        self.ids.update(works)
        self._doubt((title, show) for title, show in placed if isinstance(show, Ambiguous))

    def _doubt(self, titles: Iterable[tuple[TitleKey, Ambiguous]]) -> None:
        for title, show in titles:
            self.ambiguous[title.show] = show.candidates

    def _shows(self, names: set[Show], append: Appender) -> dict[Show, int | Ambiguous]:
        """Return the film or series of each title."""
        found: dict[Show, int | Ambiguous] = {}
        for film in (True, False):
            kind, titles = KINDS[film], sorted(title for title, of_film in names if of_film is film)
            there = works_titled(titles, kind)
            new = {fold(title): title for title in titles if not there.get(fold(title))}
            ids = self._add(append, [{"kind": kind, "title": title} for title in new.values()])
            there.update({key: [work] for key, work in zip(new, ids, strict=True)})
            for title in titles:
                found[title, film] = _only(there[fold(title)])
        return found

    def _seasons(self, titles: list[tuple[TitleKey, int]], append: Appender) -> dict[TitleKey, int]:
        """Return the season of each title whose series is known."""
        there = seasons_of({series for _, series in titles})
        keys = {title: _season_key(title, series) for title, series in titles}
        new = {key: title for title, key in keys.items() if key not in there}
        facts = [
            {
                "kind": "season",
                "title": season_title(title.show, title.season),
                "parent": key[0],
                "number": season_number(title.show, title.season),
            }
            for key, title in new.items()
        ]
        there.update(zip(new, self._add(append, facts), strict=True))
        return {title: there[key] for title, key in keys.items()}

    def _add(self, append: Appender, works: list[dict[str, Any]]) -> list[int]:
        self.added += len(works)
        return append([work_added(**facts) for facts in works])


def works_titled(titles: Sequence[str], kind: str) -> dict[str, list[int | Titled]]:
    """Return the works of a kind by their folded titles, else those that are called so too."""
    found: dict[str, list[int | Titled]] = {}
    keys = [fold(title) for title in titles]
    for named in (titled_works(keys), also_titled_works(keys)):
        for key, works in named.items():
            found[key] = found.get(key) or [work for work in works if work.kind == kind]
    return found


def seasons_of(series: Iterable[int]) -> dict[SeasonKey, int]:
    """Return the seasons of the series, by number and by title."""
    found: dict[SeasonKey, int] = {}
    wanted = sorted(series)
    for start in range(0, len(wanted), _AT_ONCE):
        there = Work.objects.filter(parent_id__in=wanted[start : start + _AT_ONCE], kind="season")
        for work in there.order_by("-id"):
            key = work.title if work.number is None else work.number
            found[work.parent_id or 0, key] = work.id
    return found


def _season_key(title: TitleKey, series: int) -> SeasonKey:
    number = season_number(title.show, title.season)
    return series, season_title(title.show, title.season) if number is None else number


def _only(found: Sequence[int | Titled]) -> int | Ambiguous:
    if len(found) > 1:
        return Ambiguous(tuple(map(str, found)))
    work = found[0]
    return work.work if isinstance(work, Titled) else work
