"""The fates of shows in the many ways that a press tells them: what is read, and what is not."""

from typing import Any

import pytest

from clapometer.readers.claims.finder import read_claims
from clapometer.readers.claims.story import read_story

KINDS = ("renewal", "cancellation", "ended", "order")
# Made up, like every sentence below.
STORY = (
    "URL: x\nDATE: 2026-03-04\n\nThe gulls of ‘Salt Road’\n\n"
    "‘Salt Road’ is a drama about a ferry.\n\n"
)


def fates(sentence: str) -> set[tuple[str, str | None, Any, str]]:
    """What is read in a sentence of a made-up story: kind, work, season and modality."""
    return {
        (one.kind, one.work, one.season, one.modality)
        for one in read_claims(read_story(f"{STORY}{sentence}\n"))
        if one.kind in KINDS
    }


@pytest.mark.parametrize(
    ("sentence", "season", "modality"),
    [
        ("ITV has picked up ‘Salt Road’ for a second run.", 2, "confirmed"),
        ("Netflix has given it the green light for season three.", 3, "confirmed"),
        ("Last month the BBC gave the green light to a fourth outing.", 4, "confirmed"),
        ("The ferry drama was handed a third helping in May.", 3, "confirmed"),
        ("The sitcom will be back for a fourth series next spring.", 4, "confirmed"),
        ("“We've been renewed,” its writer told fans.", None, "confirmed"),
        ("Season 5 of ‘Salt Road’ has been ordered by BBC One.", 5, "confirmed"),
        ("‘Salt Road’ Scores Season 3 Renewal At Apple TV+", 3, "confirmed"),
        ("A third series of ‘Salt Road’ is in the pipeline.", 3, "confirmed"),
        ("The BBC has signed up for more episodes.", None, "confirmed"),
        ("The drama is coming back for more.", None, "confirmed"),
        ("Apple is yet to commission a third course.", 3, "undecided"),
        ("At the time of writing, ITV has not renewed the show for season 2.", 2, "undecided"),
        ("No decision had been taken on a second series.", 2, "undecided"),
        ("ITV is yet to confirm whether there will be a second series.", 2, "undecided"),
        ("Will there be a season 3?\n\nIt is too early to say.", 3, "undecided"),
        ("Will there be a season 3?\n\nYes. The ferry sails on.", 3, "confirmed"),
        ("The future of ‘Salt Road’ remains up in the air.", None, "undecided"),
        ("Its writer would love to do a fourth season.", 4, "speculated"),
        ("Its makers have a five-season plan.", 5, "speculated"),
        ("She sees the tale as running to five.", 5, "speculated"),
        ("The story is mapped to the end of season 5.", 5, "speculated"),
        ("There are no plans for a second series.", 2, "denied"),
        ("The axed show is wanted, but ITV is not in talks to bring it back.", None, "denied"),
    ],
)
def test_a_renewal(sentence: str, season: int | None, modality: str) -> None:
    assert ("renewal", "Salt Road", season, modality) in fates(sentence)


@pytest.mark.parametrize(
    ("sentence", "season", "modality"),
    [
        ("ITV has called time on the drama after five series.", 5, "confirmed"),
        ("The show was binned by ITV after a single season.", 1, "confirmed"),
        ("The drama was shown the door after two series.", 2, "confirmed"),
        ("The network opted not to renew ‘Salt Road’.", None, "confirmed"),
        ("The streamer has decided not to move forward with a third season.", 2, "confirmed"),
        ("‘Salt Road’ will not return for a third season.", 2, "confirmed"),
        ("Sadly, the show was not renewed for a third season.", 2, "confirmed"),
        ("Peacock has passed on a third season of ‘Salt Road’.", 2, "confirmed"),
        ("There won't be a season three of the show.", 2, "confirmed"),
        ("Sky has given the drama the chop after three series.", 3, "confirmed"),
        ("The freshman drama has been cancelled by ITV.", 1, "confirmed"),
        ("‘Salt Road’ is facing the axe.", None, "speculated"),
        ("The drama could be axed by ITV.", None, "speculated"),
        ("There is no truth whatsoever in claims that the show is being axed.", None, "denied"),
        ("ITV insisted that talk of the drama being dropped was utter nonsense.", None, "denied"),
        ("“Nobody cancelled us,” its writer said.", None, "denied"),
    ],
)
def test_a_cancellation(sentence: str, season: int | None, modality: str) -> None:
    assert ("cancellation", "Salt Road", season, modality) in fates(sentence)


@pytest.mark.parametrize(
    ("sentence", "season", "modality"),
    [
        ("‘Salt Road’ will conclude with season 3.", 3, "confirmed"),
        ("The upcoming sixth series will be its last.", 6, "confirmed"),
        ("The drama is to bow out after its sixth run.", 6, "confirmed"),
        ("The drama will say goodbye with season five.", 5, "confirmed"),
        ("The procedural, now in its seventh season, will sign off for good in May.", 7,
         "confirmed"),
        ("The drama ended in 2021 after six seasons.", 6, "confirmed"),
        ("There has been chatter that season 5 will be the last. It's not true.", 5, "denied"),
        ("Asked whether series two will be the end, she would not say.", 2, "undecided"),
    ],
)  # fmt: skip
def test_an_ending(sentence: str, season: int | None, modality: str) -> None:
    assert ("ended", "Salt Road", season, modality) in fates(sentence)


@pytest.mark.parametrize(
    ("sentence", "modality"),
    [
        ("Two sequels are planned, the studio said.", "confirmed"),
        ("‘Salt Road’ Sequel in the Works at A24", "confirmed"),
        ("Its director confirmed that he is writing a sequel to ‘Salt Road’.", "confirmed"),
        ("A sequel was already being written.", "confirmed"),
        ("The studio has no plans for a sequel.", "denied"),
        ("A sequel is out of the question.", "denied"),
        ("Asked whether she might film a sequel, she laughed. “No. Absolutely not.”", "denied"),
        ("She is toying with the idea of a sequel.", "speculated"),
        ("The studio would not rule out a sequel to ‘Salt Road’.", "speculated"),
    ],
)
def test_an_order(sentence: str, modality: str) -> None:
    assert ("order", "Salt Road", None, modality) in fates(sentence)


@pytest.mark.parametrize(
    ("sentence", "claim"),
    [
        ("ITV axed the medical comedy Ferry Lane on a cliffhanger.",
         ("cancellation", "Ferry Lane", None, "confirmed")),
        ("The sitcom Ferry Lane was picked up by ITV for a third go-round.",
         ("renewal", "Ferry Lane", 3, "confirmed")),
        ("It is the third drama to be axed by ITV, following legal soap Silk & Sons.",
         ("cancellation", "Silk & Sons", None, "reported")),
        ("More TrendingThe Ember Throne renewed for season 4",
         ("renewal", "The Ember Throne", 4, "confirmed")),
        ("As for Ferry Lane, ITV said that no decision had been taken on a second series.",
         ("renewal", "Ferry Lane", 2, "undecided")),
        ("ITV has commissioned The Lido, an eight-part drama starring Joss Pell.",
         ("order", "The Lido", None, "confirmed")),
        ("Apple has handed a straight-to-series order to ‘The Lido’.",
         ("order", "The Lido", None, "confirmed")),
    ],
)  # fmt: skip
def test_a_work_that_its_place_betrays(
    sentence: str, claim: tuple[str, str, int | None, str]
) -> None:
    assert claim in fates(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Its star Joss Pell has renewed his contract with ITV for two years.",
        "They've renewed the lease on the castle.",
        "The cast cancelled their appearance at the festival.",
        "The premiere was cancelled because of a storm.",
        "Its star was dropped by his agent after the second series.",
        "Joss Pell will return for series two.",
        "Joss Pell, who played the cook for three seasons, will not be returning for season 7.",
        "Joss Pell has quit after six series, ending his run on the show.",
        "Thousands cancelled their subscriptions.",
        "The killer is picked up for a second murder.",
        "Our critic gave the third season two stars out of five.",
        "The book flew off shelves.",
        "The 10-episode season will conclude with a wedding on July 27.",
        "Season 3 ended in August 2024 with a fire.",
        "The final scene left viewers in tears.",
        "The third series is on BBC One tonight at nine.",
        "It was good enough for eighth among original series.",
    ],
)
def test_what_is_no_fate(sentence: str) -> None:
    assert not fates(sentence)
