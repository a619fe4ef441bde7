"""Saved queries against a slow second implementation, on a made-up catalogue."""

from __future__ import annotations

from datetime import date, timedelta
from types import MappingProxyType

import pytest

from clapometer.catalogue.drafts import work_added
from clapometer.catalogue.models import Work
from clapometer.desk.charts import read_chart_file, run_charts
from clapometer.ledger.writing import writing
from clapometer.queries.answering import answer, as_object
from clapometer.queries.parameters import QueryRefused
from clapometer.queries.ranking import Row, ranked
from clapometer.queries.table import FIRST_COLUMNS, QUERIES
from tests.desk.chartfiles import COUNTRY_COLUMNS, country, line, write
from tests.queries import oracle
from tests.queries.catalogue import announce, day, tell

pytestmark = pytest.mark.django_db
# The column by which each query ranks.
RANKED_BY = {
    "biggest-drop": "drop",
    "perfect": "reviews",
    "renewed-within": "days",
    "longest-in-top10": "weeks",
    "most-countries": "countries",
    "badge-soonest": "days",
}
INSTANTS = [
    (None, None), (day(90), None), (None, day(350)), (day(120), day(350)), (day(0), None),
    (None, day(900)),
]  # fmt: skip
SCORED = ("biggest-drop", "perfect", "badge-soonest")
LOW = MappingProxyType({"reviews": "1", "days": "100"})


def given(name) -> dict[str, str]:
    return {one.name: LOW[one.name] for one in QUERIES[name].parameters if one.name in LOW}


def answered(name, at, known):
    found = answer(name, {**given(name), "limit": "500"}, at, known)
    return [(row["rank"], row["work"], int(row[RANKED_BY[name]])) for row in found.rows]


def expected(name, at, known):
    values = {key: int(value) for key, value in given(name).items()}
    return oracle.answer(name, values, at, known)


# An answer is what asking work after work gives: rows, ranks, and the order of print.
@pytest.mark.parametrize("seed", [1, 2])
def test_scores_are_ranked_as_asking_work_after_work_does(seed):
    tell(seed)
    seen = set()
    for name in SCORED:
        for at, known in INSTANTS:
            rows = expected(name, at, known)
            assert answered(name, at, known) == rows, (name, at, known)
            seen |= {name} if rows else set()
    assert seen == set(SCORED)


def test_renewals_are_ranked_as_asking_work_after_work_does():
    tell(3, series=12, films=0)
    announce(3)
    for at in (None, day(120)):
        assert answered("renewed-within", at, None) == expected("renewed-within", at, None)
    assert len(expected("renewed-within", None, None)) > 1


@pytest.fixture
def charts(tmp_path):
    """Ten weeks of shows on the lists, some in two seasons, a line of which is restated later."""
    for number in range(4):
        with writing("test editor") as writer:
            draft = work_added(kind="series", title=f"Show {number}")
            parent = writer.append_one(draft).seq
            for place in (1, 2):
                writer.append_one(
                    work_added(kind="season", title=f"Season {place}", parent=parent, number=place)
                )
    world, countries = [], []
    for week in range(10):
        sunday = (date(2026, 1, 4) + timedelta(weeks=week)).isoformat()
        for number in range(4):
            show, season = f"Show {number}", f"Show {number}: Season {1 + week % 2}"
            if (week + number) % (number + 1) == 0:
                world.append(line(week=sunday, rank=number + 1, show=show, season=season))
            if week % (number + 2) == 0:
                countries += [
                    country(code, week=sunday, rank=number + 1, show=show, season=season)
                    for code in ("AR", "BR", "CL")[: number + 1]
                ]
    run_charts(read_chart_file(write(tmp_path / "world.tsv", world)))
    path = write(tmp_path / "countries.tsv", countries, columns=COUNTRY_COLUMNS)
    run_charts(read_chart_file(path))


@pytest.mark.parametrize("name", ["longest-in-top10", "most-countries"])
def test_charts_are_ranked_as_asking_work_after_work_does(charts, name):
    for at in (None, day(30), day(0)):
        assert answered(name, at, None) == expected(name, at, None), at
    assert len(answered(name, None, None)) == 4
    assert answered(name, None, day(-1000)) == []


# Equal values share a rank, the next rank leaves out as many, and the limit never parts a tie.
def test_ranks_are_shared_and_a_limit_parts_no_tie():
    rows = [Row(n, value, (n,), {}) for n, value in enumerate((5, 9, 5, 9, 9, 1, 5))]
    assert [(one.rank, one.row.work) for one in ranked(rows, 99)] == [
        (1, 1), (1, 3), (1, 4), (4, 0), (4, 2), (4, 6), (7, 5),
    ]  # fmt: skip
    assert [one.rank for one in ranked(rows, 1)] == [1, 1, 1]
    assert [one.rank for one in ranked(rows, 4)] == [1, 1, 1, 4, 4, 4]
    assert ranked([], 5) == []


@pytest.mark.parametrize("name", QUERIES)
def test_an_answer_says_its_rules_and_has_its_columns(name):
    tell(1, series=2, films=1)
    found = as_object(answer(name, given(name)))
    assert found["dates"]
    assert found["ties"]
    assert list(found["columns"]) == [*FIRST_COLUMNS, *QUERIES[name].columns]
    assert all(list(row) == list(found["columns"]) for row in found["rows"])
    assert found["parameters"]["limit"] == 20


def test_a_later_review_changes_no_answer_of_the_past():
    works = tell(2)
    before = [answered(name, day(90), day(350)) for name in SCORED]
    from clapometer.reviews.contents import Content
    from clapometer.reviews.drafts import Reviewer, outlet_added, review_posted

    with writing("test editor", recorded_at=day(500)) as writer:
        outlet = writer.append_one(outlet_added("A late outlet")).seq
        for work in works:
            said = Content(False, happened_at=day(2), dated="day", verdict_by="reported")
            writer.append_one(review_posted(Reviewer(0, outlet, work.id, "late"), said))
    assert [answered(name, day(90), day(350)) for name in SCORED] == before
    assert answered("perfect", None, None) == []


@pytest.mark.parametrize(
    ("name", "values", "words"),
    [
        ("perfect", {"reviews": "many"}, "whole number"),
        ("perfect", {"reviews": "0"}, "from 1"),
        ("perfect", {"limit": "501"}, "to 500"),
        ("perfect", {"reviews": "9" * 20}, "whole number"),
        ("perfect", {"days": "3"}, "no parameter “days”"),
        ("none-such", {}, "No query is called"),
    ],
)
def test_what_cannot_be_asked_is_refused_in_one_sentence(name, values, words):
    with pytest.raises(QueryRefused, match=words):
        answer(name, values)


def test_every_query_is_ranked_by_one_of_its_columns():
    assert set(RANKED_BY) == set(QUERIES) == set(oracle.ORACLES)
    assert all(column in QUERIES[name].columns for name, column in RANKED_BY.items())
    assert Work.objects.count() == 0
    assert answer("perfect", {}).rows == ()
