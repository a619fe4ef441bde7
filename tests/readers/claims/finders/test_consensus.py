"""The critics' consensus in the many ways that stories quote it, and what is none."""

import pytest

from clapometer.readers.claims.document import Document
from clapometer.readers.claims.finders import consensus
from clapometer.readers.claims.known import KnownWork
from clapometer.readers.claims.story import Story

# Made up, like all sentences here.
KNOWN = (KnownWork(title="Salt Road"),)
TOLD = "Slow, salty and very sure of itself"


def _told(text: str) -> list[str]:
    found = consensus.find(Document(Story(text), KNOWN))
    return [claim.value.casefold().rstrip(".,") for claim in found]


@pytest.mark.parametrize(
    "text",
    [
        'Salt Road is out. Rotten Tomatoes\' critics consensus on "Salt Road": "{told}."',
        'Salt Road has 91% on Rotten Tomatoes, whose critics\' consensus states: "{told}."',
        "Salt Road has 91% on Rotten Tomatoes, with a consensus that reads: ‘{told}.’",
        'Salt Road is out. Rotten Tomatoes sums up "Salt Road" as "{told}".',
        'Salt Road has 91% on Rotten Tomatoes. The aggregator\'s verdict is that it is "{told}".',
        'The overview on Rotten Tomatoes for "Salt Road" reads: "{told}."',
        "Salt Road is on Rotten Tomatoes. ‘{told},’ is how the site sums up what they made of it.",
        'Salt Road is out. "{told}," goes the critics\' consensus, and that covers it.',
        'Salt Road is out. The site\'s freshly minted consensus calls the new run "{told}."',
        'Salt Road has 91%. "{told}," the site\'s consensus on Rotten Tomatoes harrumphs.',
        'Salt Road has 91% on Rotten Tomatoes, which calls it "{told}".',
        'According to the Rotten Tomatoes consensus, "Salt Road" is "{told}".',
        'Salt Road has 91% at the site, where the consensus runs: "{told}."',
    ],
)
def test_a_consensus_is_read(text: str) -> None:
    assert _told(text.format(told=TOLD)) == [TOLD.casefold()]


@pytest.mark.parametrize(
    "text",
    [
        'Salt Road has 79% on Rotten Tomatoes. One critic on the site wrote: "{told}."',
        'Salt Road has 79% on Rotten Tomatoes. "{told}," wrote one viewer.',
        'Salt Road has 79% on Rotten Tomatoes. A review in the Gull said it was "{told}".',
        'The consensus on Rotten Tomatoes hails Salt Road, with "salty and sure" acting.',
        'The consensus among fishermen is no news. Salt Road says "{told}."',
        '"{told}," said the maker of Salt Road of the film\'s consensus-seeking sailor.',
    ],
)
def test_what_is_no_consensus(text: str) -> None:
    assert _told(text.format(told=TOLD)) == []


def test_a_consensus_on_another_season_follows() -> None:
    text = (
        "Salt Road season 2 premiered on Friday. The critics' consensus on Rotten Tomatoes reads: "
        '"Slow and salty." That is a far cry from last time, when it was praised as "quick and '
        'very sweet."'
    )
    found = consensus.find(Document(Story(text), KNOWN))
    assert [(claim.season, claim.value) for claim in found] == [
        (2, "Slow and salty."),
        (1, "quick and very sweet."),
    ]
