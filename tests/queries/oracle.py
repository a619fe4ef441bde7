"""The same questions, answered slowly: one work after another, by the services for one work."""

from __future__ import annotations

from datetime import UTC, datetime

from clapometer.catalogue.models import Work
from clapometer.facts.reading import facts_about
from clapometer.reviews.scoreboard import in_force
from clapometer.reviews.scores import score_of, steps_of
from clapometer.signals.charts import charts_of
from tests.queries.catalogue import DAY


def on(instant) -> datetime:
    return datetime.fromtimestamp(instant // 1_000_000, UTC)


def key(work) -> tuple:
    return (work.key, work.id)


def biggest_drop(values, at, known):
    found = []
    for season in Work.objects.filter(kind="season"):
        for before in Work.objects.filter(parent_id=season.parent_id, number=season.number - 1):
            one, other = (score_of(work, None, at, known).score for work in (season, before))
            if one.printed is None or other.printed is None or other.printed <= one.printed:
                continue
            if min(one.tally.count, other.tally.count) >= values["reviews"]:
                drop = other.printed - one.printed
                found.append(((-drop, -one.tally.count, *key(season)), season, drop))
    return found


def perfect(values, at, known):
    found = []
    for work in Work.objects.all():
        tally = score_of(work, None, at, known).score.tally
        if tally.count and tally.count == tally.positive and tally.count >= values["reviews"]:
            found.append(((-tally.count, *key(work)), work, tally.count))
    return found


def badge_soonest(values, at, known):
    """Every instant at which something happened is asked for, until the badge is held."""
    found = []
    for work in Work.objects.filter(kind__in=("film", "season")):
        steps = steps_of(work, in_force(known), known)
        for step in steps:
            if at is not None and step.at > at:
                break
            badge = score_of(work, None, step.at, known).badge
            if badge is not None and badge.state == "held":
                days = (on(step.at).date() - on(steps[0].at).date()).days
                found.append(((days, step.at, *key(work)), work, days))
                break
    return found


def longest_in_top10(values, at, known):
    found = []
    for work in Work.objects.filter(parent__isnull=True):
        weeks = charts_of(work, at=at, known=known).weeks
        if weeks:
            number, best = len({one.sunday for one in weeks}), min(one.rank for one in weeks)
            first = min(one.sunday for one in weeks)
            found.append(((-number, best, first, *key(work)), work, number))
    return found


def most_countries(values, at, known):
    found = []
    for work in Work.objects.filter(parent__isnull=True):
        number = charts_of(work, at=at, known=known).countries.ever
        if number:
            found.append(((-number, *key(work)), work, number))
    return found


def renewed_within(values, at, known):
    found = []
    for series in Work.objects.filter(kind="series"):
        best = None
        for said in facts_about([series.id], "announcement", at=at, known=known):
            if said.said["status"] != "renewed" or said.said["certainty"] != "official":
                continue
            outs = []
            for season in Work.objects.filter(parent_id=series.id):
                told = facts_about([season.id], "release", at=at, known=known)
                outs.append(told[0].happened_at if told else season.released)
            before = [out for out in outs if out <= said.happened_at]
            days = (said.happened_at - max(before)) // DAY if before else 10**6
            if days <= values["days"] and (best is None or days < best[0]):
                best = (days, said.happened_at)
        if best:
            found.append(((*best, *key(series)), series, best[0]))
    return found


ORACLES = {
    "biggest-drop": biggest_drop,
    "perfect": perfect,
    "badge-soonest": badge_soonest,
    "longest-in-top10": longest_in_top10,
    "most-countries": most_countries,
    "renewed-within": renewed_within,
}


def answer(name, values, at, known):
    """Rank, work and value of every row, in order of print."""
    rows = sorted(ORACLES[name](values, at, known), key=lambda row: row[0])
    return [
        (1 + sum(row[0][0] < one[0][0] for row in rows), one[1].public_id, one[2]) for one in rows
    ]
