"""The tables about what is sent, as the reference prints them."""

from __future__ import annotations

from collections.abc import Callable


def _bounds() -> str:
    from clapometer.fetching import origins, posting, transfers, waking
    from clapometer.fetching.refusals import in_bytes

    rows = {
        "requests in flight, to all origins together": posting.MOST_OPEN,
        "requests in flight to one origin": posting.MOST_OPEN // 2,
        "connections, to all origins together": waking.CONNECTIONS,
        "connections to one origin": posting.PER_ORIGIN,
        "requests at a time on one connection of HTTP/2": origins.STREAMS,
        "seconds of a request, from the name to the last byte": f"{posting.SECONDS:g}",
        "bytes of the head of an answer": in_bytes(transfers.HEAD_BYTES),
        "bytes kept of the body of an answer": in_bytes(transfers.KEPT_BYTES),
        "redirects": "none",
    }
    lines = [f"| {name} | {value} |" for name, value in rows.items()]
    return "\n".join(["| bound | value |", "|---|---|", *lines])


def _problems() -> str:
    from clapometer.fetching.problems import PROBLEMS

    lines = [f"| `{code}` | {sentence} |" for code, sentence in PROBLEMS.items()]
    return "\n".join(["| code | sentence |", "|---|---|", *lines])


def texts() -> dict[str, Callable[[], str]]:
    """The tables by name."""
    return {"post-bounds": _bounds, "post-problems": _problems}
