"""How sure a claim is: the smoothing worked by hand, the table that is shipped, and its fitting."""

import math

import orjson
import pytest

from clapometer.readers.claims import confidence
from clapometer.readers.claims.claim import KINDS
from clapometer.readers.claims.confidence import ALWAYS, SIGNS, Measured, measured
from clapometer.readers.claims.finder import read_claims
from clapometer.readers.claims.story import Story
from tools.claims.fit import WRITTEN
from tools.claims.fitting import FIRST_SIGHT, Outcome, fitted, held_out, never_seen

TABLE = Measured({"tried": (3.0, 4.0)}, {"chart": (8.0, 10.0)}, {"several": -1.0})


def test_a_rate_is_pulled_towards_its_kind() -> None:
    # Kind: (8 + 4 × 0.7) / (10 + 4); rule: (3 + 3 × that) / (4 + 3).
    usual = 10.8 / 14
    assert TABLE.rate("chart", "tried") == pytest.approx((3 + 3 * usual) / 7)
    assert TABLE.rate("chart", "never tried") == pytest.approx(usual)
    assert TABLE.rate("cast", "never tried") == pytest.approx(0.7)


def test_a_sign_moves_the_odds() -> None:
    plain, moved = (TABLE.sure("chart", "tried", signs) for signs in ((), ("several",)))
    assert math.log(moved / (1 - moved)) == pytest.approx(math.log(plain / (1 - plain)) - 1)


def test_nothing_is_ever_quite_sure() -> None:
    table = Measured({"good": (500.0, 500.0), "bad": (0.0, 500.0)}, {}, {})
    assert table.sure("chart", "good", ()) == pytest.approx(confidence.HIGHEST)
    assert table.sure("chart", "bad", ()) == pytest.approx(confidence.LOWEST)


def test_the_table_that_is_shipped_is_whole() -> None:
    table = measured()
    assert table.rules
    assert set(table.kinds) <= set(KINDS)
    assert set(table.signs) == {*SIGNS, ALWAYS}
    for right, tried in (*table.rules.values(), *table.kinds.values()):
        assert 0 <= right <= tried
    assert set(orjson.loads(WRITTEN.read_bytes())) == {"rules", "kinds", "signs"}


def test_every_claim_bears_its_confidence() -> None:
    # Made up.
    found = read_claims(Story("“Salt Road” took $12 million. It holds 97% on Rotten Tomatoes."))
    assert found
    for claim in found:
        assert confidence.LOWEST <= claim.confidence <= confidence.HIGHEST


def _outcomes(group: str, *rights: bool, signs: tuple[str, ...] = (), unseen: bool = False):
    return [Outcome(group, unseen, "chart", "placed", signs, right, 1.0, True) for right in rights]


def test_a_rule_has_what_it_earned() -> None:
    table = fitted([*_outcomes("one", True, True), *_outcomes("two", True, False)])
    assert table.rules == {"placed": (3.0, 4.0)}
    assert table.kinds == {"chart": (3.0, 4.0)}


def test_a_sign_that_goes_with_misses_lowers_the_odds() -> None:
    told = [
        outcome
        for group in "abcdef"
        for outcome in (
            *_outcomes(group, True, True, True),
            *_outcomes(group, False, signs=("several",)),
        )
    ]
    table = fitted(told)
    assert table.signs["several"] < -0.5
    assert table.signs["headline"] == 0


def test_stories_that_were_held_back_move_all_odds() -> None:
    told = [*_outcomes("a", *[True] * 20), *_outcomes("b", *[False] * 20, unseen=True)]
    assert fitted(told).signs[ALWAYS] < FIRST_SIGHT
    assert fitted(_outcomes("a", True, False)).signs[ALWAYS] == FIRST_SIGHT
    assert {one.group for _, one in never_seen(told)} == {"b"}


# Invariant: the confidence that is measured for a work never comes from outcomes of that work.
def test_a_work_is_never_measured_by_itself() -> None:
    told = [*_outcomes("a", *[True] * 9), *_outcomes("b", *[False] * 9)]
    for sure, one in held_out(told):
        assert (sure < 0.5) == (one.group == "a")
