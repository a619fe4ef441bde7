"""What came back of a question, read strictly: the service's answer, then the model's text."""

from __future__ import annotations

import json
import re
from typing import Any, NoReturn

from .asking import MOST_CLAIMS
from .refusing import ModelRefused

_FENCED = re.compile(r"\A\s*```[a-zA-Z]*\s*\n(?P<inner>.*?)\n?\s*```\s*\Z", re.DOTALL)
_THOUGHTS = re.compile(r"\A\s*<think>.*?</think>", re.DOTALL)
LONGEST_TEXT = 400_000
DEEPEST = 12
"""How deep an answer may be nested; one of claims is three deep."""


def claims_of(body: bytes) -> list[dict[str, Any]]:
    """Return what stands in the list of claims of a service's answer, objects only, unchecked.

    Raises ModelRefused. The first of several choices counts; calls of tools are nothing, because
    there are no tools; NaN and Infinity are no JSON.
    """
    return _claims(_text(_loaded(body, "not_json")))


def _loaded(text: str | bytes, code: str) -> Any:
    try:
        told = text.decode("utf-8") if isinstance(text, bytes) else text
        if _too_deep(told):
            raise ModelRefused(code)
        return json.loads(told, parse_constant=_no_number)
    except (ValueError, RecursionError):
        raise ModelRefused(code) from None


def _too_deep(text: str) -> bool:
    """Return whether more brackets are open at once than an answer has, strings counted too."""
    depth = 0
    for one in re.findall(r"[\[\]{}]", text[:LONGEST_TEXT]):
        depth += 1 if one in "[{" else -1
        if depth > DEEPEST * 4:
            return True
    return False


def _no_number(word: str) -> NoReturn:
    raise ValueError(word)


def _text(told: Any) -> str:
    """Return what the model wrote: the content of the first choice's message."""
    try:
        choice = told["choices"][0]
        content = choice["message"].get("content")
    except (KeyError, IndexError, TypeError, AttributeError):
        raise ModelRefused("not_json") from None
    if isinstance(content, list):
        parts = [one.get("text") for one in content if isinstance(one, dict)]
        content = "".join(part for part in parts if isinstance(part, str))
    if not isinstance(content, str) or not content.strip():
        raise ModelRefused("empty")
    if choice.get("finish_reason") == "length":
        raise ModelRefused("cut")
    return content[:LONGEST_TEXT]


def _claims(text: str) -> list[dict[str, Any]]:
    text = _THOUGHTS.sub("", text, count=1)
    fenced = _FENCED.match(text)
    told = _loaded(fenced["inner"] if fenced else text, "no_claims")
    found = told.get("claims") if isinstance(told, dict) else told
    if not isinstance(found, list):
        raise ModelRefused("no_claims")
    return [one for one in found if isinstance(one, dict)][:MOST_CLAIMS]
