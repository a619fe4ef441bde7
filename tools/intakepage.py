"""The tables about taking texts in, as the reference prints them."""

from __future__ import annotations

from collections.abc import Callable, Mapping


def _table(head: tuple[str, str], rows: Mapping[str, object]) -> str:
    lines = [f"| {name} | {value} |" for name, value in rows.items()]
    return "\n".join([f"| {head[0]} | {head[1]} |", "|---|---|", *lines])


def _bounds() -> str:
    from clapometer.desk.feeds import items, pace, polling, subscribing
    from clapometer.desk.intake import asked, fetched, knowing, listed, readable
    from clapometer.fetching import robots
    from clapometer.fetching.refusals import in_bytes

    return _table(
        ("what is bounded", "by"),
        {
            "links pasted at a time": asked.MOST_LINKS,
            "characters of a pasted text": f"{asked.LONGEST_TEXT:,}",
            "bytes of a page, packed and unpacked": in_bytes(fetched.MOST_BYTES),
            "seconds of a request for a page or a feed": f"{fetched.SECONDS:g}",
            "bytes of a feed": in_bytes(polling.MOST_BYTES),
            "bytes of robots.txt": in_bytes(robots.MOST_BYTES),
            "seconds between two requests that robots.txt may ask for": f"{robots.LONGEST_DELAY:g}",
            "hours for which robots.txt is believed": f"{robots.FRESH_FOR / 3600:g}",
            "minutes for which a link is left to the worker that began with it":
                listed.LEASE_SECONDS // 60,
            "characters of a text in which claims are looked for": f"{readable.MOST_READ:,}",
            "works of the catalogue that a text is read with": knowing.MOST_WORKS,
            "feeds that are subscribed": subscribing.MOST_FEEDS,
            "minutes between two times that a feed is asked": f"{pace.LEAST} to {pace.MOST:,}",
            "items of a feed that are taken the first time": items.FIRST_TIME,
            "items of a feed that are taken at a time later": items.LATER,
        },
    )  # fmt: skip


def _apart() -> str:
    from clapometer.confining.bounds import in_words
    from clapometer.desk.intake.apart import BOUNDS

    return _table(("what is bounded", "by"), in_words(BOUNDS))


def _reasons() -> str:
    from clapometer.confining.refusals import REASONS

    told = {f"`{code}`": text for code, text in REASONS.items() if code != "refused"}
    return _table(("reason", "sentence"), told)


def _feeds() -> str:
    from clapometer.readers.feeds.reading import FORMATS

    return _table(("format", "with"), dict(FORMATS))


def _feed_limits() -> str:
    from clapometer.readers.feeds.feed import LIMITS

    return _table(("of a feed", "at most"), {name: f"{most:,}" for name, most in LIMITS.items()})


def _feed_problems() -> str:
    from clapometer.readers.feeds.refusals import FEED_REFUSALS, FEED_REMARKS

    refused = {f"`{code}`": f"refused: {text}" for code, text in FEED_REFUSALS.items()}
    told = {f"`{code}`": f"read, and told: {text}" for code, text in FEED_REMARKS.items()}
    return _table(("code", "sentence"), refused | told)


def _states() -> str:
    from clapometer.desk.feeds.models import FEED_STATES

    return _table(("state", "meaning"), {f"`{name}`": what for name, what in FEED_STATES.items()})


def _duties() -> str:
    from clapometer.desk.intake.duties import DUTIES

    return _table(("what", "every … seconds"), {one.name: f"{one.seconds:g}" for one in DUTIES})


def texts() -> dict[str, Callable[[], str]]:
    """The tables by name."""
    return {
        "intake-bounds": _bounds,
        "intake-apart": _apart,
        "intake-reasons": _reasons,
        "feed-formats": _feeds,
        "feed-limits": _feed_limits,
        "feed-problems": _feed_problems,
        "feed-states": _states,
        "desk-duties": _duties,
    }
