import pytest
import rfc8785
from hypothesis import given
from hypothesis import strategies as st

from clapometer.ledger.canonical import LARGEST_INTEGER, NotCanonical, canonical

KEYS = st.text(st.characters(max_codepoint=127), max_size=8)
PLAIN = (
    st.none()
    | st.booleans()
    | st.integers(-LARGEST_INTEGER, LARGEST_INTEGER)
    | st.text(st.characters(exclude_categories=["Cs"]))
)
VALUES = st.recursive(
    PLAIN, lambda part: st.lists(part, max_size=4) | st.dictionaries(KEYS, part, max_size=4)
)


# Whatever the ledger may hold, its bytes are those of an independent implementation of RFC 8785.
@given(VALUES)
def test_the_bytes_are_those_of_an_independent_implementation(value):
    assert canonical(value) == rfc8785.dumps(value)


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ({"grade": 3.5}, "value.grade is float"),
        ({"a": {"b": [1, 2.0]}}, "value.a.b[1] is float"),
        ({"count": 2**53}, "the value cannot be written: Integer exceeds 53-bit range"),
        ({"count": [2**53]}, "value.count[0] is beyond 2^53"),
        ({"name": "lone \ud800"}, "the value cannot be written"),
        ({"é": 1}, "a key that is no ASCII text"),
        ({"when": object()}, "value.when is object"),
        ([b"bytes"], "value[0] is bytes"),
    ],
)
def test_what_the_ledger_cannot_hold_is_refused_with_its_place(value, said):
    with pytest.raises(NotCanonical, match=said.replace("[", r"\[").replace("^", r"\^")):
        canonical(value)
