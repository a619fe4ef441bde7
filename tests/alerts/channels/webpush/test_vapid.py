"""RFC 8292: tokens that a push service believes, one for each origin, whatever the clock does."""

import json

import pytest
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature
from hypothesis import given
from hypothesis import strategies as st
from pywebpush import Vapid

from clapometer.alerts.channels.webpush.sitekey import SiteKey
from clapometer.alerts.channels.webpush.vapid import BEHIND, KEPT, LIVES, RENEWED, SECOND, Signer
from tests.alerts.channels.webpush.browsers import Browser, read, written

HOUR = 3600
NOW = 1_700_000_000 * SECOND
APPLE, GOOGLE = "https://web.push.apple.com", "https://fcm.googleapis.com"
_pair = Browser()
KEY = SiteKey(_pair.private, written(_pair.point))


def claims_of(header: str) -> dict:
    """What a push service reads of the header; raises InvalidSignature."""
    scheme, _, rest = header.partition(" ")
    assert scheme == "vapid"
    said = dict(part.split("=", 1) for part in rest.split(", "))
    assert set(said) == {"t", "k"}
    text, _, signature = said["t"].rpartition(".")
    r, s = read(signature)[:32], read(signature)[32:]
    der = encode_dss_signature(int.from_bytes(r), int.from_bytes(s))
    key = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), read(said["k"]))
    key.verify(der, text.encode(), ec.ECDSA(hashes.SHA256()))
    head, claims = (json.loads(read(part)) for part in text.split("."))
    assert head == {"typ": "JWT", "alg": "ES256"}
    return claims


# RFC 8292, section 2.4.
EXAMPLE = (
    "vapid t=eyJ0eXAiOiJKV1QiLCJhbGciOiJFUzI1NiJ9.eyJhdWQiOiJodHRwczovL3B1c2guZXhhbXBsZS5uZXQiLCJl"
    "eHAiOjE0NTM1MjM3NjgsInN1YiI6Im1haWx0bzpwdXNoQGV4YW1wbGUuY29tIn0.i3CYb7t4xfxCDquptFOepC9GAu_HL"
    "GkMlMuCGSK2rpiUfnK9ojFwDXb1JrErtmysazNjjvW2L9OkSSHzvoD1oA, k=BA1Hxzyi1RUM1b5wjxsn7nGxAszw2u61"
    "m164i3MrAIxHF6YK5h4SDYic-dRuU_RCPCfA5aq9ojSwk5Y2EmClBPs"
)


def test_the_reader_of_these_tests_reads_the_example_of_the_rfc():
    assert claims_of(EXAMPLE) == {
        "aud": "https://push.example.net", "exp": 1453523768, "sub": "mailto:push@example.com",
    }  # fmt: skip
    with pytest.raises(InvalidSignature):
        claims_of(EXAMPLE.replace("QiOiJod", "QiOiJoe"))


def test_ours_has_the_form_of_the_example():
    ours = Signer(KEY, "mailto:push@example.com").authorization("https://push.example.net", NOW)
    head, claims, _ = ours.split(".")
    assert head == EXAMPLE.split(".", maxsplit=1)[0]
    exp = NOW // SECOND + LIVES
    said = f'{{"aud":"https://push.example.net","exp":{exp},"sub":"mailto:push@example.com"}}'
    assert read(claims).decode() == said


def test_py_vapid_believes_it_too():
    assert Vapid.verify(Signer(KEY, "").authorization(APPLE, NOW).replace(", ", ","))


def test_where_nobody_can_be_reached_nothing_is_said_of_it():
    assert set(claims_of(Signer(KEY, "").authorization(APPLE, NOW))) == {"aud", "exp"}


def test_one_token_serves_an_origin_until_it_is_renewed():
    signer = Signer(KEY, "https://board.example")
    first = signer.authorization(APPLE, NOW)
    assert signer.authorization(APPLE, NOW + (RENEWED - 1) * SECOND) is first
    assert signer.authorization(APPLE, NOW - BEHIND * SECOND) is first
    assert signer.authorization(APPLE, NOW + RENEWED * SECOND) is not first


def test_no_token_lives_longer_than_the_rules_allow():
    assert LIVES + BEHIND <= 12 * HOUR < 24 * HOUR
    assert LIVES - RENEWED >= 1800


ORIGINS = (APPLE, GOOGLE, "https://push.example:8443")
JUMPS = st.one_of(
    st.integers(-3 * HOUR, 3 * HOUR),
    st.integers(-90, 90),
    st.integers(-40 * 365 * 24 * HOUR, 40 * 365 * 24 * HOUR),
)


# The invariant: however the clock jumps between messages, each goes with a token for its own origin
# that is good at that moment, for at least an hour and never for more than two.
@given(steps=st.lists(st.tuples(JUMPS, st.sampled_from(ORIGINS)), min_size=1, max_size=20))
def test_every_message_goes_with_a_good_token_whatever_the_clock_does(steps):
    signer, now = Signer(KEY, "mailto:board@example.org"), NOW
    tokens: dict[str, str] = {}
    for jump, origin in steps:
        now = max(now + jump * SECOND, 0)
        header = signer.authorization(origin, now)
        claims = claims_of(header)
        assert claims["aud"] == origin
        assert LIVES - RENEWED <= claims["exp"] - now // SECOND <= LIVES + BEHIND
        assert tokens.setdefault(header, origin) == origin


def test_hostile_origins_do_not_pile_up():
    signer = Signer(KEY, "")
    for number in range(KEPT + 10):
        signer.authorization(f"https://{number}.example", NOW)
    assert len(signer._kept) <= KEPT
    assert claims_of(signer.authorization("https://3.example", NOW))["aud"] == "https://3.example"
