"""The consensus and scores as printed by others, on a page. All texts and numbers are made up."""

from __future__ import annotations

import pytest

from clapometer.desk.stating import add_fact
from clapometer.reviews.consensus import CONSENSUS, REASONS
from clapometer.reviews.scores import score_of
from clapometer.signals.outside import OUTSIDE_SCORE
from clapometer.site.addresses import fact_address, work_address
from tests.site.test_announced import part, words

pytestmark = pytest.mark.django_db
SECTION = r'<section class="section {}".*?</section>'


def write(work, text, when=""):
    typed = {"text": text, "author": "A. Made-up", "when": when}
    return add_fact(CONSENSUS, work.id, typed, "member:1").seq


def box(reader, work, query="", name="consensus"):
    return part(reader.get(work_address(work, query)), SECTION.format(name))


def test_the_text_stands_word_for_word_with_author_date_score_and_its_fact(reader, festival):
    film = festival.works["film"]
    score = score_of(film).score
    number = write(film, "Loved, & made <up>.")
    told = box(reader, film)
    assert "Loved, &amp; made &lt;up&gt;." in told
    count = score.tally.count
    assert f"written at {score.printed} %, from {count} reviews" in words(told)
    assert "By A. Made-up" in words(told)
    assert f'href="{fact_address(number)}"' in told
    assert f"{fact_address(number)}?known=" in told
    assert REASONS["doubled"] not in told


def test_the_fact_tells_programs_the_score_it_was_written_at(reader, festival):
    film = festival.works["film"]
    number = write(film, "Made up.")
    told = reader.get(f"{fact_address(number)}.json").json()["said"]
    assert told["text"] == "Made up."
    assert told["written_at"]["count"] == score_of(film).score.tally.count


def test_an_earlier_text_stays_readable_and_in_force_in_its_time(reader, festival):
    film = festival.works["film"]
    write(film, "First made-up text.", "2026-03-10")
    write(film, "Second made-up text.", "2026-03-20")
    now = words(box(reader, film))
    assert now.index("Second made-up text.") < now.index("1 earlier text")
    assert now.index("1 earlier text") < now.index("First made-up text.")
    then = words(box(reader, film, "at=2026-03-15"))
    assert "First made-up text." in then
    assert "Second" not in then


def test_a_text_that_the_score_has_left_behind_is_flagged_from_then_on(reader, festival):
    film = festival.works["film"]
    write(film, "Loved by the first, made up.", "2026-03-02")
    told = words(box(reader, film))
    assert "To be looked at again:" in told
    assert REASONS["doubled"] in told
    then = words(box(reader, film, "at=2026-03-02"))
    assert "Loved by the first" in then
    assert "looked at again" not in then


def test_the_flag_is_of_the_sites_rule_whatever_the_reader_looks_through(reader, festival):
    film = festival.works["film"]
    write(film, "Made up.", "2026-03-02")
    for query in ("", "rule=metacritic-films", "rule=rotten-tomatoes-2020"):
        assert REASONS["doubled"] in words(box(reader, film, query)), query


def test_without_a_text_there_is_no_box(reader, festival):
    assert not box(reader, festival.works["film"])


@pytest.fixture
def printed(festival):
    film = festival.works["film"]
    for when, value, more in (
        ("2026-03-03", "100%", {"count": "31"}),
        ("2026-03-07", "97%", {"count": "37", "badge": "Made-up Gold"}),
        ("2026-03-07", "96%", {"panel": "audience", "count": "250", "bound": "at least"}),
    ):
        typed = {"printed_by": "Made-up Aggregator", "panel": "critics", "scale": "percent"}
        typed |= {"when": when, "value": value, "source": "Made-up Gazette", **more}
        add_fact(OUTSIDE_SCORE, film.id, typed, "member:1")
    return film


def test_others_scores_stand_in_a_table_of_their_own_marked_as_such(reader, printed):
    told = words(box(reader, printed, name="printed"))
    assert "They are no part of any score on this page." in told
    assert "Made-up Aggregator critics 97% “Made-up Gold” 37 7 March 2026" in told
    assert "before: 100%, 3 March 2026" in told
    assert "audience 96% at least 250" in told


def test_others_scores_are_asked_at_an_instant(reader, printed):
    told = words(box(reader, printed, "at=2026-03-05", name="printed"))
    assert "100% 31" in told
    assert "97%" not in told
    assert not box(reader, printed, "at=2026-03-01", name="printed")
