"""Names of critics and outlets corrected by forms. All are made up."""

from __future__ import annotations

import re

import pytest
from django.urls import reverse

from clapometer.reviews.models import Critic, Outlet
from clapometer.site.addresses import critic_address, outlet_address
from tests.reviews.telling import Story

from .test_reviews import text_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def story(db):
    one = Story()
    one.post(0, True)
    one.post(1, True)
    return one


@pytest.mark.parametrize(("model", "address"), [(Critic, critic_address), (Outlet, outlet_address)])
def test_a_name_is_corrected_from_its_page_and_the_correction_undone(editor, story, model, address):
    one = model.objects.first()
    old = one.name
    page = editor.get(address(one)).content.decode()
    correct = re.search(r'href="(/\w+/\d+/name/correct)"', page)[1]
    answer = editor.post(correct, {"name": "Wilma Made-up"}, follow=True)
    assert f"{old} → Wilma Made-up" in text_of(answer)
    assert "Wilma Made-up" in text_of(editor.get(address(model.objects.get(id=one.id))))
    undo = re.search(r'action="(/names/\d+/undo)"', answer.content.decode())[1]
    entry = editor.get(f"/entry/{undo.split('/')[2]}")
    assert f"Name {old} Wilma Made-up" in text_of(entry)
    editor.post(undo)
    assert model.objects.get(id=one.id).name == old
    assert editor.post(undo).status_code == 400


def test_a_name_that_another_bears_is_refused_and_stays_typed(editor, story):
    first, second = Critic.objects.order_by("id")
    answer = editor.post(reverse("critic_correct", args=[first.id]), {"name": second.name})
    assert answer.status_code == 400
    assert f'value="{second.name}"' in answer.content.decode()
