"""The tables that alerts are made of: kinds, cadences, states."""

from __future__ import annotations

import pytest

from clapometer.alerts.kinds import CHOSEN, EVERY, KINDS, URGENCIES, kinds_in, mask_of


def test_each_kind_that_is_chosen_has_a_bit_of_its_own():
    bits = [kind.bit for kind in CHOSEN]
    assert len(set(bits)) == len(bits)
    assert all(bit & (bit - 1) == 0 for bit in bits)
    assert sum(bits) == EVERY < 2**31


def test_a_mask_tells_the_kinds_it_was_made_of():
    assert [kind.name for kind in kinds_in(mask_of(["badge", "score", "badge"]))] == [
        "score",
        "badge",
    ]
    with pytest.raises(KeyError):
        mask_of(["gossip"])


def test_every_kind_is_told_in_words_a_push_service_knows():
    for name, kind in KINDS.items():
        assert name == kind.name
        assert kind.urgency in URGENCIES
        assert len(name) <= 14
        assert kind.title
        assert kind.means.endswith(".")
