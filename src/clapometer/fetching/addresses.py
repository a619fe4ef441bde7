"""Which addresses of the network may be connected to: the public ones, and no others.

The table follows IANA's registries of special-purpose addresses (iana-ipv4-special-registry,
iana-ipv6-special-registry) and of multicast; of IPv6 only the block that is given out to the public
(2000::/3) is allowed at all.
"""

from __future__ import annotations

from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address, ip_network
from typing import TypeAlias

Address: TypeAlias = IPv4Address | IPv6Address

SPECIAL = tuple(
    (ip_network(block), what)
    for block, what in (
        ("0.0.0.0/8", "an address of “this network”"),
        ("10.0.0.0/8", "a private address"),
        ("100.64.0.0/10", "an address shared behind a provider"),
        ("127.0.0.0/8", "an address of this machine itself"),
        ("169.254.0.0/16", "a link-local address"),
        ("172.16.0.0/12", "a private address"),
        ("192.0.0.0/24", "an address kept for protocols"),
        ("192.0.2.0/24", "an address for documentation"),
        ("192.31.196.0/24", "an address kept for protocols"),
        ("192.52.193.0/24", "an address kept for protocols"),
        ("192.88.99.0/24", "an address of a relay"),
        ("192.168.0.0/16", "a private address"),
        ("192.175.48.0/24", "an address kept for protocols"),
        ("198.18.0.0/15", "an address for measurements"),
        ("198.51.100.0/24", "an address for documentation"),
        ("203.0.113.0/24", "an address for documentation"),
        ("224.0.0.0/4", "a multicast address"),
        ("240.0.0.0/4", "a reserved address"),
        ("::/128", "an address of this machine itself"),
        ("::1/128", "an address of this machine itself"),
        ("::ffff:0:0/96", "an IPv4 address in the clothes of IPv6"),
        ("64:ff9b:1::/48", "an address of a local translation"),
        ("2001::/23", "an address kept for protocols"),
        ("2001:db8::/32", "an address for documentation"),
        ("2002::/16", "an IPv4 address in the clothes of IPv6"),
        ("2620:4f:8000::/48", "an address kept for protocols"),
        ("3fff::/20", "an address for documentation"),
        ("fc00::/7", "a private address"),
        ("fe80::/10", "a link-local address"),
        ("fec0::/10", "a private address"),
        ("ff00::/8", "a multicast address"),
    )
)
"""Blocks of addresses that are not fetched from, and what such an address is."""
PUBLIC_IPV6 = IPv6Network("2000::/3")
TRANSLATED = IPv6Network("64:ff9b::/96")
"""NAT64 (RFC 6052): its last 32 bits are the IPv4 address that is reached, which is judged."""


def why_not(address: Address) -> str:
    """Return what the address is, in words, where it is not public; "" where it may be reached."""
    if isinstance(address, IPv6Address) and address in TRANSLATED:
        return why_not(IPv4Address(int(address) & 0xFFFFFFFF))
    for block, what in SPECIAL:
        if address.version == block.version and address in block:
            return what
    if isinstance(address, IPv6Address) and address not in PUBLIC_IPV6:
        return "a reserved address"
    return ""


def read_address(text: str) -> Address:
    """Return the address of a resolver's answer, which may name a zone (fe80::1%eth0)."""
    return ip_address(text.partition("%")[0])
