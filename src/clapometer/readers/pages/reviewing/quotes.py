"""A short quote from a review: a verdict or a first sentence, never a paragraph."""

from __future__ import annotations

import re

from ..bounds import bound
from ..fields.sources import Found, Sources
from ..markup.microdata import text_of

_SENTENCE = re.compile(r".+?[.!…](?=[”\"’']*(?:\s|$))[”\"’']*|.+", re.DOTALL)
_TAGS = re.compile(r"</?[a-zA-Z][^<>]{0,200}>")
FEWEST_WORDS = 4
"""Words that a quote has at least."""
_VERDICTS = (
    "//p[contains(@class,'verdict') or contains(@class,'bottom-line')]"
    " | //*[contains(@class,'verdict') or contains(@class,'bottom-line')]//p"
    " | //*[contains(@class,'pullquote') or contains(@class,'pull-quote')]"
)


def first_sentence(text: str) -> str:
    """Return the first sentence that says something; "" for a question, a fragment or none."""
    plain = " ".join(_TAGS.sub("", text).split())[:4000]
    found = _SENTENCE.match(plain)
    sentence = found[0].strip() if found else ""
    if (
        sentence[:1].islower()
        or len(sentence.split()) < FEWEST_WORDS
        or "?" in sentence
        or sentence.endswith(("…", "..."))
    ):
        return ""
    return sentence if len(sentence) <= bound("quote") else _shortened(sentence)


def _shortened(sentence: str) -> str:
    """Cut at a word, and say so."""
    return sentence[: bound("quote") - 1].rsplit(" ", 1)[0].rstrip(" ,;:–—-") + "…"


def quote_of(sources: Sources, description: str, text: str) -> Found:
    """Return a quote for the page's own review: its verdict, its standfirst, its first sentence."""
    for element in sources.select(_VERDICTS)[:20]:
        said = first_sentence(text_of(element))
        if said:
            return Found(said, "element of class verdict")
    lines = [(line, "first sentence") for line in text.splitlines()[:12]]
    for said, where in ((description, "description"), *lines):
        sentence = first_sentence(said)
        if sentence:
            return Found(sentence, where)
    return Found()
