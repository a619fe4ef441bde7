"""When a page was published and changed, with the time zone where the page tells it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime

from ..markup.microdata import text_of
from .sources import Found, Sources

PUBLISHED = (
    "article:published_time", "og:article:published_time", "og:published_time", "parsely-pub-date",
    "datepublished", "dcterms.created", "dcterms.issued", "dc.date.issued", "dc.date.created",
    "dcterms.date", "dc.date", "citation_publication_date", "citation_date", "publish-date",
    "publish_date", "publication_date", "pubdate", "published_at", "article.published",
    "article:published", "originalpublicationdate", "ptime", "pdate", "rnews:datepublished",
    "cxenseparse:recs:publishtime", "sailthru.date", "date", "release_date", "video:release_date",
)  # fmt: skip
"""Meta elements that tell when a page was published, the surest first."""
MODIFIED = (
    "article:modified_time", "og:article:modified_time", "og:updated_time", "datemodified",
    "dcterms.modified", "dc.date.modified", "last-modified", "lastmod", "article.updated",
    "article:modified", "revised", "modified_at",
)  # fmt: skip
"""Meta elements that tell when a page was changed last."""
_DATED = ("published", "pub-date", "publish-date", "post-date", "article-date", "dateline",
          "timestamp")  # fmt: skip
_TIMES = " or ".join(f"contains(@class,'{one}')" for one in ("published", "entry-date", "pubdate"))
_CLASSES = " or ".join(f"contains(@class,'{one}')" for one in _DATED)
_BESIDE = (
    "//article//header",
    "//*[contains(@class,'byline')]",
    "//*[contains(@class,'dateline')]",
)
PLACES: tuple[tuple[str, str], ...] = (
    ("//time[@pubdate]", "time of publishing"),
    ("//*[@itemprop='datePublished']", "itemprop datePublished"),
    (f"//time[{_TIMES}]", "time of publishing"),
    (" | ".join(f"{one}//time" for one in _BESIDE), "time in the byline"),
    ("//article//time | //main//time", "time in the story"),
    (
        f"//*[self::span or self::p or self::div][{_CLASSES}]",
        "element of class date",
    ),
)
"""Where pages print when they were published, the surest place first."""
MONTHS = {
    name: number
    for number, names in enumerate(
        ("jan january", "feb february", "mar march", "apr april", "may", "jun june", "jul july",
         "aug august", "sep sept september", "oct october", "nov november", "dec december"), 1)
    for name in names.split()
}  # fmt: skip
"""English names of months, whole and short."""
ZONES = {
    "utc": 0, "gmt": 0, "z": 0, "bst": 60, "cet": 60, "cest": 120, "est": -300, "edt": -240,
    "cst": -360, "cdt": -300, "mst": -420, "mdt": -360, "pst": -480, "pdt": -420, "aest": 600,
    "aedt": 660,
}  # fmt: skip
"""Letters of time zones and their minutes before Greenwich. ET and PT say no offset alone."""
_ISO = re.compile(
    r"(?P<day>\d{4}-\d{2}-\d{2})(?:[T ](?P<time>\d{2}:\d{2}(?::\d{2})?)(?:[.,]\d+)?"
    r"\s*(?P<zone>Z|[+-]\d{2}:?\d{2}|[+-]\d{2}|UTC|GMT)?)?\b.*",
    re.DOTALL,
)
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?)?(Z)?")
_NAMES = "|".join(sorted(MONTHS, key=len, reverse=True))
_DAY = re.compile(
    rf"\b(?:(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<m1>{_NAMES})\b\.?,?\s+(?P<y1>\d{{4}})"
    rf"|(?P<m2>{_NAMES})\b\.?\s+(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y2>\d{{4}}))\b",
    re.IGNORECASE,
)
_CLOCK = re.compile(
    r"\b(?P<hour>\d{1,2})[:.](?P<minute>\d{2})(?::\d{2})?\s*(?P<half>[ap]\.?m\.?)?\s*(?P<zone>[A-Za-z]{1,4})?\b",
    re.IGNORECASE,
)
_IN_ADDRESS = re.compile(
    r"/(20\d{2}|19\d{2})[/-](0[1-9]|1[0-2])[/-](0[1-9]|[12]\d|3[01])(?=[/-]|\b)"
)
FIRST_YEAR = 1990
"""No page of the web is older."""


def read_published(sources: Sources) -> Found:
    """Return when the page was published, and where that was found."""
    return _first(_published(sources))


def read_modified(sources: Sources) -> Found:
    """Return when the page was changed last, and where that was found."""
    return _first(_modified(sources))


def _first(told: Iterator[Found]) -> Found:
    """Return the first that can be read; one with a clock goes before a mere day that it is on."""
    read = (Found(instant(one.value), one.where) for one in told)
    known = (one for one in read if one.value)
    first = next(known, Found())
    if "T" in first.value:
        return first
    return next((one for one in known if one.value.partition("T")[:2] == (first.value, "T")), first)


def _published(sources: Sources) -> Iterator[Found]:
    story = sources.story
    for name in ("datePublished", "dateCreated", "uploadDate"):
        if story is not None:
            yield Found(sources.things.text(story, name), f"{story.where}: {name}")
    for value, name in sources.metas.all(*PUBLISHED):
        yield Found(value, f"meta {name}")
    for path, where in PLACES:
        for element in sources.select(path)[:3]:
            said = element.get("datetime") or element.get("content") or element.get("title")
            yield Found(said or text_of(element)[:120], where)
    for one in sources.things.of({"WebPage", "ItemPage"}):
        yield Found(
            sources.things.text(one.thing, "datePublished"), f"{one.thing.where}: datePublished"
        )
    address = _IN_ADDRESS.search(sources.canonical.value) or _IN_ADDRESS.search(sources.url)
    if address:
        yield Found("-".join(address.groups()), "address")


def _modified(sources: Sources) -> Iterator[Found]:
    story = sources.story
    if story is not None:
        yield Found(sources.things.text(story, "dateModified"), f"{story.where}: dateModified")
    for value, name in sources.metas.all(*MODIFIED):
        yield Found(value, f"meta {name}")
    for element in sources.select(
        "//*[@itemprop='dateModified'] | //time[contains(@class,'updated')]"
    )[:2]:
        said = element.get("datetime") or element.get("content") or text_of(element)[:120]
        yield Found(said, "time of change")
    for one in sources.things.of({"WebPage", "ItemPage"}):
        yield Found(
            sources.things.text(one.thing, "dateModified"), f"{one.thing.where}: dateModified"
        )


def instant(text: str) -> str:
    """Return a printed day or instant in ISO 8601, with its zone if it has one, "" for neither."""
    plain = " ".join(text.split())[:200]
    for read in (_iso, _compact, _mail, _printed):
        try:
            found = read(plain)
        except (ValueError, OverflowError, TypeError):
            continue
        if found and int(found[:4]) >= FIRST_YEAR:
            return found
    return ""


def _iso(text: str) -> str:
    found = _ISO.fullmatch(text)
    if found is None:
        return ""
    day = date.fromisoformat(found["day"]).isoformat()
    if not found["time"]:
        return day
    zone = {"Z": "+00:00", "UTC": "+00:00", "GMT": "+00:00"}.get(
        found["zone"] or "", found["zone"] or ""
    )
    if zone and ":" not in zone:
        zone = f"{zone[:3]}:{zone[3:] or '00'}"
    return datetime.fromisoformat(f"{day}T{found['time']}{zone}").isoformat()


def _compact(text: str) -> str:
    found = _COMPACT.fullmatch(text)
    if found is None:
        return _from_clock(text)
    year, month, day = (int(one) for one in found.groups()[:3])
    if not found[4]:
        return date(year, month, day).isoformat()
    at = datetime(year, month, day, int(found[4]), int(found[5]), int(found[6] or 0), tzinfo=UTC)
    return at.isoformat() if found[7] else at.replace(tzinfo=None).isoformat()


def _from_clock(text: str) -> str:
    """Read seconds, or thousandths, since 1970."""
    if not text.isdigit() or len(text) not in {10, 13}:
        return ""
    return datetime.fromtimestamp(int(text[:10]), UTC).isoformat()


def _mail(text: str) -> str:
    """Read a date as mail and feeds write it: `Tue, 19 Nov 2019 19:53:52 -0500`."""
    return parsedate_to_datetime(text).isoformat() if "," in text[:10] and ":" in text else ""


def _printed(text: str) -> str:
    """Read a date in English words, with the clock beside it if there is one."""
    found = _DAY.search(text)
    if found is None:
        return ""
    month = MONTHS[(found["m1"] or found["m2"]).lower()]
    day = date(int(found["y1"] or found["y2"]), month, int(found["d1"] or found["d2"]))
    clock = _CLOCK.search(text[: found.start()]) or _CLOCK.search(text[found.end() :])
    return day.isoformat() if clock is None else f"{day.isoformat()}T{_clock(clock)}"


def _clock(found: re.Match[str]) -> str:
    hour = int(found["hour"])
    half = (found["half"] or "").lower()[:1]
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    at = datetime(2000, 1, 1, hour, int(found["minute"]), tzinfo=UTC).strftime("%H:%M:%S")
    minutes = ZONES.get((found["zone"] or "").lower())
    if minutes is None:
        return at
    sign = "-" if minutes < 0 else "+"
    return f"{at}{sign}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"
