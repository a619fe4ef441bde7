"""Why nothing came back of what was sent, as one table of sentences for a person."""

from __future__ import annotations

import pycurl

from .refusals import shortened

PROBLEMS: dict[str, str] = {
    "no_link": "The address is no address of the web; write it like https://example.org/page.",
    "scheme": "The address is not sent to: only addresses with https are.",
    "secret": "The address has a name or password in it; such addresses are not sent to.",
    "port": "The address names a port where no web server listens; use 80, 443 or one from 1024.",
    "unknown_host": "{host} is not known: no name server has an address for it.",
    "not_public": "{host} has the address {address}, {what}; only public addresses are sent to.",
    "no_answer": "{host} does not answer: no connection came about.",
    "certificate": "{host} does not prove that it is {host} ({why}), so nothing was sent.",
    "broken_off": "{host} broke off before it had answered ({why}).",
    "slow": "{host} had not answered after {seconds} seconds.",
    "too_big": "The answer of {host} has a head larger than any server needs; it was left there.",
}
"""code -> sentence with its places. No sentence tells an address, which may be a secret."""
_BROKEN = "broken_off"
CAUSES: dict[int, tuple[str, str]] = {
    pycurl.E_URL_MALFORMAT: ("no_link", ""),
    pycurl.E_UNSUPPORTED_PROTOCOL: (_BROKEN, "what came is no HTTP"),
    pycurl.E_COULDNT_RESOLVE_HOST: ("unknown_host", ""),
    pycurl.E_COULDNT_CONNECT: ("no_answer", ""),
    pycurl.E_OPERATION_TIMEDOUT: ("slow", ""),
    pycurl.E_SSL_CONNECT_ERROR: ("certificate", "no encryption could be agreed on"),
    pycurl.E_PEER_FAILED_VERIFICATION: ("certificate", "its certificate is not valid"),
    pycurl.E_GOT_NOTHING: (_BROKEN, "nothing came"),
    pycurl.E_SEND_ERROR: (_BROKEN, "the connection was closed"),
    pycurl.E_RECV_ERROR: (_BROKEN, "the connection was closed"),
    pycurl.E_PARTIAL_FILE: (_BROKEN, "half an answer came"),
    pycurl.E_WRITE_ERROR: ("too_big", ""),
    pycurl.E_HTTP2: (_BROKEN, "what came is no HTTP"),
    pycurl.E_FTP_WEIRD_SERVER_REPLY: (_BROKEN, "what came is no HTTP"),
}
"""libcurl's number of what went wrong -> code and, in words, why. Any other: it broke off."""


def cause(number: int, told: str) -> tuple[str, str]:
    """Return the code of libcurl's error and why, where `told` is what libcurl says of it."""
    code, why = CAUSES.get(number, (_BROKEN, "what came is no whole answer"))
    if number == pycurl.E_PEER_FAILED_VERIFICATION and ": " in told:
        why = told.rpartition(": ")[2]
    return code, why


def sentence(code: str, **places: object) -> str:
    """Return the sentence of a code, its places filled in with short and printable texts."""
    return PROBLEMS[code].format(**{name: shortened(value) for name, value in places.items()})
