"""Finds what people say: the words in quotation marks, with speaker and venue."""

from __future__ import annotations

from collections.abc import Iterator

from clapometer.readers.claims.claim import Claim
from clapometer.readers.claims.document import Document
from clapometer.readers.claims.parts import Quoted
from clapometer.readers.claims.speech import speech_in


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
    """Return the work that words are about: a main one that they name, else the main one."""
    for one in document.works:
        if quoted.start <= one.start < quoted.end and one.work in document.main_works:
            return one.work
    return next(iter(document.main_works), None)
