"""Every arrival is counted, and what a reader is shown follows from it."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from tools.pushservice.counts import Counts
from tools.pushservice.faults import MODES, Fault, Faults

ARRIVALS = st.lists(
    st.tuples(
        st.integers(0, 4), st.sampled_from("abc"), st.sampled_from(["", "t", "u"]), st.booleans()
    )
)


@given(ARRIVALS)
def test_counts_agree_with_a_list_of_what_came(
    arrivals: list[tuple[int, str, str, bool]],
) -> None:
    """received, distinct and repeated are those of the plain list; each browser's own as well."""
    counts = Counts(5)
    for number, message, topic, asleep in arrivals:
        counts.arrive(number, message, topic, asleep=asleep)
    plain = Counter((number, message) for number, message, _, _ in arrivals)
    told = counts.told()
    assert told["received"] == len(arrivals) == sum(told["per_second"])
    assert told["distinct"] == len(plain)
    assert told["repeated"] == len(arrivals) - len(plain)
    for number in range(5):
        wanted = {name: many for (who, name), many in plain.items() if who == number}
        assert counts.of(number)["arrived"] == wanted
    assert [counts.bytes_of("a")[one : one + 1] or b"\0" for one in range(5)] == [
        bytes((plain[one, "a"],)) for one in range(5)
    ]


def test_a_message_that_comes_again_is_shown_once() -> None:
    counts = Counts(1)
    for _ in range(3):
        counts.arrive(0, "score-1", "score", asleep=False)
    assert counts.of(0) == {"arrived": {"score-1": 3}, "shown": ["score-1"]}
    assert counts.told()["repeated"] == 2


def test_a_sleeper_is_shown_the_newest_of_each_topic() -> None:
    counts = Counts(2)
    for message, topic in (("1", "score"), ("2", "score"), ("3", "badge"), ("4", "score")):
        counts.arrive(1, message, topic, asleep=True)
    assert counts.of(1)["shown"] == []
    assert sorted(counts.wake(1)) == ["3", "4"]
    assert sorted(counts.of(1)["shown"]) == ["3", "4"]
    told = counts.told()
    assert (told["distinct"], told["shown"], told["replaced"], told["waiting"]) == (4, 2, 2, 0)


def test_more_arrivals_than_a_byte_holds_do_not_wrap() -> None:
    counts = Counts(1)
    for _ in range(300):
        counts.arrive(0, "a", "", asleep=False)
    assert counts.told()["messages"]["a"] == {"received": 255, "browsers": 1, "most": 255}


def test_faults_lie_over_what_the_path_says() -> None:
    faults = Faults()
    assert faults.mode("gone", 1) == ("gone", MODES["gone"])
    faults.lay([Fault("broken", low=2, high=4, times=3), Fault("busy", share=0.0)])
    assert [faults.mode("ok", one)[0] for one in (1, 2, 3, 4, 2, 2)] == [
        "ok", "broken", "broken", "ok", "broken", "ok",
    ]  # fmt: skip
    faults.lay([Fault("gone", host="two.push.test")])
    hosts = ("push.test", "two.push.test", "")
    assert [faults.mode("ok", 1, host)[0] for host in hosts] == ["ok", "gone", "ok"]
    faults.lay([Fault("busy", share=0.5)])
    busy = sum(faults.mode("ok", one)[0] == "busy" for one in range(1000))
    assert 400 < busy < 600


def test_once_is_once_for_each_browser() -> None:
    faults = Faults()
    names = [faults.mode("busy-once", one)[0] for one in (1, 2, 1, 2, 1)]
    assert names == ["busy-once", "busy-once", "ok", "ok", "ok"]
