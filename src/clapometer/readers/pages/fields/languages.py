"""The language of a page: as it says, else guessed from the commonest words of its text."""

from __future__ import annotations

import re

from .sources import Found, Sources

WORDS: dict[str, frozenset[str]] = {
    "en": frozenset(
        [
            "the",
            "and",
            "of",
            "to",
            "in",
            "is",
            "that",
            "for",
            "it",
            "was",
            "with",
            "as",
            "his",
            "on",
            "are",
            "this",
            "be",
            "her",
        ]
    ),
    "de": frozenset(
        [
            "der",
            "die",
            "und",
            "das",
            "ist",
            "nicht",
            "ein",
            "eine",
            "mit",
            "den",
            "von",
            "zu",
            "auf",
            "für",
            "dem",
            "im",
            "sich",
        ]
    ),
    "fr": frozenset(
        [
            "le",
            "la",
            "les",
            "et",
            "des",
            "est",
            "une",
            "dans",
            "que",
            "pour",
            "qui",
            "pas",
            "sur",
            "au",
            "du",
            "ce",
            "plus",
        ]
    ),
    "es": frozenset(
        [
            "el",
            "la",
            "los",
            "las",
            "que",
            "y",
            "en",
            "del",
            "se",
            "una",
            "por",
            "con",
            "para",
            "es",
            "su",
            "más",
            "como",
        ]
    ),
    "it": frozenset(
        [
            "il",
            "che",
            "di",
            "la",
            "per",
            "una",
            "non",
            "è",
            "con",
            "del",
            "sono",
            "gli",
            "nel",
            "più",
            "della",
            "dei",
            "anche",
        ]
    ),
    "pt": frozenset(
        [
            "o",
            "que",
            "de",
            "não",
            "uma",
            "os",
            "com",
            "para",
            "em",
            "é",
            "da",
            "do",
            "mais",
            "como",
            "mas",
            "foi",
            "ao",
        ]
    ),
    "nl": frozenset(
        [
            "de",
            "het",
            "een",
            "van",
            "en",
            "dat",
            "niet",
            "is",
            "op",
            "te",
            "zijn",
            "voor",
            "met",
            "aan",
            "ook",
            "maar",
        ]
    ),
    "sv": frozenset(
        [
            "och",
            "att",
            "det",
            "som",
            "en",
            "är",
            "på",
            "inte",
            "för",
            "med",
            "av",
            "den",
            "till",
            "har",
            "jag",
            "ett",
        ]
    ),
    "da": frozenset(
        [
            "og",
            "at",
            "det",
            "er",
            "en",
            "som",
            "på",
            "ikke",
            "til",
            "af",
            "den",
            "med",
            "for",
            "der",
            "har",
            "et",
        ]
    ),
    "nb": frozenset(
        [
            "og",
            "det",
            "er",
            "som",
            "en",
            "på",
            "ikke",
            "til",
            "av",
            "den",
            "med",
            "for",
            "har",
            "et",
            "jeg",
            "fra",
        ]
    ),
    "pl": frozenset(
        [
            "nie",
            "się",
            "na",
            "że",
            "to",
            "do",
            "jest",
            "jak",
            "po",
            "co",
            "ale",
            "za",
            "jego",
            "już",
            "przez",
            "od",
        ]
    ),
}
"""The commonest words of languages, by which a text without a declared language is guessed."""
FEWEST = 12
"""Common words a text needs before a guess is made."""
_TAG = re.compile(r"([A-Za-z]{2,3})(?:[-_][A-Za-z0-9]{2,8})*")
_WORD = re.compile(r"[^\W\d_]+")


def read_language(sources: Sources, text: str) -> Found:
    """Return the language (`en`) and where it was found."""
    story = sources.story
    html = sources.root if sources.root.tag == "html" else None
    told = (
        ("html lang", (html.get("lang") or html.get("{http://www.w3.org/XML/1998/namespace}lang")
                       or html.get("xml:lang") or "") if html is not None else ""),
        ("inLanguage", sources.things.text(story, "inLanguage")),
        ("meta og:locale", sources.metas.first("og:locale")[0]),
        ("meta language", sources.metas.first("content-language", "language", "dc.language",
                                              "dcterms.language")[0]),
    )  # fmt: skip
    for where, said in told:
        if tag := _TAG.fullmatch(said.strip()):
            return Found(tag[1].lower(), where)
    return guessed(text)


def guessed(text: str) -> Found:
    """Return the language whose commonest words a text has most of, if it has enough of them."""
    words = [one.lower() for one in _WORD.findall(text[:8000])]
    counts = {name: sum(one in common for one in words) for name, common in WORDS.items()}
    best = max(counts, key=lambda name: counts[name])
    others = sorted(counts.values())[-2]
    if counts[best] < FEWEST or counts[best] * 4 < others * 5:
        return Found()
    return Found(best, "the words of the text")
