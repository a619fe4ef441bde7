"""The tables about catalogues and fetching, as the reference prints them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

Rows = Callable[[], str]


def _pairs(left: str, right: str, rows: Mapping[str, object]) -> str:
    lines = [f"| {name} | {value} |" for name, value in rows.items()]
    return "\n".join([f"| {left} | {right} |", "|---|---|", *lines])


def sources_text() -> str:
    """The catalogues, their licences, and what a site does with their word for a standing."""
    from clapometer.desk.cataloguing.sources import SOURCES

    rows = []
    for one in SOURCES.values():
        words = f"`{one.statuses}`" if one.statuses else ""
        rows.append(f"| {one.title} | `{one.profile}` | {one.licence} | {words} |")
    head = "| catalogue | name in the list of imports | licence | words for how a series stands |"
    return "\n".join([head, "|---|---|---|---|", *rows])


def identities_text() -> str:
    """By which fields a fact of a source is the same as one that is there."""
    from clapometer.desk.cataloguing.saying import IDENTITY

    told = {f"`{kind}`": ", ".join(f"`{one}`" for one in names) for kind, names in IDENTITY.items()}
    return _pairs("kind of fact", "the same fact, where these agree", told)


def addresses_text() -> str:
    """The blocks of addresses that are not fetched from."""
    from clapometer.fetching.addresses import SPECIAL

    told: dict[str, list[str]] = {}
    for block, what in SPECIAL:
        told.setdefault(what, []).append(f"`{block}`")
    return _pairs("what it is", "blocks", {what: ", ".join(found) for what, found in told.items()})


def paces_text() -> str:
    """How often hosts are asked."""
    from clapometer.fetching.pacing import DEFAULT, PACES

    paces = {**{f"`{host}`": pace for host, pace in PACES.items()}, "any other host": DEFAULT}
    told = {host: f"{pace.times} in {pace.seconds:g} seconds" for host, pace in paces.items()}
    return _pairs("host", "requests at most", told)


def bounds_text() -> str:
    """What a fetch may take."""
    from clapometer.fetching import cache, client, retrying
    from clapometer.fetching.refusals import in_bytes

    return _pairs(
        "bound",
        "value",
        {
            "bytes of an answer, packed and unpacked": in_bytes(client.MOST_BYTES),
            "seconds of a request, from the name to the last byte": f"{client.SECONDS:g}",
            "redirects": client.MOST_REDIRECTS,
            "tries where a host is busy or breaks off": retrying.TRIES,
            "seconds of waiting for a busy host, over all tries": f"{client.PATIENCE:g}",
            "bytes of answers kept in the site's folder `fetched`": in_bytes(cache.MOST_BYTES),
        },
    )


def texts() -> dict[str, Rows]:
    """The tables by name."""
    from clapometer.desk.cataloguing.files import PROFILES
    from clapometer.readers.sources import imdb, tvmaze, wikidata

    def coded(rows: Mapping[str, object]) -> dict[str, object]:
        return {f"`{name}`": value for name, value in rows.items()}

    forms = {one.name: one.tells for one in imdb.FORMS}
    names = {name: f"`{form.format('…')}`" for name, form in wikidata.IDENTIFIERS.items()}
    roles = coded(wikidata.CREDITS)
    return {
        "sources": sources_text,
        "source-profiles": partial(_pairs, "profile", "files", coded(PROFILES)),
        "source-identities": identities_text,
        "tvmaze-crew": partial(_pairs, "TVmaze says", "role of the credit", coded(tvmaze.CREW)),
        "wikidata-identifiers": partial(_pairs, "property", "identifier", coded(names)),
        "wikidata-credits": partial(_pairs, "property", "role of the credit", roles),
        "imdb-tables": partial(_pairs, "table", "what is taken from it", coded(forms)),
        "imdb-kinds": partial(_pairs, "IMDb's type", "kind", coded(imdb.KINDS)),
        "imdb-roles": partial(_pairs, "IMDb's category", "role of the credit", coded(imdb.ROLES)),
        "fetch-addresses": addresses_text,
        "fetch-paces": paces_text,
        "fetch-bounds": bounds_text,
    }
