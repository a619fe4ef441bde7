"""Addresses: what is one, how its domain is written on the wire, which spellings are one box."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clapometer.alerts.channels.mail.addressing import (
    AddressRefused,
    box_of,
    domain_on_the_wire,
    read_address,
)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  ann@Made-Up.Example ", "ann@made-up.example"),
        ("Ann.B+films@made-up.example", "Ann.B+films@made-up.example"),
        ("o'hara@made-up.example", "o'hara@made-up.example"),
        ("ann@bücher.example", "ann@xn--bcher-kva.example"),
        # IDNA 2008 keeps the ß, which IDNA 2003 made ss of: another domain.
        ("ann@straße.example", "ann@xn--strae-oqa.example"),
        ("grün@made-up.example", "grün@made-up.example"),
        ("gru\u0308n@made-up.example", "grün@made-up.example"),
    ],
)
def test_an_address_is_kept_as_typed_but_for_its_domain(typed, kept):
    assert read_address(typed) == kept


@pytest.mark.parametrize(
    "typed",
    [
        "", "ann", "ann@", "@made-up.example", "ann@localhost", "ann@[192.0.2.1]",
        "ann@192.0.2.1", "ann b@made-up.example", "ann@made-up.example\nBcc: all@x.example",
        "a..b@made-up.example", '"ann"@made-up.example', "ann@made up.example",
        f"{'a' * 65}@made-up.example", f"ann@{'a' * 250}.example", "ann@made-up.example>",
        "ann@made-up.1", "<ann@made-up.example>", "ann@-made.example", "ann,bob@x.example",
    ],
)  # fmt: skip
def test_what_is_no_address_is_refused_in_one_sentence(typed):
    with pytest.raises(AddressRefused, match=r"^[^\n]+ no e-mail address; write it like ann@ex"):
        read_address(typed)


# What is taken as an address has nothing in it that could end a header or a command of SMTP.
@given(st.text(max_size=80).map(lambda text: text.replace(" ", "")) | st.emails())
def test_no_address_can_carry_a_command(typed):
    try:
        address = read_address(typed)
    except AddressRefused:
        return
    assert not set(address) & set(' \r\n\t<>,;"()[]\\')
    assert address.count("@") == 1
    assert read_address(address) == address


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ann.berg@gmail.com", "a.n.nberg+films@googlemail.com"),
        ("ann+a@made-up.example", "ANN+b@made-up.example"),
    ],
)
def test_spellings_of_one_mailbox_are_one(one, other):
    assert box_of(one) == box_of(other)


def test_dots_are_another_mailbox_where_nobody_folds_them():
    assert box_of("ann.berg@made-up.example") != box_of("annberg@made-up.example")


def test_a_domain_in_ascii_is_left_alone():
    assert domain_on_the_wire("Made-Up.Example") == "made-up.example"
