"""The address at which a test asks what arrived and says which faults there are to be."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from typing import Any

from .faults import Fault
from .rawport import Asked, Say, answer
from .taking import Service

_JSON = "application/json"


def controlling(service: Service) -> Say:
    """Return what answers on the control port.

    GET /counts; GET /of/NUMBER; GET /bytes/MESSAGE (a byte for each browser); POST /faults with a
    list of faults.Fault as objects; POST /wake/NUMBER; POST /forget.
    """
    ways: dict[tuple[str, str], Callable[[str, bytes], Any]] = {
        ("GET", "counts"): lambda _what, _body: service.counts.told(),
        ("GET", "of"): lambda what, _body: service.counts.of(int(what)),
        ("GET", "bytes"): lambda what, _body: service.counts.bytes_of(what),
        ("POST", "faults"): lambda _what, body: _laid(service, body),
        ("POST", "wake"): lambda what, _body: service.counts.wake(int(what)),
        ("POST", "forget"): lambda _what, _body: _forgotten(service),
    }

    async def say(asked: Asked, writer: asyncio.StreamWriter) -> bool:
        _, name, what = (*asked.path.split("/", 2), "")[:3]
        way = ways.get((asked.method, name))
        if way is None:
            await answer(writer, 404, b"{}", _JSON)
            return True
        found = way(what, asked.body)
        if isinstance(found, bytes):
            await answer(writer, 200, found, "application/octet-stream")
        else:
            await answer(writer, 200, json.dumps(found).encode(), _JSON)
        return True

    return say


def _laid(service: Service, body: bytes) -> list[Any]:
    service.faults.lay([Fault(**one) for one in json.loads(body or b"[]")])
    return []


def _forgotten(service: Service) -> list[Any]:
    service.forget()
    return []
