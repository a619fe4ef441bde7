"""How much of a text is looked through for works and claims."""

from __future__ import annotations

import re

MOST_READ = 40_000
"""Characters of a text in which claims are looked for: long stories have a quarter of that."""
LONGEST_WORD = 200
"""Characters of a word; what is longer is no word, and is passed over."""
_NO_WORD = re.compile(rf"[^\s]{{{LONGEST_WORD + 1},}}")


def readable(text: str) -> str:
    """Return what of a text is looked through, every place where it was."""
    return _NO_WORD.sub(lambda one: " " * len(one[0]), text[:MOST_READ])
