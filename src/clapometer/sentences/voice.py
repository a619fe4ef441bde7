"""A voice: one house style in one language, which says messages and writes numbers and days."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from gettext import GNUTranslations, NullTranslations
from pathlib import Path

from .languages import LANGUAGES, Language
from .marking import marked
from .styles import MANNERS, Manner
from .values import Mark, When

CATALOGUES = Path(__file__).parent / "locale"
DOMAIN = "sentences"
# Letters before which French writes d’ for de; an h is silent in all nouns that are counted here.
_VOWELS = frozenset("aeiouyhàâéèêëîïôœ")
# Stands behind a date until it is known what follows it; from a private area, and in no text.
_DATE_END = "\ue000"
_AT_AN_END = re.compile(f"{_DATE_END}(?=[\\s]?[,.;:!?()\\]”’“»]|$)")


_ON = {
    "day": marked("on %(day)s"),
    "month": marked("in %(month)s"),
    "year": marked("in %(year)s"),
}


@cache
def catalogue(language: str) -> NullTranslations:
    """Return the translations of a language; the messages themselves are English."""
    path = CATALOGUES / language / "LC_MESSAGES" / f"{DOMAIN}.mo"
    if language == "en":
        return NullTranslations()
    with path.open("rb") as file:
        return GNUTranslations(file)


@dataclass(frozen=True, slots=True)
class Voice:
    """How sentences are said. `style` is one of STYLES, `language` one of LANGUAGES."""

    style: str
    language: str

    @property
    def manner(self) -> Manner:
        """Return the row of the table for this style and language."""
        return MANNERS[self.style, self.language]

    @property
    def tongue(self) -> Language:
        """Return the row of the table of languages."""
        return LANGUAGES[self.language]

    def say(self, message: str, **places: object) -> str:
        """Return the message in this language with its places filled."""
        return catalogue(self.language).gettext(message) % places

    def count(self, one: str, many: str, n: int, *, figures: bool = False) -> str:
        """Return the message that goes with the number; it stands at %(n)s.

        `figures`: never as a word, as the second number of a ratio.
        """
        return self.choose(one, many, n) % self._forms(n, figures)

    def choose(self, one: str, many: str, n: int) -> str:
        """Return the message that goes with the number, its places not filled yet."""
        return catalogue(self.language).ngettext(one, many, n)

    def _forms(self, n: int, figures: bool) -> Mapping[str, str]:
        """Return the number as its places have it: "one" agrees with what is counted."""
        as_word = n <= self.manner.words and not figures
        number = self.tongue.words[n] if as_word else self.figure(n)
        ones = self.tongue.ones
        return {"n": number} | {form: ones[form] if as_word else number for form in ones}

    def finish(self, text: str) -> str:
        """Return a whole sentence: a capital first, and what follows a date within a clause."""
        # A place that was given nothing leaves two spaces.
        text = _AT_AN_END.sub("", text.replace("  ", " ")).replace(
            _DATE_END, self.manner.after_date
        )
        if self.manner.comma_inside:
            text = text.replace(f"{self.manner.quotes[1]},", f",{self.manner.quotes[1]}")
        return text[:1].upper() + text[1:]

    def day(self, when: When | date) -> str:
        """Return an absolute date, with its time where the style writes one: 3 August 2023."""
        if not isinstance(when, When):
            when = When(when)
        day, manner = when.day, self.manner
        if when.precision == "year":
            return str(day.year)
        if when.precision == "month":
            return f"{self.tongue.months[day.month - 1]} {day.year}"
        written = manner.date.format(
            year=day.year,
            number=day.month,
            month=manner.months[day.month - 1],
            day=self._day_of_month(day),
        )
        time = f" {when.time}" if when.time and manner.clock else ""
        return f"{written}{time}{_DATE_END}"

    def on(self, when: When) -> str:
        """Return the date with its preposition: on 3 August 2023, in August 2023, in 2023."""
        return self.say(_ON[when.precision], **{when.precision: self.day(when)})

    def listed(self, parts: Sequence[str]) -> str:
        """Return parts as a list: 2, 3 and 4."""
        if len(parts) < 2:
            return "".join(parts)
        return self.say("%(first)s and %(last)s", first=", ".join(parts[:-1]), last=parts[-1])

    def _day_of_month(self, day: date) -> object:
        first = day.day == 1 and "{number" not in self.manner.date
        return self.tongue.first if first else day.day

    def title(self, title: str) -> str:
        """Return the title of a work, in quotation marks where the style has them."""
        return self.quote(title) if self.manner.titles else title

    def quote(self, text: str) -> str:
        """Return a text between quotation marks."""
        opening, closing = self.manner.quotes
        return f"{opening}{text}{closing}"

    def figure(self, number: Decimal | int) -> str:
        """Return a number in figures, with the language's marks and no zeros at its end."""
        text = f"{number:,f}" if isinstance(number, Decimal) else f"{number:,}"
        whole, _, places = text.partition(".")
        whole = whole.replace(",", self.tongue.group)
        return f"{whole}{self.tongue.decimal}{places}" if places else whole

    def counted(self, number: int | Decimal, noun: str) -> str:
        """Return a count with its noun: 4.3 billion views, 4.3bn views or 4,300,000,000 views.

        A word is taken only where one place after the mark says the number exactly.
        """
        large = self._large(number)
        if large is None:
            return f"{self.figure(number)} {noun}"
        vowel = noun[:1].casefold() in _VOWELS
        tongue = self.tongue
        return f"{large}{tongue.before_vowel if vowel else tongue.before_noun}{noun}"

    def _large(self, number: int | Decimal) -> str | None:
        """Return a number with a word for its zeros, None where it is written in figures."""
        manner, tongue = self.manner, self.tongue
        for scale in tongue.scales if manner.large != "figures" else ():
            if number >= scale.size and number * 10 % scale.size == 0:
                part = Decimal(number) / scale.size
                figure = self.figure(part.quantize(Decimal("0.1")) if part % 1 else int(part))
                word = scale.one if part < tongue.plural_from else scale.many
                named = scale.short if manner.large == "short" else f" {word}"
                return f"{figure}{named}"
        return None

    def percent(self, number: Decimal | int) -> str:
        """Return a number of per cent."""
        return self.manner.percent.format(self.figure(number))

    def mark(self, mark: Mark) -> str:
        """Return a printed score: 97%, or 7.5 of 10."""
        if mark.is_share:
            return self.percent(mark.number)
        return self.say(
            "%(score)s of %(out_of)s",
            score=self.figure(mark.number),
            out_of=self.figure(mark.out_of),
        )
