"""The guess of a mapping, from names and from values."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from clapometer.readers.fields import WORK_FIELDS
from clapometer.readers.guess import guess


def guessed(header: str, *rows: str) -> dict[str, str]:
    mapping = guess(header.split(","), [row.split(",") for row in rows])
    return {choice.field: choice.column for choice in mapping.choices}


def sureness(header: str, *rows: str) -> dict[str, str]:
    mapping = guess(header.split(","), [row.split(",") for row in rows])
    return {choice.field: choice.sure for choice in mapping.choices}


def test_well_named_columns_are_sure():
    header = "Movie Title,releaseYear,critic_name,Publication,review-date,isFresh,score,URL,excerpt"
    row = "Made-Up,2018,A. Critic,The Made-Up Times,2018-11-10,True,3/5,https://example.org/1,Fine."
    assert guessed(header, row) == {
        "work_title": "Movie Title",
        "work_year": "releaseYear",
        "critic": "critic_name",
        "outlet": "Publication",
        "date": "review-date",
        "verdict": "isFresh",
        "grade": "score",
        "link": "URL",
        "quote": "excerpt",
    }
    assert set(sureness(header, row).values()) == {"sure"}


def test_an_id_that_repeats_is_the_works_and_one_that_does_not_the_reviews():
    assert guessed("id,critic,fresh", "7,A,1", "7,B,0", "8,A,1")["work"] == "id"
    assert guessed("id,movie,critic,fresh", "1,X,A,1", "2,X,B,0")["source_id"] == "id"


def test_values_decide_against_a_name_that_does_not_fit():
    found = guessed("movie,critic,type,review_score", "X,A,fresh,3/5", "Y,B,rotten,B+")
    assert found["verdict"] == "type"
    assert found["grade"] == "review_score"
    assert "work_kind" not in found


def test_values_give_a_column_away_whatever_its_name():
    header, rows = "a,b,c,d", ("fresh,2018-11-10,https://example.org/1,3/5",) * 3
    assert guessed(header, *rows) == {"verdict": "a", "date": "b", "link": "c", "grade": "d"}
    assert set(sureness(header, *rows).values()) == {"guessed"}
    assert guessed("a,b", "1,x", "0,y") == {}


def test_each_choice_says_why():
    mapping = guess(("critic", "fresh", "x"), [["A", "1", "2018-11-10"], ["B", "", "2018-11-11"]])
    assert mapping.lines() == (
        "critic: critic (sure: the name “critic” is known for it, and the values are names)",
        (
            "verdict: fresh (sure: the name “fresh” is known for it, and the values are words for "
            "a verdict)"
        ),
        "date: x (guessed: its values are dates, like “2018-11-10”)",
    )
    partly = guess(("grade", "x"), [["3/5", ""], ["4/5", ""], ["see text", ""]])
    assert partly.choices[0].why.endswith("and 67% of the values are grades")


def test_a_plain_name_is_kept_with_doubt_rather_than_losing_its_values():
    mapping = guess(("title", "critic", "date"), [["X", "A", "soon"], ["Y", "B", "2018-11-10"]] * 3)
    assert mapping.column("date") == "date"
    mapping = guess(("critic", "verdict", "time"), [["A", "meh", "1h 30m"]])
    assert mapping.lines()[1] == (
        "verdict: verdict (doubtful: the name “verdict” is known for it, but only 0% of the values "
        "are words for a verdict)"
    )
    assert mapping.unmapped == ("time",)


def test_a_column_without_values_is_likely_at_best():
    assert sureness("critic,verdict", "A,", "B,") == {"critic": "sure", "verdict": "likely"}


def test_the_sample_tells_the_order_of_days_and_the_zone_of_times():
    day_first = guess(("critic", "date"), [["A", "10/11/2018"], ["A", "23/11/2018"]])
    assert day_first.settings.date_order == "day-first"
    assert guess(("critic", "date"), [["A", "10/11/2018"]]).settings.date_order == ""
    seen = guess(("critic", "first_seen_utc"), [["A", "2018-11-10 12:00:00"]])
    assert seen.settings.times == "utc"


def test_the_clearest_name_wins():
    header = "isFresh,reviewState,scoreSentiment,critic"
    assert guessed(header, "True,fresh,POSITIVE,A")["verdict"] == "reviewState"


def test_a_table_of_works():
    mapping = guess(
        ("tconst", "label", "rotten_tomatoes_id", "year", "genre"),
        [["tt0000000", "Made-Up", "m/made_up", "1995", "Drama"]],
        WORK_FIELDS,
    )
    assert {choice.field: choice.column for choice in mapping.choices} == {
        "rt": "rotten_tomatoes_id",
        "imdb": "tconst",
        "title": "label",
        "year": "year",
    }


# Invariant: a guess gives a field at most one column and a column to at most one field, whatever
# the table, also with rows of the wrong length.
@given(
    st.lists(
        st.sampled_from(["id", "title", "critic", "rating", "date", "x"]) | st.text(), max_size=8
    ),
    st.lists(st.lists(st.text(max_size=8), max_size=8), max_size=5),
)
def test_no_column_and_no_field_is_taken_twice(columns, rows):
    names = tuple(dict.fromkeys(columns))
    mapping = guess(names, rows)
    fields = [choice.field for choice in mapping.choices]
    taken = [choice.column for choice in mapping.choices]
    assert len(set(fields)) == len(fields)
    assert len(set(taken)) == len(taken)
    assert set(taken) | set(mapping.unmapped) == set(names)
