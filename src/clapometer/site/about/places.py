"""Countries and languages in the reader's language, as Unicode's CLDR names them."""

from __future__ import annotations

from functools import lru_cache

from babel import Locale, UnknownLocaleError
from django.utils.translation import get_language


def country(code: str) -> str:
    """Return the name of a country (ISO 3166-1) in the reader's language."""
    return _names(get_language() or "en").territories.get(code, code)


def language(code: str) -> str:
    """Return the name of a language (BCP 47) in the reader's language."""
    names = _names(get_language() or "en")
    base, _, rest = code.partition("-")
    known = names.languages.get(code.replace("-", "_"))
    if known:
        return str(known)
    named = str(names.languages.get(base, base))
    return f"{named} ({country(rest)})" if rest else named


@lru_cache(maxsize=32)
def _names(code: str) -> Locale:
    try:
        return Locale.parse(code, sep="-")
    except (UnknownLocaleError, ValueError):
        return Locale("en")
