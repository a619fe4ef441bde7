"""EIDR: identifiers of works and their edits, with a check character that catches slips."""

from __future__ import annotations

import re

_DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_FORM = re.compile(
    r"(?:https?://(?:ui\.eidr\.org/view/content\?id=|(?:dx\.)?doi\.org/)|eidr:|urn:eidr:|doi:)?"
    r"10\.5240[/:]((?:[0-9A-F]{4}-){5}[0-9A-Z])",
    re.IGNORECASE,
)


def check_character(digits: str) -> str:
    """Return the check character of digits and capitals by ISO 7064, hybrid system MOD 37,36."""
    carried = 36
    for digit in digits:
        carried = ((carried + _DIGITS.index(digit)) % 36 or 36) * 2 % 37
    return _DIGITS[(1 - carried) % 36]


def looks_like_eidr(text: str) -> bool:
    """Return whether the text has the form of an EIDR, be its check character right or wrong."""
    return _FORM.fullmatch(text) is not None


def read_eidr(text: str) -> str:
    """Return `10.5240/XXXX-XXXX-XXXX-XXXX-XXXX-C` from any customary spelling of an EIDR.

    A text of another form, or one whose check character is wrong, gives "".
    """
    found = _FORM.fullmatch(text)
    if found is None:
        return ""
    groups = found[1].upper()
    body, _, check = groups.rpartition("-")
    return f"10.5240/{groups}" if check_character(body.replace("-", "")) == check else ""
