"""Whom “she” means in a sentence about who made or plays what."""

from __future__ import annotations

import re

from clapometer.readers.claims.parts import PersonMention

from .tagging import PERSON, Tagged

_FAR = 4
"""So many sentences back a person may have been named."""
_SUBJECT_WITHIN = 30
"""Characters of a sentence within which its subject begins."""
_OPENS_ASIDE = re.compile(
    r"(?:After|Before|Following|When|While|With|Despite|As|Since|Unlike|Like|Alongside|For|In|On)\b"
)
"""Words that open a sentence with something other than its subject."""
_FIRST = re.compile(PERSON)


def subject_before(tagged: Tagged, place: int) -> PersonMention | None:
    """Return the person who is the subject before a place of a tagged sentence: the first whom
    the sentence itself names before it, else the one who last began a sentence."""
    first = _FIRST.search(tagged.text, 0, place)
    return tagged.person(first[0]) if first else began_before(tagged)


def began_before(tagged: Tagged) -> PersonMention | None:
    """Return the person who last began a sentence before this one, a few back at most."""
    document, sentence = tagged.document, tagged.sentence
    for earlier in reversed(document.sentences[max(0, sentence.place - _FAR) : sentence.place]):
        named = [one for one in document.people if earlier.start <= one.start < earlier.end]
        aside = _OPENS_ASIDE.match(earlier.text)
        if named and named[0].start - earlier.start <= _SUBJECT_WITHIN and not aside:
            return named[0]
    return None
