"""The browsers of the loopback push service open what any sender encrypts, and nothing else."""

from __future__ import annotations

import os
from base64 import urlsafe_b64decode

import http_ece
import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from hypothesis import given, settings
from hypothesis import strategies as st

from tools.pushservice.opening import Unopened, opened
from tools.pushservice.subscribers import PAIRS, Pair, Subscribers

MANY, LIGHT = Subscribers(), Subscribers(light=True)


def raw(text: str) -> bytes:
    return urlsafe_b64decode(text + "=" * (-len(text) % 4))


def encrypted(subscribers: Subscribers, number: int, text: bytes) -> bytes:
    """As another library encrypts it."""
    return http_ece.encrypt(
        text,
        private_key=ec.generate_private_key(ec.SECP256R1()),
        dh=subscribers.pair(number).point,
        auth_secret=subscribers.auth(number),
    )


def test_the_example_of_rfc_8291_is_opened() -> None:
    """Section 5 of the RFC."""
    scalar = int.from_bytes(raw("q1dXpw3UpT5VOmu_cf_v6ih07Aems3njxI-JWgLcM94"))
    point = raw(
        "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4"
    )
    body = raw(
        "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27ml"
        "mlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPT"
        "pK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN"
    )
    pair = Pair(ec.derive_private_key(scalar, ec.SECP256R1()), point, is_light=False)
    assert opened(body, pair, raw("BTBZMqHH6r4Tts7J_aSIgg")) == (
        b"When I grow up, I want to be a watermelon"
    )


@pytest.mark.parametrize("subscribers", [MANY, LIGHT], ids=["many pairs", "light"])
@settings(deadline=None, max_examples=25)
@given(number=st.integers(0, 3_000_000), text=st.binary(min_size=1, max_size=3000))
def test_what_another_library_encrypts_is_opened(
    subscribers: Subscribers, number: int, text: bytes
) -> None:
    """opened(encrypted(text)) = text, for every browser and text.

    Of an empty text http_ece makes no record at all.
    """
    body = encrypted(subscribers, number, text)
    assert opened(body, subscribers.pair(number), subscribers.auth(number)) == text


@pytest.mark.parametrize("subscribers", [MANY, LIGHT], ids=["many pairs", "light"])
def test_a_message_for_another_browser_is_not_opened(subscribers: Subscribers) -> None:
    body = encrypted(subscribers, 7, b"text")
    # The same pair, another secret.
    with pytest.raises(Unopened, match="not for these keys"):
        opened(body, subscribers.pair(7), subscribers.auth(7 + PAIRS))


@pytest.mark.parametrize("subscribers", [MANY, LIGHT], ids=["many pairs", "light"])
@pytest.mark.parametrize("place", [0, 20, 21, 30, 60, 85, 86, -1])
def test_a_message_that_was_changed_is_not_opened(subscribers: Subscribers, place: int) -> None:
    body = bytearray(encrypted(subscribers, 7, b"text"))
    body[place] ^= 0x40
    with pytest.raises(Unopened):
        opened(bytes(body), subscribers.pair(7), subscribers.auth(7))


@pytest.mark.parametrize("body", [b"", b"short", bytes(200), os.urandom(0) + b"\4" * 300])
def test_rubbish_is_not_opened(body: bytes) -> None:
    for subscribers in (MANY, LIGHT):
        with pytest.raises(Unopened):
            opened(body, subscribers.pair(1), subscribers.auth(1))


def test_browsers_are_the_same_in_every_process_and_differ_by_their_secret() -> None:
    again = Subscribers()
    numbers = (0, 1, PAIRS, 2_599_999)
    assert [MANY.keys(one) for one in numbers] == [again.keys(one) for one in numbers]
    assert MANY.keys(1)["p256dh"] == MANY.keys(1 + PAIRS)["p256dh"]
    assert len({MANY.keys(one)["auth"] for one in range(1000)}) == 1000
    assert len({MANY.pair(one).point for one in range(PAIRS)}) == PAIRS
