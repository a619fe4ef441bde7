"""People, and what they did in a work."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from clapometer.facts.fields import Choice, FieldRefused, FieldValue, Ref, Text, Whole
from clapometer.facts.kinds import NOTHING, FactKind
from clapometer.readers.identifiers import person_identifier

from .naming import noted

ROLES = {
    "created by": "its creator",
    "developed by": "developed it for the screen",
    "showrunner": "ran the show",
    "directed by": "directed",
    "written by": "wrote the screenplay",
    "story by": "wrote the story of it",
    "cast": "played in it",
    "guest": "played in it as a guest",
    "voice": "lent a voice",
    "narrator": "narrated",
    "music by": "wrote the music",
    "cinematography by": "photographed it",
    "edited by": "edited it",
    "production design by": "designed it",
    "costumes by": "designed the costumes",
    "casting by": "cast it",
    "produced by": "produced it",
    "executive producer": "was an executive producer",
}
"""What a person did, in the order in which pages list it."""
ON_SCREEN = frozenset({"cast", "guest", "voice", "narrator"})
"""Roles that may have a character."""
SEPARATOR = "; "


class PersonIdentifiers(Text):
    """Identifiers of a person elsewhere, parted by semicolons; addresses are read too."""

    def _read(self, text: str) -> FieldValue:
        found = [
            (part, person_identifier(part)) for part in map(str.strip, text.split(";")) if part
        ]
        unknown = [part for part, identifier in found if not identifier]
        if unknown:
            raise FieldRefused(
                f"“{unknown[0][:80]}” is no identifier of a person that is known: paste the address"
                " of the page at Wikidata, IMDb, TMDB or TVmaze."
            )
        return SEPARATOR.join(dict.fromkeys(identifier for _, identifier in found))


PERSON = FactKind(
    name="person",
    title="Person",
    means="somebody who had a part in a work; the names lie beside the ledger",
    fields=(
        Text(
            name="name",
            label="Name",
            means="the name that credits give",
            example="Kit Made-up",
            required=True,
            sealed=True,
            longest=200,
        ),
        Text(
            name="other_names",
            label="Other names",
            means="other names of the person, parted by semicolons",
            example="Christopher Made-up; K. Made-up",
            sealed=True,
            longest=600,
        ),
        PersonIdentifiers(
            name="identifiers",
            label="Identifiers",
            means="what Wikidata, IMDb, TMDB and TVmaze call the person, parted by semicolons",
            example="wikidata:Q42; imdb:nm0000001",
            sealed=True,
            longest=600,
        ),
    ),
    line=lambda said: str(said.get("name") or "(name erased)"),
    about=NOTHING,
    moment="when it was said",
)


def _line(said: Mapping[str, Any]) -> str:
    character = f"as {said['character']}" if said.get("character") else ""
    return f"{said['role']}: p{said['person']}{noted(character, said.get('note', ''))}"


CREDIT = FactKind(
    name="credit",
    title="Credit",
    means="what a person did in the work",
    fields=(
        Ref(
            name="person",
            label="Person",
            means="who it was",
            example="p17",
            required=True,
            to="person",
        ),
        Choice(
            name="role",
            label="Role",
            means="what the person did",
            example="cast",
            table=ROLES,
            required=True,
        ),
        Text(
            name="character",
            label="Character",
            means="who is played, for those on screen",
            example="The Ferrywoman",
        ),
        Whole(
            name="billing",
            label="Billing",
            means="the place among those with the same role, 1 first",
            example="1",
            least=1,
            most=99_999,
        ),
        Text(
            name="note",
            label="Note",
            means="what the credit adds",
            example="episodes 1 to 3",
            longest=120,
        ),
    ),
    line=_line,
    moment="when it was said",
)
