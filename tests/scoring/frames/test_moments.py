"""Moments of tables against the scalar engine, work by work, and by hand."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pyarrow
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clapometer.scoring.badges import SIZES
from clapometer.scoring.events import Event
from clapometer.scoring.frames import FrameRefused, moments
from clapometer.scoring.frames.columns import INPUT, MOMENTS, WORKS
from clapometer.scoring.history import history
from clapometer.scoring.moments import Asked
from clapometer.scoring.moments import moments as scalar_moments
from clapometer.scoring.rules import Rule, preset
from clapometer.scoring.settling import DAY, Settled
from tests.scoring.frames.strategies import Row, as_table

SHARE = replace(preset("rotten-tomatoes-2020"), minimum=2)
BADGE = replace(SHARE.badge, minimums=(("season", 3), ("limited", 4)), top=1)
RULES = [
    replace(SHARE, badge=BADGE),
    replace(SHARE, badge=replace(BADGE, settled=Settled(2 * DAY, 1)), counts="critic"),
    replace(SHARE, badge=replace(BADGE, settled=Settled(DAY, 0)), versions="first"),
    replace(SHARE, badge=None, counts="critic", rounding="half-up", decides="printed"),
    replace(preset("rotten-tomatoes-2010s"), minimum=3),
    replace(preset("clapometer"), minimum=1),
    replace(preset("steam"), minimum=2),
]
DAYS = st.integers(0, 14)


@st.composite
def long_stories(draw: st.DrawFn) -> list[Row]:
    """Events of two works, from few reviewers or from enough to reach milestones and to settle.

    They are made from a seed: so many drawn one by one would take a hundred times as long.
    """
    chance = Random(draw(st.integers(0, 2**32)))
    reviewers, share = draw(st.sampled_from([3, 8, 50])), draw(st.sampled_from([0.5, 0.7, 0.95]))
    rows = [
        (chance.choice(["salt", "salt", "salt", "bees"]), _event(seq, reviewers, share, chance))
        for seq in range(draw(st.integers(0, 80)))
    ]
    chance.shuffle(rows)
    return rows


def _event(seq: int, reviewers: int, share: float, chance: Random) -> Event:
    reviewer, recorded = chance.randrange(reviewers), chance.randrange(15)
    return Event(
        seq=seq,
        reviewer=reviewer,
        critic=None if reviewer % 5 == 0 else reviewer // 2,
        kind=chance.choice(["posted"] * 7 + ["revised", "withdrawn", "excluded", "restored"]),
        happened_at=chance.choice([chance.randrange(15) * DAY] * 9 + [None]),
        recorded_at=recorded * DAY,
        voided_at=chance.choice([None] * 9 + [(recorded + 2) * DAY]),
        positive=chance.choice([chance.random() < share] * 9 + [None]),
        top=chance.random() < 0.5,
    )


def with_facts(
    rows: list[Row], sizes: dict[str, str | None], releases: dict[str, int | None]
) -> pyarrow.Table:
    """The rows as a table that says size and release of the works."""
    table = as_table(rows)
    works = [work for work, _ in rows]
    size = pyarrow.array([sizes[work] for work in works], pyarrow.string())
    release = pyarrow.array([releases[work] for work in works], pyarrow.int64())
    return table.append_column("size", size).append_column("release", release)


def expected(
    rows: list[Row], rule: Rule, sizes: dict[str, str | None], releases: dict[str, int | None],
    at: int | None, known: int | None,
) -> list[tuple[object, ...]]:  # fmt: skip
    """What the scalar engine tells, work by work in the order in which they first appear."""
    told: list[tuple[object, ...]] = []
    held = dict(rule.badge.minimums) if rule.badge else {}
    for work in dict.fromkeys(work for work, _ in rows):
        events = [event for one, event in rows if one == work]
        steps = history(events, counts=rule.counts, versions=rule.versions, known=known)
        size = sizes[work] if sizes[work] in held else None
        asked = Asked(work, size=size, release=releases[work], until=at)
        told += [
            (work, one.id, one.kind, one.happened_at, one.undated, one.recorded_at, one.text,
             one.before, one.after, one.positive, one.count, one.about or None, one.cause)
            for one in scalar_moments(steps, rule, asked)
        ]  # fmt: skip
    return told


def rows_of(found: pyarrow.Table) -> list[tuple[object, ...]]:
    """The rows of the result, instants as whole microseconds."""
    assert found.column_names == list(MOMENTS)
    for name in ("at", "recorded_at"):
        place = found.column_names.index(name)
        found = found.set_column(place, name, found[name].cast(pyarrow.int64()))
    return [tuple(row.values()) for row in found.to_pylist()]


# Whatever happened and in whatever order the rows stand, the table of moments is the scalar
# engine's moments of each work: ids, texts, instants, causes, order.
@settings(max_examples=300)
@given(
    long_stories(), st.sampled_from(RULES), st.tuples(*[st.sampled_from([None, *SIZES])] * 2),
    st.tuples(*[st.none() | DAYS] * 2), st.none() | DAYS, st.none() | DAYS,
)  # fmt: skip
def test_the_table_equals_the_scalar_engine(rows, rule, size, release, at, known):
    sizes = dict(zip(("salt", "bees"), size, strict=True))
    releases = {
        work: None if day is None else day * DAY
        for work, day in zip(("salt", "bees"), release, strict=True)
    }
    at, known = (None if one is None else one * DAY for one in (at, known))
    table = with_facts(rows, sizes, releases)
    found = moments(table, rule, at=at, known=known, engine="compiled")
    assert rows_of(found) == expected(rows, rule, sizes, releases, at, known)
    assert moments(table, rule, at=at, known=known, engine="plain").equals(found)


# The order of the rows, chunks and a number for each review change nothing.
@given(long_stories(), st.sampled_from(RULES), st.integers(1, 7))
def test_the_layout_does_not_matter(rows, rule, step):
    table = as_table(rows)
    seen: dict[tuple[str, int], int] = {}
    numbers = [seen.setdefault((work, event.reviewer), len(seen)) for work, event in rows]
    numbered = table.append_column("review", pyarrow.array(numbers, pyarrow.int64()))
    parts = [numbered.slice(start, step) for start in range(0, len(rows), step)]
    chunked = pyarrow.concat_tables(parts) if parts else numbered
    assert rows_of(moments(chunked, rule)) == rows_of(moments(table, rule))


def made_up() -> dict[str, list[object]]:
    """31 reviews in favour on a day, one against two days later; and a work with one review."""
    first = [("season", n, "2026-03-01", True) for n in range(31)]
    rows = [*first, ("season", 31, "2026-03-03", False), ("film", 1, "2026-03-02", True)]
    names = ("work", "reviewer", "happened_at", "positive")
    return dict(zip(names, map(list, zip(*rows, strict=True)), strict=True))


def test_moments_by_hand():
    events = made_up()
    found = moments({**events, "top": [True] * 33, "size": ["season"] + [None] * 32}).to_pylist()
    assert [(one["work"], str(one["at"].date()), one["text"], one["cause"]) for one in found] == [
        ("season", "2026-03-01", "Debut: 100 % (31 of 31 reviews positive).", 4),
        ("season", "2026-03-01", "Standing ovation won with 31 of 31 reviews positive.", 19),
        ("season", "2026-03-01", "Review number 10: 31 of 31 reviews positive.", 9),
        ("season", "2026-03-01", "Review number 20: 31 of 31 reviews positive.", 19),
        ("season", "2026-03-03", "Perfect score lost: 97 % (31 of 32 reviews positive).", 31),
        ("season", "2026-03-03", "Lowest score so far: 97 % (31 of 32 reviews positive).", 31),
    ]
    assert [(one["before"], one["after"]) for one in found][-1] == (100, 97)
    without = moments(events)["kind"].to_pylist()
    assert "badge-won" not in without, "a work of unknown size holds no badge"


def test_columns_of_works_can_be_mapped_and_numbers_name_works():
    events = made_up()
    events["work"] = [7.0 if work == "season" else 8.0 for work in events["work"]]
    table = {**events, "top": [1] * 33, "how_large": ["season"] * 33, "out": ["2026-03-02"] * 33}
    found = moments(table, names={"size": "how_large", "release": "out"})
    kinds = found["kind"].to_pylist()
    assert "badge-won" in kinds
    assert "release" in kinds
    named = moments({**events, "work": ["7" if work == 7 else "8" for work in events["work"]]})
    assert set(named["id"].to_pylist()) < set(found["id"].to_pylist())


def test_a_rule_of_means_tells_the_number_in_its_unit():
    rule = replace(preset("filmweb"), minimum=2, lacks=())
    events = {"work": ["bees"] * 3, "reviewer": [1, 2, 3], "happened_at": [DAY, DAY, 2 * DAY],
              "grade": [8000, 7000, 3000]}  # fmt: skip
    found = moments(events, rule).to_pylist()
    assert (found[0]["kind"], found[0]["after"]) == ("debut", rule.printing.number(75))
    with pytest.raises(FrameRefused, match="prints no plain share"):
        moments(events, rule, engine="compiled")


def test_an_empty_table_gives_an_empty_table():
    empty = pyarrow.table(made_up()).slice(0, 0)
    found = moments(empty)
    assert (found.num_rows, found.column_names) == (0, list(MOMENTS))


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"size": ["huge"] * 33}, "“huge” in the column “size” is no size of a work; known are"),
        ({"size": [3] * 33}, "“3” in the column “size” is no size"),
        ({"size": ["season"] * 31 + ["wide"] * 2}, "work “season” has more than one “size”"),
        ({"release": ["soon"] * 33}, "“release” must hold times"),
    ],
)
def test_what_does_not_fit_is_refused_in_a_sentence(change, sentence):
    with pytest.raises(FrameRefused, match=sentence):
        moments({**made_up(), **change})


def test_a_missing_column_is_refused():
    with pytest.raises(FrameRefused, match="no column “length”, which was named for “size”"):
        moments(made_up(), names={"size": "length"})


def test_facts_about_works_are_no_columns_of_events():
    assert not INPUT.keys() & WORKS.keys()
