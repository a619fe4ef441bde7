"""Sentences that pass on the words of others: the consensus, scores of other sites, releases."""

from __future__ import annotations

from .marking import marked
from .scores import reviews
from .values import PrintedElsewhere, Quotation, Released
from .voice import Voice


def quotation(fact: Quotation, voice: Voice) -> str:
    """Return the consensus word for word, with its author and day."""
    places = {
        "title": voice.title(fact.title),
        "quote": voice.quote(fact.text),
        "on": voice.on(fact.when),
    }
    if not fact.author:
        return voice.say("The critics’ consensus on %(title)s, written %(on)s: %(quote)s", **places)
    return voice.say(
        "The critics’ consensus on %(title)s, written by %(author)s %(on)s: %(quote)s",
        author=fact.author,
        **places,
    )


# Whose opinion a score of another site tells; others stand as they were entered.
PANELS = {
    "critics": marked("critics"),
    "top critics": marked("top critics"),
    "audience": marked("audience"),
    "verified audience": marked("verified audience"),
    "staff": marked("staff"),
}


def printed_elsewhere(fact: PrintedElsewhere, voice: Voice) -> str:
    """Return a score of another site, as printed there."""
    places = {
        "title": voice.title(fact.title),
        "printed": fact.printed,
        "site": fact.site,
        "on": voice.on(fact.when),
    }
    if fact.reviews:
        return voice.say(
            "%(site)s printed %(printed)s from %(reviews)s for %(title)s %(on)s.",
            reviews=reviews(voice, fact.reviews),
            **places,
        )
    if not fact.panel:
        return voice.say("%(site)s printed %(printed)s for %(title)s %(on)s.", **places)
    panel = voice.say(PANELS[fact.panel]) if fact.panel in PANELS else fact.panel
    return voice.say(
        "%(site)s printed %(printed)s (%(panel)s) for %(title)s %(on)s.", panel=panel, **places
    )


def released(fact: Released, voice: Voice) -> str:
    """Return the date of a release, and where and by whom as far as that is known."""
    first = voice.say(
        "Release date of %(title)s: %(day)s",
        title=voice.title(fact.title),
        day=voice.day(fact.when),
    )
    known = [part for part in (fact.by, fact.territory) if part]
    return f"{first} ({', '.join(known)})." if known else f"{first}."
