"""Taking in a file of charts: what is new is listed, what was restated is corrected."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from pathlib import Path

from clapometer.ledger.consumers import catch_up
from clapometer.ledger.entries import Draft
from clapometer.ledger.writing import Writer, writing
from clapometer.readers.charts import PUBLICATION, Placing, read_charts
from clapometer.readers.records import Refusal
from clapometer.readers.tables import Table, open_table
from clapometer.signals.drafts import ChartKey, Line, TitleKey, chart_corrected, chart_listed
from clapometer.signals.models import Chart
from clapometer.signals.models import Placing as Standing
from clapometer.signals.projection import is_film

from . import journal
from .charttitles import ChartTitles
from .imports import file_hash
from .pace import rare_collection

AT_ONCE = ("catalogue", "charts", "imports")


@dataclass(slots=True)
class ChartOutcome:
    """What became of a file of charts; what it would become, where it is only looked at.

    rows = added + restated + unchanged + refused, in lines of charts. `cells`: single values that
    the publisher changed; `completed`: values that earlier forms did not tell. `works`: new ones.
    """

    import_id: int | None = None
    rows: int = 0
    charts: int = 0
    added: int = 0
    restated: int = 0
    unchanged: int = 0
    refused: int = 0
    cells: int = 0
    completed: int = 0
    gone: int = 0
    works: int = 0
    titles: int = 0
    ambiguous: dict[str, tuple[str, ...]] = field(default_factory=dict)
    refusals: list[Refusal] = field(default_factory=list)
    remarks: tuple[str, ...] = ()


Charts = dict[ChartKey, dict[int, Line]]


@dataclass(slots=True)
class ChartFile:
    """A file of charts, read: its charts by key, and what was refused."""

    path: Path
    charts: Charts
    outcome: ChartOutcome


def read_chart_file(path: Path, table: Table | None = None) -> ChartFile:
    """Return the charts of a file. Raises FileRefused where it is none."""
    table = table or open_table(path)
    read = ChartFile(path, {}, ChartOutcome())
    for item in read_charts(table):
        read.outcome.rows += 1
        if isinstance(item, Refusal):
            _refuse(read, item)
        else:
            _place(read, item)
    read.outcome.remarks = table.remarks
    return read


def _refuse(read: ChartFile, refusal: Refusal) -> None:
    read.outcome.refused += 1
    read.outcome.refusals.append(refusal)


def _place(read: ChartFile, row: Placing) -> None:
    key = ChartKey(PUBLICATION, row.form, row.territory, _category(row), row.week, row.days)
    lines = read.charts.setdefault(key, {})
    rank = row.rank or 0
    if rank in lines:
        told = f"The place {rank} of {key.category} is told twice in the week of {key.week}."
        raw = {"show_title": row.show, "season_title": row.season}
        _refuse(read, Refusal(row.row, "place_twice", told, raw))
        return
    numbers = (row.hours, row.views, row.runtime, row.weeks, row.staggered)
    lines[rank] = Line(rank, row.show, row.season, *numbers)


def _category(row: Placing) -> str:
    """Return the list's name. The first country lists of films were headed “Films (English)”, and
    are the same lists that were headed “Films” a few weeks later."""
    return row.category.partition(" (")[0] if row.territory else row.category


class _Differences:
    """Compares the charts of a file with those that stand."""

    def __init__(
        self, outcome: ChartOutcome, standing: dict[ChartKey, tuple[int, dict[int, Line]]]
    ) -> None:
        self._outcome, self._standing = outcome, standing

    def draft(self, key: ChartKey, lines: dict[int, Line]) -> Draft | None:
        """Return the entry that a chart of the file calls for, None where nothing is new."""
        known = self._standing.get(key)
        told = sorted(lines.values())
        if known is None:
            self._outcome.charts += 1
            self._outcome.added += len(told)
            return chart_listed(key, told)
        chart, there = known
        return self._correction(chart, there, told)

    def _correction(self, chart: int, there: dict[int, Line], told: list[Line]) -> Draft | None:
        new = [_completed(line, there.get(line.rank)) for line in told]
        changed = [line for line in new if line != there.get(line.rank)]
        gone = sorted(set(there).difference(line.rank for line in told))
        self._count(len(told), changed, there, gone)
        if not changed and not gone:
            return None
        before = [there[rank] for rank in sorted({line.rank for line in changed} | set(gone))
                  if rank in there]  # fmt: skip
        return chart_corrected(chart, changed, before, gone)

    def _count(
        self, told: int, changed: list[Line], there: dict[int, Line], gone: list[int]
    ) -> None:
        outcome = self._outcome
        outcome.gone += len(gone)
        outcome.unchanged += told - len(changed)
        for line in changed:
            before = there.get(line.rank)
            if before is None:
                outcome.added += 1
                continue
            outcome.restated += 1
            pairs = [(old, new) for old, new in zip(before, line, strict=True) if old != new]
            outcome.completed += sum(old is None for old, _ in pairs)
            outcome.cells += sum(old is not None for old, _ in pairs)


def _completed(line: Line, before: Line | None) -> Line:
    """Return the line with what only an earlier form told: a form that lacks a column denies
    nothing."""
    if before is None:
        return line
    kept = zip(line, before, strict=True)
    return Line._make(old if new is None else new for new, old in kept)


def standing_charts(forms: Iterable[str]) -> dict[ChartKey, tuple[int, dict[int, Line]]]:
    """Return the charts of the forms as they stand now: id and lines by place."""
    charts = Chart.objects.filter(publication=PUBLICATION, form__in=set(forms), undone=None)
    found: dict[int, tuple[ChartKey, dict[int, Line]]] = {
        chart.id: (
            ChartKey(
                PUBLICATION, chart.form, chart.territory, chart.category, chart.week, chart.days
            ),
            {},
        )
        for chart in charts
    }
    columns = ("chart_id", *Line._fields)
    rows = Standing.objects.filter(until=None, chart__form__in=set(forms)).values_list(*columns)
    for chart_id, *line in rows.iterator(chunk_size=10_000):
        if chart_id in found:
            found[chart_id][1][line[0]] = Line._make(line)
    return {key: (chart, lines) for chart, (key, lines) in found.items()}


def titles_of(charts: Charts) -> set[TitleKey]:
    """Return every title on the charts."""
    return {
        TitleKey(PUBLICATION, line.show, line.season, is_film(key.category))
        for key, lines in charts.items()
        for line in lines.values()
    }


def preview_charts(read: ChartFile) -> ChartOutcome:
    """Return what taking the file in would do."""
    differ = _Differences(read.outcome, standing_charts({key.form for key in read.charts}))
    for key, lines in read.charts.items():
        differ.draft(key, lines)
    return read.outcome


def run_charts(read: ChartFile) -> ChartOutcome:
    """Take the file in; the same file again writes nothing."""
    with rare_collection():
        _Intake(read).run()
    return read.outcome


class _Intake:
    """The state of one import of charts while it runs."""

    def __init__(self, read: ChartFile) -> None:
        self._read = read
        self._id: int | None = None

    def run(self) -> None:
        read, outcome = self._read, self._read.outcome
        titles = ChartTitles(PUBLICATION)
        with self._writing() as writer:
            titles.learn(titles_of(read.charts), lambda drafts: self._append(writer, drafts))
            differ = _Differences(outcome, standing_charts({key.form for key in read.charts}))
            drafts = [
                differ.draft(key, lines) for key, lines in sorted(read.charts.items(), key=str)
            ]
            self._append(writer, [draft for draft in drafts if draft])
        outcome.works, outcome.titles = titles.added, titles.matched
        outcome.ambiguous = titles.ambiguous
        outcome.import_id = self._id
        if self._id is not None:
            with self._writing() as writer:
                writer.append_one(journal.finished(self._id, self._counts()))
        catch_up()

    def _counts(self) -> dict[str, int]:
        outcome = self._read.outcome
        return {
            "rows": outcome.rows,
            "added": outcome.added + outcome.restated,
            "unchanged": outcome.unchanged,
            "refused": outcome.refused,
        }

    def _writing(self) -> AbstractContextManager[Writer]:
        return writing("import" if self._id is None else f"import:{self._id}", AT_ONCE)

    def _append(self, writer: Writer, drafts: list[Draft]) -> list[int]:
        if not drafts:
            return []
        if self._id is None:
            read = self._read
            draft = journal.started(read.path.name, file_hash(read.path), PUBLICATION)
            self._id = writer.append_one(draft).seq
            writer.actor = f"import:{self._id}"
        return [entry.seq for entry in writer.append(drafts)]
