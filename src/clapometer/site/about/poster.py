"""The poster of a work, with its licence and credit."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from django.urls import reverse

from clapometer.catalogue.facts.posters import LICENCES
from clapometer.catalogue.pictures import is_kept, is_shown
from clapometer.facts.reading import Fact
from clapometer.readers.pictures.bounds import SMALL
from clapometer.site.addresses import absolute
from clapometer.site.workpage import WorkRecord

from .marks import Mark, mark_of


class Poster(NamedTuple):
    """A picture in its small size, the address of the large one, and what goes with it."""

    url: str
    large: str
    width: int
    height: int
    of: str
    credit: str
    licence: str
    licence_url: str
    mark: Mark


def read_poster(record: WorkRecord) -> Mapping[str, object] | None:
    """Return the newest poster of the work, or of the whole that it is a part of.

    None where there is none, where it was taken back since, and where its file is gone.
    """
    told, of = record.kin.nearest("poster")
    fact = told[-1] if told else None
    if fact is None or not _can_be_shown(fact, record.asked.known):
        return None
    poster = _poster(fact, str(of), record.asked.known)
    return {"poster": poster, "structured": {"image": _structured(poster, fact)}}


def _can_be_shown(fact: Fact, known: int | None) -> bool:
    said = fact.said
    there = all(is_kept(said[name]) for name in ("picture", "thumbnail"))
    return there and (known is None or is_shown(said["thumbnail"]))


def _poster(fact: Fact, of: str, known: int | None) -> Poster:
    said = fact.said
    licence = LICENCES[said["licence"]]
    width, height = small_size(said["width"], said["height"])
    return Poster(
        url=picture_address(said["thumbnail"]),
        large=picture_address(said["picture"]),
        width=width,
        height=height,
        of=of,
        credit=str(said.get("credit") or ""),
        licence=licence.title,
        licence_url=licence.address,
        mark=mark_of(fact, known),
    )


def small_size(width: int, height: int) -> tuple[int, int]:
    """Return the sides of the small size, given those of the large one, to a pixel or so."""
    part = min(1.0, SMALL / max(width, height))
    return max(1, round(width * part)), max(1, round(height * part))


def picture_address(digest: str) -> str:
    """Return the path of a picture."""
    return reverse("picture", args=[digest])


def _structured(poster: Poster, fact: Fact) -> dict[str, object]:
    data: dict[str, object] = {
        "@type": "ImageObject",
        "contentUrl": absolute(poster.large),
        "width": fact.said["width"],
        "height": fact.said["height"],
    }
    if poster.licence_url:
        data["license"] = poster.licence_url
    if poster.credit:
        data["creditText"] = poster.credit
    return data
