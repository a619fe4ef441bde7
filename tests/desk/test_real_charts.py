"""Real charts: every form is read, and every restated value is found."""

import csv
import gzip
from datetime import date, timedelta

import pytest

from clapometer.catalogue.models import Work
from clapometer.desk.charts import read_chart_file, run_charts
from clapometer.readers.problems import FileRefused
from clapometer.signals.charts import charts_of
from clapometer.signals.models import Chart

pytestmark = [pytest.mark.django_db, pytest.mark.realdata]
KEY = ("week", "category", "weekly_rank")


@pytest.fixture
def folder(realdata):
    return realdata / "netflix-top10"


def table(path):
    text = path.read_bytes()
    text = gzip.decompress(text) if path.suffix == ".gz" else text
    lines = text.decode().splitlines()
    return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def wednesdays(first, last):
    day = first
    while day <= last:
        yield day.isoformat()
        day += timedelta(days=7)


def snapshots(folder):
    """The weekly downloads, each with its day and its rows, from the last one and what changed."""
    changes = table(folder / "global_revisions.tsv")
    days = {change["snapshot_date"] for change in changes}
    days |= set(wednesdays(date(2021, 11, 17), date(2024, 7, 3)))
    cells = {}
    for change in sorted(changes, key=lambda one: one["snapshot_date"]):
        cells.setdefault((*(change[name] for name in KEY), change["field"]), []).append(change)
    last = table(folder / "all-weeks-global.tsv.gz")
    for day in sorted(days):
        rows = [dict(row) for row in last if row["week"] < day]
        for row in rows:
            for field in row:
                known = cells.get((*(row[name] for name in KEY), field), ())
                row[field] = on_day(known, day, row[field])
        yield day, rows


def on_day(changes, day, last):
    """What a cell held in the download of a day."""
    for change in reversed(changes):
        if change["snapshot_date"] <= day:
            return change["new"]
    return changes[0]["old"] if changes else last


def test_every_restated_value_of_the_weekly_downloads_is_found(folder, tmp_path):
    corrected = 0
    for day, rows in snapshots(folder):
        path = tmp_path / f"{day}.tsv"
        with path.open("w") as file:
            file.write("\t".join(rows[0]) + "\n")
            file.writelines("\t".join(row.values()) + "\n" for row in rows)
        corrected += run_charts(read_chart_file(path)).cells
    assert corrected == len(table(folder / "global_revisions.tsv")) == 443


def test_the_country_lists_are_taken_in_whole_and_once(folder):
    path = folder / "all-weeks-countries.tsv.gz"
    outcome = run_charts(read_chart_file(path))
    assert (outcome.rows, outcome.added, outcome.refused) == (48_880, 48_880, 0)
    assert run_charts(read_chart_file(path)).unchanged == 48_880
    assert Chart.objects.values("territory").distinct().count() == 94


def test_the_weeks_of_a_show_are_those_that_were_published(folder):
    path = folder / "all-weeks-global.tsv.gz"
    run_charts(read_chart_file(path))
    listed = {(row["week"], int(row["weekly_rank"]), int(row["weekly_hours_viewed"]))
              for row in table(path) if row["show_title"] == "Heartstopper"}  # fmt: skip
    charted = charts_of(Work.objects.get(key="heartstopper", kind="series"))
    told = {(week.sunday.isoformat(), week.rank, week.hours) for week in charted.weeks}
    assert told == listed
    assert charted.peak.rank == min(rank for _, rank, _ in listed)


def test_every_kept_download_is_read_or_refused_in_one_sentence(folder):
    read = refused = 0
    for path in sorted((folder / "snapshots").iterdir()):
        try:
            taken = read_chart_file(path)
        except FileRefused as problem:
            assert problem.sentence.count("\n") == 0
            refused += 1
        else:
            assert taken.outcome.refused == 0
            read += 1
    assert (read, refused) == (9, 3)
