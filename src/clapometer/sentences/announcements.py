"""Sentences about what was announced: who said it, how sure it is, when, and what was said."""

from __future__ import annotations

from collections.abc import Sequence

from .marking import marked
from .values import Announced
from .voice import Voice

# What was said, by status; the places are title, seasons, carrier and the date that was named.
SAID = {
    "in-development": marked("%(title)s was in development"),
    "pilot-ordered": marked("a pilot of %(title)s was ordered"),
    "greenlit": marked("%(title)s was given the green light"),
    "ordered": marked("%(title)s was ordered"),
    "picked-up": marked("%(title)s was picked up"),
    "renewed": marked("%(title)s was renewed"),
    "two-season-renewal": marked("%(title)s was renewed for two seasons or more"),
    "final-season": marked("%(title)s was going into its final season"),
    "in-production": marked("filming of %(title)s had begun"),
    "filming-wrapped": marked("filming of %(title)s was over"),
    "dated": marked("%(title)s was to be released"),
    "delayed": marked("%(title)s was delayed"),
    "rescheduled": marked("%(title)s was given another date"),
    "moved": marked("%(title)s was to move to another network, streamer or distributor"),
    "released": marked("%(title)s was out"),
    "on-hiatus": marked("%(title)s was put on hold"),
    "cancelled": marked("%(title)s was cancelled"),
    "shelved": marked("%(title)s would not be released"),
    "ended": marked("%(title)s had ended"),
    "revived": marked("%(title)s would go on"),
    "un-cancelled": marked("the cancellation of %(title)s was taken back"),
}
# The same where seasons are named that the sentence has a place of its own for.
OF_SEASONS = {
    "renewed": marked("%(title)s was renewed for %(seasons)s"),
    "two-season-renewal": marked("%(title)s was renewed for %(seasons)s"),
    "final-season": marked("%(title)s was to end with %(seasons)s"),
}
# The same where a date was named: a day, a month or a year.
WITH_DATE = {
    "dated": marked("%(title)s was to be released %(date)s"),
    "delayed": marked("%(title)s was delayed and would come %(date)s"),
    "rescheduled": marked("%(title)s was given another date and would come %(date)s"),
}
TO_CARRIER = {
    "ordered": marked("%(title)s was ordered by %(carrier)s"),
    "picked-up": marked("%(title)s was picked up by %(carrier)s"),
    "moved": marked("%(title)s was to move to %(carrier)s"),
    "revived": marked("%(title)s would go on with %(carrier)s"),
}
# By certainty: with who said it, and without.
FRAMES = {
    "official": (
        marked("%(who)s announced %(on)s that %(what)s."),
        marked("It was officially announced %(on)s that %(what)s."),
    ),
    "reported": (
        marked("%(who)s reported %(on)s that %(what)s."),
        marked("It was reported %(on)s that %(what)s."),
    ),
    "rumoured": (
        marked("%(who)s passed on a rumour %(on)s that %(what)s."),
        marked("It was rumoured %(on)s that %(what)s."),
    ),
    "teased": (
        marked("%(who)s hinted %(on)s that %(what)s."),
        marked("It was hinted %(on)s that %(what)s."),
    ),
    "denied": (
        marked("%(who)s denied %(on)s that %(what)s."),
        marked("It was denied %(on)s that %(what)s."),
    ),
    "undecided": (
        marked("%(who)s said %(on)s that it was undecided whether %(what)s."),
        marked("It was said %(on)s to be undecided whether %(what)s."),
    ),
}


def announced(fact: Announced, voice: Voice) -> str:
    """Return what was announced, by whom, when, and how sure it is."""
    named, anonymous = FRAMES[fact.certainty]
    places = {"on": voice.on(fact.when), "what": _what(fact, voice)}
    if not fact.who:
        return voice.say(anonymous, **places)
    return voice.say(named, who=fact.who, **places)


def _what(fact: Announced, voice: Voice) -> str:
    """Return what was said, in the fullest wording that the fact has values for."""
    title = voice.title(fact.title)
    if fact.effective and fact.status in WITH_DATE:
        date = voice.on(fact.effective)
        return voice.say(WITH_DATE[fact.status], title=_with_seasons(title, fact, voice), date=date)
    if fact.carrier and fact.status in TO_CARRIER:
        message, title = TO_CARRIER[fact.status], _with_seasons(title, fact, voice)
        return voice.say(message, title=title, carrier=fact.carrier)
    if fact.seasons and fact.status in OF_SEASONS:
        seasons = seasons_named(fact.seasons, voice)
        return voice.say(OF_SEASONS[fact.status], title=title, seasons=seasons)
    return voice.say(SAID[fact.status], title=_with_seasons(title, fact, voice))


def _with_seasons(title: str, fact: Announced, voice: Voice) -> str:
    if not fact.seasons:
        return title
    listed = voice.listed([str(number) for number in fact.seasons])
    message = voice.choose("%(title)s (season %(listed)s)", "%(title)s (seasons %(listed)s)",
                           len(fact.seasons))  # fmt: skip
    return message % {"title": title, "listed": listed}


def seasons_named(numbers: Sequence[int], voice: Voice) -> str:
    """Return seasons as they stand after "for": season 2, seasons 2 and 3."""
    listed = voice.listed([str(number) for number in numbers])
    return voice.choose("season %(listed)s", "seasons %(listed)s", len(numbers)) % {
        "listed": listed
    }
