"""A made-up series of which everything is said that the catalogue has words for."""

from __future__ import annotations

from clapometer.desk.posters import add_poster
from tests.catalogue.stating import person, state
from tests.catalogue.telling import add
from tests.readers.pictures import picture, saved

TITLE, PERSON = "Painted Quay", "Orla Painted"


def describe() -> int:
    """Write the series, a season of it, people and all; return the series."""
    quay = add(f"{TITLE} (made up)", "series", year=2024,
               identifiers=("imdb:tt0000000", "wikidata:Q42"))  # fmt: skip
    season = add("Season 1", "season", parent=quay, number=1, year=2024)
    orla = person(PERSON, other_names="O. Painted", identifiers="Q42")
    state("credit", quay, person=f"p{orla}", role="created by", source="A Made-up Gazette")
    for number in range(15):
        one = person(f"Player {number} (made up)")
        state("credit", season, person=f"p{one}", role="cast", character="Somebody")
    state("source_work", quay, type="graphic novel", title="Quay", volumes="3", author=f"p{orla}")
    state("synopsis", quay, text="Nothing moves.\n\nThen it does.", language="en", official="yes")
    state("synopsis", quay, text="Nichts regt sich.", language="de")
    state("carrier", quay, name="Made-up Stream", exclusive="yes", page="https://stream.example/")
    state("carrier", quay, name="Channel Nil", territory="IE", until="2090")
    state("release", quay, when="2024-04-02", pattern="all at once", episodes="8")
    for number in range(8):
        state("trailer", season, title=f"Trailer {number}", type="trailer",
              video="https://video.example/", when="2024-03-01")  # fmt: skip
    state("title", quay, text="Gemalter Kai", type="translated", language="de")
    state("title", quay, text="رصيف مرسوم", type="translated", language="ar")
    typed = {"licence": "CC BY 4.0", "credit": "Picture: Kit Made-up"}
    add_poster(quay, saved(image=picture(600, 900)), typed, "test editor")
    return quay
