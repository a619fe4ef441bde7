"""Titles without marks: what a story does with a name tells a work from a person or a word.

All works and people here are made up.
"""

import pytest

from clapometer.readers.claims.bareuses import used_titles
from clapometer.readers.claims.document import Document
from clapometer.readers.claims.slugs import in_slug, slug_words
from clapometer.readers.claims.story import Story, read_story
from clapometer.readers.claims.uses import BEFORE, BEHIND


def used(text: str) -> list[str]:
    return list(used_titles(Document(read_story(text))).titles)


@pytest.mark.parametrize("use", [*BEHIND, *BEFORE], ids=lambda use: use.name)
def test_every_use_speaks_for_the_title_of_its_example(use) -> None:
    text = f"Salt Road tonight\n\n{use.example}"
    assert "Salt Road" in used(text)


@pytest.mark.parametrize(
    ("text", "works"),
    [
        ("Ember has been axed by NBC. Ember followed a nurse.", ["Ember"]),
        ("Kin has been given a second series by RTÉ.", ["Kin"]),
        ("The second series of Nurses' Row arrives in May.", ["Nurses' Row"]),
        ("A third and final series of Tinker Street has been ordered.", ["Tinker Street"]),
        ("M.A.R.S. Patrol was watched by 3 million.", ["M.A.R.S. Patrol"]),
        ("Lund's Salt Road was axed. Mia Lund said so.", ["Salt Road"]),
        ("It beat 2019's Salt Road.", ["Salt Road"]),
        ("Freshman comedy Two Vans, One Dad has been cancelled.", ["Two Vans, One Dad"]),
        ("The fate of Cold Harbour Met is open.", ["Cold Harbour Met"]),
        ("Despite Salt Road being axed, Salt Road fans hope.", ["Salt Road"]),
        ("Dept. Z was axed on Friday.", ["Dept. Z"]),
        ("M.A.R.S. has been renewed by NBC.", ["M.A.R.S."]),
        ("4-2-2 drew 3 million viewers.", ["4-2-2"]),
        ("NCSI: Leeds has been renewed.", ["NCSI: Leeds"]),
        ("Ida in Leeds has been renewed. Ida in Leeds drew 4 million.", ["Ida in Leeds"]),
        ("Ida & Mia has been renewed. Ida & Mia drew 4 million.", ["Ida & Mia"]),
        ("The Gold was watched by 5m on Sunday.", ["The Gold"]),
        ("She will star with Lily Lund in Dreamland, set to premiere in May.", ["Dreamland"]),
        ("The CW has renewed Dust and The Far Ones.", ["Dust", "The Far Ones"]),
        ("ITV's Sloane has been recommissioned. It stars Ruth Sloane.", ["Sloane"]),
        ("The Wintering (2023) was fine.", ["The Wintering"]),
        ("Pale Coast, from Dark Ferns creator Ida Lund, is out.", ["Pale Coast", "Dark Ferns"]),
        ("SALT MINE Forgotten drama Salt Road is back.", ["Salt Road"]),
        ("Third was Salt Road (Hulu), as ever.", ["Salt Road"]),
        ("The leader was Tell Me, Margot. It took $3m.", ["Tell Me, Margot"]),
        ("It beat Universal's Salt Road 2, which was third.", ["Salt Road 2"]),
        ("Ida Lund left Salt Road in 2002. Salt Road star Tom Vane wept.", ["Salt Road"]),
        ("Hospital comedy Carry On Matron's Orders was axed.", ["Carry On Matron's Orders"]),
        ("Salt Road on Netflix has a 90% score.", ["Salt Road"]),
    ],
)
def test_titles_without_marks(text: str, works: list[str]) -> None:
    assert used(f"News\n\n{text}") == works


@pytest.mark.parametrize(
    "text",
    [
        "Ida Lund returned in May, she said.",
        "Mia and Tom Lund launched a company.",
        "Lund has a 90% chance. Ida Lund said so.",
        "Tuesday saw 40% more rain. Viewers were watched.",
        "BBC One drew 5m. Rotten Tomatoes has a 90% score.",
        "Low Tide by indie nobodies The Gullets has climbed to number two.",
        "It features Joel (Vane). Tom Vane left. Vane was watched and has returned in May.",
        "ITV1's Victorian favourite was watched.",
        "Lead actress Ada Quill wept.",
        "The UK has a 40% share. London was watched.",
        "Storm Agnes came on Monday. Agnes returned in May.",
    ],
)
def test_names_of_people_days_and_companies_are_no_titles(text: str) -> None:
    assert used(f"News\n\n{text}") == []


def test_the_address_names_what_a_story_is_about() -> None:
    words = slug_words("https://gazette.example/tv/a70213345/low-slow-gone-season-2-release-date/")
    assert in_slug("Low, Slow, Gone", words)
    assert in_slug("The Low and Slow", words)
    assert not in_slug("Low Gone", words)
    assert not slug_words("https://gazette.example/tv")
    assert not slug_words("https://[")
    assert not slug_words(None)


def test_a_word_that_the_address_has_is_a_title_when_it_is_used_as_one() -> None:
    story = Story(
        "A farewell\n\nShe left, but Tenants continues.", source="/x/tenants-star-leaves-show"
    )
    assert list(used_titles(Document(story)).titles) == ["Tenants"]


def test_a_title_beyond_doubt_is_one_though_the_story_sets_its_own_in_marks() -> None:
    text = (
        'News\n\n"Salt Road" is out. "Salt Road" is loved. "Low Tide" is on. Critics called it '
        '"Ready Steady Row". It is "Certified Fresh". It beat 2011\'s Tin Harbour, which has a 22% '
        "score."
    )
    works = {one.work for one in Document(read_story(text)).works}
    assert works == {"Salt Road", "Low Tide", "Tin Harbour"}
