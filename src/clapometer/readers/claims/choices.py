"""Expressions for one of many names, built so that a search fails fast."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

_Tree = dict[str, Any]


def one_of(names: Iterable[str]) -> str:
    """Return an expression that matches any of the names, the longest that fits.

    Names that begin alike share their beginning, so that a place in the text is given up after
    its first letters instead of after every name.
    """
    tree: _Tree = {}
    for name in names:
        here = tree
        for letter in name:
            here = here.setdefault(letter, {})
        here[""] = {}
    return _written(tree)


def _written(tree: _Tree) -> str:
    branches = [
        re.escape(letter) + _written(below) for letter, below in sorted(tree.items()) if letter
    ]
    if not branches:
        return ""
    inside = branches[0] if len(branches) == 1 and "" not in tree else f"(?:{'|'.join(branches)})"
    return f"{inside}?" if "" in tree else inside
