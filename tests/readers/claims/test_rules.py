"""Grammars: every row reads the sentence that it shows as its example."""

import re

import pytest

from clapometer.readers.claims import answers, baretitles, modality, seasons, wishes
from clapometer.readers.claims.dates import PHRASES
from clapometer.readers.claims.document import Document
from clapometer.readers.claims.finders import (
    cancellations,
    endings,
    orders,
    platforms,
    renewals,
    undated,
)
from clapometer.readers.claims.finders.events import EVENTS, EXPRESSION, ROWS, Event
from clapometer.readers.claims.grammar import Rule
from clapometer.readers.claims.story import read_story

GRAMMARS = (renewals, cancellations, endings, orders, undated, platforms)
RULES = [rule for grammar in GRAMMARS for rule in grammar.RULES]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_reads_its_example(rule: Rule) -> None:
    assert rule.wording.search(rule.example)


@pytest.mark.parametrize("row", EVENTS, ids=lambda row: row.name or "no premiere")
def test_an_event_is_read_in_its_example(row: Event) -> None:
    found = [ROWS[name] for one in EXPRESSION.finditer(row.example) for name in ROWS if one[name]]
    assert row in found


def test_no_two_rules_bear_one_name() -> None:
    names = [rule.name for rule in RULES]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("sign", modality.SIGNS, ids=lambda sign: sign.example)
def test_a_sign_of_modality_reads_its_example(sign: modality.Sign) -> None:
    document = Document(read_story(sign.example))
    assert document.modality_at(0, 3, "confirmed") == sign.modality


@pytest.mark.parametrize("row", seasons.PATTERNS, ids=lambda row: row[0])
def test_a_form_of_seasons_reads_its_example(row: tuple[str, str, str]) -> None:
    text = f"'Salt Road' season 2\n\nThey speak of {row[2]}."
    found = Document(read_story(text)).seasons
    assert [text[one.start : one.end] in row[2] for one in found[1:]] == [True]


@pytest.mark.parametrize("row", PHRASES, ids=lambda row: row[0])
def test_a_phrase_of_time_reads_its_example(row: tuple[str, str, str]) -> None:
    text = f"They tell it {row[2]}."
    found = Document(read_story(text)).dates
    assert found
    assert found[0].text in row[2]


@pytest.mark.parametrize("row", baretitles.LOOKS, ids=lambda row: row[0])
def test_a_look_of_titles_reads_its_example(row: tuple[str, str, str]) -> None:
    text = f"News\n\n{row[2]}."
    assert any("Salt Road" in one for one in baretitles.unquoted_titles(Document(read_story(text))))


@pytest.mark.parametrize("sign", wishes.SIGNS, ids=lambda sign: sign.says)
def test_a_sign_of_things_to_come_reads_its_example(sign: wishes.Sign) -> None:
    assert re.search(sign.pattern, sign.example, re.IGNORECASE)


@pytest.mark.parametrize("row", answers.SIGNS, ids=lambda row: row[2])
def test_an_answer_is_read_in_its_example(row: tuple[str, str, str]) -> None:
    assert answers.answer_to(row[2]) == row[0]
