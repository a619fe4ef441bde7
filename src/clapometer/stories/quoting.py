"""How much of a story's words this site shows: a site rule, in words."""

from __future__ import annotations

from django.conf import settings

from clapometer.readers.text import clean

CHARACTERS_A_WORD = 8
"""Scripts that write no blanks have no words to count: so many characters are taken for one."""


FEWEST, USUAL, MOST = 5, 40, 100


def most_words() -> int:
    """Return how many words of a story the site quotes at a time (the setting `quote_words`).

    What is no whole number is taken for the usual 40; no setting lets a whole story be copied.
    """
    text = settings.SITE["quote_words"].strip()
    wanted = int(text) if text.isdecimal() else USUAL
    return min(max(wanted, FEWEST), MOST)


def is_short(text: str) -> bool:
    """Return whether the words may be shown as they are."""
    return short_quote(text) == clean(text)


def short_quote(text: str) -> str:
    """Return the words, cut at the end of a word where they are more than the site quotes."""
    words, most = clean(text).split(" "), most_words()
    kept = " ".join(words[:most])
    longest = most * CHARACTERS_A_WORD
    if len(words) <= most and len(kept) <= longest:
        return kept
    if len(kept) > longest:
        head, _, _ = kept[: longest + 1].rpartition(" ")
        kept = head if len(head) > longest // 2 else kept[:longest]
    return f"{kept.rstrip(' ,;:–-')} …" if kept else ""
