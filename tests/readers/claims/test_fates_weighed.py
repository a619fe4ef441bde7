"""Fates that no phrase tells: a further season or a new work whose clause says how it stands."""

import pytest

from .test_fates import fates


@pytest.mark.parametrize(
    ("sentence", "season", "modality"),
    [
        ("The channel is keeping the lights on for at least one more season.", None, "confirmed"),
        ("ITV chiefs are desperate to lock in another run.", None, "speculated"),
        ("Fans are begging ITV for a second series.", 2, "speculated"),
        ("There is room for a third series.", 3, "speculated"),
        ("The jury is still out on a third run of ‘Salt Road’.", 3, "undecided"),
        ("Whether there is a series two depends on the ratings.", 2, "undecided"),
        ("Neither of them would say whether ‘Salt Road’ will be back.", None, "undecided"),
        ("A second series, again of six parts, was commissioned in May.", 2, "confirmed"),
        ("The drama will live to see another season.", None, "speculated"),
        ("A second season was being discussed.", 2, "speculated"),
        ("The cook is hopeful about a pick-up.", None, "speculated"),
        ("ITV has yet to formally announce series three.", 3, "undecided"),
    ],
)
def test_a_further_season(sentence: str, season: int | None, modality: str) -> None:
    told = fates(sentence)
    assert ("renewal", "Salt Road", season, modality) in told


@pytest.mark.parametrize(
    ("sentence", "season", "modality"),
    [
        ("It was the latest casualty of the streamer's axe.", None, "confirmed"),
        ("ITV has decided not to recommission ‘Salt Road’.", None, "confirmed"),
        ("Hulu is not proceeding with a third season.", 2, "confirmed"),
        ("The axe has fallen on ‘Salt Road’.", None, "confirmed"),
        ("The axe is hanging over ‘Salt Road’.", None, "speculated"),
        ("ITV has put ‘Salt Road’ out to pasture after 14 years.", 14, "confirmed"),
        ("The BBC has ruled out claims that the soap is facing the chop.", None, "denied"),
    ],
)
def test_an_end_against_its_will(sentence: str, season: int | None, modality: str) -> None:
    assert ("cancellation", "Salt Road", season, modality) in fates(sentence)


@pytest.mark.parametrize(
    ("sentence", "modality"),
    [
        ("“We've talked about a spin-off,” its star admitted.", "speculated"),
        ("Could there be a spin-off?\n\nIt hasn't been ruled out.", "speculated"),
        ("Will there be a sequel?\n\nNothing has been confirmed.", "undecided"),
        ("Talk of a sequel has been shot down by its director.", "denied"),
        ("Meanwhile an American remake is said to be in the works at Hulu.", "reported"),
        ("The comic is getting the big-screen treatment.", "confirmed"),
    ],
)
def test_a_new_work(sentence: str, modality: str) -> None:
    assert ("order", "Salt Road", None, modality) in fates(sentence)


def test_a_new_work_that_nobody_has_ordered_yet() -> None:
    told = fates("A sequel to ‘Salt Road’ is in the works. It has not been formally greenlit.")
    assert {one[3] for one in told if one[0] == "order"} == {"confirmed", "undecided"}


@pytest.mark.parametrize(
    ("sentence", "season"),
    [
        ("The next season will be its last.", None),
        ("Its creator has decided to end the show after five seasons.", 5),
        ("The 14th run, due in May, would be its last.", 14),
        ("The sitcom has been off the air since 2011.", None),
    ],
)
def test_a_show_that_ends(sentence: str, season: int | None) -> None:
    assert ("ended", "Salt Road", season, "confirmed") in fates(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The British version ended in 2003 after four series.",
        "The second series picks up where the first ended.",
        "He signed up for a second series of talks.",
        "Its third season earned a score of 90%.",
        "The network cancelled the ‘Salt Road’ panel at the fair.",
        "‘Low Water’, the sequel to ‘Salt Road’, stars Ada Quill.",
        "The sequel drew 4m viewers.",
        "Joss Pell left at the end of series four.",
        "He would rather be cancelled than rush the show.",
        "Joss Pell has had his deal renewed until 2030.",
        "Harrowing crime drama ‘to return for sixth series’",
    ],
)
def test_what_announces_nothing(sentence: str) -> None:
    assert not fates(sentence)
