"""Which column holds which field, and how its values are to be read."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from .dates import DAY_FIRST, MONTH_FIRST, PLACEHOLDERS
from .fields import FIELDS, WORK_FIELDS, Field
from .problems import MappingRefused, file_refused
from .words import KIND_WORDS

REQUIRED: tuple[tuple[str, ...], ...] = (
    ("work", "work_title"),
    ("critic", "outlet"),
    ("verdict", "grade"),
)
"""Fields of a review of which one in each group must have a column."""
WORK_REQUIRED: tuple[tuple[str, ...], ...] = (("identifier", "rt", "imdb", "wikidata", "title"),)
"""The same for a work."""


@dataclass(frozen=True, slots=True)
class Setting:
    """One thing about a file that its columns do not tell."""

    name: str
    takes: str
    values: tuple[str, ...] = ()
    """The values allowed; none stated: any text."""


SETTINGS: tuple[Setting, ...] = (
    Setting(
        "prefix",
        "put before every identifier of a work, like `rt-id:` or `rt:m/`; without it identifiers "
        "of well-known sites are told by their form and others are kept under `file:`",
    ),
    Setting("kind", "kind of every work", ("", *sorted(set(KIND_WORDS.values())))),
    Setting(
        "date_order",
        "order of dates like 10/11/2018; without it dates that may be both are refused",
        ("", DAY_FIRST, MONTH_FIRST),
    ),
    Setting("times", "time zone of times without an offset: the site's or UTC", ("site", "utc")),
    Setting("grade_scale", "scale of grades that are bare numbers, handed to the reader of grades"),
)
"""Settings of a mapping, which `--map` and profiles take like fields."""


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of one mapping; see SETTINGS."""

    prefix: str = ""
    kind: str = ""
    date_order: str = ""
    times: str = "site"
    grade_scale: str = ""
    placeholders: tuple[date, ...] = PLACEHOLDERS
    """Days that stand for "unknown"."""
    verdict_words: tuple[tuple[str, bool], ...] = ()
    """Words of a verdict in addition to VERDICT_WORDS, or against it."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A field and the column it takes."""

    field: str
    column: str
    sure: str
    """"stated" by a person or profile, "sure", "likely", "guessed" or "doubtful"."""
    why: str


@dataclass(frozen=True, slots=True)
class Mapping:
    """Which column of a table holds which field."""

    columns: tuple[str, ...]
    choices: tuple[Choice, ...]
    settings: Settings = field(default_factory=Settings)
    fields: tuple[Field, ...] = FIELDS

    def column(self, name: str) -> str | None:
        """Return the column that holds a field, or None."""
        return next((choice.column for choice in self.choices if choice.field == name), None)

    @property
    def unmapped(self) -> tuple[str, ...]:
        """The columns that no field takes."""
        taken = {choice.column for choice in self.choices}
        return tuple(column for column in self.columns if column not in taken)

    @property
    def missing(self) -> tuple[tuple[str, ...], ...]:
        """The groups of fields of which at least one must have a column and none has."""
        groups = WORK_REQUIRED if self.fields is WORK_FIELDS else REQUIRED
        return tuple(group for group in groups if not any(map(self.column, group)))

    def lines(self) -> tuple[str, ...]:
        """Return the mapping for a person: each field, its column, how sure, and why."""
        taken = [
            f"{choice.field}: {choice.column} ({choice.sure}: {choice.why})"
            for choice in self.choices
        ]
        stated = [
            f"{setting.name} = {value}"
            for setting in SETTINGS
            if (value := getattr(self.settings, setting.name)) not in ("", "site")
        ]
        unused = [f"not used: {', '.join(self.unmapped)}"] if self.unmapped else []
        return (*taken, *stated, *unused)

    def override(self, *pairs: tuple[str, str]) -> Mapping:
        """Return the mapping with fields or settings stated by a person.

        An empty column takes the field away. A column stated for one field is taken from the
        fields that were only guessed to have it. Raises MappingRefused for unknown names.
        """
        mapping = self
        fields = {known.name for known in self.fields}
        settings = {setting.name for setting in SETTINGS} - fields
        for name, value in pairs:
            if name in settings:
                mapping = replace(mapping, settings=_with_setting(mapping.settings, name, value))
            else:
                mapping = mapping._with_column(name, value)
        return mapping

    def _with_column(self, name: str, column: str) -> Mapping:
        names = [known.name for known in self.fields]
        if name not in names:
            raise _unknown("field", name, names + [setting.name for setting in SETTINGS])
        if column and column not in self.columns:
            raise _unknown("column", column, list(self.columns))
        kept = [
            choice
            for choice in self.choices
            if choice.field != name and (choice.column != column or choice.sure == "stated")
        ]
        if column:
            kept.append(Choice(name, column, "stated", "you said so"))
        return replace(self, choices=tuple(sorted(kept, key=lambda c: names.index(c.field))))

    def check(self, columns: Sequence[str], name: str) -> None:
        """Raise FileRefused when a column is absent from the file or a needed field has none."""
        shown = ", ".join(columns[:40])
        for choice in self.choices:
            if choice.column not in columns:
                raise file_refused(
                    "columns_absent", name, column=choice.column, field=choice.field, columns=shown
                )
        for group in self.missing:
            named = " or ".join(group)
            raise file_refused(
                "columns_missing", name, fields=named, example=f"{group[0]}=COLUMN", columns=shown
            )


def _with_setting(settings: Settings, name: str, value: str) -> Settings:
    allowed = next(setting.values for setting in SETTINGS if setting.name == name)
    if allowed and value not in allowed:
        raise _unknown(f"value of {name}", value, [word for word in allowed if word])
    change: Callable[..., Settings] = replace
    return change(settings, **{name: value})


def _unknown(what: str, name: str, candidates: list[str]) -> MappingRefused:
    close = difflib.get_close_matches(name, candidates, 3, 0.6) or candidates[:40]
    return MappingRefused(
        f"unknown_{what.partition(' ')[0]}",
        f"“{name[:60]}” is no {what}; choose from: {', '.join(close)}.",
    )


def parse_pair(text: str) -> tuple[str, str]:
    """Return the name and value of `--map name=value`; raises MappingRefused without "="."""
    name, mark, value = text.partition("=")
    if not mark:
        raise MappingRefused("no_pair", f"“{text[:60]}” should be written FIELD=COLUMN.")
    return name.strip(), value.strip()
