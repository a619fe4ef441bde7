"""Every kind of claim has its record, and differing stories of one fact fold. All made up."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clapometer.desk.claims.certainty import CERTAINTIES
from clapometer.desk.claims.drafting import MADE, said_of
from clapometer.desk.claims.folding import fold_key, title_of
from clapometer.desk.claims.records import RECORDS, TOPICS
from clapometer.facts.kinds import kind_named
from clapometer.readers.claims.claim import KINDS, MODALITIES
from clapometer.signals.announcing import CERTAINTIES as KNOWN

from .stories import claim

VALUES = {
    "review_score": 97, "premiere": "2026-09-01", "chart": 1, "count": 7, "box_office": 9.5,
    "topics": ["Ferries"],
}  # fmt: skip


def test_every_kind_of_claim_has_a_record():
    assert set(RECORDS) == set(KINDS)
    assert set(MADE) == set(KINDS) - {TOPICS}
    assert set(CERTAINTIES) == set(MODALITIES)
    assert set(CERTAINTIES.values()) <= set(KNOWN)


@pytest.mark.django_db
@pytest.mark.parametrize("kind", sorted(set(KINDS) - {TOPICS}))
def test_a_claim_becomes_a_kind_of_fact_of_its_record(kind):
    said = said_of(claim(kind, value=VALUES.get(kind, "Made-up")), None, "2026-07-01")
    assert said["record"] in RECORDS[kind].facts
    fact = kind_named(said["record"])
    assert set(said["typed"]) <= {"when", *(field.name for field in fact.every_field)}


def test_stories_fold_that_say_the_same_otherwise():
    def key(**said):
        return fold_key(claim(**said), None)

    assert key(said_by="Made-up Stream") == key(modality="reported", work="SALTROAD!")
    assert key(modality="denied") != key()
    assert key(season=2) != key(season=3)
    assert key(seasons=(2, 3), season=2) == key(seasons=(2, 3), season=3)
    score = {"kind": "review_score", "unit": "%", "aggregator": "A Made-up Aggregator"}
    assert key(**score, value=97) == key(**score, value=97.0, review_count=37)
    assert key(**score, value=97) != key(**score, value=98)
    assert key(**score, value=97, side="critics") != key(**score, value=97, side="audience")
    words = {"kind": "quotation", "speaker": "Kit Made-up"}
    long = "One two three four five six seven eight nine."
    assert key(**words, value=long) == key(**words, value=f"{long} Ten.")
    assert fold_key(claim("topics", value=["a"]), None, 1) != fold_key(
        claim("topics", value=["a"]), None, 2
    )


# Whatever a reader brings, a claim has a title, a key and texts that can be kept.
@pytest.mark.django_db
@given(
    st.sampled_from(sorted(KINDS)),
    st.one_of(
        st.none(),
        st.text(max_size=80),
        st.integers(),
        st.floats(allow_nan=False, allow_infinity=False),
        st.lists(st.text(max_size=20), max_size=3),
    ),
    st.sampled_from(sorted(MODALITIES)),
    st.dictionaries(
        st.sampled_from(["unit", "event", "role", "platform", "side", "bound"]),
        st.text(max_size=30),
    ),
)
def test_nothing_that_a_reader_brings_is_too_much(kind, value, modality, fields):
    told = claim(kind, value=value, modality=modality, **fields)
    said = said_of(told, None, "2026-07-01")
    assert all(isinstance(text, str) for text in said["typed"].values())
    assert title_of(said)
    assert fold_key(told, None)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("told", "record", "typed"),
    [
        ({"kind": "platform", "value": "Made-up Pictures", "role": "studio"}, "maker",
         {"role": "studio"}),
        ({"kind": "platform", "value": "Made-up Stream", "role": "streamer"}, "carrier",
         {"type": "streamer"}),
        ({"kind": "premiere", "value": "2026-09-01", "event": "production end"}, "reported-date",
         {"event": "production end"}),
        ({"kind": "premiere", "value": "2026-06-01", "event": "festival premiere"}, "release", {}),
        ({"kind": "premiere", "value": "2026-06-01", "event": "part 2"}, "release", {"part": "2"}),
        ({"kind": "premiere", "value": "--12-11"}, "announcement", {"status": "dated"}),
        ({"kind": "count", "value": 65, "unit": "percent", "metric": "share of the audience"},
         "reported-number", {"unit": "percent"}),
        ({"kind": "count", "value": 32, "unit": "percent", "metric": "weekend drop"}, "uplift",
         {"growth": "-32 %"}),
        ({"kind": "source_work", "value": "Made-up", "type": "young adult novels"}, "source_work",
         {"type": "novel"}),
        ({"kind": "creator", "value": "Kit Made-up", "role": "co-creator"}, "credit",
         {"role": "created by"}),
        ({"kind": "ended", "value": "final season", "season": 3}, "announcement",
         {"status": "final-season", "seasons": "3"}),
        ({"kind": "ended", "value": "2026-06-01"}, "announcement",
         {"status": "ended", "effective": "2026-06-01"}),
        ({"kind": "renewal", "value": "renewed", "season": 2, "seasons": (2, 3)}, "announcement",
         {"status": "two-season-renewal", "seasons": "2, 3"}),
        ({"kind": "review_score", "value": "A-", "unit": "grade", "aggregator": "CinemaScore"},
         "outside-score", {"panel": "audience", "scale": "letter"}),
        ({"kind": "review_score", "value": 3.5, "unit": "/4 stars", "outlet": "A Paper"},
         "outside-score", {"panel": "staff", "scale": "4", "value": "3.5"}),
    ],
)  # fmt: skip
def test_what_a_claim_becomes(told, record, typed):
    said = said_of(claim(**told), None, "2026-07-01")
    assert said["record"] == record
    assert typed.items() <= said["typed"].items()
