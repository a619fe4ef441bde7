"""What a field reads, refuses and shows. All examples are made up."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clapometer.facts.fields import Amount, Choice, Day, FieldRefused, Link, Text, Whole, Wholes
from tests.facts.madeup import OMEN, TABLE


def made(shape, **more):
    return shape(name="it", label="It", means="it", example="1", **more)


READ = [
    ("word", "  Three\tcrows ", "Three crows"),
    ("telling", "One. \r\n\r\n\r\n two", "One.\n\ntwo"),
    ("way", "It was SUNG", "sung"),
    ("crows", "2 600 000", 2_600_000),
    ("crows", "2,600,000", 2_600_000),
    ("weight", "4.3 billion", "4300000000"),
    ("weight", "1,700", "1700"),
    ("weight", "-0.50", "-0.5"),
    ("weight", "2.6m", "2600000"),
    ("due", "August 2023", "2023-08"),
    ("due", "3 August 2023", "2023-08-03"),
    ("due", "2023", "2023"),
    ("land", "gb", "GB"),
    ("land", "uk", "GB"),
    ("land", "France", "FR"),
    ("tongue", "PT_br", "pt-BR"),
    ("tongue", "French", "fr"),
    ("grim", "No", False),
    ("seasons", "2 and 4-5", [2, 4, 5]),
    ("seasons", "3, 2", [2, 3]),
    ("seers", "A. Made-up; B. Made-up; A. Made-up", ["A. Made-up", "B. Made-up"]),
    ("other", "W12", 12),
    ("other", "12", 12),
]


@pytest.mark.parametrize(("name", "text", "value"), READ)
def test_what_a_field_reads(name, text, value):
    assert OMEN.field(name).read(text) == value


REFUSED = [
    ("word", ""),
    ("word", "x" * 301),
    ("way", "whistled"),
    ("crows", "1,70"),
    ("crows", "-1"),
    ("crows", "99999999999999999999"),
    ("weight", "many"),
    ("weight", "1e9"),
    ("due", "the other day"),
    ("due", "2023-13"),
    ("scroll", "javascript:alert(1)"),
    ("scroll", "https://user@omen.example/"),
    ("scroll", "https://[omen"),
    ("land", "Ruritania"),
    ("tongue", "Ruritanian"),
    ("grim", "perhaps"),
    ("seasons", "5-2"),
    ("seasons", "two"),
    ("other", "p12"),
]


@pytest.mark.parametrize(("name", "text"), REFUSED)
def test_what_a_field_refuses_is_said_in_one_sentence(name, text):
    with pytest.raises(FieldRefused) as refused:
        OMEN.field(name).read(text)
    sentence = str(refused.value)
    assert sentence.endswith(".")
    assert "\n" not in sentence


# Whatever a field reads, it shows in a way that reads back as the same value.
@given(st.sampled_from(OMEN.every_field), st.text(max_size=40) | st.sampled_from(
    [text for _, text, _ in READ] + [text for _, text in REFUSED] + [*TABLE]))  # fmt: skip
def test_what_a_field_shows_reads_back(field, text):
    try:
        value = field.read(text)
    except FieldRefused:
        return
    assert value is None or field.read(field.show(value)) == value


@pytest.mark.parametrize("field", OMEN.every_field, ids=lambda field: field.name)
def test_every_example_can_be_read(field):
    assert field.read(field.example) is not None


def test_an_empty_text_is_none_unless_it_is_required():
    assert made(Day).read(" ") is None
    with pytest.raises(FieldRefused, match="missing"):
        made(Text, required=True).read(" ")


def test_bounds_are_the_fields_own():
    assert made(Whole, least=1, most=10).read("10") == 10
    with pytest.raises(FieldRefused):
        made(Whole, least=1, most=10).read("11")
    with pytest.raises(FieldRefused):
        made(Wholes, most=9).read("10")
    assert made(Amount).read("0.000") == "0"
    assert made(Choice, table={"": "none", "a": "A"}).read("none") == ""
    assert made(Link).read("http://omen.example/a?b#c") == "http://omen.example/a?b#c"
