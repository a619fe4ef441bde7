"""What people say, who says it, and where. All of it is made up."""

import pytest

from clapometer.readers.claims.document import Document
from clapometer.readers.claims.finders.quotations import find
from clapometer.readers.claims.story import Story

LEAD = "“Salt Road” is back. Its star Ada Quill met showrunner Bo Tarn in Oslo."


def said(text: str) -> list[tuple[str, str, str | None]]:
    claims = find(Document(Story(f"{LEAD}\n\n{text}")))
    return [(claim.value, claim.fields["speaker"], claim.fields["venue"]) for claim in claims]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "“It was time to go,” Quill told Variety.",
            [("It was time to go,", "Ada Quill", "Variety")],
        ),
        (
            "“It was time to go,” said Tarn, a showrunner, in a statement.",
            [("It was time to go,", "Bo Tarn", "statement")],
        ),
        (
            "Tarn explained in a press release: “It was time to go.”",
            [("It was time to go.", "Bo Tarn", "press release")],
        ),
        (
            "“It was time to go,” Quill said. “The sea was near.”",
            [
                ("It was time to go,", "Ada Quill", None),
                ("The sea was near.", "Ada Quill", None),
            ],
        ),
        (
            "Quill loved it. “It was time to go,” she wrote on Instagram.",
            [("It was time to go,", "Ada Quill", "Instagram")],
        ),
        (
            "“We're back in the spring,” the Gazette+ account tweeted.",
            [("We're back in the spring,", "Gazette+", "Twitter")],
        ),
        (
            "In an interview with The Daily Gazette, Tarn said the end “will be about the sea.”",
            [("will be about the sea.", "Bo Tarn", "The Daily Gazette")],
        ),
        (
            "It will be a long road, Tarn said. “It was time to go.”",
            [("It was time to go.", "Bo Tarn", None)],
        ),
        ("“It was time to go!” one fan wrote on X.", [("It was time to go!", "unnamed fan", "X")]),
        (
            "“It was time to go,” the show said on social media.",
            [("It was time to go,", "Salt Road", "social media")],
        ),
        (
            "In a talk with Quill, Tarn said it “was time to go home.”",
            [("was time to go home.", "Bo Tarn", None)],
        ),
        (
            "Tarn teased more.\n\n“It was time to go.”",
            [("It was time to go.", "Bo Tarn", None)],
        ),
        ("The song “Time to Go Home” plays in the film.", []),
        ("It is a “very dark” series.", []),
        ("“Nobody knows who says this.”", []),
    ],
)
def test_speech(text: str, found: list[tuple[str, str, str | None]]) -> None:
    assert said(text) == found
