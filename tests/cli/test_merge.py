"""`clapometer merge` and `split`. All names are made up."""

import json

import pytest

from tests.cli.conftest import SITE
from tests.reviews.telling import Story


@pytest.fixture
def twice(festival):
    """A site with two records of a made-up film: two reviews in the one, one in the other."""
    one, other = Story(kind="film"), Story(kind="film")
    for critic in range(2):
        one.post(critic, positive=True, day=critic)
    other.post(0, positive=False)
    return f"w{one.work_id}", f"w{other.work_id}"


@pytest.fixture
def counted(run):
    def count(work):
        return json.loads(run("score", work, "--json", "--data", SITE).stdout)["count"]

    return count


def test_two_records_are_made_one_and_two_again(twice, run, counted):
    asked = run("merge", *twice, "--data", SITE)
    assert "would move 2 reviews" in asked.stderr
    assert [counted(work) for work in twice] == [2, 1]
    merged = json.loads(run("merge", *twice, "--yes", "--json", "--data", SITE).stdout)
    assert (merged["work"], merged["into"], merged["reviews"]) == (*twice, 2)
    assert [counted(work) for work in twice] == [0, 3]
    split = run("split", twice[0], "--yes", "--data", SITE)
    assert "record of its own again" in split.stdout
    assert [counted(work) for work in twice] == [2, 1]


def test_what_cannot_be_is_refused_in_one_sentence(twice, run):
    for words in (("merge", twice[0], twice[0]), ("split", twice[0])):
        ended = run(*words, "--yes", "--data", SITE)
        assert ended.exit_code == 2
        assert ended.stderr.count("\n") == 1
