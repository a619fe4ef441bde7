"""People in stories: names in all their forms, and what looks like one and is none.

All people and works here are made up.
"""

import pytest

from clapometer.readers.claims.document import Document
from clapometer.readers.claims.known import KnownWork
from clapometer.readers.claims.name_words import NOT_NAMES
from clapometer.readers.claims.story import Story


def named(text: str) -> list[str]:
    return [one.name for one in Document(Story(text)).people]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("It was made by Ada Quillfeather.", ["Ada Quillfeather"]),
        ("It was made by Annette O'Quill.", ["Annette O'Quill"]),
        ("It stars Jean-Pierre de la Tarn.", ["Jean-Pierre de la Tarn"]),
        ("It stars Emma D’Ombre and J.J. Abbot.", ["Emma D’Ombre", "J.J. Abbot"]),
        ("It stars Samuel L. Quay, Jr., again.", ["Samuel L. Quay, Jr."]),
        ("It stars Benicio von Teale III.", ["Benicio von Teale III"]),
        ("It stars Timothée Peña.", ["Timothée Peña"]),
        ("It stars Michael Pen\u0303a.", ["Michael Pen\u0303a"]),
        ("He is John “Teacher” Middlemarch.", ["John “Teacher” Middlemarch"]),
        ("Oscar winner Ada Quill and director Bo Tarn.", ["Ada Quill", "Bo Tarn"]),
        ("Emmy-nominated Ada Quill said so to Gazette Weekly.", ["Ada Quill"]),
        ("HannahQuillfeather came.", ["Hannah Quillfeather"]),
        ("Matt and Ross Quill made it.", ["Matt Quill", "Ross Quill"]),
        ("It stars Ada Quill, Zephyra and Bo Tarn.", ["Ada Quill", "Zephyra", "Bo Tarn"]),
        (
            "It stars Denzel Washington Quill, Megan Fox-Tarn.",
            ["Denzel Washington Quill", "Megan Fox-Tarn"],
        ),
        ("Vivica Fox came on Monday with Regina King.", ["Vivica Fox", "Regina King"]),
        ("VEX QUILL came. BBC NEWS told it.", []),
        ("MIRIAM QUILL came. BBC NEWS told it.", ["MIRIAM QUILL"]),
        ("On Monday, Warner Bros. Pictures opened it in New York City.", []),
        ("The Golden Globe Awards and the Academy Awards are in Los Angeles.", []),
    ],
)
def test_names(text: str, names: list[str]) -> None:
    assert named(text) == names


def test_a_last_name_is_the_full_name_wherever_it_is_given() -> None:
    text = "Quill is back. The star, Ada Quill, said so. Quill's film opens; Bo Quill waits. Quill?"
    assert named(text) == ["Ada Quill"] * 3 + ["Bo Quill"] * 2


def test_a_last_name_goes_before_a_first_name() -> None:
    text = "Steve Martin Tarn is no Steve Martin. Martin Short-Day plays Charles (Martin)."
    assert named(text)[-1] == "Steve Martin"


def test_a_first_name_of_two_people_names_nobody() -> None:
    assert named("Ada Quill met Ada Tarn. Ada left.") == ["Ada Quill", "Ada Tarn"]


def test_a_common_word_at_the_start_is_no_last_name() -> None:
    text = "Jack Black came. Black comedy is hard, and black is a colour. Then Black said no."
    assert named(text) == ["Jack Black", "Jack Black"]


def test_a_title_is_nobody() -> None:
    text = '"Ada Quill" opens on Friday. Critics love "Ada Quill," and Bo Tarn does.'
    assert named(text) == ["Bo Tarn"]


def test_people_that_a_site_knows_are_names_of_one_word_too() -> None:
    work = KnownWork(title="Salt Road", people=("Zephyra",))
    document = Document(Story("It stars Zephyra."), (work,))
    assert [one.name for one in document.people] == ["Zephyra"]


def test_places_are_those_of_the_words() -> None:
    """Every mention's words are in its text, in order, and none overlaps another."""
    text = "Matt and Ross Quill, HannahQuill, O' Quill and Ada Tarn (Bo Tarn). Tarn said: Quill."
    last = 0
    for one in Document(Story(text)).people:
        assert last <= one.start < one.end
        assert text[one.start : one.end][0] in "MRHOABTQ"
        last = one.end


def test_words_that_are_no_names_are_in_small_letters() -> None:
    assert {word for word in NOT_NAMES if word != word.casefold()} == set()
