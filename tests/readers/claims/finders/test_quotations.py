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


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("'It's bleak,' Quill told the Mail.", [("It's bleak,", "Ada Quill")]),
        ("'It's the fans' show now,' sighed Quill.", [("It's the fans' show now,", "Ada Quill")]),
        (
            "The Daily Gazette gave it four stars, calling it “a slow, salty triumph”.",
            [("a slow, salty triumph", "The Daily Gazette")],
        ),
        (
            "Critic Lou Marsh found it “handsome and two episodes too long.”",
            [("handsome and two episodes too long.", "Lou Marsh")],
        ),
        ("“Never again,” shrugged @saltyfan on X.", [("Never again,", "@saltyfan")]),
        (
            "It was what one exhibitor called “a lot of water.”",
            [("a lot of water.", "one exhibitor")],
        ),
        (
            "According to a TV source, “the scripts are already being written”.",
            [("the scripts are already being written", "a TV source")],
        ),
        (
            "Quill was coy: “Never say never, I suppose.”",
            [("Never say never, I suppose.", "Ada Quill")],
        ),
        (
            "Another said: “Justice for Bev!!! #Salt”.",
            [("Justice for Bev!!! #Salt", "unnamed fan")],
        ),
        ("“We were cold,” came the reply.", [("We were cold,", None)]),
        (
            "Rehearsals helped. “I rang my agent from the boat.”",
            [("I rang my agent from the boat.", None)],
        ),
        (
            "‘We had no idea. The bosses’ faces were a picture.\n\n‘It is done,’ Tarn added.",
            [
                ("We had no idea. The bosses’ faces were a picture.", None),
                ("It is done,", "Bo Tarn"),
            ],
        ),
        (
            "The Gazette called it “a cold miracle”; the Courier, less kindly, “an hour of sand”.",
            [("a cold miracle", "Gazette"), ("an hour of sand", "the Courier")],
        ),
        ("Its consensus reads: “A patient, handsome mystery.”", []),
        ("The official synopsis teases: “When the tide goes out, we are alone.”", []),
        ("He is known for the catchphrase “go on then, mate”.", []),
        ("The poster bears the tagline “Everybody drowns in the end”.", []),
    ],
)
def test_speakers_of_all_sorts(text: str, found: list[tuple[str, str | None]]) -> None:
    assert [(words, speaker) for words, speaker, _ in said(text)] == found


@pytest.mark.parametrize(
    "text",
    [
        "TVWEEK: Was it planned?\n\nQUILL: From the first day. I cried over the biscuits.",
        "GAZETTE | Was it planned?\n\nADA QUILL | From the first day. I cried over the biscuits.",
        "Q: Was it planned?\n\nA: From the first day. I cried over the biscuits.",
        "Did you plan?\n\nFrom the first day. I cried over the biscuits.\n\nYou too?\n\nI did.",
    ],
)
def test_answers_without_marks(text: str) -> None:
    lead = "“Salt Road” is back. The Gazette met Ada Quill."
    claims = list(find(Document(Story(f"{lead}\n\n{text}"))))
    assert claims[0].value == "From the first day. I cried over the biscuits."
    assert claims[0].fields["speaker"] == "Ada Quill"


@pytest.mark.parametrize(
    "text",
    [
        "The end had me in bits #SaltRoad pic.twitter.com/abc\n\n— Jo (@jobell) March 9, 2025",
        "The end had me in bits #SaltRoad — Jo (@jobell) March 9, 2025",
    ],
)
def test_posts_set_into_a_story(text: str) -> None:
    words, speaker, venue = said(text)[0]
    assert words.startswith("The end had me in bits #SaltRoad")
    assert (speaker, venue) == ("@jobell", "X")


@pytest.mark.parametrize(
    ("text", "work"),
    [
        ("“It was time to go,” Quill said.", "Salt Road"),
        ("“‘Low Water’ was a lark,” Quill said.", "Low Water"),
        ("“Low Water” is another matter. “It was time to go,” Quill said.", "Salt Road"),
    ],
)
def test_what_words_are_about(text: str, work: str) -> None:
    lead = f"Salt Road returns\n\n{LEAD} She was in “Low Water” too."
    claims = list(find(Document(Story(f"{lead}\n\n{text}"))))
    assert [claim.work for claim in claims] == [work]


def test_questions_of_readers_are_no_interview() -> None:
    text = (
        "Where can you watch it?\n\nWe will tell you when our friends know.\n\n"
        "Can you stream it?\n\nWe do not know."
    )
    assert said(text) == []
