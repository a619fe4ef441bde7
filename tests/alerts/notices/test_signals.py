"""Charts, numbers, premieres ahead and saved queries, told. All titles and numbers are made up."""

from datetime import UTC, date, datetime, timedelta

import pytest

from clapometer.alerts.models import Follow, Kept, Notice
from clapometer.alerts.notices.sources.numbers import last_round
from clapometer.desk.stating import correct_fact
from clapometer.instants import start_of_day, to_datetime
from clapometer.ledger.writing import writing
from clapometer.signals.drafts import ChartKey, Line, TitleKey
from clapometer.signals.drafts import chart_corrected as restated
from clapometer.signals.drafts import chart_listed as listed
from clapometer.signals.drafts import chart_matched as matched
from clapometer.signals.points import point_on, points_restated, points_told
from tests.alerts.notices.followed import MINUTE, follow, run, told
from tests.catalogue.stating import state
from tests.catalogue.telling import add

pytestmark = pytest.mark.django_db
SUNDAY = date(2026, 6, 7)
HOUR = 60 * MINUTE


def on(day, hours=12):
    return start_of_day(day, UTC) + int(hours * HOUR)


def append(draft, at):
    with writing("test", recorded_at=at) as writer:
        return writer.append_one(draft)


@pytest.fixture
def series():
    with writing("test", recorded_at=on(date(2026, 6, 1))) as writer:
        from clapometer.catalogue.drafts import work_added

        number = writer.append_one(work_added(kind="series", title="Salt Road (made up)")).seq
    run(on(date(2026, 6, 1)))
    follow(f"work:{number}")
    Follow.objects.update(since=on(date(2026, 6, 1)))
    return number


def charted(series, sunday, rank, at, category="TV (English)"):
    key = ChartKey("netflix-top10", "global", "", category, sunday)
    return append(listed(key, [Line(rank, "Salt Road", "Salt Road: Season 1")]), at)


def test_a_place_in_a_week_is_told_once_and_its_restatement_corrected(series):
    tuesday = on(date(2026, 6, 9))
    append(matched(TitleKey("netflix-top10", "Salt Road", "Salt Road: Season 1", False), series),
           on(date(2026, 6, 2)))  # fmt: skip
    chart = charted(series, SUNDAY, 3, tuesday).seq
    run(tuesday)
    run(tuesday + HOUR)
    assert told() == [
        ("chart", "Salt Road (made up): number 3 of TV (English) of the Netflix Top 10")
    ]
    (notice,) = Notice.objects.filter(state="due")
    assert notice.text == (
        "Salt Road (made up) is number 3 of TV (English) of the Netflix Top 10, week of 1 June 2026"
        " to 7 June 2026."
    )
    new = [Line(4, "Salt Road", "Salt Road: Season 1")]
    old = [Line(3, "Salt Road", "Salt Road: Season 1")]
    append(restated(chart, new, old, [3]), tuesday + 5 * HOUR)
    run(tuesday + 5 * HOUR)
    run(tuesday + 8 * HOUR)
    correction, _ = Notice.objects.filter(kind="correction", state="due").order_by("id")
    assert "is number 4 of TV (English)" in correction.text
    assert correction.text.count("number 3") == 1
    run(tuesday + 80 * HOUR)
    assert len(told()) == 3


def test_a_title_that_is_matched_later_is_told_and_old_weeks_are_not(series):
    tuesday = on(date(2026, 6, 9))
    charted(series, date(2026, 3, 1), 1, tuesday)
    charted(series, SUNDAY, 3, tuesday)
    run(tuesday)
    append(matched(TitleKey("netflix-top10", "Salt Road", "Salt Road: Season 1", False), series),
           tuesday + HOUR)  # fmt: skip
    run(tuesday + HOUR)
    run(tuesday + 2 * HOUR)
    assert told() == [
        ("chart", "Salt Road (made up): number 3 of TV (English) of the Netflix Top 10")
    ]


@pytest.mark.parametrize(
    ("number", "rounded"),
    [(3, None), (100, 100), (199, 100), (200, 200), (999, 500), (1000, 1000),
     (2_600_000, 2_000_000), (5_000_000, 5_000_000)],
)  # fmt: skip
def test_round_numbers_by_hand(number, rounded):
    assert last_round(number) == rounded


def counted(counter, day, value, hours=20):
    return append(points_told(counter, [point_on(day, value)], "A Made-up Gazette"), on(day, hours))


def test_a_counter_tells_round_numbers_it_passes_first_and_one_a_day(series):
    counter = state("counter", series, measure="made-up-views", of="#saltroad")
    days = [date(2030, 6, 2) + timedelta(days=number) for number in range(6)]
    for day, value in zip(days, (150_000, 190_000, 1_020_000, 1_100_000, 900_000, 1_200_000),
                          strict=True):  # fmt: skip
        counted(counter, day, value)
        run(on(day, 20))
        run(on(day, 23))
    assert told() == [("number", "Salt Road (made up): #saltroad passed 1,000,000 made-up-views")]
    (notice,) = Notice.objects.filter(kind="number", state="due")
    assert notice.text == (
        "#saltroad: 1,020,000 made-up-views on 4 June 2030, according to A Made-up Gazette."
    )


def test_a_number_that_is_taken_back_while_it_settles_is_not_told(series):
    counter = state("counter", series, measure="made-up-views", of="#saltroad")
    counted(counter, date(2030, 6, 2), 150_000)
    counted(counter, date(2030, 6, 3), 2_000_000)
    run(on(date(2030, 6, 3), 20))
    day = date(2030, 6, 3)
    draft = points_restated(
        counter, [point_on(day, 160_000)], [point_on(day, 2_000_000)], reason="made up"
    )
    append(draft, on(day, 20.1))
    run(on(day, 20.1))
    run(on(day, 23))
    assert told() == []


def dated(series, day, **typed):
    return state("announcement", series, status="dated", certainty="official", date=day,
                 by="Made-up Stream", when="2026-06-02", **typed)  # fmt: skip


def soon(days):
    return (datetime.now(UTC) + timedelta(days=days)).date()


def test_ahead_of_a_premiere_is_told_so_long_before_and_moves_with_it():
    number = add("Salt Road (made up)", "film")
    run()
    follow(f"work:{number}/ahead=1440")
    first, second = soon(20), soon(30)
    fact = dated(number, first.isoformat())
    run()
    run(on(first, 0) - 25 * HOUR)
    assert told() == []
    correct_fact(
        fact,
        {"status": "dated", "certainty": "official", "date": second.isoformat(),
         "by": "Made-up Stream", "when": "2026-06-02"}, "test",
    )  # fmt: skip
    run(on(first, 0) - 24 * HOUR + MINUTE)
    assert told() == []
    run(on(second, 0) - 24 * HOUR - MINUTE)
    assert told() == []
    run(on(second, 0) - 24 * HOUR + MINUTE)
    assert told() == [("premiere", "Salt Road (made up): premiere in 1 day")]
    (notice,) = Notice.objects.filter(state="due")
    assert to_datetime(notice.happened_at).date() == second
    run(on(second, 0) + HOUR)
    assert len(told()) == 1


def test_a_cancelled_premiere_is_not_told_ahead():
    number = add("Salt Road (made up)", "film")
    run()
    follow(f"work:{number}/ahead=60")
    first = soon(20)
    dated(number, first.isoformat())
    run()
    state("announcement", number, status="cancelled", certainty="official", when="2026-06-03")
    run(on(first, 0) - 30 * MINUTE)
    run(on(first, 0) - 20 * MINUTE)
    assert told() == []


def praised(title, minute):
    from tests.reviews.telling import Story

    story = Story("film")
    for critic in range(6):
        story.post(critic, True, day=0)
    return story


def test_a_work_that_newly_stands_in_an_answer_is_told_once():
    start = on(date(2031, 1, 1))
    praised("first", 0)
    run(start)
    follow("query:perfect?reviews=5")
    run(start + HOUR)
    assert Kept.objects.filter(name="query:perfect?reviews=5").exists()
    second = praised("second", 1)
    run(start + 2 * HOUR)
    run(start + 3 * HOUR)
    run(start + 30 * HOUR)
    assert told() == [("query", "Most reviews on a perfect score: 1 new work")]
    (notice,) = Notice.objects.filter(state="due")
    assert notice.url == "/queries/perfect?reviews=5"
    assert notice.text.startswith("New in the answer since 1 January 2031: ")
    assert second.work_id
