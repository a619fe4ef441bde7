"""Finds what people say: the words in quotation marks, with speaker and venue."""

from __future__ import annotations

from collections.abc import Iterator

from clapometer.readers.claims.claim import Claim
from clapometer.readers.claims.document import Document
from clapometer.readers.claims.parts import Quoted, within
from clapometer.readers.claims.speech import speech_in

_AT_START = 2
"""Characters before a title that begins a quotation: another mark."""


def find(document: Document) -> Iterator[Claim]:
    """Yield what is said in a story."""
    for speech in speech_in(document):
        quoted = speech.quoted
        yield Claim(
            kind="quotation",
            work=_work(document, quoted),
            season=None,
            value=document.text[quoted.inner_start : quoted.inner_end].strip(),
            modality="confirmed",
            span=(quoted.start, quoted.end),
            rule=f"quotation: speaker {speech.how}",
            fields={"speaker": speech.speaker, "venue": speech.venue},
        )


def _work(document: Document, quoted: Quoted) -> str | None:
    """Return the work that words are about: a main one that they name, or the one that they begin
    with, else the main one that is spoken of where they stand, else the first main one."""
    named = within(document.works, quoted.start, quoted.end)
    for one in named:
        if one.work in document.main_works or one.start - quoted.inner_start <= _AT_START:
            return one.work
    topic = document.work_at(quoted.start, quoted.start)
    return topic if topic in document.main_works else next(iter(document.main_works), None)
