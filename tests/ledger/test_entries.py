from hashlib import sha256

import orjson
from hypothesis import given
from hypothesis import strategies as st

from clapometer.instants import EARLIEST, LATEST
from clapometer.ledger.entries import Entry, canonical_entry, leaf_hash
from clapometer.ledger.sealing import commit


def test_an_entry_worked_by_hand():
    whole = canonical_entry("editor:1", b'{"title":"A"}', 0, "work.added", 1_500_000, "work:1")
    assert whole == (
        b'{"actor":"editor:1","body":{"title":"A"},"happened_at":"1970-01-01T00:00:00Z",'
        b'"kind":"work.added","recorded_at":"1970-01-01T00:00:01.500000Z","subject":"work:1"}'
    )
    assert leaf_hash(whole) == sha256(b"\x00" + whole).digest()


# The canonical bytes are one JSON object with its keys in order, whatever the six members are.
@given(st.text(max_size=20), st.none() | st.integers(EARLIEST, LATEST), st.text(max_size=20))
def test_an_entry_is_one_ordered_object(actor, happened_at, subject):
    whole = canonical_entry(actor, b"{}", happened_at, "k", 0, subject)
    read = orjson.loads(whole)
    assert list(read) == sorted(read)
    assert orjson.dumps(read, option=orjson.OPT_SORT_KEYS) == whole


def test_the_number_in_a_subject():
    entry = Entry(9, "review.revised", None, 0, "a", "review:17", '{"work":3}', b"")
    assert entry.subject_id == 17
    assert entry.data == {"work": 3}


# Another salt gives another commitment, so equal texts cannot be told from their entries.
@given(st.text(), st.binary(min_size=16, max_size=16), st.binary(min_size=16, max_size=16))
def test_a_commitment_depends_on_its_salt(text, one, other):
    assert (commit(one, text) == commit(other, text)) == (one == other)
