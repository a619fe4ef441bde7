"""The site's key: made once, for its owner's eyes, and refused where it is none."""

import stat
from concurrent.futures import ThreadPoolExecutor

import pytest
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    NoEncryption,
    PrivateFormat,
)

from clapometer.alerts.channels.webpush import sitekey
from clapometer.alerts.channels.webpush.sitekey import KeyFileRefused, site_key
from tests.alerts.channels.webpush.browsers import read


@pytest.fixture(autouse=True)
def _nothing_kept():
    site_key.cache_clear()
    yield
    site_key.cache_clear()


def pem(private, encryption=None) -> bytes:
    return private.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, encryption or NoEncryption())


def test_the_first_call_makes_it_and_it_stays(tmp_path):
    first = site_key(tmp_path)
    site_key.cache_clear()
    assert site_key(tmp_path).public == first.public
    assert [one.name for one in tmp_path.iterdir()] == ["push.key"]


def test_its_owner_alone_can_read_it(tmp_path):
    site_key(tmp_path)
    assert stat.S_IMODE((tmp_path / "push.key").stat().st_mode) == 0o600


def test_the_public_half_is_what_a_browser_subscribes_with(tmp_path):
    key = site_key(tmp_path)
    point = read(key.public)
    assert (len(key.public), len(point), point[0]) == (87, 65, 4)
    public = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), point)
    assert public == key.private.public_key()


def test_two_sites_have_two_keys(tmp_path):
    folders = [tmp_path / name for name in ("one", "two")]
    for folder in folders:
        folder.mkdir()
    assert len({site_key(folder).public for folder in folders}) == 2


# The invariant: however many processes start at once, all go on with one and the same key.
def test_who_comes_second_takes_the_key_of_the_first(tmp_path):
    def start(_: int) -> bytes:
        sitekey._make(tmp_path / "push.key")
        return (tmp_path / "push.key").read_bytes()

    with ThreadPoolExecutor(8) as many:
        seen = list(many.map(start, range(24)))
    assert set(seen) == {(tmp_path / "push.key").read_bytes()}
    assert [one.name for one in tmp_path.iterdir()] == ["push.key"]


@pytest.mark.parametrize(
    "held",
    [
        b"",
        b"no key",
        pem(ec.generate_private_key(ec.SECP384R1())),
        pem(rsa.generate_private_key(65537, 2048)),
        pem(ec.generate_private_key(ec.SECP256R1()), BestAvailableEncryption(b"locked")),
    ],
    ids=["empty", "text", "another curve", "RSA", "under a password"],
)
def test_a_file_that_holds_something_else_is_refused(tmp_path, held):
    (tmp_path / "push.key").write_bytes(held)
    with pytest.raises(KeyFileRefused, match=r"push\.key holds no private key of the curve P-256"):
        site_key(tmp_path)
    assert (tmp_path / "push.key").read_bytes() == held
