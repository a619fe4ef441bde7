"""Songs whose places on music charts a story tells."""

from __future__ import annotations

import re

from clapometer.readers.claims.document import Document
from clapometer.readers.claims.parts import Sentence

from .ranks import Ranked

_SONGS = re.compile(
    r"\b(?:songs?|singles?|tracks?|ballad|anthem|hit|theme"
    r"|[’']s) (?:\w+ ){0,3}?[“\"‘'](?P<title>[A-Z][^”\"\n]{2,60}?)[,.]?[”\"’']"
    r"(?!\w)|[“\"](?P<before>[A-Z][^”\"\n]{2,60}?),?[”\"],? (?:a|the|her|his"
    r"|their) (?:[\w-]+ ){0,3}(?:song|single|track)\b"
)
_BY = re.compile(
    r"(?P<title>[A-Z][\w’']*(?: (?:of |the |to |in |a |and )?[A-Z][\w’']*){0,4}) by "
    r"(?:[a-z-]+ ){0,4}[A-Z]"
)
_SONG_BACK = 420


def song_at(document: Document, sentence: Sentence, rank: Ranked) -> str | None:
    """Return the song of a place on a music chart, if the story names one shortly before."""
    if rank.place.unit != "rank":
        return None
    by = _BY.match(sentence.text)
    if by is not None:
        return by["title"]
    begin = max(document.story.start, sentence.start - _SONG_BACK)
    named = list(_SONGS.finditer(document.text, begin, sentence.end))
    here = [one for one in named if one.start() < sentence.start + rank.start] or named
    return (here[-1]["title"] or here[-1]["before"]).rstrip(" ,") if here else None
