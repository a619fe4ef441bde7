"""Why something was not fetched, as one table of sentences for a person."""

from __future__ import annotations

REFUSALS: dict[str, str] = {
    "no_link": "“{link}” is no address of the web; write it like https://example.org/page.",
    "scheme": "“{link}” is not fetched: only http and https addresses are.",
    "plain": "{host} is asked only with https: only an address of the own machine or network may"
    " begin with http.",
    "secret": "The address of {host} has a name or password in it; such addresses are not fetched.",
    "port": "{host} is named with port {port}, where no web server listens; use 80, 443 or one from"
    " 1024.",
    "unknown_host": "{host} is not known: no name server has an address for it ({why}).",
    "not_public": "{host} has the address {address}, {what}; only public addresses are fetched.",
    "no_answer": "{host} does not answer ({why}); try again later.",
    "certificate": "{host} does not prove that it is {host} ({why}), so nothing was fetched.",
    "broken_off": "{host} broke the answer off ({why}); try again later.",
    "slow": "{host} had not answered whole after {seconds} seconds; try again later.",
    "too_big": "The answer of {host} is larger than {limit}; it was left there.",
    "bomb": "The answer of {host} unpacks to more than {limit}; it was left there.",
    "damaged": "The answer of {host} cannot be unpacked: it is damaged, or packed as “{coding}”.",
    "redirects": "{host} sent from address to address more than {limit} times; it was given up.",
    "downgrade": "{host} sent from https to an address without encryption ({link}); that is not"
    " followed.",
    "lost": "{host} sent elsewhere (status {status}) without saying where.",
    "status": "{host} answered with status {status} ({reason}) for {link}.",
    "busy": "{host} answered with status {status} and asks to come back in {wait}; try again then.",
    "robots": "{host} asks programs not to fetch {link} (robots.txt); copy its text and paste it.",
    "robots_unknown": "{host} does not say what programs may fetch ({why}), so nothing is fetched"
    " for now; try again later, or paste the text.",
    "still_busy": "{host} answered with status {status} {tries} times; try again later.",
}
"""code -> sentence with its places."""


class FetchRefused(Exception):
    """Something was not fetched; the message is one sentence for a person.

    `code` is a key of REFUSALS; `status` the status of the answer, where there was one; `after`
    the seconds that a busy host asks to be left alone.
    """

    def __init__(
        self, code: str, *, status: int | None = None, after: float = 0.0, **places: object
    ) -> None:
        shown = {name: shortened(value) for name, value in places.items()}
        super().__init__(REFUSALS[code].format(status=status, **shown))
        self.code = code
        self.status = status
        self.after = after


def shortened(value: object) -> str:
    """Return a text fit to stand in a sentence: printable, one line, of 120 characters at most."""
    text = "".join(one if one.isprintable() else " " for one in str(value))
    return text[:119] + "…" if len(text) > 120 else text


def in_bytes(size: int) -> str:
    """Return a size as people write it: 16 MiB, 10 KiB, 12 bytes."""
    for unit, step in (("MiB", 1 << 20), ("KiB", 1 << 10)):
        if size >= step:
            return f"{size // step} {unit}"
    return f"{size} bytes"
