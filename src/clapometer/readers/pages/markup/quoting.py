"""Mending of strings in broken JSON: quotation marks, backslashes and line breaks."""

from __future__ import annotations

import re

_CONTROL = re.compile(r"[\x00-\x1f\u2028\u2029]")
_WRITTEN = {"\n": "\\n", "\r": "", "\t": "\\t"}
_STRING = re.compile(r'"[^"\\]*+(?:\\.[^"\\]*+)*+"', re.DOTALL)
_ESCAPE = re.compile(r'\\(?:(["\\/bfnrt]|u[0-9a-fA-F]{4})|(.)|\Z)', re.DOTALL)
_SINGLE = re.compile(
    r""""[^"\\]*+(?:\\.[^"\\]*+)*+"|(?<=[\[{,:\s])'((?:[^'\\]|\\.|'(?!\s*[,:\]}]))*)'(?=\s*[,:\]}])""",
    re.DOTALL,
)
_BARE = re.compile(rf"({_STRING.pattern})|(?<=[{{,])(\s*)([A-Za-z_@][\w@-]*)(?=\s*:)", re.DOTALL)
_ENDS = re.compile(r"\s*(?:[,:\]}]|\Z)")
_GOES_ON = re.compile(r'\s*,\s*(?:"|[\[{\]}]|-?\d|true|false|null|\Z)')


def raw_breaks(text: str) -> str:
    """Return the text with control characters inside strings written as JSON wants them."""
    return _STRING.sub(lambda found: _CONTROL.sub(_escaped, found[0]), text)


def _escaped(found: re.Match[str]) -> str:
    return _WRITTEN.get(found[0], " ")


def stray_escapes(text: str) -> str:
    r"""Return the text without backslashes before characters that JSON does not escape (`\'`)."""
    return _STRING.sub(
        lambda string: _ESCAPE.sub(
            lambda found: found[0] if found[1] else found[2] or "", string[0]
        ),
        text,
    )


def single_quotes(text: str) -> str:
    """Return the text with names and texts in single quotation marks put into double ones."""
    return _SINGLE.sub(_doubled, text)


def _doubled(found: re.Match[str]) -> str:
    if found[1] is None:
        return found[0]
    inner = found[1].replace("\\'", "'")
    return '"' + re.sub(r'(?<!\\)"', r"\"", inner) + '"'


def bare_names(text: str) -> str:
    """Return the text with quotation marks put around names that have none."""
    return _BARE.sub(lambda found: found[1] or f'{found[2]}"{found[3]}"', text)


def inner_quotes(text: str) -> str:
    """Return the text with quotation marks inside strings escaped.

    A mark ends its string when what follows is a colon, a closing bracket, the end, or a comma
    before something that can begin a value; any other one belongs to the string.
    """
    out: list[str] = []
    inside = False
    at = 0
    for mark in re.finditer(r'\\.|"', text, re.DOTALL):
        if mark[0] != '"':
            continue
        out.append(text[at : mark.start()])
        ends = inside and _is_end(text, mark.end())
        out.append('\\"' if inside and not ends else '"')
        inside = not inside or not ends
        at = mark.end()
    out.append(text[at:])
    return "".join(out)


def _is_end(text: str, at: int) -> bool:
    if not (after := _ENDS.match(text, at)):
        return False
    return not after[0].endswith(",") or _GOES_ON.match(text, at) is not None
