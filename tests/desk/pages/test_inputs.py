"""Fields of forms: what was typed stands in them again, and what is wrong is said beside them."""

from __future__ import annotations

import pytest
from django.template.loader import render_to_string

from clapometer.desk.pages.inputs import Input, complaints


def printed(one: Input) -> str:
    return render_to_string("desk/input.html", {"one": one})


@pytest.mark.parametrize("kind", ["text", "url", "area"])
def test_what_was_typed_stands_in_the_field_again(kind):
    page = printed(Input("link", "Link", value='a "quoted" <b>', kind=kind))
    assert "a &quot;quoted&quot; &lt;b&gt;" in page


def test_the_sentence_and_the_hint_are_named_by_the_field():
    page = printed(Input("grade", "Grade", hint="Like B+.", wrong="It is no grade."))
    assert 'aria-describedby="in-grade-hint in-grade-wrong"' in page
    assert 'id="in-grade-wrong">It is no grade.' in page
    assert 'aria-invalid="true"' in page


def test_a_choice_keeps_what_was_chosen():
    page = printed(
        Input("kind", "Kind", value="b", kind="choice", choices=[("a", "A"), ("b", "B")])
    )
    assert '<option value="b" selected>B</option>' in page


def test_only_fields_with_something_wrong_are_complained_about():
    wrong = Input("a", "A", wrong="No.")
    assert complaints([wrong, Input("b", "B")]) == [wrong]
