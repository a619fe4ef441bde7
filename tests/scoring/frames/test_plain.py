"""The plain engine says what the compiled one says, and scores by every rule."""

from __future__ import annotations

import subprocess
import sys
from fractions import Fraction

import pyarrow
import pytest
from hypothesis import given
from hypothesis import strategies as st

from clapometer.scoring.frames import FrameRefused, FramesMissing, history, scores
from clapometer.scoring.grades import POINTS
from clapometer.scoring.rules import Rule, presets, score
from clapometer.scoring.rules import given as with_given
from clapometer.scoring.tally import Tally
from tests.scoring.frames.strategies import as_table, event_rows
from tests.scoring.frames.test_history import RULES, reviews_of
from tests.scoring.strategies import INSTANTS

MADE_UP = {
    "work": ["bees", "bees", "bees", "salt"],
    "reviewer": ["Ada", "Bo", "Cy", "Ada"],
    "happened_at": ["2024-03-01", "2024-03-02", "2024-03-03", "2024-03-03"],
    "positive": [True, False, None, True],
    "grade": [8000, 5000, 9000, None],
}


# Both engines give equal tables: columns, types, empty cells and every bit.
@given(event_rows(), st.sampled_from(RULES), st.none() | INSTANTS)
def test_histories_are_equal(rows, rule, known):
    table = as_table(rows)
    plain = history(table, rule, known=known, engine="plain")
    assert plain.equals(history(table, rule, known=known, engine="compiled"), check_metadata=True)


# The same where reviews are numbered, `seq` repeats or is missing, and reviewers are texts.
@given(event_rows(), st.sampled_from(RULES), st.integers(0, 3), st.booleans())
def test_the_layout_changes_nothing(rows, rule, spread, numbered):
    table = as_table(rows).drop(["seq"])
    names = pyarrow.array([f"critic {9 - event.reviewer}" for _, event in rows], pyarrow.string())
    table = table.set_column(table.column_names.index("reviewer"), "reviewer", names)
    if spread:
        seq = [event.seq % spread for _, event in rows]
        table = table.append_column("seq", pyarrow.array(seq, pyarrow.int64()))
    if numbered:
        table = table.append_column("review", pyarrow.array(reviews_of(rows), pyarrow.int64()))
    assert history(table, rule, engine="plain").equals(history(table, rule, engine="compiled"))


# Scores at any instants are equal, all sums of them.
@given(event_rows(), st.sampled_from(RULES), st.none() | INSTANTS, st.none() | INSTANTS)
def test_scores_are_equal(rows, rule, at, known):
    table = as_table(rows)
    plain = scores(table, rule, at=at, known=known, engine="plain")
    assert plain.equals(scores(table, rule, at=at, known=known, engine="compiled"))


@pytest.mark.parametrize(
    "change",
    [
        {"kind": ["posted", "praised", "posted", "posted"]},
        {"grade": [1, 2, 10_001, 3]},
        {"grade": [1.5, 2, 3, 4]},
        {"work": ["a", None, "b", "b"]},
        {"happened_at": [1, 2, None, 3]},
        {"positive": [0, 1, 2, 1]},
        {"review": [0, 1, 10**12, 2]},
        {"reviewer": [[1], [2], [3], [4]]},
        {"seq": [1, None, 2, 3]},
    ],
)
def test_both_refuse_with_the_same_sentence(change):
    table = {**MADE_UP, **change}
    with pytest.raises(FrameRefused) as plain:
        history(table, "rotten-tomatoes-2020", engine="plain")
    with pytest.raises(FrameRefused) as compiled:
        history(table, "rotten-tomatoes-2020", engine="compiled")
    assert str(plain.value) == str(compiled.value)


def shown(rule: Rule, tally: Tally) -> object:
    """The printed number of a tally in the rule's unit, read through the rule itself."""
    printed = score(rule, tally).printed
    return None if printed is None else rule.printing.number(printed)


@pytest.mark.parametrize(
    "rule", [one for one in presets() if not one.window.changes], ids=lambda rule: rule.name
)
def test_every_preset_scores_tables(rule):
    missing = [one for one in rule.parameters if one.name in rule.lacks]
    if missing:
        rule = with_given(rule.name, {one.name: [*dict(one.choices), "7"][0] for one in missing})
    size = 12
    table = pyarrow.table(
        {
            "work": ["bees"] * size,
            "reviewer": list(range(size)),
            "happened_at": list(range(size)),
            "positive": [n % 3 > 0 for n in range(size)],
            "grade": [n * 800 for n in range(size)],
        }
    )
    row = scores(table, rule).to_pylist()[0]
    tally = Tally(*(row[name] for name in Tally._fields))
    assert row["printed"] == shown(rule, tally)
    assert row["mean"] == float(Fraction(tally.grade_sum, tally.graded * POINTS))
    last = history(table, rule).to_pylist()[-1]
    assert [last[name] for name in ("count", "positive", "mean", "printed")] == [
        row[name] for name in ("count", "positive", "mean", "printed")
    ]


def test_a_mean_by_hand():
    # (0.8 + 0.5 + 0.9) / 3 × 10 = 7.33: printed from the fifth grade on, so here from none.
    found = history(MADE_UP, "rotten-tomatoes-average")
    assert found["printed"].to_pylist() == [None] * 4
    many = {name: [*cells, *cells, *cells] for name, cells in MADE_UP.items()}
    many["reviewer"] = [f"{who} {n // 4}" for n, who in enumerate(many["reviewer"])]
    assert scores(many, "rotten-tomatoes-average")["printed"].to_pylist() == [7.3, None]


def ask(script: str) -> str:
    """What a script prints that runs where nothing but the base install is."""
    blocked = (
        "import sys\n"
        "for name in ('numba', 'llvmlite', 'numpy', 'pandas', 'polars', 'duckdb'):\n"
        "    sys.modules[name] = None\n"
        "import importlib.util\n"
        "find = importlib.util.find_spec\n"
        "importlib.util.find_spec = lambda name, *rest: None if sys.modules.get(name, 0) is None "
        "else find(name, *rest)\n"
    )
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", blocked + script], capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_without_the_extra_the_plain_engine_answers():
    said = ask(
        "from clapometer.scoring.frames import history, scores\n"
        f"table = {MADE_UP!r}\n"
        "for rule in ('clapometer', 'rotten-tomatoes-2020', 'metacritic-games'):\n"
        "    print(history(table, rule)['count'].to_pylist(), scores(table, rule).num_rows)\n"
    )
    assert said.splitlines() == ["[1, 2, 2, 1] 2"] * 3


def test_asking_for_the_compiled_engine_says_what_to_install():
    said = ask(
        "from clapometer.scoring.frames import FramesMissing, history\n"
        "try: history({}, engine='compiled')\n"
        "except FramesMissing as missing: print(missing)\n"
    )
    assert said.endswith("install them with `pip install 'clapometer[frames]'`.")


def test_an_engine_that_cannot_is_refused():
    with pytest.raises(FrameRefused, match="prints no plain share"):
        history(MADE_UP, "rotten-tomatoes-average", engine="compiled")
    with pytest.raises(FrameRefused, match="is no engine; there are auto, compiled, plain"):
        history(MADE_UP, engine="abacus")
    assert issubclass(FramesMissing, ImportError)
