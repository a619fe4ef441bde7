"""Taking in a poster: read, drawn anew, kept in the site's folder, stated as a fact."""

from __future__ import annotations

from collections.abc import Mapping

from clapometer.catalogue.facts.posters import POSTER
from clapometer.catalogue.pictures import keep_picture
from clapometer.facts.kinds import WHEN
from clapometer.facts.typed import FactRefused, Problem
from clapometer.ledger.entries import Entry
from clapometer.readers.pictures.bounds import PictureRefused
from clapometer.readers.pictures.reading import Pictures, read_picture

from .stating import add_fact, read_fact

FILE = "file"
"""The name under which a refusal speaks of the picture itself."""
_MEASURED = ("picture", "thumbnail", "width", "height")
TYPED = (
    *(field.name for field in POSTER.every_field if field.name not in _MEASURED),
    WHEN,
)
"""What a person types beside the picture."""


def add_poster(work: int, data: bytes, typed: Mapping[str, str], actor: str) -> Entry:
    """Keep a picture and state that it is a poster of the work; return the entry.

    Raises FactRefused with every problem there is, that of the picture under FILE.
    """
    given = {name: typed.get(name, "") for name in TYPED}
    problems: list[Problem] = []
    try:
        # With made-up measures first: a wrong word is told together with a wrong picture.
        read_fact(POSTER, given | {name: POSTER.field(name).example for name in _MEASURED})
    except FactRefused as refused:
        problems += refused.problems
    try:
        pictures = read_picture(data)
    except PictureRefused as refused:
        problems.append(Problem(FILE, str(refused)))
    if problems:
        raise FactRefused(*problems)
    for one in pictures:
        keep_picture(one.sha256, one.data)
    return add_fact(POSTER, work, given | _measures(pictures), actor)


def _measures(pictures: Pictures) -> dict[str, str]:
    large, small = pictures
    return {
        "picture": large.sha256,
        "thumbnail": small.sha256,
        "width": str(large.width),
        "height": str(large.height),
    }
