"""People's names out of bylines: without what stands around them, and nobody who is none."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ..bounds import bound

ROLES = (
    "editor", "writer", "reporter", "critic", "correspondent", "columnist", "journalist",
    "contributor", "producer", "author", "staff", "reviewer", "blogger", "intern", "freelancer",
)  # fmt: skip
"""What a person at an outlet is; such a word and what stands before it is no name."""
DESKS = (
    "senior", "chief", "deputy", "associate", "contributing", "executive", "managing", "news",
    "entertainment", "film", "tv", "television", "showbiz", "culture", "arts", "staff", "movie",
    "feature", "features", "guest", "special", "digital", "assistant", "game", "games", "lead",
    "senior", "freelance", "community", "junior", "national", "media", "music", "books", "us",
)  # fmt: skip
"""Words before a role."""
NOBODY = (
    "staff", "editor", "editors", "editorial", "team", "newsroom", "news desk", "newsdesk", "desk",
    "admin", "administrator", "webmaster", "redaktion", "redaction", "rédaction", "redazione",
    "redacción", "redactie", "agency", "agencies", "newswire", "wire", "wire service", "press",
    "reporter", "reporters", "correspondent", "correspondents", "contributor", "contributors",
    "guest", "feed", "media", "magazine", "news", "network", "studio", "studios", "productions",
    "inc", "llc", "ltd", "gmbh", "limited", "reuters", "afp", "bloomberg", "pa", "ap", "dpa",
    "ansa", "efe", "upi", "aap", "tass", "xinhua", "user", "anonymous", "unknown", "author",
    "authors", "writer", "online", "digital", "times", "post", "daily",
)  # fmt: skip
"""Words with which the name of a desk, an agency or a company ends, and no person's."""
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_ROLE = rf"(?:(?:{'|'.join(DESKS)})\s+)*(?:{'|'.join(ROLES)})s?(?:-in-chief)?"
_BEFORE = re.compile(
    r"(?:(?:this )?(?:article|story|post|piece|review)?\s*(?:is |was )?(?:written|words|reviewed"
    r"|review|posted|published|contributed|reported|story|text|by-?line)?\s*\bby\b:?"
    r"|author[:\s]|written by|from:|(?:von|par|por|di|door)(?=\s+\w+\s+\w))\s+",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"\s*(?:\||/|•|·|—|–|\s-\s|\().*$"
    r"|,?\s+(?:for|at|of|in|from|with additional reporting by)\s+(?:the\s+)?\w.*$"
    rf"|\s*\b(?:(?:published|updated|posted|on)\s+)?(?:{_MONTH}\s+\d{{1,2}}\b"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?\s+{_MONTH}\b|\d{{1,2}}[:./]\d{{1,2}}).*$"
    rf"|,?\s+{_ROLE}(?:[-\s].*)?$",
    re.IGNORECASE,
)
_NOBODY = re.compile(
    rf"(?:.*\b(?:{'|'.join(NOBODY)})\b\.?|{_ROLE}\b.*|none|null|n/?a|by|home|about|follow|profile"
    r"|share|comments?|view (?:all|profile)|read more)",
    re.IGNORECASE,
)
_ROLE_ALONE = re.compile(_ROLE, re.IGNORECASE)
_ADDRESS = re.compile(
    r"https?:|www\.|//|@|\.(?:com|co\.uk|org|net)\b|facebook|twitter", re.IGNORECASE
)
_MAIL = re.compile(r"\s*[<(]?\S*@\S*[)>]?\s*$")
_SIGNS = re.compile(r"[^\w\s'’.,\-‐·()&;/|•—–:@]+")
_AND = re.compile(r"\s*(?:;|\band\b|&|\bund\b|\bet\b|\bwith\b)\s*", re.IGNORECASE)
_SUFFIX = re.compile(r"(?:jr|sr|ii|iii|iv|esq|ph\.?d|m\.?d|mba|obe|mbe|cbe)\.?", re.IGNORECASE)
_LETTERS = re.compile(r"[\W_]+")


def people_of(names: Iterable[str], outlet: str = "") -> tuple[str, ...]:
    """Return the people that texts of bylines name, each once, in order."""
    found: dict[str, str] = {}
    own = _folded(outlet)
    for text in names:
        if own and _folded(text.partition(",")[0]) == own:
            continue
        for person in map(_person, _split(text)):
            folded = _folded(person)
            if person and folded != own and folded not in found:
                found[folded] = person
    return tuple(found.values())[: bound("byline")]


def _split(text: str) -> Iterator[str]:
    plain = _BEFORE.sub("", " ".join(text.split())[:500], count=1)
    for part in _AND.split(plain):
        pieces = list(_pieces(part))
        # "Ann Lee, Ben Ray" are two, because each piece is a whole name; "Lee, Ann" is one.
        if all(" " in one for one in pieces):
            yield from pieces
        elif pieces:
            yield pieces[0] if " " in pieces[0] else part


def _pieces(text: str) -> Iterator[str]:
    """Yield what stands between commas; "Jr" stays with the name before it."""
    held = ""
    for piece in filter(None, (one.strip() for one in text.split(","))):
        if held and _SUFFIX.fullmatch(piece):
            held = f"{held} {piece}"
            continue
        if held:
            yield held
        held = piece
    if held:
        yield held


def _person(text: str) -> str:
    """Return a person's name, "" for what is none."""
    name = _BEFORE.sub("", text.strip(), count=1)
    if _ADDRESS.search(name):
        name = _MAIL.sub("", name)
    if _ADDRESS.search(name) or _ROLE_ALONE.fullmatch(name):
        return ""
    bare = " ".join(_AFTER.sub("", _SIGNS.sub(" ", name)).split()).strip(" ,-–—:;·|/&()")
    if bare != name and " " not in bare and _NOBODY.fullmatch(name):
        # "Madeup Staff": what is left is the outlet.
        return ""
    name = bare
    name = name if _SUFFIX.fullmatch(name.rpartition(" ")[2]) else name.rstrip(".")
    if not 2 < len(name) <= 60 or len(name.split()) > 5 or _NOBODY.fullmatch(name):
        return ""
    if any(sign.isdigit() for sign in name) or not any(sign.isalpha() for sign in name):
        return ""
    return name.title() if name.isupper() and " " in name else name


def _folded(text: str) -> str:
    return _LETTERS.sub("", text).casefold()
