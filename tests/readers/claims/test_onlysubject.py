"""The title of a story that never sets one in marks nor in its headline. All made up."""

import pytest

from clapometer.readers.claims.document import Document
from clapometer.readers.claims.onlysubject import USES, only_subject
from clapometer.readers.claims.story import Story

HEAD = "The new drama that nobody can stop talking about\n\n"


@pytest.mark.parametrize(("_use", "example"), USES)
def test_a_use_names_the_work(_use: str, example: str) -> None:
    text = f"{HEAD}{example} Everybody loves Salt Road."
    assert only_subject(Document(Story(text))) == "Salt Road"


@pytest.mark.parametrize(
    "text",
    [
        "Salt Road's first episode drew a crowd.",
        "Netflix's first season is out. Netflix is glad.",
        "Emma Quill has a new part. The show of Emma Quill is out.",
        "Nothing is named here, and nothing is told.",
    ],
)
def test_once_is_not_enough_and_companies_and_people_are_no_works(text: str) -> None:
    assert only_subject(Document(Story(HEAD + text))) is None


def test_figures_of_such_a_story_have_their_work() -> None:
    text = f"{HEAD}Salt Road holds a 97% score. The crime drama Salt Road took $12 million."
    assert {one.work for one in Document(Story(text)).works} == {"Salt Road"}
