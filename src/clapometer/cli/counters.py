"""`clapometer counters`: the numbers of a work, parted where their meaning changed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from .answers import print_json, print_table
from .flags import data_option, json_option, known_option, work_argument
from .naming import instant_named, work_named, work_object, written

if TYPE_CHECKING:
    from clapometer.facts.reading import Fact
    from clapometer.signals.counters import Counter, Segment
    from clapometer.signals.measures import Measure
    from clapometer.signals.points import Point

# One member of each counter in --json.
MEMBERS = {
    "counter": "its number, the fact that began it",
    "work": "the work that it is of",
    "measure": "the name of the measure",
    "title": "what is counted",
    "of": "what it is of, as its platform names it",
    "platform": "who counts; empty where none is told",
    "unit": "what one is called",
    "nature": "`level` or `flow`",
    "period": "the period of each number of a flow",
    "territory": "the country in two letters; null for the whole world",
    "source": "who says so",
    "segments": "the numbers, parted where their meaning changed: never to be joined or compared "
    "without saying so",
    "last": "the last number",
    "seq": "the entry that told it",
}
# One member of each segment.
SEGMENT_MEMBERS = {
    "definition": "what its numbers mean, with its `version` (1 is the first), `since`, `stopped`, "
    "`source`, `link` and the number of its `fact`; null where no definition is recorded",
    "points": "a list for each number: as of, value, bound (`=`, `≥`, `~`, `≤`)",
    "times": "the last number over the first, of levels that have two; both are of one definition",
}


@click.command("counters")
@work_argument
@click.option("--at", metavar="INSTANT", help="Only numbers that were so by then.")
@known_option
@click.option("--measure", metavar="NAME", default="", help="Only counters of this measure.")
@json_option
@data_option()
def command(
    work: str, at: str | None, known: str | None, measure: str, as_json: bool, data: Path
) -> None:
    """Print the numbers that were counted of a work.

    Views, followers, posts with a hashtag, sales: each with its bound, its day and its definition.
    Where a definition changed, or a platform stopped publishing, the numbers are parted and never
    joined. Uplifts and streaks as they were announced follow.

    \b
    Examples:
      clapometer counters w17
      clapometer counters The Salt Road --measure wikipedia-pageviews
      clapometer counters w17 --at 2026-10-05 --json
    """
    from .opening import open_site

    open_site(data)
    from clapometer.facts.reading import facts_about
    from clapometer.signals.charts import family
    from clapometer.signals.counters import counters_of

    found = work_named(work, as_json=as_json)
    until, knew = instant_named(at), instant_named(known)
    works = family(found)
    counters = [
        one for one in counters_of(works, at=until, known=knew) if measure in ("", one.measure.name)
    ]
    told = [] if measure else facts_about(works, "uplift", "streak", at=until, known=knew)
    if as_json:
        clocks = {"at": written(until), "known": written(knew)}
        print_json({"work": work_object(found), **_answer(counters, told), **clocks})
    elif counters or told:
        _say_all(counters, told)
    else:
        click.echo(f"No number is recorded of {found}.", err=True)


def _answer(counters: list[Counter], told: list[Fact]) -> dict[str, object]:
    return {
        "counters": [_object(one) for one in counters],
        "uplifts": [_uplift(one) for one in told if one.kind == "uplift"],
        "streaks": [_said(one) for one in told if one.kind == "streak"],
    }


def _say_all(counters: list[Counter], told: list[Fact]) -> None:
    for one in counters:
        _say(one)
    for fact in told:
        click.echo(_line(fact))


def _object(counter: Counter) -> dict[str, object]:
    measure, last = counter.measure, counter.last
    return {
        "counter": counter.fact.id,
        "work": f"w{counter.fact.about}",
        "measure": measure.name,
        "title": measure.title,
        "of": counter.of,
        "platform": measure.platform,
        "unit": measure.unit,
        "nature": measure.nature,
        "period": measure.period or None,
        "territory": counter.fact.said.get("territory"),
        "source": counter.fact.said.get("source"),
        "segments": [_segment(one, measure) for one in counter.segments],
        "last": None if last is None else _point(last),
        "seq": counter.seq or None,
    }


def _segment(segment: Segment, measure: Measure) -> dict[str, object]:
    definition = segment.definition
    first, last = segment.points[0], segment.points[-1]
    alone = measure.is_flow or first is last or not first.digits
    times = None if alone else last.value / first.value
    return {
        "definition": None
        if definition is None
        else {
            "version": measure.definitions.index(definition) + 1,
            "means": definition.means,
            "since": written(definition.since),
            "stopped": definition.stopped,
            "source": definition.source,
            "link": definition.link,
            "fact": definition.fact or None,
        },
        "points": [_point(point) for point in segment.points],
        "times": None if times is None else round(float(times), 6),
    }


def _point(point: Point) -> list[object]:
    value = point.digits if not point.places else str(point.value)
    return [point.as_of, value, point.bound]


def _said(fact: Fact) -> dict[str, object]:
    said = {name: value for name, value in fact.said.items() if name != "dated"}
    return {
        "fact": fact.id,
        "work": f"w{fact.about}",
        **said,
        "announced": written(fact.happened_at),
    }


def _uplift(fact: Fact) -> dict[str, object]:
    from clapometer.signals.growth import read_growth

    growth = read_growth(fact.said["growth"])
    return {
        **_said(fact),
        "times": float(growth.times),
        "per_cent": float(growth.per_cent),
        "or_times": None if growth.other is None else float(growth.other),
    }


def _line(fact: Fact) -> str:
    from clapometer.facts.kinds import kind_named

    kind = kind_named(fact.kind)
    assert kind is not None
    source = f" ({fact.said['source']})" if fact.said.get("source") else ""
    return f"{kind.title}: {kind.line(fact.said)}{source}"


def _say(counter: Counter) -> None:
    measure = counter.measure
    platform = f" on {measure.platform}" if measure.platform else ""
    click.echo(f"{counter.of}{platform}: {measure.title} ({counter.fact.id})")
    for place, segment in enumerate(counter.segments):
        if place:
            click.echo("  ---- the meaning changed; not to be compared with what is above ----")
        if segment.definition:
            click.echo(f"  {segment.definition.means}")
        print_table(("as of", measure.unit or "value"), list(_rows(segment)))


def _rows(segment: Segment) -> Iterator[tuple[str, str]]:
    """Yield the numbers; of many only the first, the highest and the last ones."""
    points = segment.points
    if len(points) > _MANY:
        highest = max(points, key=lambda point: point.value)
        points = (*points[:3], highest, *points[-_MANY // 2 :])
        points = tuple(sorted(set(points)))
    for point in points:
        sign = "" if point.bound == "=" else f"{point.bound} "
        yield point.as_of, f"{sign}{point.value:,}"


_MANY = 20
