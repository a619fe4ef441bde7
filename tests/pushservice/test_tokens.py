"""Who sends is believed by a signature, for one origin, for a day at most."""

from __future__ import annotations

import json
from base64 import urlsafe_b64encode
from typing import Any

import pytest
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from tools.pushservice.tokens import Tokens

NOW = 1_800_000_000.0
ORIGIN = "https://push.test:1"
KEY = ec.derive_private_key(12345, ec.SECP256R1())


def text(raw: bytes) -> str:
    return urlsafe_b64encode(raw).rstrip(b"=").decode()


def header(key: ec.EllipticCurvePrivateKey = KEY, alg: str = "ES256", **claims: Any) -> str:
    claims = {"aud": ORIGIN, "exp": NOW + 3600, "sub": "mailto:made-up@site.example", **claims}
    head = json.dumps({"typ": "JWT", "alg": alg}).encode()
    signed = f"{text(head)}.{text(json.dumps(claims).encode())}"
    r, s = decode_dss_signature(key.sign(signed.encode(), ec.ECDSA(hashes.SHA256())))
    point = key.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
    signature = text(r.to_bytes(32) + s.to_bytes(32))
    return f"vapid t={signed}.{signature}, k={text(point)}"


def test_a_good_token_is_let_in_until_it_is_over() -> None:
    tokens = Tokens()
    good = header()
    assert [tokens.problem(good, ORIGIN, NOW + late) for late in (0, 1, 3599)] == ["", "", ""]
    assert tokens.seen == 1
    assert tokens.problem(good, ORIGIN, NOW + 3600) == "the token is over"


@pytest.mark.parametrize(
    ("told", "why"),
    [
        (header(aud="https://other.test"), "is for"),
        (header(exp=NOW - 1), "over"),
        (header(exp=NOW + 90_000), "longer than a day"),
        (header(exp="soon"), "cannot be read"),
        (header(alg="none"), "no JWT"),
        (header().replace("t=ey", "t=fy"), "cannot be read"),
        (header()[:-3] + "AAA", "cannot be read|not the key's"),
        (header().replace(", k=", ", x="), "not vapid"),
        ("", "not vapid"),
        ("Bearer abc", "not vapid"),
    ],
)
def test_a_token_that_proves_nothing_is_refused(told: str, why: str) -> None:
    problem = Tokens().problem(told, ORIGIN, NOW)
    assert any(one in problem for one in why.split("|")), problem


def test_a_signature_by_another_key_is_refused() -> None:
    other = ec.derive_private_key(999, ec.SECP256R1())
    good, forged = header(), header(other)
    mixed = forged.split(", k=")[0] + ", k=" + good.split(", k=")[1]
    assert Tokens().problem(mixed, ORIGIN, NOW) == "the signature is not the key's"


def test_the_first_key_is_the_site_s_and_no_other_is_let_in() -> None:
    tokens = Tokens()
    assert tokens.problem(header(), ORIGIN, NOW) == ""
    other = header(ec.derive_private_key(999, ec.SECP256R1()))
    assert tokens.problem(other, ORIGIN, NOW) == "the key is another site's"
