"""Review scores in the many ways that stories print them, and what is none."""

from typing import Any

import pytest

from clapometer.readers.claims.document import Document
from clapometer.readers.claims.finders import scores
from clapometer.readers.claims.known import KnownWork
from clapometer.readers.claims.story import Story

# Made up, like all sentences here.
KNOWN = tuple(KnownWork(title=title) for title in ("Salt Road", "Tin Harbour"))
ROTTEN = "Rotten Tomatoes"


def _scores(text: str) -> list[tuple[Any, ...]]:
    return [
        (claim.value, claim.fields["unit"], claim.fields.get("aggregator"))
        for claim in scores.find(Document(Story(f"Salt Road is out. {text}"), KNOWN))
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Metacritic put it at 92.", [(92, "/100", "Metacritic")]),
        ("Rotten Tomatoes has it at nine per cent.", [(9, "%", ROTTEN)]),
        ("It holds a flawless Rotten Tomatoes score.", [(100, "%", ROTTEN)]),
        ("It is on Rotten Tomatoes. By Friday the same site had it at 91% from 33 reviews.",
         [(91, "%", ROTTEN)]),
        ("It won 86% of critics on Rotten Tomatoes. Audiences were a touch cooler, at 79.",
         [(86, "%", ROTTEN), (79, "%", ROTTEN)]),
        ("It has 91% on Rotten Tomatoes. Viewers were a little cooler on 79%.",
         [(91, "%", ROTTEN), (79, "%", ROTTEN)]),
        ("Certified Fresh at 97%, it also has a 90 on Metacritic.",
         [(97, "%", ROTTEN), (90, "/100", "Metacritic")]),
        ("It has 93% on Rotten Tomatoes and has never fallen below 90%.",
         [(93, "%", ROTTEN), (90, "%", ROTTEN)]),
        ("It stood at 84% fresh on Rotten Tomatoes, and had a 69 Metacritic average.",
         [(84, "%", ROTTEN), (69, "/100", "Metacritic")]),
        ("It notched 3 1/2 stars on PostTrak, with kids under 12 giving it four stars.",
         [(3.5, "/5 stars", "PostTrak")]),
        ("RT critics were at 61% and the RT audience at 89%.",
         [(61, "%", ROTTEN), (89, "%", ROTTEN)]),
        ("It has landed on Rotten Tomatoes.\n\nSeason 1 - 82%\n\nSeason 2 - 90%",
         [(82, "%", ROTTEN), (90, "%", ROTTEN)]),
        ("It has a so-so 49 on Metacritic, where its maker's last show earned an 86 in 2020.",
         [(49, "/100", "Metacritic"), (86, "/100", "Metacritic")]),
        ("It has 8.1 out of 10 on the site IMDb and is 93 per cent fresh.",
         [(8.1, "/10", "IMDb"), (93, "%", ROTTEN)]),
        ("It has bagged a rare 100 per cent rating from critics.", [(100, "%", ROTTEN)]),
        ("It earned a 64% rating at Rotten Tomatoes and an 8.2 user score on IMDb.",
         [(64, "%", ROTTEN), (8.2, "/10", "IMDb")]),
    ],
)  # fmt: skip
def test_an_aggregators_score_is_read(text: str, expected: list[tuple[Any, ...]]) -> None:
    assert _scores(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Post dished out four stars out of five; the Evening Gull awarded just two.",
         [(4, "/5 stars"), (2, "/5 stars")]),
        ("The Gull's own reviewer awarded it a solitary star out of five.", [(1, "/5 stars")]),
        ("The Gull's Ada Finch went four stars out of five.", [(4, "/5 stars")]),
        ("In a two-star review, the Gull called it a slog.", [(2, "/5 stars")]),
        ("Our own Ada Finch gave it a B+.", [("B+", "grade")]),
        ("This magazine gave it an A-.", [("A-", "grade")]),
        ("It was given a C-plus by The Gull.", [("C+", "grade")]),
        ("It was given two stars by the Gull. Ada Finch, writing in the Post, gave it four.",
         [(2, "/5 stars"), (4, "/5 stars")]),
        ("The Gull: “Salt Road is a triumph” (five stars).", [(5, "/5 stars")]),
        ("Grade: B+", [("B+", "grade")]),
        ("Our own four-star verdict called it a slow triumph.", [(4, "/5 stars")]),
        ("★★★☆☆", [(3, "/5 stars")]),
    ],
)  # fmt: skip
def test_an_outlets_own_rating_is_read(text: str, expected: list[tuple[Any, ...]]) -> None:
    assert _scores(text) == [(value, unit, None) for value, unit in expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Audiences gave it a B+ CinemaScore. Tin Harbour got a D-plus and was gone.",
         ["B+", "D+"]),
        ("Film-goers polled by CinemaScore gave the movie an A-minus.", ["A-"]),
        ("Crowds handed it a B+ CinemaScore, in a genre where a C is no disgrace.", ["B+"]),
        ('Audiences polled by CinemaScore gave it an "A-" on an A+ to F scale.', ["A-"]),
    ],
)  # fmt: skip
def test_a_grade_of_the_audience_is_read(text: str, expected: list[str]) -> None:
    assert _scores(text) == [(grade, "grade", "CinemaScore") for grade in expected]


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("The audience score is a healthy 82% on Rotten Tomatoes, compared to the critics' 41%.",
         ["audience", "critics"]),
        ("It has 61% with critics on Rotten Tomatoes and a far chillier 38% on the Popcornmeter.",
         ["critics", "audience"]),
        ("Its audience score at Rotten Tomatoes crept up to 79% from the 71% it had in May.",
         ["audience", "audience"]),
        ("Critics gave it 41% on Rotten Tomatoes and audiences 82%.", ["critics", "audience"]),
    ],
)  # fmt: skip
def test_a_score_has_its_side(text: str, sides: list[str]) -> None:
    found = scores.find(Document(Story(f"Salt Road is out. {text}"), KNOWN))
    assert [claim.fields.get("side") for claim in found] == sides


@pytest.mark.parametrize(
    "text",
    [
        "It was shot at a 5-star hotel.",
        "It is a near-perfect score for IMDb. “10/10, would watch again,” gushed one fan there.",
        "Rotten Tomatoes counted on. It is a 36-point fall, as the count reached 41.",
        "It won four nods and five stars turned up.",
        "It gave audiences an A-to-Z of seafaring.",
        "A 71% definite recommend was recorded by PostTrak.",
        "It fell 41% in its second weekend.",
        "It is a four-star general's memoir brought to life.",
        "Its Rotten Tomatoes page is up. About 64% of the audience was female.",
        "Its star scored an A in her drama exam.",
        "Rotten Tomatoes has no score yet. It is rated 15 and runs for 98 minutes.",
        "Four out of five viewers finished it within 3 days.",
        "Rotten Tomatoes ranks it. It came back for season 2 and lost 12% of its audience.",
    ],
)
def test_what_is_no_score(text: str) -> None:
    assert _scores(text) == []


def test_the_main_clause_has_its_own_work() -> None:
    text = "While Tin Harbour has just 44% on Rotten Tomatoes, Salt Road is at a healthier 83%."
    found = scores.find(Document(Story(text), KNOWN))
    assert [(claim.work, claim.value) for claim in found] == [
        ("Tin Harbour", 44),
        ("Salt Road", 83),
    ]
