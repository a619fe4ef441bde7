"""A table of data read key by key: each key is taken once, and what is wrong is kept as a sentence.

The readers below turn a value into what it stands for, or raise Unfit with what was expected.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, date
from fractions import Fraction
from typing import Any

from clapometer.instants import InstantRefused, parse_instant, start_of_day

_NUMBER = re.compile(r"[0-9]{1,12}(/[0-9]{1,12}|\.[0-9]{1,12})?")
_IDENTIFIER = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_NEEDED = object()
LONGEST = 60
Reader = Callable[[object], Any]


class RuleRefused(ValueError):
    """A rule's data is wrong; `faults` has one sentence for each key, and so has the message."""

    def __init__(self, faults: Iterable[str]) -> None:
        self.faults = tuple(faults)
        super().__init__(" ".join(self.faults))


class Unfit(ValueError):
    """A value is not what was expected; the message says what was."""


class Keys:
    """A table whose keys are taken one by one. `where` is its own name, `faults` is shared."""

    def __init__(self, data: object, where: str, faults: list[str]) -> None:
        self.faults, self.where = faults, where
        self._data: Mapping[str, Any] = data if isinstance(data, Mapping) else {}
        self._known: list[str] = []
        if not isinstance(data, Mapping):
            faults.append(f"{where} must be a table.")

    def take(
        self, name: str, read: Reader, default: Any = _NEEDED, *, optional: bool = False
    ) -> Any:
        """Return the value as read; the default where it is missing, None where it is unfit."""
        self._known.append(name)
        if name not in self._data:
            if default is _NEEDED and not optional:
                self.faults.append(f"{self._named(name)} is missing: it must be {expected(read)}.")
                return None
            return default
        try:
            return read(self._data[name])
        except Unfit as unfit:
            value = str(self._data[name])[:LONGEST]
            self.faults.append(f"{self._named(name)} must be {unfit}, not “{value}”.")
            return None

    def table(self, name: str) -> Keys:
        """Return the table under this key, empty where it is missing."""
        self._known.append(name)
        return Keys(self._data.get(name, {}), self._named(name), self.faults)

    def tables(self, name: str) -> list[Keys]:
        """Return the list of tables under this key, none where it is missing."""
        self._known.append(name)
        listed = self._data.get(name, [])
        if not isinstance(listed, list):
            self.faults.append(f"{self._named(name)} must be a list of tables, as [[{name}]].")
            return []
        return [Keys(one, f"{name}[{i}]", self.faults) for i, one in enumerate(listed, 1)]

    def has(self, name: str) -> bool:
        """Return whether the table has this key."""
        return name in self._data

    def skip(self, name: str) -> None:
        """Leave out a key that was taken elsewhere."""
        self._known.append(name)

    def __bool__(self) -> bool:
        """Return whether the table holds anything."""
        return bool(self._data)

    def finish(self) -> None:
        """Say which keys nobody has taken."""
        for name in self._data:
            if name not in self._known:
                known = ", ".join(self._known)
                self.faults.append(f"{self._named(name)} is no key here; there are {known}.")

    def _named(self, name: str) -> str:
        return f"{self.where}.{name}" if self.where else name


def expected(read: Reader) -> str:
    """Return what a reader expects, in words: what it says of a value that nothing can be."""
    try:
        read(object())
    except Unfit as unfit:
        return str(unfit)
    raise AssertionError(f"{read} takes anything")


def text(value: object) -> str:
    """Return a text."""
    if not isinstance(value, str):
        raise Unfit("text in quotes")
    return value


def identifier(value: object) -> str:
    """Return a name that an address can hold."""
    if not isinstance(value, str) or not is_identifier(value):
        raise Unfit("a name of small letters, digits and hyphens")
    return value


def is_identifier(text: str) -> bool:
    """Return whether a rule can be called so."""
    return len(text) <= LONGEST and _IDENTIFIER.fullmatch(text) is not None


def texts(value: object) -> tuple[str, ...]:
    """Return a list of texts."""
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        raise Unfit("a list of texts")
    return tuple(value)


def table(value: object) -> dict[str, Any]:
    """Return a table."""
    if not isinstance(value, dict):
        raise Unfit("a table")
    return value


def whole(least: int, most: int = 10**12) -> Reader:
    """Return a reader of whole numbers in these bounds."""

    def read(value: object) -> int:
        if type(value) is not int or not least <= value <= most:
            upto = f" to {most}" if most < 10**12 else ""
            raise Unfit(f"a whole number from {least}{upto}")
        return value

    return read


def word(known: Iterable[str]) -> Reader:
    """Return a reader of words of a table."""

    def read(value: object) -> str:
        if not isinstance(value, str) or value not in known:
            raise Unfit(f"one of {', '.join(known)}")
        return value

    return read


def share(value: object) -> Fraction:
    """Return an exact share from 0 to 1."""
    read = _fraction(value)
    if read is None or read > 1:
        raise Unfit("a share from 0 to 1 in quotes, such as “60/100”")
    return read


def weight(value: object) -> Fraction:
    """Return an exact number from 0 on."""
    read = _fraction(value)
    if read is None:
        raise Unfit("a number from 0 on in quotes, such as “1/2”")
    return read


def ending(value: object) -> int:
    """Return an instant, or the end of a day in UTC."""
    try:
        return parse_instant(text(value), UTC)
    except (Unfit, InstantRefused):
        raise Unfit("a date or an instant in quotes, such as “2019-03-15”") from None


def beginning(value: object) -> int:
    """Return an instant, or the start of a day in UTC."""
    found = ending(value)
    day = str(value).strip()
    return start_of_day(date.fromisoformat(day), UTC) if _DAY.fullmatch(day) else found


def positive(below: int) -> Reader:
    """Return a reader of exact numbers above 0 and below a bound."""

    def read(value: object) -> Fraction:
        number = _fraction(value)
        if number is None or not 0 < number < below:
            example = "95/100" if below == 1 else "7.0"
            raise Unfit(f"a number between 0 and {below} in quotes, such as “{example}”")
        return number

    return read


def _fraction(value: object) -> Fraction | None:
    """Return an exact number; a number with a decimal point outside quotes is none."""
    written = str(value) if type(value) is int else value
    if not isinstance(written, str) or not _NUMBER.fullmatch(written):
        return None
    try:
        return Fraction(written)
    except ZeroDivisionError:
        return None
