"""Made-up sequences of events for the property tests."""

from __future__ import annotations

from hypothesis import strategies as st

from clapometer.scoring.events import KINDS, Event

CRITICS = {0: 10, 1: 10, 2: 10, 3: 11, 4: 11, 5: None, 6: None, 7: 12}
"""A reviewer is a critic in an outlet, so its critic never changes; 5 and 6 are unnamed."""

INSTANTS = st.integers(-5, 20)


@st.composite
def one_event(draw: st.DrawFn, seq: int) -> Event:
    reviewer = draw(st.sampled_from(sorted(CRITICS)))
    recorded = draw(INSTANTS)
    return Event(
        seq=seq,
        reviewer=reviewer,
        critic=CRITICS[reviewer],
        kind=draw(st.sampled_from(["posted", "posted", *KINDS])),
        happened_at=draw(st.none() | INSTANTS),
        recorded_at=recorded,
        voided_at=draw(st.none() | st.none() | st.integers(recorded, recorded + 8)),
        positive=draw(st.none() | st.booleans()),
        grade=draw(st.none() | st.integers(0, 10_000)),
        top=draw(st.booleans()),
    )


@st.composite
def event_lists(draw: st.DrawFn, most: int = 14) -> list[Event]:
    """Events in any order of seq, on both clocks, voided or not."""
    length = draw(st.integers(0, most))
    events = [draw(one_event(seq)) for seq in range(length)]
    return draw(st.permutations(events))
