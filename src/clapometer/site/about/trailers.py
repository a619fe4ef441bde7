"""Trailers and the like, as links to where they are: nothing of another site is loaded here."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from clapometer.facts.reading import Fact
from clapometer.site.workpage import WorkRecord

from . import places
from .marks import Mark, host_of, mark_of

# So many are shown at once; the others are a step away.
SHOWN = 6
TYPES: dict[str, Promise] = {
    "teaser": _("Teaser"),
    "trailer": _("Trailer"),
    "clip": _("Clip"),
    "featurette": _("Featurette"),
    "behind the scenes": _("Behind the scenes"),
    "announcement": _("Announcement"),
    "interview": _("Interview"),
    "recap": _("Recap"),
    "bloopers": _("Outtakes"),
}


class Card(NamedTuple):
    """A link to a film: what sort it is, its title, where it leads, and what there is to say."""

    sort: str
    title: str
    url: str
    host: str
    language: str
    part: str
    mark: Mark


def read_trailers(record: WorkRecord) -> Mapping[str, object] | None:
    """Return the trailers of the work and of its parts, the newest first."""
    told, known = record.kin.with_parts("trailer"), record.asked.known
    if not told:
        return None
    titles = {one.id: one.title for one in record.kin.family} | {record.work.id: ""}
    newest = sorted(told, key=lambda fact: (-fact.at, fact.id))
    cards = [_card(fact, titles[fact.about], known) for fact in newest]
    return {
        "cards": cards[:SHOWN],
        "others": cards[SHOWN:],
        "count": len(newest),
        "structured": {"trailer": [_video(fact) for fact in newest[:SHOWN]]},
    }


def _card(fact: Fact, part: str, known: int | None) -> Card:
    said = fact.said
    return Card(
        sort=str(TYPES[said["type"]]),
        title=str(said["title"]),
        url=str(said["video"]),
        host=host_of(str(said["video"])),
        language=places.language(said["language"]) if said.get("language") else "",
        part=part,
        mark=mark_of(fact, known),
    )


def _video(fact: Fact) -> dict[str, object]:
    return {"@type": "VideoObject", "name": fact.said["title"], "url": fact.said["video"]}
