"""What stands in a digest, worked out by hand: made-up notices about made-up films."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from clapometer.alerts.digests.choosing import Asked, chosen
from clapometer.alerts.digests.windows import Told, Window
from clapometer.alerts.messages import Line

HEART, LANTERN = 17, 18
ALL = Asked("work:17", 0xFFFF, 0)
BOTH = [ALL, Asked("work:18", 0xFFFF, 0)]


def told(number: int, at: int, work: int = HEART, **more) -> Told:
    """A notice about a work, sent at a minute."""
    fields = {
        "id": number, "bit": 1, "priority": 2, "work_id": work,
        "line": Line(f"n{number}", "", "/", at), "recorded_at": at, "at": at,
    }  # fmt: skip
    return Told(**(fields | more))


def window_of(*notices: Told, keys: dict[int, str] | None = None) -> Window:
    """The window of notices; corrections for those who were told have no keys."""
    by_key: dict[str, tuple[Told, ...]] = {}
    corrections: dict[int, tuple[Told, ...]] = {}
    for one in sorted(notices, key=lambda one: (one.at, one.id)):
        if one.corrects:
            corrections[one.corrects] = (*corrections.get(one.corrects, ()), one)
        else:
            key = (keys or {}).get(one.id, f"work:{one.work_id}")
            by_key[key] = (*by_key.get(key, ()), one)
    return Window(by_key, corrections)


def titles(*notices: Told, asked=BOTH, since: int = 0, until: int = 100) -> list[str]:
    return [one.line.title for one in chosen(asked, window_of(*notices), since, until)]


def test_it_tells_what_was_sent_after_the_last_digest_and_until_now():
    notices = [told(1, 10), told(2, 20), told(3, 30), told(4, 40)]
    assert titles(*notices, since=10, until=30) == ["n2", "n3"]


def test_it_tells_only_the_kinds_that_were_chosen_and_nothing_from_before_the_follow():
    notices = [told(1, 10, bit=1), told(2, 20, bit=2), told(3, 30, bit=4)]
    assert titles(*notices, asked=[Asked("work:17", 6, 0)]) == ["n2", "n3"]
    assert titles(*notices, asked=[Asked("work:17", 7, 20)]) == ["n3"]


def test_what_two_follows_bring_is_told_once():
    asked = [ALL, ALL._replace(kinds=1)]
    assert titles(told(1, 10), asked=asked) == ["n1"]


def test_it_is_grouped_by_work_the_most_urgent_first():
    notices = [told(1, 10), told(2, 20, LANTERN, priority=1), told(3, 30), told(4, 5, LANTERN)]
    assert titles(*notices) == ["n4", "n2", "n1", "n3"]


def test_a_score_that_went_to_and_fro_is_told_as_it_is_now():
    under = frozenset({"work:17 crossing 90"})
    notices = [told(1, 10, families=under), told(2, 20), told(3, 30, families=under)]
    assert titles(*notices) == ["n2", "n3"]


def test_a_notice_of_two_things_stays_while_it_is_the_latest_of_one():
    badge, score = "work:17 badge", "work:17 crossing 90"
    both = told(1, 10, families=frozenset({badge, score}))
    assert titles(both, told(2, 20, families=frozenset({score}))) == ["n1", "n2"]


def test_a_mistake_and_its_correction_of_one_day_are_not_told():
    mistake, correction = told(1, 10), told(2, 20, corrects=1, stands=False)
    assert titles(mistake, correction, told(3, 30)) == ["n3"]


def test_what_holds_again_after_all_is_told_once():
    gone, again = told(2, 20, corrects=1, stands=False), told(3, 30, corrects=1, stands=True)
    assert titles(told(1, 10), gone, again) == ["n1"]


def test_a_corrected_fact_is_told_as_it_is_now():
    assert titles(told(1, 10), told(2, 20, corrects=1)) == ["n2"]


def test_a_correction_that_is_followed_itself_is_told_once():
    """Its twin is for those who were told and do not follow corrections."""
    followed = told(2, 20, bit=64, besides=frozenset({1}))
    twin = told(3, 20, corrects=1)
    assert titles(told(1, 10), followed, twin) == ["n2"]
    only_scores = [ALL._replace(kinds=1)]
    assert titles(told(1, 10), followed, twin, asked=only_scores) == ["n3"]


def test_what_an_earlier_digest_told_is_corrected_in_this_one():
    mistake, correction = told(1, 10), told(2, 60, corrects=1, stands=False)
    assert titles(mistake, correction, since=50) == ["n2"]
    # Who began to follow after the mistake was never told it.
    assert titles(mistake, correction, since=50, asked=[Asked("work:17", 1, 10)]) == []
    assert titles(mistake, correction, since=50, asked=[Asked("work:18", 1, 0)]) == []


NOTICES = st.lists(
    st.builds(
        told,
        st.integers(1, 30),
        st.integers(1, 100),
        st.sampled_from([HEART, LANTERN]),
        bit=st.sampled_from([1, 2, 64]),
        corrects=st.integers(0, 30),
        stands=st.sampled_from([True, False, None]),
        families=st.frozensets(st.sampled_from(["a", "b"])),
    ),
    max_size=12,
    unique_by=lambda one: one.id,
)


# However notices lie, digests one after the other never tell one twice, and tell nothing that a
# digest over the whole time would not have been asked for.
@given(NOTICES, st.lists(st.integers(0, 100), max_size=4))
def test_digests_one_after_the_other_tell_nothing_twice(notices, cuts):
    window = window_of(*notices)
    ends = [0, *sorted(cuts), 100]
    found = [
        one.id for since, until in pairwise(ends) for one in chosen(BOTH, window, since, until)
    ]
    assert len(found) == len(set(found))
    assert set(found) <= {one.id for one in notices}
