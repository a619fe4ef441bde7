"""Forms that are sent: each is written once, whatever its token looks like."""

from __future__ import annotations

import pytest

from clapometer.desk.submissions import keep, new_token, written_by

pytestmark = pytest.mark.django_db
ED, OTHER = "member:1", "member:2"


# The last is what no form of ours bears, and PostgreSQL keeps in no text.
@pytest.mark.parametrize("token", ["a" * 24, "a" * 400, "é", "a\0b"])
def test_a_form_is_known_by_its_token_and_who_sent_it(token):
    assert written_by(token, ED) is None
    keep(token, ED, 7)
    assert written_by(token, ED) == 7
    assert written_by(token, OTHER) is None


def test_a_form_without_a_token_is_never_taken_for_another():
    keep("", ED, 7)
    keep("", ED, 8)
    assert written_by("", ED) is None
    assert new_token() != new_token()
