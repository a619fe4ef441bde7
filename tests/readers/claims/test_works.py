"""Works: which works are named where, and which one words are about."""

import pytest

from clapometer.readers.claims.document import Document
from clapometer.readers.claims.known import KnownWork
from clapometer.readers.claims.story import read_story

# The works, people and outlets in here are made up.


def named(text: str, *known: KnownWork) -> list[str]:
    return list(dict.fromkeys(one.work for one in Document(read_story(text), known).works))


def about(text: str, words: str) -> str | None:
    return Document(read_story(text)).work_at(text.index(words))


@pytest.mark.parametrize(
    ("text", "works"),
    [
        ('Weekend\n\n"Salt Road," a drama, and “The Ferry” opened.', ["Salt Road", "The Ferry"]),
        ("'Salt Road' Season 2: cast\n\nThe 'Salt Road' team is back.", ["Salt Road"]),
        ("Weekend\n\nThe thriller Salt Road took $3m. Salt Road cost $1m.", ["Salt Road"]),
        ("Weekend\n\nPrices rose. Still, The Salt Road landed in third.", ["The Salt Road"]),
        ("Weekend\n\nSalt Road: The Ferry opened with $3m.", ["Salt Road: The Ferry"]),
        ("Weekend\n\nNetflix's Salt Road premieres on Monday.", ["Salt Road"]),
        ('News\n\nThe song "Low Tide" from "Salt Road" won.', ["Salt Road"]),
        ("News\n\nIda “Gull” Lund stars in “Salt Road.”", ["Salt Road"]),
        ('News\n\n"We never expected this," Lund said of "Salt Road."', ["Salt Road"]),
        ('News\n\n"Salt Road" got an “A-” from “all of us.”', ["Salt Road"]),
        ("SALT ROAD\n\n'SALT ROAD' is on. \"Salt Road\" is loved.", ["Salt Road"]),
        ('News\n\nAll of "Salt Road\' is on. "Salt Road" is loved.', ["Salt Road"]),
    ],
)
def test_titles_are_told_from_names_speech_and_songs(text: str, works: list[str]) -> None:
    assert named(text) == works


@pytest.mark.parametrize(
    ("text", "works"),
    [
        ("“Salt Road: Ferry” is out. “Ferry” is loud.", ["Salt Road: Ferry"]),
        ('"Widows of the Salt Road" is out. "Widows" is loud.', ["Widows of the Salt Road"]),
        ('The original "Ferry" was tame. “Ferry: Home” is not.', ["Ferry", "Ferry: Home"]),
        ('"Ferry" is out; "Ferry 2" follows.', ["Ferry", "Ferry 2"]),
        ("'Ferry 2' is out. \"Ferry\" is back for a second season.", ["Ferry"]),
    ],
)
def test_a_short_form_is_the_work_it_shortens(text: str, works: list[str]) -> None:
    assert named(f"News\n\n{text}") == works


def test_a_catalogue_gives_the_titles_it_knows() -> None:
    known = KnownWork(title="The Salt Road Widows", names=("Widows of the Road",))
    assert named('News\n\n"Salt Road Widow" is out.', known) == ["Salt Road Widow"]
    assert named('News\n\n"The Salt Road Widowes" is out.', known) == ["The Salt Road Widows"]
    assert named("News\n\nWidows of the Road is out.", known) == ["The Salt Road Widows"]
    assert named('News\n\n"The Salt Road Widows 2" is out.', known) == ["The Salt Road Widows 2"]


ROUNDUP = """'Salt Road' tops the weekend

"Salt Road" took $30 million. The film cost $80 million, more than “The Ferry,” which cost half.

Elsewhere, "The Ferry" fell to second. It has made $90 million so far.

The romance "Low Tide" beat "Salt Road" in Norway, where it took third place.

The film has played for two weeks.
"""


@pytest.mark.parametrize(
    ("words", "work"),
    [
        ("took $30", "Salt Road"),
        ("cost $80", "Salt Road"),
        ("cost half", "The Ferry"),
        ("fell to second", "The Ferry"),
        ("made $90", "The Ferry"),
        ("romance", "Low Tide"),
        ("played for", "Low Tide"),
    ],
)
def test_words_are_about_the_work_of_their_clause(words: str, work: str) -> None:
    assert about(ROUNDUP, words) == work


def test_the_work_of_the_headline_is_the_main_one() -> None:
    assert Document(read_story(ROUNDUP)).main_works == ("Salt Road",)


def test_a_title_that_opens_with_a_word_of_questions_keeps_it() -> None:
    text = (
        "What Nobody Knows, which landed on Thursday, is number one. Fans began What Nobody Knows "
        "at nine. What Salt Road did was to win. Filipino director Bo Arat made it."
    )
    titles = {one.work for one in Document(read_story(text)).works}
    assert "What Nobody Knows" in titles
    assert not titles & {"Nobody Knows", "What Salt Road", "Filipino"}


@pytest.mark.parametrize(
    "words", ["who previously created", "who also wrote", "best known for creating", "who co-wrote"]
)
def test_what_somebody_made_before_is_a_work(words: str) -> None:
    text = f"“Salt Road” is back. Ida Lund, {words} Low Water for Channel 4, is pleased."
    assert "Low Water" in named(text)


@pytest.mark.parametrize(
    "words",
    [
        "with Tin Harbour returning to BBC One",
        "as Tin Harbour is coming back",
        "and Tin Harbour is back",
    ],
)
def test_what_is_back_for_its_series_is_a_work(words: str) -> None:
    assert "Tin Harbour" in named(f"“Salt Road” is back, {words} for its fifth series in May.")
