"""TVmaze's shows, with their seasons, episodes and cast, as its API answers (tvmaze.com/api).

Its data are under CC BY-SA 4.0, attributed to TVmaze; every statement names it and links to it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from ..identifiers import known_identifier
from ..records import Refusal
from .markup import text_of
from .patterns import release_pattern
from .problems import WorkRefused, read_json, refused_work, source_refused
from .works import (
    LONGEST_PROSE,
    WHEN,
    Json,
    SourcePerson,
    SourceWork,
    Statement,
    as_day,
    as_object,
    as_objects,
    as_text,
    as_whole,
    each_once,
    statement,
    year_of,
)

NAME = "TVmaze"
CREW = {
    "creator": "created by",
    "developer": "developed by",
    "executive producer": "executive producer",
    "producer": "produced by",
    "showrunner": "showrunner",
}
"""TVmaze's words for the work of the crew -> roles of credits; others are left out."""
_MOST_CAST = 200


def read_show(body: bytes) -> list[SourceWork | Refusal]:
    """Return a show with its seasons and episodes, parents first. Raises SourceRefused."""
    found = read_json(body, NAME)
    if not isinstance(found, dict) or "id" not in found:
        raise source_refused("no_work", name=NAME, what="a show")
    return list(_works(found))


def read_search(body: bytes) -> list[SourceWork]:
    """Return the shows that a search found, the best first. Raises SourceRefused."""
    found = read_json(body, NAME)
    if not isinstance(found, list):
        raise source_refused("no_work", name=NAME, what="a list of shows")
    works = (next(_works(as_object(hit.get("show")))) for hit in as_objects(found))
    return [work for work in works if isinstance(work, SourceWork)]


def _works(show: Json) -> Iterator[SourceWork | Refusal]:
    try:
        series = _series(show)
    except WorkRefused as problem:
        yield refused_work(1, problem, show)
        return
    yield series
    embedded = as_object(show.get("_embedded"))
    episodes = as_objects(embedded.get("episodes"))
    parts = [*_seasons(series, show, as_objects(embedded.get("seasons")), episodes)]
    yield from parts
    keys = {part.number: part.key for part in parts}
    for place, episode in enumerate(episodes, len(parts) + 2):
        try:
            yield _episode(place, episode, keys)
        except WorkRefused as problem:
            yield refused_work(place, problem, episode)


def _series(show: Json) -> SourceWork:
    number, title = as_whole(show.get("id")), as_text(show.get("name"))
    if number is None:
        raise WorkRefused("no_identifier", name=NAME)
    if not title:
        raise WorkRefused("no_title")
    premiered = as_day(show.get("premiered"))
    embedded = as_object(show.get("_embedded"))
    people, roles = _credits(as_objects(embedded.get("cast")), as_objects(embedded.get("crew")))
    akas = [_aka(one) for one in as_objects(embedded.get("akas"))]
    return SourceWork(
        row=1,
        key=f"tvmaze:shows/{number}",
        identifiers=(f"tvmaze:shows/{number}", *_elsewhere(as_object(show.get("externals")))),
        kind="series",
        title=title,
        year=year_of(premiered),
        released=premiered,
        other_titles=tuple(dict(one.said)["text"] for one in akas if one),
        statements=each_once(
            one for one in (*_carriers(show), *_synopsis(show), *akas, *roles) if one
        ),
        people=people,
        status=as_text(show.get("status"), 60),
        status_day=as_day(show.get("ended")),
        link=_page(show),
    )  # fmt: skip


def _elsewhere(externals: Json) -> list[str]:
    found = known_identifier(as_text(externals.get("imdb"), 40))
    return [found] if found.startswith("imdb:") else []


def _page(thing: Json) -> str:
    """Return the page of a thing at TVmaze, whose older answers write it without encryption."""
    link = as_text(thing.get("url"), 500)
    return link.replace("http://", "https://", 1) if "tvmaze.com/" in link else ""


def _carriers(thing: Json) -> Iterator[Statement]:
    for name, sort in (("network", "network"), ("webChannel", "streamer")):
        carrier = as_object(thing.get(name))
        if title := as_text(carrier.get("name")):
            yield statement("carrier", name=title, type=sort, territory=_country(carrier))


def _country(thing: Json) -> str:
    code = as_text(as_object(thing.get("country")).get("code"), 10)
    return code if len(code) == 2 and code.isascii() and code.isalpha() else ""


def _synopsis(thing: Json) -> Iterator[Statement]:
    if text := text_of(thing.get("summary"), LONGEST_PROSE):
        yield statement("synopsis", text=text, language="en")


def _aka(aka: Json) -> Statement | None:
    name = as_text(aka.get("name"))
    return statement("title", text=name, type="alias", territory=_country(aka)) if name else None


def _credits(
    cast: list[Json], crew: list[Json]
) -> tuple[tuple[SourcePerson, ...], list[Statement]]:
    people: dict[str, SourcePerson] = {}
    found: list[Statement] = []
    billing: dict[str, int] = defaultdict(int)
    for one, role in [(one, _on_screen(one)) for one in cast[:_MOST_CAST]] + [
        (one, CREW.get(as_text(one.get("type"), 60).casefold(), "")) for one in crew
    ]:
        person = _person(as_object(one.get("person")))
        if person and role:
            people[person.identifier] = person
            billing[role] += 1
            character = as_text(as_object(one.get("character")).get("name"))
            found.append(
                statement("credit", person=person.identifier, role=role, character=character,
                          billing=billing[role])
            )  # fmt: skip
    return tuple(people.values()), found


def _on_screen(one: Json) -> str:
    return "voice" if one.get("voice") is True else "cast"


def _person(person: Json) -> SourcePerson | None:
    number, name = as_whole(person.get("id")), as_text(person.get("name"), 200)
    return SourcePerson(f"tvmaze:people/{number}", name) if number and name else None


def _seasons(
    series: SourceWork, show: Json, told: list[Json], episodes: list[Json]
) -> Iterator[SourceWork]:
    """Yield the seasons that the show tells, and those that only its episodes speak of."""
    days: dict[int, list[str]] = defaultdict(list)
    for episode in episodes:
        number = as_whole(episode.get("season"), 9_999)
        if number and as_whole(episode.get("number")):
            days[number].append(as_day(episode.get("airdate")))
    by_number: dict[int, Json] = {number: {} for number in days}
    by_number |= {number: one for one in told if (number := as_whole(one.get("number"), 9_999))}
    for place, (number, season) in enumerate(sorted(by_number.items()), 2):
        yield _season(
            place, series, {**_shared(show), **season}, number, sorted(filter(None, days[number]))
        )


def _shared(show: Json) -> dict[str, Any]:
    """Return what a season has from its show, where it does not say otherwise."""
    return {name: show.get(name) for name in ("network", "webChannel")}


def _season(
    place: int, series: SourceWork, season: Json, number: int, days: list[str]
) -> SourceWork:
    own = as_whole(season.get("id"))
    premiered = as_day(season.get("premiereDate")) or (days[0] if days else "")
    carriers = list(_carriers(season))
    carrier = dict(carriers[0].said) if carriers else {}
    many = as_whole(season.get("episodeOrder"), 9_999) or len(days) or None
    release = statement(
        "release", territory=carrier.get("territory"), pattern=release_pattern(days),
        episodes=many, carrier=carrier.get("name"), **{WHEN: premiered},
    )  # fmt: skip
    return SourceWork(
        row=place,
        key=f"tvmaze:seasons/{own}" if own else f"{series.key}/season/{number}",
        identifiers=(f"tvmaze:seasons/{own}",) if own else (),
        kind="season",
        title=as_text(season.get("name")) or f"Season {number}",
        year=year_of(premiered),
        released=premiered,
        parent=series.key,
        number=number,
        statements=each_once([*carriers, *_synopsis(season), *([release] if premiered else [])]),
        link=_page(season) or series.link,
    )


def _episode(place: int, episode: Json, seasons: dict[int | None, str]) -> SourceWork:
    own, title = as_whole(episode.get("id")), as_text(episode.get("name"))
    season = as_whole(episode.get("season"), 9_999)
    if not own:
        raise WorkRefused("no_identifier", name=NAME)
    if season not in seasons:
        raise WorkRefused("no_series")
    number = as_whole(episode.get("number"), 99_999)
    aired = as_day(episode.get("airdate"))
    return SourceWork(
        row=place,
        key=f"tvmaze:episodes/{own}",
        identifiers=(f"tvmaze:episodes/{own}",),
        kind="episode",
        title=title or f"Episode {number}",
        year=year_of(aired),
        released=aired,
        parent=seasons[season],
        number=number,
        statements=each_once(_synopsis(episode)),
        link=_page(episode),
    )
