"""An expression that is tried only where its words stand finds what it would find anyway."""

import re
from pathlib import Path

import pytest

from clapometer.readers.claims import wording
from clapometer.readers.claims.document import Document
from clapometer.readers.claims.finders import (
    cancellations,
    endings,
    orders,
    platforms,
    renewals,
    undated,
)
from clapometer.readers.claims.finders.ranks import PLACES
from clapometer.readers.claims.needs import needs_of, plain
from clapometer.readers.claims.openings import openings_of
from clapometer.readers.claims.phrases import rows
from clapometer.readers.claims.phrases.cast import CAST
from clapometer.readers.claims.phrases.credits import CREDITS
from clapometer.readers.claims.phrases.sources import SOURCES
from clapometer.readers.claims.phrases.synopses import SYNOPSES
from clapometer.readers.claims.story import read_story
from clapometer.readers.claims.wording import Table, Wording, Words, held_by

STORIES = sorted((Path(__file__).parent / "stories").glob("*.txt"))
RULES = (
    *cancellations.RULES,
    *endings.RULES,
    *orders.RULES,
    *platforms.RULES,
    *renewals.RULES,
    *undated.RULES,
)
ROWS = (*CAST, *CREDITS, *SOURCES, *SYNOPSES)


@pytest.mark.parametrize(
    ("pattern", "needs"),
    [
        (r"\b(?:the )?[Ss]easons? (?:two|three)\b", [{"season"}, {"three", "two"}]),
        (r"\bre-?newed\b|\brenewal", [{"newed", "renewal"}]),
        (r"(?:film|movie)s?|\d{1,3}(?:st|nd|th) show", [{"film", "movie", "show"}]),
        (r"(?i:Salt) ?(?=road)\w+", [{"road"}, {"salt"}]),
        (r"\b\w+ (?:opens? )+[A-Z]", [{"open"}]),
        (r"\b(?:19|20)\d\d%", [{"%"}, {"0"}]),
        (r"[$£]\d", [{"$", "£"}, {"0"}]),
        (r"(?<=salt )(?!road)[a-z]*", []),
        (r"(?:film)?(?:show)*", []),
        (r"film|.", []),
        ("\ue000 (?:plays|voices) [\ue800-\uefff]", [{"plays", "voices"}, {"\ue000"}]),
    ],
)
def test_what_an_expression_needs(pattern: str, needs: list[set[str]]) -> None:
    assert [set(one) for one in needs_of(pattern)] == needs


@pytest.mark.parametrize("text", ["ſalt road", "İn ıt", "Kelvin 12,400", "№ ١٢", "STRASSE"])
def test_the_words_of_a_text_are_told_as_those_of_an_expression(text: str) -> None:
    for word in re.findall(r"\w+", text):
        for pattern in (re.escape(word), r"\d", "salt", "in", "it", "kelvin", "straße"):
            if re.search(pattern, text, re.IGNORECASE):
                assert Wording(pattern, re.IGNORECASE).search(text)


def test_a_text_is_written_plainly() -> None:
    assert plain("No. 12 – 'Salt ROAD'") == "no. 0 – 'salt road'"
    assert plain("\ue005 and \ue901") == "\ue000 and \ue800"


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.stem)
def test_no_row_is_left_out_of_a_sentence_that_it_reads(story: Path) -> None:
    document = Document(read_story(story.read_text()))
    plain_rules = [rule.wording for rule in RULES]
    plain_rules += [Wording(place.words, re.IGNORECASE) for place in PLACES]
    for sentence in document.sentences:
        for one in plain_rules:
            if one.expression.search(sentence.text):
                assert one.may_stand_in(sentence.text), (one.pattern, sentence.text)
    for tagged in document.tagged:
        for row in ROWS:
            if rows.compiled(row.pattern).search(tagged.text):
                assert rows.wording(row.pattern).may_stand_in(tagged.text), (row, tagged.text)


def test_a_table_gives_its_rows_in_order() -> None:
    named = ["road", "salt", "coast"]
    table = Table(named, [Wording(name) for name in named])
    assert [row for row, _ in table.for_text("salt road")] == ["road", "salt"]
    assert [row for row, _ in table.for_text("a coast, salt")] == ["salt", "coast"]
    assert table.for_text("a harbour") == ()


def test_what_is_remembered_of_texts_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wording, "_MOST_TEXTS", 3)
    monkeypatch.setattr(wording, "_MOST_WORDS", 5)
    word = Wording("salt road")
    for number in range(50):
        assert word.search(f"the salt road letter{chr(97 + number % 26)} {number}")
        assert not word.search(f"the letter {number}")
    held = wording._KNOWN.held
    assert len(held._texts) <= 3
    assert len(held.words) <= 5


def test_an_expression_met_later_is_found_in_a_text_met_before() -> None:
    text = "a text that was met before"
    held_by(text)
    assert Wording("was m[e]t before").search(text)


@pytest.mark.parametrize(
    ("pattern", "openings"),
    [
        (r"\b(?:the )?[Ss]easons? two", {("the", True), ("seaso", False)}),
        (r"(?<!\w)(?P<day>\d\d?) May|\bMay\b", {("0", False), ("may", False)}),
        (r"\b(?:(?:Fri|Sun)day, )?\d", {("frida", False), ("sunda", False), ("0", False)}),
        (r"season", None),
        (r"\b\w+ season", None),
        (r"\b[“\"]?season", None),
        (r"(?<!\w )season", None),
    ],
)
def test_how_an_expression_opens(pattern: str, openings: set[tuple[str, bool]] | None) -> None:
    found = openings_of(pattern)
    assert (found and {tuple(one) for one in found}) == openings


@pytest.mark.parametrize(
    "pattern",
    [
        r"\b(?:the )?(?P<nth>first|second|\d(?:st|nd|rd|th)) (?:and \w+ )?seasons?\b",
        r"\b\d{1,2}(?:st|nd)?",
        r"(?<!\w)(?:a|an|the) (?:\w+ )?",
        r"\bkelvin|\bin",
    ],
)
@pytest.mark.parametrize("flags", [0, re.IGNORECASE])
def test_a_text_is_read_from_the_words_that_open_an_expression(pattern: str, flags: int) -> None:
    text = (
        "The first and second season; a 22nd season, seasons. THE 1st in\u212aelvin İn THE season a"
    )
    words, one = Words(text), Wording(pattern, flags)
    for start, end in ((0, len(text)), (3, 40), (11, len(text) - 1)):
        plainly = [found.span() for found in one.expression.finditer(text, start, end)]
        assert [found.span() for found in words.all_of(one, start, end)] == plainly
