"""Reviews in whatever layout, as the table of events that everything else takes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, tzinfo
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from clapometer.instants import now
from clapometer.readers.records import Refusal, ReviewRecord
from clapometer.scoring.grades import GradeRefused, read_grade

from .answers import Answer
from .instants import InstantLike, instant
from .problems import Refused, refusing_files

if TYPE_CHECKING:
    import pyarrow

    from clapometer.readers.mapping import Mapping as Layout
    from clapometer.readers.tables import Table

FUTURE = "The review is dated in the future."
SEPARATOR = " | "
COLUMNS = (
    "row", "work", "title", "year", "reviewer", "critic", "outlet", "happened_at", "recorded_at",
    "kind", "positive", "grade", "grade_text", "top", "link",
)  # fmt: skip
TEXTS = ("work", "title", "reviewer", "critic", "outlet", "kind", "grade_text", "link")


class Reviews(Answer):
    """What read_reviews() gives: one row per review, and what could not be read.

    Columns: `row` of what was read (1 is the first), `work` (its identifier, else its
    title and year), `title`, `year`, `reviewer` (critic in an outlet), `critic`, `outlet`,
    `happened_at` (empty where unknown: the review counts from `recorded_at`), `kind` (posted),
    `positive`, `grade` (ten-thousandths of its scale), `grade_text` (as printed), `top`, `link`.

    `refused`: the rows left out, each with `row`, `sentence` and `raw`. `unread`: the reasons for
    which grades stay unread, and how often. `remarks`: what was done quietly, in sentences.
    `mapping`: which column of the file holds what, and why, in lines.
    """

    def __init__(
        self,
        table: pyarrow.Table,
        refused: tuple[Refusal, ...],
        unread: Counter[str],
        remarks: tuple[str, ...],
        mapping: tuple[str, ...],
    ) -> None:
        super().__init__(table)
        self.refused, self.unread = refused, unread
        self.remarks, self.mapping = remarks, mapping

    def head(self) -> str:
        """Return how many reviews were read and refused, with the first reason."""
        works = len(self.table.column("work").unique())
        why = f" (row {self.refused[0].row}: {self.refused[0].sentence})" if self.refused else ""
        unread = f", {self.unread.total():,} grades not read" if self.unread else ""
        read = f"{len(self):,} reviews of {works:,} works"
        return f"{read}, {len(self.refused):,} rows refused{why}{unread}"

    def shown(self) -> tuple[tuple[str, ...], list[tuple[object, ...]]]:
        """Return the columns that tell a review at a glance, of the last rows."""
        columns, rows = super().shown()
        kept = ("work", "critic", "outlet", "happened_at", "positive", "grade_text", "grade")
        places = [list(columns).index(name) for name in kept]
        return kept, [tuple(row[place] for place in places) for row in rows]


def read_reviews(
    source: object,
    *,
    profile: str | None = None,
    map: Mapping[str, str] | None = None,  # noqa: A002 -- the command calls it --map
    scale: str | None = None,
    time_zone: str = "UTC",
    recorded_at: InstantLike | None = None,
) -> Reviews:
    """Return reviews in any layout as a table of events, with what was refused.

    `source`: the path of a file of CSV, TSV, JSON Lines or Parquet, compressed or not; or a table,
    as history() takes it, with grades and verdicts as printed. The columns are those of the
    `profile` (a name of the reference of import formats, or the path of one's own), of one that
    fits, or guessed; `map` corrects them: field or setting -> column or value. `scale`: that of
    grades which state none. `time_zone`: where days begin. `recorded_at`: when all this was learned
    of, else now: what is dated later is refused, undated reviews count from then. Of one reviewer
    and work, a later row revises the earlier. Raises Refused where it is no such table.

    >>> import clapometer as clap
    >>> import pathlib, tempfile
    >>> file = pathlib.Path(tempfile.mkdtemp()) / "reviews.csv"
    >>> _ = file.write_text(
    ...     "film,critic,outlet,date,verdict,grade\\n"
    ...     "Made-up Bees,Ada,The Hive,2024-03-01,fresh,4/5\\n"
    ...     "Made-up Bees,Bo,The Comb,2024-03-02,rotten,two thumbs\\n"
    ...     "Made-up Bees,,,2024-03-03,fresh,\\n"
    ... )
    >>> reviews = clap.read_reviews(file)
    >>> reviews.table["grade"].to_pylist(), [(one.row, one.code) for one in reviews.refused]
    ([8000, None], [(3, 'no_reviewer')])
    """
    from clapometer.readers.reviews import read_reviews as read
    from clapometer.readers.tables import open_table

    latest, zone = instant(recorded_at), _zone(time_zone)
    with _as_file(source) as path, refusing_files():
        table = open_table(path)
        layout = _layout(table, profile, dict(map or {}))
        taking = _Taking(
            scale or layout.settings.grade_scale or None, now() if latest is None else latest
        )
        for record in read(table, layout, zone):
            taking.take(record)
        return taking.finish(table.remarks, layout.lines())


@contextmanager
def _as_file(source: object) -> Iterator[Path]:
    """Give the path of a file, or lay a table down in one, which the readers know how to read."""
    if isinstance(source, str | Path):
        yield Path(source)
        return
    from pyarrow import parquet

    from .events import events_of

    table = events_of(source).table
    with TemporaryDirectory(prefix="clapometer-") as folder:
        path = Path(folder) / "the table"
        parquet.write_table(table, path)
        yield path


def _zone(name: str) -> tzinfo:
    try:
        return UTC if name == "UTC" else ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        raise Refused(f"“{name}” is no time zone; write it like Europe/Paris.") from None


def _layout(table: Table, name: str | None, pairs: dict[str, str]) -> Layout:
    """Return the mapping of the profile that is named, of one that fits, or as guessed."""
    from clapometer.readers.guess import guess
    from clapometer.readers.mapping import Mapping as Fitted
    from clapometer.readers.profiles import match_profile, profile, profile_from_toml

    if name is None:
        chosen = match_profile(table.columns)
    elif name.endswith(".toml"):
        chosen = profile_from_toml(Path(name).read_text(encoding="utf-8"))
    else:
        chosen = profile(name)
    if chosen is None:
        mapping = guess(table.columns, table.sample)
    else:
        own = chosen.mapping
        mapping = Fitted(table.columns, own.choices, own.settings, own.fields)
    return mapping.override(*pairs.items())


class _Taking:
    """The columns as they fill, row by row."""

    def __init__(self, scale: str | None, latest: int) -> None:
        self._scale, self._latest = scale, latest
        self._columns: dict[str, list[Any]] = {name: [] for name in COLUMNS}
        self._refused: list[Refusal] = []
        self._unread: Counter[str] = Counter()
        self._read: dict[str, int | None] = {}
        self._why: dict[str, str] = {}

    def take(self, record: ReviewRecord | Refusal) -> None:
        """Add a review, or a refusal."""
        if isinstance(record, Refusal):
            self._refused.append(record)
        elif record.happened_at is not None and record.happened_at > self._latest:
            raw = {name: str(value) for name, value in record._asdict().items() if value}
            self._refused.append(Refusal(record.row, "future_date", FUTURE, raw))
        else:
            for name, value in zip(COLUMNS, self._cells(record), strict=True):
                self._columns[name].append(value)

    def _cells(self, one: ReviewRecord) -> tuple[Any, ...]:
        title = f"{one.title} ({one.year})" if one.year else one.title
        reviewer = SEPARATOR.join((one.critic or f"? {_mark(one)}", one.outlet))
        return (
            one.row, one.work or title, one.title or None, one.year, reviewer, one.critic or None,
            one.outlet or None, one.happened_at, self._latest, "posted", one.positive,
            self._grade(one.grade), one.grade or None, one.top, one.link or None,
        )  # fmt: skip

    def _grade(self, text: str) -> int | None:
        """Return the grade in ten-thousandths; what cannot be read is counted by its reason."""
        if not text:
            return None
        if text not in self._read:
            try:
                self._read[text] = read_grade(text, self._scale).points
            except GradeRefused as refusal:
                self._read[text], self._why[text] = None, refusal.reason
        if text in self._why:
            self._unread[self._why[text]] += 1
        return self._read[text]

    def finish(self, remarks: tuple[str, ...], mapping: tuple[str, ...]) -> Reviews:
        """Return the table with all that was found."""
        import pyarrow

        when = pyarrow.timestamp("us", "UTC")
        kinds = {name: pyarrow.string() for name in TEXTS} | {
            "happened_at": when, "recorded_at": when, "positive": pyarrow.bool_(),
            "top": pyarrow.bool_(),
        }  # fmt: skip
        arrays = {
            name: pyarrow.array(cells, kinds.get(name, pyarrow.int64()))
            for name, cells in self._columns.items()
        }
        return Reviews(pyarrow.table(arrays), tuple(self._refused), self._unread, remarks, mapping)


def _mark(one: ReviewRecord) -> str:
    """Return what tells an unnamed critic's reviews apart: their id, link, or what they say."""
    if one.source_id or one.link:
        return one.source_id or one.link
    return f"{one.happened_at} {one.positive} {one.grade} {one.quote}".strip()
