"""Ways in which stories tell audiences and other counters. All made up."""

import pytest

from clapometer.readers.claims.document import Document
from clapometer.readers.claims.finders import counts
from clapometer.readers.claims.known import KnownWork
from clapometer.readers.claims.story import Story

KNOWN = tuple(KnownWork(title=title) for title in ("Salt Road", "Tin Harbour"))
LEAD = "“Salt Road” is back on BBC One. "


def _counts(text: str) -> list[tuple[float, str]]:
    return [
        (claim.value, claim.fields["unit"]) for claim in counts.find(Document(Story(text), KNOWN))
    ]


@pytest.mark.parametrize(
    ("text", "viewers"),
    [
        ("The first episode was seen by 4.1 million people, rising to 6.7 million in a week.",
         [4_100_000, 6_700_000]),
        ("The opener drew an average of 5.3million viewers, touching 5.7million towards the end.",
         [5_300_000, 5_700_000]),
        ("The finale averaged 4.8 million and peaked at 5.2 million.", [4_800_000, 5_200_000]),
        ("An average of just 3.1million watched as Kev was sent home.", [3_100_000]),
        ("The series began in September, when 4.5million were watching.", [4_500_000]),
        ("It drew 4.5m viewers. The week before last it managed 3.5million.",
         [4_500_000, 3_500_000]),
        ("Its audience is dwindling: the third episode could muster only 1.9m, a record low.",
         [1_900_000]),
        ("The consolidated figure stands at 7.9 million.", [7_900_000]),
        ("The 28-day figure is 9.3 million.", [9_300_000]),
        ("Ratings fell to 2.3 million by the end of the run.", [2_300_000]),
        ("The drama won its slot with 3.9 million.", [3_900_000]),
        ("The quiz cracked open 3.9million - its best audience since July.", [3_900_000]),
        ("Nearly nine million tuned in.", [9_000_000]),
        ("Just 900,000 watched the second episode live.", [900_000]),
        ("It was watched by a quarter of a million people.", [250_000]),
        ("Half a million viewers saw it.", [500_000]),
        ("It has a 4m-strong audience.", [4_000_000]),
        ("More than 3 million people were watching by the end.", [3_000_000]),
        ("It shed 400,000 viewers in a week.", [400_000]),
        ("Its audience doubled from 1.5 million viewers to 3 million.", [1_500_000, 3_000_000]),
    ],
)  # fmt: skip
def test_an_audience_is_read(text: str, viewers: list[int]) -> None:
    assert _counts(LEAD + text) == [(value, "viewers") for value in viewers]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Its theme tune was streamed 40 million times.", [(40_000_000, "streams")]),
        ("The launch was streamed 1.9million times.", [(1_900_000, "views")]),
        ("Some 2.5 million households watched it.", [(2_500_000, "households")]),
        ("A petition to save it has 41,000 signatures.", [(41_000, "signatures")]),
        ("Its game hit a peak of 148,000 concurrent players.", [(148_000, "players")]),
        ("A further 1.1million people subscribe to its channel.", [(1_100_000, "subscribers")]),
        ("Over 1.1 million people follow its account.", [(1_100_000, "followers")]),
        ("Its star had 3,200 Instagram followers in May and is up to 290,000.",
         [(3_200, "followers"), (290_000, "followers")]),
        ("The novel sold 212,000 copies in June; all of last year it had sold fewer than 9,000.",
         [(212_000, "copies"), (9_000, "copies")]),
        ("It got an 11-minute standing ovation.", [(11, "minutes")]),
        ("The applause went on for 11 minutes.", [(11, "minutes")]),
        ("The six-part thriller is on iPlayer.", [(6, "episodes")]),
        ("It has had 73 million requests on iPlayer.", [(73_000_000, "requests")]),
        ("Its podcast has had two million downloads.", [(2_000_000, "downloads")]),
        ("Its author has sold some 30 million books.", [(30_000_000, "copies")]),
        ("Its YouTube channel passed 3 million subscribers.", [(3_000_000, "subscribers")]),
        ("'The series was watched by more than 11 million viewers on iPlayer,' said a spokesman.",
         [(11_000_000, "viewers")]),
        ("A US version lasted just four episodes on NBC.", [(4, "episodes")]),
    ],
)  # fmt: skip
def test_a_counter_is_read(text: str, expected: list[tuple[float, str]]) -> None:
    assert _counts(LEAD + text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "It took 1,200 hours to build the set.",
        "The streamer has 221.6 million global subscribers.",
        "The town has 40,000 people living by the sea.",
        "The rest of the run has two episodes still to air.",
        "It was filmed in 40 countries and cost a fortune.",
        "The house sold for 2.3 million in the end.",
        "The village burned in 1,600 BC.",
        "About 300 people attended.",
    ],
)
def test_what_counts_no_reception_is_not_read(text: str) -> None:
    assert _counts(LEAD + text) == []


def test_a_headline_tells_nothing_that_the_body_tells_again() -> None:
    text = (
        "“Salt Road” roars back with 5.3million viewers\n\n"
        "The opening episode of series three pulled in 5.3million on BBC One."
    )
    (claim,) = counts.find(Document(Story(text), KNOWN))
    assert (claim.value, claim.season, claim.span[0] > 46) == (5_300_000, 3, True)


@pytest.mark.parametrize(
    ("text", "season"),
    [
        ("“Salt Road” launched in January with 7.2 million viewers.", 1),
        ("“Salt Road” is back: season 3 was seen by 3.2 million viewers.", 3),
        ("Season 3 of “Salt Road” is out. Its first ever episode in 2015 drew 9 million viewers.",
         1),
        ("Season 3 of “Salt Road” got a third of the 310 million minutes the debut run tallied.",
         1),
        ("“Salt Road” ran for five seasons and bowed out with 2.3 million viewers.", 5),
        ("Season 3 of “Salt Road” is out. The new batch will be eight episodes long.", 4),
        ("“Salt Road” is back for Season 3. It has 10 episodes, two more than Season 2.", 3),
        ("“Salt Road” will have eight episodes, up from six in Season 2.", 3),
        ("“Salt Road” will return for Series 3 with six episodes, the same as Series 2.", 3),
        ("Season 3 of “Salt Road” is out. In its second year it won four Emmys.", 2),
        ("Season 3 of “Salt Road” is out.\n\nIt launched in May 2020 to an audience of 6 million.",
         1),
    ],
)  # fmt: skip
def test_a_counter_has_its_season(text: str, season: int) -> None:
    *_, claim = counts.find(Document(Story(text), KNOWN))
    assert claim.season == season


def test_what_people_are_counted_for_watching_is_theirs() -> None:
    text = (
        "“Salt Road” drew 3.8 million viewers, while 8.9 million watched a part of “Tin Harbour.”"
    )
    found = [(claim.work, claim.value) for claim in counts.find(Document(Story(text), KNOWN))]
    assert found == [("Salt Road", 3_800_000), ("Tin Harbour", 8_900_000)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Filming on the six new episodes starts in May.", [(6, "episodes")]),
        ("Only four of the eight episodes were sent to critics.", [(8, "episodes")]),
        ("Across its six episodes it never tires.", [(6, "episodes")]),
        ("The eight new episodes will be shot in Leeds.", [(8, "episodes")]),
        ("The first six episodes are weak.", []),
        ("The two episodes to come are weak.", []),
        ("More than 9,000 people have since signed a petition.", [(9000, "signatures")]),
        ("A petition has now been signed by 12,000 fans.", [(12000, "signatures")]),
        ("Some 20,000 viewers have put their names to a plea.", [(20000, "signatures")]),
        ("Over 3,000 fans had already added their names to a petition.", [(3000, "signatures")]),
    ],
)
def test_episodes_of_a_run_and_names_under_a_petition(
    text: str, expected: list[tuple[float, str]]
) -> None:
    assert _counts(LEAD + text) == expected
