"""What a mail says, in plain text and in HTML: the part that is the same for all its readers."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import timezone, translation
from django.utils.formats import date_format
from django.utils.translation import gettext, pgettext

from clapometer.alerts.messages import Line, Message
from clapometer.instants import to_datetime

from .wire import encoded, one_line, words_header

# Mail programs that show plain text show it as it is: 72 columns leave room for marks of quoting.
COLUMNS = 72


@dataclass(frozen=True, slots=True)
class Wording:
    """A message in words, encoded for the wire; `subject` is the whole header, and `plain` and
    `html` lack their foot."""

    subject: str
    plain: str
    html: str


@lru_cache(maxsize=256)
def wording_of(message: Message, language: str) -> Wording:
    """Return a message in the words of a language."""
    with translation.override(language):
        title = one_line(message.title)
        return Wording(
            words_header("Subject", title),
            encoded(_plain(title, message)),
            encoded(_html(title, message)),
        )


@lru_cache(maxsize=1024)
def wrapped(text: str) -> str:
    """Return a paragraph in lines of at most COLUMNS; what has no blank stays whole."""
    lines = textwrap.wrap(
        " ".join(text.split()), COLUMNS, break_long_words=False, break_on_hyphens=False
    )
    return "\n".join(lines)


def _paragraphs(text: str) -> list[str]:
    return [one for part in text.split("\n") if (one := one_line(part))]


def _plain(title: str, message: Message) -> str:
    parts = [wrapped(title), *map(wrapped, _paragraphs(message.text))]
    for url, lines in _groups(message.lines):
        parts += [_told(line) for line in lines]
        parts.append(url)
    if not message.lines:
        parts += [_day(message.happened_at), message.url]
    return "\n\n".join(part for part in parts if part) + "\n"


def _told(line: Line) -> str:
    parts = (wrapped(line.title), wrapped(line.text), _day(line.happened_at))
    return "\n".join(part for part in parts if part)


def _groups(lines: Sequence[Line]) -> Iterator[tuple[str, list[Line]]]:
    """Yield the lines that lead to one address, with it: it is written once."""
    for url, group in groupby(lines, key=lambda line: line.url):
        yield url, list(group)


def _html(title: str, message: Message) -> str:
    groups = [
        {
            "url": url,
            "lines": [
                {"title": one_line(one.title), "text": one_line(one.text),
                 "day": _day(one.happened_at)}
                for one in lines
            ],
        }
        for url, lines in _groups(message.lines)
    ]  # fmt: skip
    paragraphs = _paragraphs(message.text)
    if message.happened_at and not message.lines:
        paragraphs.append(_day(message.happened_at))
    return render_to_string(
        "alerts/mail/letter.html",
        {
            "language": translation.get_language() or settings.LANGUAGE_CODE,
            "title": title,
            "paragraphs": paragraphs,
            "groups": groups,
            "url": "" if message.lines else message.url,
            "open": _opens(message.kind),
        },
    )


def _opens(kind: str) -> str:
    """Return what the link of a message is called in HTML."""
    if kind == "confirm":
        return gettext("Yes, this is my address")
    return gettext("What you follow") if kind == "test" else gettext("See it on the record")


def _day(instant: int) -> str:
    """Return the day as the site's pages print it, in the site's own time zone; 0 is none."""
    if not instant:
        return ""
    local = to_datetime(instant).astimezone(timezone.get_default_timezone())
    return date_format(local, pgettext("format of a day", "j F Y"), use_l10n=False)


@dataclass(frozen=True, slots=True)
class Foot:
    """The end of a mail, which is each reader's own; encoded for the wire."""

    plain: str
    html: str


def foot_of(why: str, links: Sequence[tuple[str, str]]) -> Foot:
    """Return the end of a mail: why it came, and links with what they are for."""
    # Two hyphens and a blank: mail programs show what follows as a signature, and do not quote it.
    parts = ["-- ", wrapped(why)]
    for label, address in links:
        parts += [f"\n{wrapped(label)}", address]
    html = render_to_string("alerts/mail/foot.html", {"why": why, "links": links})
    return Foot(encoded("\n" + "\n".join(parts) + "\n"), encoded(html))


def why_of(site: str) -> str:
    """Return why a reader gets a mail. In the language that is active."""
    return gettext("You get this because you follow it at %(site)s.") % {"site": site}
