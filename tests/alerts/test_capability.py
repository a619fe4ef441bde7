"""The link of a follower: it opens what is theirs and nothing else."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clapometer.alerts.capability import TOKEN_PATTERN, follower_of, seal_of, token_of
from clapometer.alerts.models import Follower
from clapometer.instants import now

pytestmark = pytest.mark.django_db


@pytest.fixture
def follower():
    return Follower.objects.create(created_at=now())


def test_a_token_opens_what_its_follower_has(follower):
    assert follower_of(token_of(follower)) == follower
    assert re.fullmatch(TOKEN_PATTERN, token_of(follower))


def test_a_token_for_one_purpose_opens_no_other(follower):
    assert follower_of(token_of(follower, "feed")) is None
    assert follower_of(token_of(follower, "feed"), "feed") == follower


def test_a_new_generation_ends_every_link(follower):
    token = token_of(follower)
    follower.generation += 1
    follower.save()
    assert follower_of(token) is None
    assert follower_of(token_of(follower)) == follower


def test_another_followers_seal_opens_nothing(follower):
    other = Follower.objects.create(created_at=now())
    seal = token_of(other).partition("-")[2]
    assert follower_of(f"{follower.id}-{seal}") is None


# Nothing that is made up opens anything, whatever it is made of.
@given(st.text(max_size=60))
def test_what_is_no_token_is_nobodys(text):
    assert follower_of(text) is None


def test_parts_of_a_seal_cannot_be_shifted():
    assert seal_of("mail", "ab", "c") != seal_of("mail", "a", "bc")
