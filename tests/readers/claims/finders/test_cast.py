"""Who plays in a work: sentences, brackets, lists of lines, denials. All of it is made up."""

import pytest

from clapometer.readers.claims.document import Document
from clapometer.readers.claims.finders.cast import find
from clapometer.readers.claims.known import KnownWork
from clapometer.readers.claims.story import Story

KNOWN = (KnownWork(title="Salt Road"),)


def cast(text: str) -> list[tuple[str, str | None]]:
    claims = find(Document(Story(f'"Salt Road" is a series.\n\n{text}'), KNOWN))
    return [(claim.value, claim.fields["role"]) for claim in claims]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        (
            "The series stars Ada Quill as Nell Marsh.",
            [("Ada Quill", "Nell Marsh")],
        ),
        (
            "It stars Oscar winner Ada Quill, Bo Tarn and newcomer Cy Dunn.",
            [("Ada Quill", None), ("Bo Tarn", None), ("Cy Dunn", None)],
        ),
        (
            "Nell Marsh (Ada Quill) meets Jack (Bo Tarn) at sea.",
            [("Ada Quill", "Nell Marsh"), ("Bo Tarn", "Jack")],
        ),
        ("It follows Nell Marsh, played by Ada Quill.", [("Ada Quill", "Nell Marsh")]),
        ("Ada Quill, who plays mayor Nell Marsh, was there.", [("Ada Quill", "mayor Nell Marsh")]),
        ("Ada Quill's Nell Marsh looks for help.", [("Ada Quill", "Nell Marsh")]),
        ("Director Ada Quill spoke with producer Bo Tarn.", []),
        ("Ada Quill served as director, Bo Tarn as a judge of the prize.", []),
        (
            "It stars Ada Quill and Bo Tarn as Nell Marsh and Jack Reed.",
            [("Ada Quill", "Nell Marsh"), ("Bo Tarn", "Jack Reed")],
        ),
        (
            "It stars Ada Quill as Nell, Bo Tarn as the warden, and Cy Dunn.",
            [("Ada Quill", "Nell"), ("Bo Tarn", "the warden"), ("Cy Dunn", None)],
        ),
        (
            "Ada Quill (Nell) and Bo Tarn (Jack Reed) are back.",
            [("Ada Quill", "Nell"), ("Bo Tarn", "Jack Reed")],
        ),
        ("Ada Quill and Bo Tarn are joining the show.", [("Ada Quill", None), ("Bo Tarn", None)]),
        ("The Ada Quill film opened, and so did the Bo Tarn movie.", []),
        ("It was hosted by Ada Quill.", [("Ada Quill", "host")]),
    ],
)
def test_sentences(text: str, people: list[tuple[str, str | None]]) -> None:
    assert cast(text) == people


def test_lines_below_a_heading() -> None:
    text = "The series also stars:\n\nAda Quill\n\nBo Tarn\n\nThe trailer came on Monday."
    assert cast(text) == [("Ada Quill", None), ("Bo Tarn", None)]


def test_lines_with_roles_need_no_heading() -> None:
    text = "Ada Quill as Nell Marsh\n\nBo and Cy Tarn as Erik and Olaf Reed\n\nEve Marsh as Lark"
    assert cast(text) == [
        ("Ada Quill", "Nell Marsh"),
        ("Bo Tarn", "Erik and Olaf Reed"),
        ("Cy Tarn", "Erik and Olaf Reed"),
        ("Eve Marsh", "Lark"),
    ]


def test_names_on_lines_elsewhere_are_nobody() -> None:
    assert cast("The end.\n\nAda Quill\n\nGazette Weekly") == []


def test_who_will_not_return_is_denied() -> None:
    text = "Ada Quill, who played Dr. Nell Marsh for years, will not be returning for Season 7."
    claims = list(find(Document(Story(f'"Salt Road" is back.\n\n{text}'), KNOWN)))
    assert ("Ada Quill", "denied") in {(claim.value, claim.modality) for claim in claims}


def test_a_person_is_told_once_for_a_work_with_the_role() -> None:
    text = "It stars Ada Quill.\n\nThe film opens. Nell Marsh (Ada Quill) runs away."
    assert cast(text) == [("Ada Quill", "Nell Marsh")]


def test_that_film_is_the_one_named_last() -> None:
    text = '"Salt Road 2" opened. It is bigger than "Tall Ships".\n\nThat film starred Ada Quill.'
    known = (KnownWork(title="Salt Road 2"), KnownWork(title="Tall Ships"))
    assert [claim.work for claim in find(Document(Story(text), known))] == ["Tall Ships"]
