"""Countries and languages by their codes and English names, as Unicode's CLDR lists them."""

from __future__ import annotations

import re
from functools import cache

from babel import Locale

_CODE = re.compile(r"([a-zA-Z]{2,3})((?:[-_][a-zA-Z0-9]{2,8}){0,3})")
# CLDR lists a few codes that are no country: the world's regions have digits, these have not.
_NO_COUNTRY = frozenset({"EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"})
_SPOKEN = {"uk": "GB", "usa": "US", "us": "US", "america": "US", "great britain": "GB", "uae": "AE"}


@cache
def territories() -> dict[str, str]:
    """Return the countries: two letters of ISO 3166-1 -> English name."""
    names = Locale("en").territories
    return {
        code: name
        for code, name in sorted(names.items())
        if len(code) == 2 and code.isalpha() and code not in _NO_COUNTRY
    }


@cache
def languages() -> dict[str, str]:
    """Return the languages: code -> English name."""
    return {code.replace("_", "-"): name for code, name in sorted(Locale("en").languages.items())}


def territory_named(text: str) -> str | None:
    """Return the code of a country given by its code or name, None where there is none."""
    if text.upper() in territories():
        return text.upper()
    wanted = text.casefold()
    return _SPOKEN.get(wanted) or _by_name(territories()).get(wanted)


def language_named(text: str) -> str | None:
    """Return the code of a language given by its code or name, None where there is none."""
    found = _CODE.fullmatch(text)
    if found and found[1].lower() in languages():
        rest = [_cased(part) for part in re.split("[-_]", found[2]) if part]
        return "-".join([found[1].lower(), *rest])
    return _by_name(languages()).get(text.casefold())


def _cased(part: str) -> str:
    """Return a subtag in the case that BCP 47 advises: scripts Latn, countries BR."""
    return {2: part.upper(), 4: part.title()}.get(len(part), part.lower())


def _by_name(names: dict[str, str]) -> dict[str, str]:
    return {name.casefold(): code for code, name in names.items()}
