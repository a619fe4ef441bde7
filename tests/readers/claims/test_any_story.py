"""Any text is read without a fault, and every claim stands on words of it."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from clapometer.readers.claims.claim import KINDS, MODALITIES
from clapometer.readers.claims.finder import read_claims
from clapometer.readers.claims.story import read_story

PIECES = (
    '"Salt Road"', "“The Ferry,”", "'Salt Road' Season 2", "Season ", "the second season ",
    "Netflix ", "was renewed for ", "premieres on ", "June 16", "Dec. 31, ", "has not yet ",
    "announced a release date", ". ", ", which ", "\n", "\n\n", "(", ")", "$5 million ", "97% ",
    "a million viewers ",
    "two more ", "cancelled ", "READ MORE: ", "Ada Quill ", "who plays ", "The film ", "it ",
    "a spin-off ", "No. 1 ", "—", "\r\n", "\u2028", "\x00", "𝄞", "1" * 30, "a" * 90, "’", "\"",
)  # fmt: skip


# For every text put together from these pieces, and for every day of the story or none: reading
# ends, each claim is of the vocabulary, and its span lies within the text and is not empty.
@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.sampled_from(PIECES) | st.text(max_size=8), max_size=60),
    st.none() | st.dates(date(1990, 1, 1), date(2060, 1, 1)),
)
def test_any_text_is_read(pieces: list[str], published: date | None) -> None:
    story = read_story("".join(pieces), published)
    for claim in read_claims(story):
        start, end = claim.span
        assert story.start <= start < end <= len(story.text)
        assert claim.kind in KINDS
        assert claim.modality in MODALITIES


# Reading the same text twice gives the same claims.
@settings(max_examples=20, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=60))
def test_reading_is_the_same_every_time(pieces: list[str]) -> None:
    text = "".join(pieces)
    assert read_claims(read_story(text)) == read_claims(read_story(text))
