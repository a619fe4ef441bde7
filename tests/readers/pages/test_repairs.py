"""Broken JSON in JSON-LD, mended in named steps; every film and person here is made up."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clapometer.readers.pages.markup.repairs import REPAIRS, Unreadable, parse

REVIEW = {"@type": "Review", "name": "The Salt Road"}
GOOD = json.dumps(REVIEW)
# extruct's issues, by number, beside the form of each; none of their pages is copied.
BROKEN = {
    "semicolon at the end (109)": (GOOD + ";", ("surroundings",)),
    "CDATA in comments, its end escaped (143)": (
        f"// <![CDATA[\n{GOOD}\n// ]]&gt;", ("wrappers",)),
    "CDATA in block comments": (f"/*<![CDATA[*/{GOOD}/*]]>*/", ("wrappers",)),
    "HTML comment": (f"<!--\n{GOOD}\n-->", ("wrappers",)),
    "a comment above": (f"// the review\n{GOOD}", ("comments",)),
    "a block comment inside": ('{"@type": "Review", /* "x": 1, */ "name": "The Salt Road"}',
                               ("comments",)),
    "a comment that leaves a comma (extruct’s own example)": (
        '{"@type": "Review", "name": "The Salt Road", // title\n //"count": ""\n}',
        ("comments", "trailing_commas")),
    "entities for quotation marks (208)": (
        GOOD.replace('"', "&quot;"), ("entities",)),
    "an assignment before": (f"window.data = {GOOD};", ("surroundings",)),
    "trailing commas": ('{"@type": "Review", "name": "The Salt Road",,}', ("trailing_commas",)),
    "one bracket too many (87)": (GOOD + "\n}", ("several",)),
    "needless backslashes": (r'{"@type": "Review", "name": "The Salt\ Road"}', ("escapes",)),
    "single quotation marks": ("{'@type': 'Review', 'name': 'The Salt Road'}",
                               ("single_quotes",)),
    "bare names": ('{"@type": "Review", name: "The Salt Road"}', ("bare_names",)),
    "no comma between lines": ('{"@type": "Review"\n"name": "The Salt Road"}',
                               ("missing_commas",)),
    "the end is missing": ('{"@type": "Review", "name": "The Salt Road", "body": "It was',
                           ("unclosed",)),
}  # fmt: skip


@pytest.mark.parametrize("name", BROKEN)
def test_broken_json_is_mended_and_said_so(name: str) -> None:
    text, steps = BROKEN[name]
    assert parse(text) == ([REVIEW], steps)


def test_good_json_is_not_touched() -> None:
    text = '{"a": "// no comment, [1,2,] and &quot; stay", "b": 7.90, "c": ["x"]}'
    assert parse(text) == (
        [{"a": "// no comment, [1,2,] and &quot; stay", "b": "7.90", "c": ["x"]}], ()
    )  # fmt: skip


# extruct 198: a comment is only one outside of strings.
def test_slashes_in_strings_survive_the_taking_out_of_comments() -> None:
    values, _ = parse('// John\n{"url": "https://example.org/x", "text": "// stays"}')
    assert values == [{"url": "https://example.org/x", "text": "// stays"}]


def test_raw_line_breaks_in_strings_are_kept() -> None:
    assert parse('{"data": "line 1\n  line 2"}') == ([{"data": "line 1\n  line 2"}], ("breaks",))


# extruct 175.
def test_quotation_marks_inside_strings() -> None:
    values, steps = parse('{"body": "He said "no", twice", "name": "x"}')
    assert values == [{"body": 'He said "no", twice', "name": "x"}]
    assert steps == ("inner_quotes",)


def test_several_values_one_after_another() -> None:
    assert parse('{"a": "1"}\n{"b": "2"}, {"c": "3"}')[0] == [{"a": "1"}, {"b": "2"}, {"c": "3"}]


def test_steps_add_up() -> None:
    values, steps = parse("<!-- {'name': 'x',  // why\n 'n': [1,2,],} -->")
    assert values == [{"name": "x", "n": ["1", "2"]}]
    assert steps == ("wrappers", "comments", "trailing_commas", "single_quotes")


def test_what_no_step_mends_is_refused() -> None:
    for text in ("", "no JSON at all", "[" * 100_000):
        with pytest.raises(Unreadable):
            parse(text)


# Of good JSON nothing changes but that numbers stay as written; whatever the text, either values
# come back or Unreadable is raised.
@given(st.recursive(st.text() | st.booleans() | st.none(), lambda inner: st.lists(inner)
                    | st.dictionaries(st.text(), inner), max_leaves=8))  # fmt: skip
def test_any_json_comes_back(value: object) -> None:
    assert parse(json.dumps(value)) == ([value], ())


@given(st.text(alphabet="{}[]\",:'\\/*<!- \n;a1&", max_size=60))
def test_any_text_is_values_or_unreadable(text: str) -> None:
    try:
        values, steps = parse(text)
    except Unreadable:
        return
    assert values
    assert set(steps) <= set(REPAIRS)


# Cut anywhere, what comes before the cut is read, or the text is refused: never a wrong value.
@given(st.integers(min_value=1, max_value=200))
def test_cut_anywhere(at: int) -> None:
    whole = {"a": "one, two", "b": {"c": ["x", "y"], "d": "https://example.org"}, "e": "end"}
    text = json.dumps(whole)[:at]
    try:
        values, _ = parse(text)
    except Unreadable:
        return
    for value in values:
        assert _is_part(value, whole)


def _is_part(part: object, whole: object) -> bool:
    if isinstance(part, dict) and isinstance(whole, dict):
        return all(name in whole and _is_part(one, whole[name]) for name, one in part.items())
    if isinstance(part, list) and isinstance(whole, list):
        return all(_is_part(one, whole[place]) for place, one in enumerate(part))
    return part == whole
