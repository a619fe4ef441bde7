"""Reading claims: what every claim of every finder has to be."""

import pytest

from clapometer.readers.claims import finder
from clapometer.readers.claims.claim import FIELDS, KINDS, MODALITIES, Claim
from clapometer.readers.claims.document import Document
from clapometer.readers.claims.finder import FINDERS, finders, read_claims
from clapometer.readers.claims.story import read_story

# Made up, like everything in it.
TEXT = """URL: https://gazette.example/salt-road
DATE: 2026-03-06

'Salt Road' is back for season 2

"Salt Road" returns on March 20. Dr. Ada Quill says it's time.
"""


def test_every_finder_is_there() -> None:
    assert len(finders()) == len(FINDERS)


def test_a_finder_that_fails_costs_its_own_claims_alone(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(document: Document) -> list[Claim]:
        raise ArithmeticError(document.text)

    whole = read_claims(read_story(TEXT))
    all_of_them = [fail, *finders()]
    monkeypatch.setattr(finder, "finders", lambda: all_of_them)
    assert read_claims(read_story(TEXT)) == whole
    assert "failed on a story" in caplog.text
    caplog.clear()


def test_a_story_is_read_and_every_claim_is_of_the_vocabulary() -> None:
    for claim in read_claims(read_story(TEXT)):
        assert claim.kind in KINDS
        assert claim.modality in MODALITIES
        assert set(claim.fields) <= set(FIELDS)


def test_a_sentence_ends_where_it_ends() -> None:
    document = Document(read_story(TEXT))
    assert [one.text for one in document.sentences] == [
        "'Salt Road' is back for season 2",
        '"Salt Road" returns on March 20.',
        "Dr. Ada Quill says it's time.",
    ]
    for one in document.sentences:
        assert TEXT[one.start : one.end] == one.text


def test_a_claim_is_written_with_its_words() -> None:
    start = TEXT.index("returns")
    claim = Claim(
        kind="premiere",
        work="Salt Road",
        season=2,
        value="2026-03-20",
        modality="confirmed",
        span=(start, start + 7),
        rule="premiere: returns",
        fields={"unit": "date", "event": "premiere", "platform": None},
    )
    assert claim.as_json(TEXT) == {
        "kind": "premiere",
        "work": "Salt Road",
        "season": 2,
        "value": "2026-03-20",
        "unit": "date",
        "event": "premiere",
        "modality": "confirmed",
        "as_of": None,
        "quote": "returns",
        "span": [start, start + 7],
        "confidence": 0.5,
        "rule": "premiere: returns",
    }
