"""Which addresses are public."""

from __future__ import annotations

from ipaddress import IPv4Address, IPv6Address, ip_address

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clapometer.fetching.addresses import SPECIAL, why_not


@pytest.mark.parametrize(
    "text",
    [
        "127.0.0.1", "127.255.255.254", "0.0.0.0", "10.1.2.3", "172.16.0.1", "172.31.255.255",
        "192.168.0.1", "169.254.169.254", "100.64.0.1", "224.0.0.1", "239.255.255.255",
        "240.0.0.1", "255.255.255.255", "192.0.2.1", "198.18.0.1", "::", "::1", "fe80::1",
        "fc00::1", "fd12::1", "ff02::1", "::ffff:127.0.0.1", "::ffff:8.8.8.8", "::127.0.0.1",
        "64:ff9b::7f00:1", "64:ff9b::a00:1", "64:ff9b:1::8.8.8.8", "2001::1", "2002:7f00:1::",
        "2001:db8::1", "3fff::1", "100::1", "5f00::1", "4000::1",
    ],
)  # fmt: skip
def test_a_special_address_is_refused(text: str) -> None:
    assert why_not(ip_address(text))


@pytest.mark.parametrize(
    "text", ["8.8.8.8", "172.32.0.1", "100.128.0.1", "2606:4700::1", "64:ff9b::8.8.8.8"]
)
def test_a_public_address_is_not(text: str) -> None:
    assert why_not(ip_address(text)) == ""


@given(st.integers(0, 2**32 - 1).map(IPv4Address) | st.integers(0, 2**128 - 1).map(IPv6Address))
def test_what_the_standard_library_calls_private_is_never_reached(address) -> None:
    """Whatever Python's own table knows to be not global is refused."""
    if not address.is_global or address.is_multicast:
        assert why_not(address)


@given(st.sampled_from(SPECIAL), st.data())
def test_every_block_is_refused_to_its_edges(row, data: st.DataObject) -> None:
    """An address in a block of the table is refused, wherever in the block it lies."""
    block = row[0]
    last = block.num_addresses - 1
    place = data.draw(st.one_of(st.sampled_from([0, last]), st.integers(0, last)))
    assert why_not(block[place])
