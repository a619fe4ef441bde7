"""Review scores: whose, which side's, when they held, and of which work and season."""

from typing import Any

import pytest

from clapometer.readers.claims.document import Document
from clapometer.readers.claims.finders import badges, consensus, scores
from clapometer.readers.claims.known import KnownWork
from clapometer.readers.claims.story import Story

# Made up, like all sentences here.
KNOWN = tuple(KnownWork(title=title) for title in ("Salt Road", "Tin Harbour", "The Ferry"))
ROTTEN = "Rotten Tomatoes"


def _scores(text: str) -> list[tuple[Any, ...]]:
    return [
        (claim.work, claim.value, claim.fields.get("aggregator"), claim.fields.get("side"),
         claim.modality)
        for claim in scores.find(Document(Story(text), KNOWN))
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Salt Road holds a Metascore of 85 on Metacritic and a 7.8/10 on IMDb.",
            [
                ("Salt Road", 85, "Metacritic", "critics", "current"),
                ("Salt Road", 7.8, "IMDb", "audience", "current"),
            ],
        ),
        (
            "Salt Road scored just 23% from critics on Rotten Tomatoes but 96% from audiences.",
            [
                ("Salt Road", 23, ROTTEN, "critics", "reported"),
                ("Salt Road", 96, ROTTEN, "audience", "reported"),
            ],
        ),
        (
            (
                "Both Salt Road and Tin Harbour did well with critics, with 90% and 94% on Rotten "
                "Tomatoes, respectively."
            ),
            [
                ("Salt Road", 90, ROTTEN, "critics", "reported"),
                ("Tin Harbour", 94, ROTTEN, "critics", "reported"),
            ],
        ),
        (
            "Audiences gave both films, Salt Road and Tin Harbour, an A CinemaScore.",
            [
                ("Salt Road", "A", "CinemaScore", "audience", "reported"),
                ("Tin Harbour", "A", "CinemaScore", "audience", "reported"),
            ],
        ),
        (
            "“Salt Road” earned a B+, “Tin Harbour” an A-minus and “The Ferry” a C on CinemaScore.",
            [
                ("Salt Road", "B+", "CinemaScore", "audience", "reported"),
                ("Tin Harbour", "A-", "CinemaScore", "audience", "reported"),
                ("The Ferry", "C", "CinemaScore", "audience", "reported"),
            ],
        ),
        (
            "Critics at Rotten Tomatoes gave Salt Road a rare perfect score.",
            [("Salt Road", 100, ROTTEN, "critics", "reported")],
        ),
        ("Salt Road drew a crowd that was 62% female.", []),
        ("The three stars of Salt Road came to Rotten Tomatoes.", []),
    ],
)
def test_a_score_is_read(text: str, expected: list[tuple[Any, ...]]) -> None:
    assert _scores(text) == expected


def test_a_score_at_the_debut_is_superseded_by_the_one_of_now() -> None:
    text = (
        "Salt Road debuted with a perfect 100% on Rotten Tomatoes. At the time of writing the "
        "score has since dropped to 97%, but the series remains Certified Fresh."
    )
    first, now = scores.find(Document(Story(text), KNOWN))
    assert (first.value, first.modality, first.fields["superseded_by"]) == (100, "at_debut", 97)
    assert (now.value, now.modality, now.as_of) == (97, "current", "At the time of writing")
    assert now.fields["aggregator"] == ROTTEN
    (badge,) = badges.find(Document(Story(text), KNOWN))
    assert (badge.value, badge.modality) == ("Certified Fresh", "current")


def test_a_season_before_keeps_its_own_score() -> None:
    text = (
        "Salt Road season 2 has landed on Rotten Tomatoes with a score of 97% from 31 reviews, "
        "up from 73% for season 1."
    )
    now, before = scores.find(Document(Story(text), KNOWN))
    assert (now.season, now.value, now.fields["review_count"]) == (2, 97, 31)
    assert (before.season, before.value, before.modality) == (1, 73, "former")


def test_stars_are_an_outlets_own() -> None:
    text = (
        "The Guardian gave Salt Road four out of five stars, while Empire awarded it three stars."
    )
    found = [
        (claim.value, claim.fields["unit"], claim.fields["outlet"], claim.fields.get("aggregator"))
        for claim in scores.find(Document(Story(text), KNOWN))
    ]
    assert found == [(4, "/5 stars", "The Guardian", None), (3, "/5 stars", "Empire", None)]


@pytest.mark.parametrize(
    "text",
    [
        "Salt Road is out. The critics' consensus reads: “Slow, salty and sure of itself.”",
        "Salt Road is out. The critics' consensus reads:\n\n“Slow, salty and sure of itself.”",
        "Salt Road is out. “Slow, salty and sure of itself,” reads the site's consensus.",
        "Salt Road is out. Critics Consensus: Slow, salty and sure of itself.",
    ],
)
def test_a_consensus_is_the_words_within_its_marks(text: str) -> None:
    (claim,) = consensus.find(Document(Story(text), KNOWN))
    assert claim.value.rstrip(".") == "Slow, salty and sure of itself"
    assert (claim.work, claim.fields["aggregator"]) == ("Salt Road", ROTTEN)


def test_a_consensus_among_others_is_none() -> None:
    text = 'A consensus of fishermen is no news. Salt Road says "the sea rises faster than us."'
    assert list(consensus.find(Document(Story(text), KNOWN))) == []
