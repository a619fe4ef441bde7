"""What a reader asks of a page, a rule and two instants, and the one address for it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple
from urllib.parse import quote, urlencode

from django.http import QueryDict
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from clapometer.instants import InstantRefused, format_instant, parse_instant
from clapometer.reviews.rulebook import find_rule
from clapometer.reviews.scoreboard import in_force, site_rule
from clapometer.scoring.rules import Rule, RuleRefused, RuleUnknown
from clapometer.scoring.timetable import Timetable

LONGEST_QUERY = 2_000
# What a query may ask of every page of a work.
CLOCKS = ("at", "at_time", "known", "known_time", "rule")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
# "+02:00" in a query arrives as " 02:00", because a plus there stands for a space.
_LOST_PLUS = re.compile(r"(T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?) (\d{2}:?\d{2})")
_WHOLE_MINUTE = re.compile(r"(T\d{2}:\d{2}):00Z")


class AskRefused(ValueError):
    """The address asks for something that cannot be read; the message is one sentence."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A rule and two instants; None for an instant means: everything there is.

    `rule_named` says whether the address names the rule; if not, it is the one that was in force on
    the site at the instant, and `table` says which was in force when. `day` and `known_day` keep a
    date that was given without a time, which is shown as a date and kept so in the address.
    """

    rule: Rule
    rule_named: bool = False
    at: int | None = None
    known: int | None = None
    day: str = ""
    known_day: str = ""
    table: Timetable | None = None

    @property
    def rules(self) -> Rule | Timetable:
        """Return what the whole history is read by."""
        return self.table or self.rule

    @property
    def is_recorded(self) -> bool:
        """Return whether the ledger says which rule it is, so that no setting can change it."""
        return self.table is not None and self.table.is_recorded

    @property
    def is_now(self) -> bool:
        """Return whether this asks for the page as it stands, under the site's own rule."""
        return self.at is None and self.known is None and self.rule.digest == site_rule().digest

    def query(self) -> str:
        """Return the one query string that asks for this, without a question mark."""
        return query_of(
            at=self.day or text_of(self.at),
            known=self.known_day or text_of(self.known),
            rule=self.rule.name if self.rule_named else "",
        )


def read_asked(query: QueryDict) -> Asked:
    """Return what the query asks. Raises AskRefused with one sentence."""
    at, day = _read_clock(query, "at")
    known, known_day = _read_clock(query, "known")
    name = query.get("rule", "").strip()
    if not name:
        table = in_force(known)
        return Asked(table.at(at), False, at, known, day, known_day, table)
    try:
        rule = find_rule(name)
    except (RuleUnknown, RuleRefused):
        raise AskRefused(
            _("No rule is called “%(name)s”; the rules are listed at %(address)s.")
            % {"name": name[:60], "address": reverse("rules")}
        ) from None
    return Asked(rule, True, at, known, day, known_day)


class Clocks(NamedTuple):
    """Two instants that a page without a rule is asked for, each with its one way of writing."""

    at: int | None
    known: int | None
    at_text: str
    known_text: str

    def query(self) -> str:
        """Return the one query string that asks for this, without a question mark."""
        return query_of(at=self.at_text, known=self.known_text)


def read_clocks(query: QueryDict) -> Clocks:
    """Return the instants that the query asks for. Raises AskRefused with one sentence."""
    (at, day), (known, known_day) = _read_clock(query, "at"), _read_clock(query, "known")
    return Clocks(at, known, day or text_of(at), known_day or text_of(known))


def is_canonical(asked: Asked, query: QueryDict) -> bool:
    """Return whether the clocks and the rule are written as in the one address for them."""
    given = {name: query[name] for name in CLOCKS if name in query}
    return given == dict(QueryDict(asked.query()).items())


def query_of(**parts: str) -> str:
    """Return a query string of the parts that are not empty; colons stay readable."""
    given = {name: value for name, value in parts.items() if value}
    return urlencode(given, quote_via=quote, safe=":/")


def text_of(instant: int | None) -> str:
    """Return an instant as addresses have it: 2023-08-04T12:00Z, with seconds if there are any."""
    return "" if instant is None else _WHOLE_MINUTE.sub(r"\1Z", format_instant(instant))


def _read_clock(query: QueryDict, name: str) -> tuple[int | None, str]:
    """Return the instant a clock is asked for and, where only a date was given, that date."""
    text = _LOST_PLUS.sub(r"\1+\2", query.get(name, "").strip())
    time = query.get(f"{name}_time", "").strip()
    if time and not text:
        raise AskRefused(_("The time “%(time)s” needs a date beside it.") % {"time": time[:20]})
    if not text:
        return None, ""
    day = text if _DATE.fullmatch(text) and not time else ""
    try:
        instant = parse_instant(f"{text}T{time}" if time else text, timezone.get_default_timezone())
        format_instant(instant)
    except (InstantRefused, OverflowError):
        raise AskRefused(_refusal(name, f"{text} {time}".strip())) from None
    return instant, day


def _refusal(name: str, text: str) -> str:
    return _(
        "“%(text)s” is no date or time for “%(name)s”;"
        " write it like 2023-08-04 or 2023-08-04T12:00Z."
    ) % {"text": text[:60], "name": name}
