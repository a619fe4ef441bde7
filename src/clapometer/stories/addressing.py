"""Which address a story has: the same story reached by two addresses is one story."""

from __future__ import annotations

import re
from hashlib import sha256
from urllib.parse import parse_qsl, urlencode, urlsplit

from clapometer.catalogue.folding import fold

# What senders of links add to an address to know who came from where; it never names a page.
# https://en.wikipedia.org/wiki/UTM_parameters, and the click ids of the large platforms.
_TRACKING = re.compile(
    r"(?:utm_[a-z_]+|fbclid|gclid|dclid|gbraid|wbraid|msclkid|twclid|yclid|igshid|mc_[ce]id|cmpid"
    r"|ocid|ref_src|ref_url|smid|taid|partner|_ga|_gl)",
    re.IGNORECASE,
)
_USUAL = {"http": 80, "https": 443}


def story_key(link: str, headline: str, outlet: str, day: str) -> str:
    """Return under what a story is found again: its address, else what is printed at its head.

    Scheme, a leading `www.`, the fragment, what tells who sent the link, and a slash at the end
    make no other story.
    """
    told = _bare(link) if link else "\n".join(("", fold(headline), fold(outlet), day))
    return sha256(told.encode()).hexdigest()


def _bare(link: str) -> str:
    parts = urlsplit(link)
    host = (parts.hostname or "").removeprefix("www.").removeprefix("amp.").removeprefix("m.")
    try:
        port = parts.port
    except ValueError:
        port = None
    if port not in (None, _USUAL.get(parts.scheme)):
        host = f"{host}:{port}"
    asked = [
        (name, value)
        for name, value in parse_qsl(parts.query, keep_blank_values=True)
        if not _TRACKING.fullmatch(name)
    ]
    query = f"?{urlencode(sorted(asked))}" if asked else ""
    return f"{host}{parts.path.rstrip('/')}{query}"
