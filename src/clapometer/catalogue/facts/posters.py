"""Posters: which picture, under which licence, with whose credit."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from clapometer.facts.fields import Choice, FieldRefused, FieldValue, Text, Whole
from clapometer.facts.kinds import FactKind

from .naming import noted


@dataclass(frozen=True, slots=True)
class Licence:
    """Under what a picture may be shown; `credit` says whether it asks for the maker's name."""

    title: str
    address: str
    credit: bool


_CC = "https://creativecommons.org"
LICENCES = {
    "CC0": Licence("CC0 1.0, no rights reserved", f"{_CC}/publicdomain/zero/1.0/", credit=False),
    "public domain": Licence("in the public domain", f"{_CC}/publicdomain/mark/1.0/", credit=False),
    "CC BY 2.0": Licence(
        "Creative Commons Attribution 2.0", f"{_CC}/licenses/by/2.0/", credit=True
    ),
    "CC BY 3.0": Licence(
        "Creative Commons Attribution 3.0", f"{_CC}/licenses/by/3.0/", credit=True
    ),
    "CC BY 4.0": Licence(
        "Creative Commons Attribution 4.0", f"{_CC}/licenses/by/4.0/", credit=True
    ),
    "CC BY-SA 2.0": Licence(
        "Creative Commons Attribution-ShareAlike 2.0", f"{_CC}/licenses/by-sa/2.0/", credit=True
    ),
    "CC BY-SA 3.0": Licence(
        "Creative Commons Attribution-ShareAlike 3.0", f"{_CC}/licenses/by-sa/3.0/", credit=True
    ),
    "CC BY-SA 4.0": Licence(
        "Creative Commons Attribution-ShareAlike 4.0", f"{_CC}/licenses/by-sa/4.0/", credit=True
    ),
    "own": Licence("made by this site", "", credit=False),
    "permission": Licence("shown with permission", "", credit=True),
    "press kit": Licence("from a press kit, for use in reporting", "", credit=True),
    "fair use": Licence("shown under fair use or a right of quotation", "", credit=True),
}
"""The licences a poster may have."""
_HASH = re.compile(r"[0-9a-f]{64}")


class PictureHash(Text):
    """The SHA-256 of a picture that this site keeps, in hexadecimal."""

    def _read(self, text: str) -> FieldValue:
        if not _HASH.fullmatch(text):
            raise FieldRefused(
                f"{self.label} is given by the site when a picture is uploaded; it has 64 digits."
            )
        return text


def _check(said: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    licence = LICENCES[said["licence"]]
    if licence.credit and not said.get("credit"):
        return (("credit", f"“{licence.title}” asks for a name to be shown beside the picture."),)
    return ()


def _line(said: Mapping[str, Any]) -> str:
    size = f"{said['width']} × {said['height']}"
    return f"poster, {size}{noted(str(said['licence']), str(said.get('credit') or ''))}"


_EXAMPLE = "0123456789abcdef" * 4
POSTER = FactKind(
    name="poster",
    title="Poster",
    means="a picture of the work that this site keeps and shows",
    fields=(
        PictureHash(
            name="picture",
            label="Picture",
            means="the SHA-256 of the picture in its large size",
            example=_EXAMPLE,
            required=True,
        ),
        PictureHash(
            name="thumbnail",
            label="Thumbnail",
            means="the SHA-256 of the picture in its small size",
            example=_EXAMPLE[::-1],
            required=True,
        ),
        Whole(
            name="width",
            label="Width",
            means="of the large size, in pixels",
            example="780",
            required=True,
            least=1,
            most=10_000,
        ),
        Whole(
            name="height",
            label="Height",
            means="of the large size, in pixels",
            example="1170",
            required=True,
            least=1,
            most=10_000,
        ),
        Choice(
            name="licence",
            label="Licence",
            means="under what it may be shown here",
            example="CC BY 4.0",
            table={name: one.title for name, one in LICENCES.items()},
            required=True,
        ),
        Text(
            name="credit",
            label="Credit",
            means="whom to name beside it",
            example="Photo: Kit Made-up",
        ),
    ),
    line=_line,
    check=_check,
    moment="when it was made or published",
)
