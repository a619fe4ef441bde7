"""RFC 8291 and 8188: their own vectors bit by bit, and round trips by another implementation."""

import http_ece
import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from http_ece import ECEException
from hypothesis import given
from hypothesis import strategies as st
from pywebpush import WebPusher

from clapometer.alerts.channels.webpush import encryption
from clapometer.alerts.channels.webpush.encryption import (
    LARGEST,
    RECORD,
    ReceiverRefused,
    encrypt,
    receiver,
)
from tests.alerts.channels.webpush.browsers import Browser, new_private, read, written

BROWSER = Browser()
TO = receiver(**BROWSER.keys)


def private(text: str) -> ec.EllipticCurvePrivateKey:
    return ec.derive_private_key(int.from_bytes(read(text)), ec.SECP256R1())


# RFC 8291, section 5 and appendix A.
PLAIN = b"When I grow up, I want to be a watermelon"
OURS = private("yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw")
THEIRS = Browser(
    private=private("q1dXpw3UpT5VOmu_cf_v6ih07Aems3njxI-JWgLcM94"),
    secret=read("BTBZMqHH6r4Tts7J_aSIgg"),
)
SALT = read("DGv6ra1nlYgDCS1FRnbzlw")
BODY = (
    "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS"
    "6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qu"
    "lcy4a-fN"
)


def test_the_example_of_rfc_8291_comes_out_bit_by_bit():
    to = receiver(**THEIRS.keys)
    assert written(to.point) == (
        "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4"
    )
    assert written(encryption._encrypted(PLAIN, to, OURS, SALT)) == BODY
    assert THEIRS.decrypt(read(BODY)) == PLAIN


def test_so_do_the_values_between_of_its_appendix():
    secret = OURS.exchange(ec.ECDH(), THEIRS.private.public_key())
    assert written(secret) == "kyrL1jIIOHEzg3sM2ZWRHDRB62YACZhhSlknJ672kSs"
    prk_key = encryption._hmac(THEIRS.secret, secret)
    assert written(prk_key) == "Snr3JMxaHVDXHWJn5wdC52WjpCtd2EIEGBykDcZW32k"
    prk = encryption._hmac(SALT, read("S4lYMb_L0FxCeq0WhDx813KgSYqU26kOyzWUdsXYyrg"))
    assert written(prk) == "09_eUZGrsvxChDCGRCdkLiDXrReGOEVeSCdCcPBSJSc"
    cek = encryption._hmac(prk, b"Content-Encoding: aes128gcm\0\1")[:16]
    nonce = encryption._hmac(prk, b"Content-Encoding: nonce\0\1")[:12]
    assert (written(cek), written(nonce)) == ("oIhVW04MRdy2XN9CiKLxTg", "4h_95klXJ5E_qnoN")


def test_the_example_of_rfc_8188_comes_out_bit_by_bit():
    ikm, salt = read("yqdlZ-tYemfogSmv7Ws5PQ"), read("I1BsxtFttlv3u_Oo94xnmw")
    body = encryption._sealed(b"I am the walrus", ikm, salt, b"")
    assert written(body) == (
        "I1BsxtFttlv3u_Oo94xnmwAAEAAA-NAVub2qFgBEuQKRapoZu-IxkIva3MEB1PD-ly8Thjg"
    )


# The invariant: whatever is encrypted, a browser reads the same bytes, and the body is as long as
# text, padding and 103 bytes of header, delimiter and tag.
@given(text=st.binary(max_size=LARGEST), padding=st.integers(0, LARGEST))
def test_a_browser_reads_what_was_encrypted(text, padding):
    padding = min(padding, LARGEST - len(text))
    body = encrypt(text, TO, padding)
    assert BROWSER.decrypt(body) == text
    assert len(body) == len(text) + padding + 103


# The invariant: with the same key and salt, ours and http_ece's body are the same bytes.
@given(text=st.binary(min_size=1, max_size=200), salt=st.binary(min_size=16, max_size=16))
def test_it_is_what_another_implementation_writes(text, salt):
    own = new_private()
    theirs = http_ece.encrypt(
        text, salt=salt, private_key=own, dh=BROWSER.point, auth_secret=BROWSER.secret
    )
    assert encryption._encrypted(text, TO, own, salt) == theirs


def test_it_has_the_form_of_pywebpushs():
    theirs = WebPusher({"endpoint": BROWSER.endpoint, "keys": BROWSER.keys}).encode(PLAIN)["body"]
    ours = encrypt(PLAIN, TO)
    assert BROWSER.decrypt(theirs) == BROWSER.decrypt(ours) == PLAIN
    assert (len(theirs), theirs[16:22]) == (len(ours), ours[16:22])


def test_no_two_messages_share_a_key_or_a_salt():
    bodies = [encrypt(PLAIN, TO) for _ in range(200)]
    assert len({body[:16] for body in bodies}) == 200
    assert len({body[21:86] for body in bodies}) == 200


# The invariant: a body of which one bit was changed behind the header is read by nobody.
@given(place=st.integers(86, 86 + len(PLAIN) + 16), bit=st.integers(0, 7))
def test_a_changed_bit_is_noticed(place, bit):
    body = bytearray(encrypt(PLAIN, TO))
    body[place] ^= 1 << bit
    with pytest.raises(ECEException, match="InvalidTag"):
        BROWSER.decrypt(bytes(body))


def test_another_browser_reads_nothing():
    with pytest.raises(ECEException, match="InvalidTag"):
        Browser(private=BROWSER.private).decrypt(encrypt(PLAIN, TO))


def test_the_largest_message_fills_what_every_push_service_takes():
    assert len(encrypt(bytes(LARGEST), TO)) == RECORD == 4096
    assert len(encrypt(b"", TO, LARGEST)) == 4096
    with pytest.raises(ValueError, match="3993 bytes, not 3994"):
        encrypt(bytes(LARGEST), TO, 1)


OFF_CURVE = written(b"\4" + bytes(31) + b"\1" + bytes(31) + b"\1")
GOOD = BROWSER.keys
REFUSED = {
    "empty": ("", GOOD["auth"], "p256dh is no uncompressed"),
    "short": (written(BROWSER.point[:-1]), GOOD["auth"], "p256dh is no uncompressed"),
    "long": (written(BROWSER.point + b"\0"), GOOD["auth"], "p256dh is no uncompressed"),
    "compressed": (written(b"\2" + BROWSER.point[1:33]), GOOD["auth"], "no uncompressed"),
    "hybrid": (written(b"\6" + BROWSER.point[1:]), GOOD["auth"], "p256dh is no uncompressed"),
    "infinity": (written(b"\0"), GOOD["auth"], "p256dh is no uncompressed"),
    "off the curve": (OFF_CURVE, GOOD["auth"], "no point on the curve"),
    "zero": (written(b"\4" + bytes(64)), GOOD["auth"], "no point on the curve"),
    "beyond the field": (written(b"\4" + b"\xff" * 64), GOOD["auth"], "no point on the curve"),
    "other signs": ("+/" + GOOD["p256dh"][2:], GOOD["auth"], "p256dh is no uncompressed"),
    "not ASCII": ("é" + GOOD["p256dh"][1:], GOOD["auth"], "p256dh is no uncompressed"),
    "padding within": (GOOD["p256dh"][:40] + "=" + GOOD["p256dh"][41:], GOOD["auth"], "p256dh"),
    "much padding": (GOOD["p256dh"] + "=" * 9, GOOD["auth"], "p256dh is no uncompressed"),
    "no secret": (GOOD["p256dh"], "", "auth is not 16 bytes"),
    "short secret": (GOOD["p256dh"], written(bytes(15)), "auth is not 16 bytes"),
    "long secret": (GOOD["p256dh"], written(bytes(17)), "auth is not 16 bytes"),
    "one letter too many": (GOOD["p256dh"], GOOD["auth"] + "AAA", "auth is not 16 bytes"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_hostile_keys_are_refused_in_one_sentence(case):
    p256dh, auth, says = REFUSED[case]
    with pytest.raises(ReceiverRefused, match=says) as refused:
        receiver(p256dh, auth)
    assert str(refused.value).endswith("subscribe again.")


# The invariant: whatever stands for keys, it is read or refused, and nothing else happens.
@given(p256dh=st.text(max_size=100), auth=st.text(max_size=30))
def test_nothing_else_than_a_refusal_comes_of_it(p256dh, auth):
    with pytest.raises(ReceiverRefused):
        receiver(p256dh, auth)


def test_padding_may_stand():
    padded = receiver(GOOD["p256dh"] + "=", GOOD["auth"] + "==")
    assert (padded.point, padded.auth) == (TO.point, TO.auth)


def test_keys_are_kept_read_but_never_very_many():
    assert receiver(**GOOD) is receiver(**GOOD)
    assert receiver.cache_info().maxsize == encryption.KEPT
