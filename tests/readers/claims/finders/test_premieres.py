"""Premieres, told in the many ways of the press."""

from datetime import date

import pytest

from clapometer.readers.claims.document import Document
from clapometer.readers.claims.finders import premieres
from clapometer.readers.claims.story import Story

TUESDAY = date(2025, 10, 14)
SHOW = (
    "Saltmarsh Road: what we know about the return of the drama\n\n"
    "Fans of the drama “Saltmarsh Road” are in for a treat, says Bob Harker.\n\n"
)
FILM = (
    "‘The Copper Moth’ has everybody talking\n\n"
    "Everybody is talking about “The Copper Moth,” the new thriller from director Una Brandt.\n\n"
)


def told(text: str, about: str = SHOW) -> set[tuple[str | None, int | None]]:
    found = premieres.find(Document(Story(about + text + "\n", published=TUESDAY)))
    return {(claim.value, claim.season) for claim in found}


@pytest.mark.parametrize(
    ("text", "value", "season"),
    [
        ("The third series kicks off on Sunday, November 2 at 9pm on ITV1.", "2025-11-02", 3),
        ("The drama came back last Friday for a third run.", "2025-10-10", 3),
        ("Season 4 is expected to drop in early 2026.", "2026", 4),
        ("The first episode went out on September 14 to 5.1 million viewers.", "2025-09-14", None),
        ("The final episode airs tomorrow night at 9pm on ITV1.", "2025-10-15", None),
        ("Series three concludes on Sunday 2 November.", "2025-11-02", 3),
        ("Filming on the fourth series got under way in Whitby in June.", "2025-06", 4),
        ("Cameras start rolling on series four in February.", "2026-02", 4),
        ("The Christmas special is on BBC One on Christmas Day.", "2025-12-25", None),
        ("Saltmarsh Road starts tonight, 9pm, BBC One.", "2025-10-14", None),
        ("Saltmarsh Road, 9pm, Sunday, ITV1", "2025-10-19", None),
        ("You can catch all six episodes on BBC iPlayer from November 9.", "2025-11-09", None),
        ("The show first hit our screens back in 2017.", "2017", None),
        ("The drama will make its comeback in the new year.", "2026", None),
        ("Apple TV+ has set a January 16 premiere date for season 3.", "2026-01-16", 3),
        ("Fans will have to wait until 2027 for the fourth season.", "2027", 4),
        ("Don't expect season 4 before late 2026.", "2026", 4),
        ("Season 4 does not land until November 20.", "2025-11-20", 4),
        ("Saltmarsh Road, which starts on Channel 5 later this month, is grim.", "2025-10", None),
        ("ITV has pushed the new series back to 2026.", "2026", None),
        ("All eight episodes landed on ITVX at the weekend.", "2025-10", None),
        ("American fans must wait until February 15, when it arrives.", "2026-02-15", None),
        ("The drama's October 6 ender drew 5 million.", "2025-10-06", None),
        ("A spring 2026 premiere is the earliest realistic target.", "2026", None),
        ("Release date\n\nNovember 14, 2025", "2025-11-14", None),
        ("It will be gracing our screens from Sunday 26 October.", "2025-10-26", None),
        ("The series launched to 6.4 million viewers back in September.", "2025-09", None),
        ("Bosses have pencilled in a January launch.", "2026-01", None),
        ("Viewers tuned in on Sunday night for the first episode.", "2025-10-12", None),
        ("The drama concluded on Sunday night after six episodes.", "2025-10-12", None),
        ("Series 3 finished in May 2025.", "2025-05", 3),
        ("The comedy has been on our screens since 2018.", "2018", None),
        ("The earliest fans can expect season 4 is late 2026.", "2026", 4),
        ("Release date: To be announced", None, None),
        ("It began life on BBC Three in 2014.", "2014", None),
        ("We could be waiting until 2027 for more.", "2027", None),
        ("Season two's finale dropped on June 5 of last year.", "2024-06-05", 2),
        ("A return around October 2026 seems likely.", "2026-10", None),
        ("ITV is staying tight-lipped about when the show will be back.", None, None),
        ("When season four will air has yet to be revealed.", None, 4),
        ("We don't know when season 4 is coming out.", None, 4),
        ("An exact date is still to come.", None, None),
        ("There is no date yet for Japan.", None, None),
    ],
)
def test_a_day_of_a_show_is_read(text: str, value: str | None, season: int | None) -> None:
    assert told(text) == {(value, season)}


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("The film opens in UK cinemas on November 7.", {"2025-11-07"}),
        ("The Copper Moth (in theaters Oct. 24) is a slow burner.", {"2025-10-24"}),
        ("The movie goes wide on October 24.", {"2025-10-24"}),
        ("Germany gets it next month.", {"2025-11"}),
        ("In cinemas from Friday.", {"2025-10-17"}),
        ("The film, out Friday, stars Jo Hale.", {"2025-10-17"}),
        ("Netflix has yet to date the film.", {None}),
        ("It opens on Nov. 21 and in Britain the following January.", {"2025-11-21", "2026-01"}),
        ("It premiered at Cannes in May before a US release in August.", {"2025-05", "2025-08"}),
        ("Brandt's 2019 drama “Night Harbour” won two prizes.", {"2019"}),
        ("The film has no release date yet.", {None}),
        ("At the Lund Film Festival it met with boos on Saturday.", {"2025-10-11"}),
    ],
)
def test_days_of_a_film_are_read(text: str, values: set[str | None]) -> None:
    assert {value for value, _ in told(text, FILM)} == values


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Season 1 premiered on Feb. 3, 2019, and season 2 followed in April 2021.",
            {("2019-02-03", 1), ("2021-04", 2)},
        ),
        (
            "Series one aired in 2019, series two in 2021 and series three in 2023.",
            {("2019", 1), ("2021", 2), ("2023", 3)},
        ),
        (
            "The first season ran from 13 June to 8 August 2024.",
            {("2024-06-13", 1), ("2024-08-08", 1)},
        ),
        (
            "Season 2 begins on 5 November with two parts and rolls out weekly until 10 December.",
            {("2025-11-05", 2), ("2025-12-10", 2)},
        ),
        ("Season one was loved, and the follow-up, which arrived in May, too.", {("2025-05", 2)}),
        (
            "Seasons two and three were ordered a week after the show's November 2022 debut.",
            {("2022-11", 1)},
        ),
    ],
)
def test_each_season_has_its_day(text: str, expected: set[tuple[str, int]]) -> None:
    assert told(text) == expected


def test_a_show_in_a_later_season_began_with_its_first() -> None:
    about = "Saltmarsh Road season 3: all we know\n\n‘Saltmarsh Road’ season 3 is coming.\n\n"
    assert told("It launched with little fuss in September 2019.", about) == {("2019-09", 1)}


def test_a_day_that_a_show_was_moved_from_no_longer_holds() -> None:
    text = "The film's release was brought forward to October 24 from December 5."
    found = premieres.find(Document(Story(FILM + text + "\n", published=TUESDAY)))
    assert {(claim.value, claim.modality) for claim in found} == {
        ("2025-10-24", "confirmed"),
        ("2025-12-05", "former"),
    }


@pytest.mark.parametrize(
    "text",
    [
        "She first appeared on the show in 2021.",
        "The awards take place on November 2 in London.",
        "Tickets for the live tour go on sale on Friday.",
        "ITV announced on Friday that the show would be back for a fourth series.",
        "Viewers took to X on Sunday night to complain.",
        "Her album is out on November 21.",
        "The season debuted on Rotten Tomatoes late Monday with 96%.",
        "It was the best opening for a drama since March 2019.",
        "It was on top by Monday.",
        "New figures are being released on Monday.",
        "It is streaming until November 3.",
        "The festival kicks off on November 2.",
        "A new episode airs every Thursday.",
        "The original came out in 1999.",
        "The petition was launched on Monday.",
        "The programme was taken off air in 2016.",
        "Jo Hale will return to the West End in March.",
        "The court case opened on Tuesday.",
        "The premiere party was held on Monday in Lund.",
        "The writers' room opened in July.",
        "The novel came out in 2012.",
        "He was twelve when his father died and is still sad.",
    ],
)
def test_other_days_are_no_premieres(text: str) -> None:
    assert told(text) == set()


COMING = (
    "ITV confirms when Cutler's Yard will be back\n\n"
    "“Cutler's Yard” fans will have to wait a little. It last aired in March 2024, when the third "
    "series ended. ITV announced a six-part fourth series.\n\n"
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The detective drama will be back on Sunday, November 9.", ("2025-11-09", 4)),
        ("Filming on the new run wrapped in Lund in June.", ("2025-06", 4)),
    ],
)
def test_what_is_to_come_is_of_the_season_to_come(text: str, expected: tuple[str, int]) -> None:
    assert expected in told(text, COMING)


def test_an_answer_stands_near_its_question() -> None:
    about = SHOW + "When will it be back?\n\n" + "It is a fine show. " * 6
    assert (None, None) not in told("A sequel has not been announced.", about)


def test_what_began_years_ago_is_not_the_season_told_last() -> None:
    found = told("The third series was watched by 2 million people. It launched in January 2020.")
    assert found == {("2020-01", 1)}
