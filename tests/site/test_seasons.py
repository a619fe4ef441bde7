"""The table of seasons on the page of a series, and the numbers that mark its chart."""

from __future__ import annotations

import re
from html import unescape

from clapometer.catalogue.drafts import work_corrected
from clapometer.catalogue.facts.releases import RELEASE
from clapometer.desk.stating import add_fact
from clapometer.drawing.charts import Dated, Point, draw_chart
from clapometer.site.addresses import work_address
from tests.site.festival import add_work, append, crowd, day
from tests.site.test_work import text


def section(page, name):
    found = re.search(rf'<section class="section {name}".*?</section>', page, re.DOTALL)
    return found[0] if found else ""


def rows(page) -> list[str]:
    body = re.search(r"<tbody role.*?</tbody>", section(page, "seasons"), re.DOTALL)[0]
    found = re.findall(r"<tr .*?</tr>", body, re.DOTALL)
    return [" ".join(unescape(re.sub(r"<[^>]+>", " ", one)).split()) for one in found]


def test_seasons_stand_in_one_table(reader, festival):
    page = reader.get(work_address(festival.works["series"])).content.decode()
    first, second = rows(page)
    assert first == (
        "Season 1 Released 2024 Opened at 100 % 5 reviews, 21 March 2026 Now 100 % Applause ·"
        " few reviews: one more could move it by 11 points Positive 8 of 8"
    )
    assert second == (
        "Season 2 Released 2025 Opened at 80 % 5 reviews, 21 March 2026 Now 75 % Applause ·"
        " few reviews: one more could move it by 8 points Positive 6 of 8"
    )


def test_a_season_stands_among_the_others(reader, festival):
    page = reader.get(work_address(festival.works["season 1"])).content.decode()
    assert 'aria-current="page">Season 1<' in section(page, "seasons")
    assert len(rows(page)) == 2


def test_the_score_a_season_opened_with_leads_to_its_page_then(reader, festival):
    season = festival.works["season 2"]
    page = reader.get(work_address(festival.works["series"])).content.decode()
    link = f"{work_address(season)}?at=2026-03-21T00:00Z"
    assert f'href="{link}">80 %</a>' in page
    assert "4 of 5 critics, 80 %" in text(reader.get(link))


def test_of_very_many_parts_there_are_cards(reader, festival):
    series = festival.works["season 1"]
    for number in range(61):
        add_work(f"Episode {number}", "episode", parent=series.id, number=number)
    page = section(reader.get(work_address(series)).content.decode(), "seasons")
    assert page.count('class="card"') == 61


def test_releases_are_numbered_in_the_chart_and_told_below_it(reader, festival):
    film = festival.works["film"]
    typed = {field.name: "" for field in RELEASE.every_field}
    add_fact(RELEASE, film.id, {**typed, "when": "2026-03-06", "territory": "GB"}, "member:1")
    page = reader.get(work_address(film)).content.decode()
    course = section(page, "course")
    assert '<text class="flag-number" y="4">1</text>' in course
    (mark,) = re.findall(r'<li value="1">.*?</li>', course)
    assert re.search(r'<a href="/fact/\d+">Released</a> <span class="meta">6 March 2026', mark)
    # What came after the instant asked for is not marked.
    then = reader.get(work_address(film, "at=2026-03-05")).content.decode()
    assert "flag-number" not in then


def test_a_series_is_marked_by_the_releases_of_its_seasons(reader, festival):
    series, season = festival.works["series"], festival.works["season 2"]
    crowd(festival, series, 40)
    append(work_corrected(season.id, {"released": "2026-02-01T00:00:00Z"}, {"released": None}))
    course = section(reader.get(work_address(series)).content.decode(), "course")
    link = work_address(season)
    assert f'<li value="1"><a href="{link}">Season 2 released</a>' in course


def test_numbers_that_would_touch_stand_in_rows():
    start = day("2026-01-01")
    points = [Point(start + hour * 3_600_000_000, 90 + hour % 5) for hour in range(100)]
    near = [Dated(start + hour * 3_600_000_000, number) for number, hour in
            enumerate((10, 11, 12, 60), start=1)]  # fmt: skip
    flags = draw_chart(points, dated=near).flags
    assert [(one.number, one.row) for one in flags] == [(1, 0), (2, 1), (3, 2), (4, 0)]


# The chart reaches out for what is marked near it, and leaves out what is far off.
def test_the_chart_reaches_what_is_near():
    start, day_long = day("2026-01-01"), 86_400_000_000
    points = [Point(start, 90), Point(start + 100 * day_long, 80)]
    near, far = Dated(start - 40 * day_long, 1), Dated(start + 300 * day_long, 2)
    chart = draw_chart(points, dated=[near, far])
    assert [one.number for one in chart.flags] == [1]
    assert (chart.first, chart.last) == (near.at, points[-1].at)
    plain = draw_chart(points)
    assert (plain.first, plain.last) == (points[0].at, points[-1].at)


def test_parts_without_reviews_have_no_columns_of_scores(reader, festival):
    series = add_work("Unreviewed (made up)", "series")
    add_work("Season 1", "season", parent=series.id, number=1, year=2026)
    page = reader.get(work_address(series)).content.decode()
    assert rows(page) == ["Season 1 Released 2026"]
