"""Sentences about charts, counters and numbers that rose."""

from __future__ import annotations

from .marking import marked
from .values import ChartCountries, ChartRun, Counted, Rise, Streak
from .voice import Voice

# How a counter's number is bounded, as sources write it.
BOUNDS = {"": "exactly", "≥": "at least", "~": "about", "≤": "at most"}


# Units that are translated; others stand as they were entered.
UNITS = {
    "views": marked("views"),
    "hours": marked("hours"),
    "followers": marked("followers"),
    "posts": marked("posts"),
    "plays": marked("plays"),
    "streams": marked("streams"),
    "copies": marked("copies"),
    "accounts": marked("accounts"),
    "people": marked("people"),
    "households": marked("households"),
}


def chart_run(fact: ChartRun, voice: Voice) -> str:
    """Return for how many weeks a work was on a chart, and its best place."""
    places = {
        "title": voice.title(fact.title),
        "chart": fact.chart,
        "weeks": voice.count("%(n)s week", "%(n)s weeks", fact.weeks),
        "rank": voice.figure(fact.peak),
        "peak": voice.day(fact.peak_week),
    }
    if fact.weeks == 1:
        return voice.say(
            "%(title)s was in the %(chart)s for %(weeks)s, the week to %(peak)s, at No. %(rank)s.",
            **places,
        )
    return voice.say(
        "%(title)s was in the %(chart)s for %(weeks)s between the week to %(first)s and the week to"
        " %(last)s; its best place was No. %(rank)s, in the week to %(peak)s.",
        first=voice.day(fact.first),
        last=voice.day(fact.last),
        **places,
    )


def chart_countries(fact: ChartCountries, voice: Voice) -> str:
    """Return in how many countries a work was on a chart; the way of counting is said."""
    places = {
        "title": voice.title(fact.title),
        "chart": fact.chart,
        "countries": voice.count("%(n)s country", "%(n)s countries", fact.countries),
        "week": voice.day(fact.week),
    }
    if fact.way == "ever":
        return voice.say(
            "Over all weeks up to the week to %(week)s, %(title)s was in the %(chart)s of"
            " %(countries)s.",
            **places,
        )
    if fact.way == "last_week":
        return voice.say(
            "In the week to %(week)s, %(title)s was in the %(chart)s of %(countries)s.", **places
        )
    return voice.say(
        "At its widest, in the week to %(week)s, %(title)s was in the %(chart)s of %(countries)s"
        " at once.",
        **places,
    )


def streak(fact: Streak, voice: Voice) -> str:
    """Return for how many weeks a work was on a list, as announced."""
    message = (
        marked("%(title)s was on %(chart)s for %(weeks)s in a row, said %(source)s (%(day)s).")
        if fact.in_a_row
        else marked("%(title)s was on %(chart)s for %(weeks)s in all, said %(source)s (%(day)s).")
    )
    return voice.say(
        message,
        title=voice.title(fact.title),
        chart=fact.chart,
        weeks=voice.count("%(n)s week", "%(n)s weeks", fact.weeks),
        source=fact.source,
        day=voice.day(fact.when),
    )


def counted(fact: Counted, voice: Voice) -> str:
    """Return a counter with its bound, day and source."""
    unit = voice.say(UNITS[fact.unit]) if fact.unit in UNITS else fact.unit
    number = voice.counted(fact.number, unit)
    if fact.bound == "≥":
        number = voice.say("at least %(number)s", number=number)
    elif fact.bound == "~":
        number = voice.say("about %(number)s", number=number)
    elif fact.bound == "≤":
        number = voice.say("at most %(number)s", number=number)
    places = {
        "what": fact.what,
        "number": number,
        "on": voice.on(fact.when),
        "source": fact.source,
    }
    if not fact.source:
        return voice.say("%(what)s: %(number)s %(on)s.", **places)
    return voice.say("%(what)s: %(number)s %(on)s, according to %(source)s.", **places)


_RISE = {
    (False, True): marked(
        "%(what)s rose by %(percent)s, to %(times)s times the former number%(about)s, according to"
        " %(source)s (%(day)s)."
    ),
    (False, False): marked(
        "%(what)s rose by %(percent)s, to %(times)s times the former number%(about)s (%(day)s)."
    ),
    (True, True): marked(
        "%(what)s fell by %(percent)s, to %(times)s times the former number%(about)s, according to"
        " %(source)s (%(day)s)."
    ),
    (True, False): marked(
        "%(what)s fell by %(percent)s, to %(times)s times the former number%(about)s (%(day)s)."
    ),
}


def rise(fact: Rise, voice: Voice) -> str:
    """Return by how much a number changed, in per cent and as a multiple of what it was before."""
    places = {
        "what": fact.what,
        "percent": voice.percent(abs(fact.percent)),
        "times": voice.figure(fact.times),
        "about": _about(fact, voice),
        "source": fact.source,
        "day": voice.day(fact.when),
    }
    return voice.say(_RISE[fact.percent < 0, bool(fact.source)], **places)


def _about(fact: Rise, voice: Voice) -> str:
    """Return market and windows in brackets, as far as they are known."""
    window = fact.window
    if fact.window and fact.baseline:
        window = voice.say(
            "%(window)s against %(baseline)s", window=fact.window, baseline=fact.baseline
        )
    known = [part for part in (fact.market, window) if part]
    return f" ({'; '.join(known)})" if known else ""
