"""What a work is about. All of it is made up."""

import pytest

from clapometer.readers.claims.document import Document
from clapometer.readers.claims.finders.synopses import find
from clapometer.readers.claims.known import KnownWork
from clapometer.readers.claims.story import Story

KNOWN = (KnownWork(title="Salt Road"),)


def told(text: str) -> list[str]:
    return [claim.value for claim in find(Document(Story(f"Salt Road is back.\n\n{text}"), KNOWN))]


@pytest.mark.parametrize(
    "sentence",
    [
        "The series follows a widow who runs a salt works on the coast.",
        '"Salt Road," which centers on a widow and her two sons, opens on Friday.',
        "The drama is set in a small town where nobody sleeps at night.",
        "Set in 1891, the film tells the story of a widow who runs a salt works.",
        '"Salt Road" picks up three years after the flood that took the town.',
    ],
)
def test_a_sentence_that_tells(sentence: str) -> None:
    assert told(sentence) == [sentence]


@pytest.mark.parametrize(
    "sentence",
    [
        "The news follows a record weekend for the studio at the box office.",
        "The film follows the success of two others that came out last year.",
        "The series focuses on what viewers want, and it earned $20 million.",
        '"The series follows a widow who runs a salt works," the director said of it.',
        "The series follows it.",
    ],
)
def test_a_sentence_that_does_not(sentence: str) -> None:
    assert told(sentence) == []


def test_the_official_synopsis_is_the_quoted_text() -> None:
    inner = "A widow runs a salt works, and one winter the sea comes for it."
    assert told(f"The official synopsis reads: “{inner}”") == [inner]
    assert told(f"Here is the official synopsis:\n\n{inner}") == [inner]


def test_what_stands_below_a_question() -> None:
    inner = "A widow runs a salt works, and one winter the sea comes for it."
    assert told(f"What is 'Salt Road' about?\n\n{inner}") == [inner]


@pytest.mark.parametrize(
    "sentence",
    [
        "The thriller sees a policewoman go undercover in a fishing village on the coast.",
        "In the series, a young mother finds that her late husband had a second family.",
        "Season three will explore what really happened to the keeper of the light.",
        "The story begins when a trawler comes back to harbour with nobody aboard.",
        "Its premise is simple: three strangers wake up on a boat far out at sea.",
        "The gripping six-parter delves into the murky world of salvage crews and widows.",
        "Salt Road, about a keeper's daughter who becomes a smuggler, was sold to 40 countries.",
        "The film, in which a diver is hired to find a sunken church, cost $4 million.",
        "Viewers meet Nell as she is let out of prison to find who put her there.",
        "At the heart of the drama is Nell, a widow who can no longer trust herself.",
        "Contestants must cross the sea in boats of their own making to win a prize.",
        "The docuseries examines the loss of a ferry in 1987 and what was done to hide it.",
        "The last season jumps ahead nine years, with Nell forced to hide the child.",
        "When a body is found in the harbour, Nell must return to the coast she fled.",
        "Ada Quill plays Nell, a widow who runs a salt works on the coast.",
    ],
)
def test_other_ways_to_tell(sentence: str) -> None:
    assert told(sentence) == [sentence]


@pytest.mark.parametrize(
    "sentence",
    [
        "The series begins on ITV1 on Sunday at nine in the evening.",
        "The drama covers its costs within a month of its release.",
        "The show details were leaked on Thursday by a fan of it.",
        "The film is about to open in Britain after a long delay.",
        "The movie, where available, can be rented for £4.99 from Friday.",
        "The series is the story of the summer as far as anybody can tell.",
        "The series spans six episodes and was shot over four months.",
        "The show sees its ratings fall for the third week in a row.",
        "In the series, a record 4 million viewers tuned in for the end.",
        "The plot thickened when the network confirmed it had held talks.",
    ],
)
def test_what_tells_of_other_things(sentence: str) -> None:
    assert told(sentence) == []


def test_what_is_said_beside_a_title_is_the_lesser_part_of_its_sentence() -> None:
    beside = "a drama about a widow who runs a salt works"
    text = f"Last week the studio sent out Salt Road, {beside}, and it took more than was thought."
    assert told(text) == [beside]


def test_a_story_goes_on_in_the_next_sentence() -> None:
    first = "The series follows a widow who runs a salt works on the coast."
    second = "But when the sea comes for it, she must choose between her sons."
    assert told(f"{first} {second}") == [first, second]
    assert told(f"{first} Bo Tarn developed it and serves as its showrunner to this day.") == [
        first
    ]
