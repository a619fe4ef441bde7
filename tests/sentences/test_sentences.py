"""What holds for every sentence, in every style and language."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clapometer.sentences import announcements, values
from clapometer.sentences.languages import LANGUAGES
from clapometer.sentences.signals import UNITS
from clapometer.sentences.styles import LARGE, MANNERS, STYLES
from clapometer.sentences.voice import Voice, catalogue
from clapometer.sentences.writing import WRITERS, write
from tests.sentences import facts
from tools.messages import catalogues, faults, messages, read

VOICES = [Voice(*pair) for pair in product(STYLES, LANGUAGES)]
NUMBER = re.compile(r"\d[\d.,\u202f]*\d|\d")


def parts_of(value) -> list[object]:
    """Every value within a fact, the ones that follow from others too."""
    if is_dataclass(value):
        found = [part for one in fields(value) for part in parts_of(getattr(value, one.name))]
        return (
            [*found, value.times, abs(value.percent)] if isinstance(value, values.Rise) else found
        )
    if isinstance(value, tuple):
        return [part for one in value for part in parts_of(one)]
    return [value]


def allowed_numbers(fact) -> set[Decimal]:
    """The numbers that a sentence about the fact may hold."""
    found: set[Decimal] = {Decimal(10)} if isinstance(fact, values.MeanGrade) else set()
    for part in parts_of(fact):
        if isinstance(part, date):
            found |= {Decimal(part.year), Decimal(part.month), Decimal(part.day)}
        elif isinstance(part, int | Decimal) and not isinstance(part, bool):
            found.add(Decimal(part))
        elif isinstance(part, str):
            found |= {Decimal(one) for one in re.findall(r"\d+", part)}
    return found


def read_number(text: str, after: str, voice: Voice) -> Decimal:
    """A number as the sentence has it, with the word for millions that follows."""
    tongue = LANGUAGES[voice.language]
    number = Decimal(text.replace(tongue.group, "").replace(tongue.decimal, "."))
    for scale in tongue.scales:
        if re.match(rf" ({scale.one}|{scale.many})\b|{re.escape(scale.short)}(?!\w)", after):
            return number * scale.size
    return number


def numbers_in(sentence: str, voice: Voice) -> set[Decimal]:
    """Every number of a sentence, in figures and in words."""
    tongue = LANGUAGES[voice.language]
    # The dots of German days and the parts of ISO dates are no marks of numbers.
    sentence = re.sub(r"(\d{4})-(\d{2})-(\d{2})", r"\1 \2 \3", sentence)
    sentence = re.sub(r"\b(\d{1,2})\. (?=[A-ZÄ])", r"\1 ", sentence)
    found = {
        read_number(one[0].rstrip(".,"), sentence[one.end() :], voice)
        for one in NUMBER.finditer(sentence)
    }
    words = re.findall(r"[^\W\d_]+", sentence)
    return found | {Decimal(tongue.words.index(word)) for word in words
                    if word in tongue.words[2:]}  # fmt: skip


@pytest.mark.parametrize("voice", VOICES, ids=str)
def test_every_number_of_a_sentence_is_one_of_the_values_given(voice):
    for fact in facts.ALL:
        # A time of day is no number of the fact.
        sentence = re.sub(r"\d\d:\d\d", "", write(fact, voice))
        assert numbers_in(sentence, voice) <= allowed_numbers(fact), sentence


@pytest.mark.parametrize("voice", VOICES, ids=str)
def test_every_date_of_a_fact_stands_in_its_sentence_with_its_year(voice):
    for fact in facts.ALL:
        years = [str(one.year) for one in parts_of(fact) if isinstance(one, date)]
        sentence = write(fact, voice)
        assert all(year in sentence for year in years)
        assert not re.search(r"\b(today|yesterday|now|heute|gestern|aujourd|hier)\b", sentence)


@pytest.mark.parametrize("voice", VOICES, ids=str)
def test_no_place_is_left_open_and_the_sentence_ends(voice):
    for fact in facts.ALL:
        sentence = write(fact, voice)
        assert not re.search(r"%\(|[{}]|\ue000| {2}|\bNone\b", sentence)
        assert sentence[0] == sentence[0].upper()
        assert re.search(r"[.!?”’“»\u00a0]$", sentence)


counts = st.integers(min_value=0, max_value=10**6)
days = st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 1, 1)).map(values.When)
marks = st.integers(min_value=0, max_value=100).map(facts.per_cent)
standings = st.builds(values.Standing, marks, counts, days)
scores = st.builds(values.Debut, st.just("Made up"), standings, st.none() | standings)


# A sentence says of two scores of one unit which is higher, and never the other way round.
@given(scores, st.sampled_from(VOICES))
def test_has_since_goes_the_way_the_score_went(fact, voice):
    sentence = write(fact, voice)
    assert numbers_in(sentence, voice) <= allowed_numbers(fact)
    words = {
        "en": ("fallen", "risen"),
        "de": ("gefallen", "gestiegen"),
        "fr": ("baissé", "progress"),
    }
    fell, rose = (word in sentence for word in words[voice.language])
    since = fact.since
    assert fell == (since is not None and since.mark.number < fact.then.mark.number)
    assert rose == (since is not None and since.mark.number > fact.then.mark.number)


@given(st.integers(min_value=0, max_value=10**13), st.sampled_from(VOICES))
def test_a_large_number_is_never_rounded(number, voice):
    fact = values.Counted("x", number, "", "views", "", values.When(date(2022, 5, 20)))
    assert Decimal(number) in numbers_in(write(fact, voice), voice)


@pytest.mark.parametrize("voice", VOICES, ids=str)
def test_a_title_may_hold_whatever_titles_hold(voice):
    title = "50% off, “quoted” %(title)s {0} – 1917"
    assert title in write(values.Verdicts(title, 1, 2, facts.on("2023-08-07")), voice)


@pytest.mark.parametrize("voice", VOICES, ids=str)
def test_every_status_can_be_said_with_every_certainty(voice):
    day = facts.on("2022-05-20")
    said_by = (((), ""), ((2,), "A"), ((2, 3, 4), "A"))
    for status, certainty, (seasons, who) in product(
        announcements.SAID, announcements.FRAMES, said_by
    ):
        fact = values.Announced("X", status, certainty, who, day, seasons, day, "B")
        plain = values.Announced("X", status, certainty, who, day, seasons)
        for one in (fact, plain):
            assert numbers_in(write(one, voice), voice) <= allowed_numbers(one) | {Decimal(2)}


def test_the_tables_are_complete():
    assert set(MANNERS) == set(product(STYLES, LANGUAGES))
    assert {manner.large for manner in MANNERS.values()} == set(LARGE)
    assert {type(one) for one in facts.ALL} == set(WRITERS)
    for tongue in LANGUAGES.values():
        assert len(set(tongue.months)) == 12
        assert max(manner.words for (_, code), manner in MANNERS.items()
                   if LANGUAGES[code] is tongue) < len(tongue.words)  # fmt: skip
    assert {status for table in (announcements.OF_SEASONS, announcements.WITH_DATE,
                                 announcements.TO_CARRIER) for status in table} <= set(
        announcements.SAID
    )  # fmt: skip


def test_every_language_but_english_has_a_complete_catalogue():
    assert set(catalogues()) == set(LANGUAGES) - {"en"}
    for path in catalogues().values():
        assert list(faults(path)) == []


def test_translations_fill_the_places_of_their_messages_and_no_others():
    for language, path in catalogues().items():
        forms = {"n"} | set(LANGUAGES[language].ones)
        for message in read(path):
            asked = message.id if isinstance(message.id, tuple) else (message.id,)
            said = message.string if isinstance(message.string, tuple) else (message.string,)
            places = set(re.findall(r"%\((\w+)\)s", " ".join(asked)))
            for text in said:
                found = set(re.findall(r"%\((\w+)\)s", text))
                assert found == places or ("n" in places and found <= forms), message.id


def test_a_missing_translation_would_be_found(tmp_path):
    text = next(iter(catalogues().values())).read_text("utf-8")
    path = tmp_path / "sentences.po"
    path.write_text(text.replace('msgid "views"', 'msgid "vistas"'), "utf-8")
    path.with_suffix(".mo").write_bytes(b"")
    found = "\n".join(faults(path))
    assert "no translation of 'views'" in found
    assert "nothing says 'vistas'" in found
    assert "is older than its text" in found


def test_units_are_translated_and_others_stand_as_entered():
    assert set(UNITS) <= messages()
    assert catalogue("de").gettext("views") == "Aufrufe"
    assert "barnacles" in write(facts.FOLLOWED, Voice("ap", "de"))
