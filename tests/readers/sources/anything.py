"""JSON in which anything may stand in the place of something."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from typing import Any

from hypothesis import strategies as st

JUNK = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**40), 2**40) | st.text(max_size=12)
    | st.floats(allow_nan=False, allow_infinity=False),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3)
    ),
    max_leaves=5,
)  # fmt: skip


def broken(whole: Any) -> st.SearchStrategy[Any]:
    """The value with up to three of its parts replaced by junk."""
    places = list(_places(whole))

    @st.composite
    def build(draw: st.DrawFn) -> Any:
        made = deepcopy(whole)
        for path in draw(st.lists(st.sampled_from(places), max_size=3)):
            junk = draw(JUNK)
            holder = made
            try:
                for step in path[:-1]:
                    holder = holder[step]
                if path:
                    # What was a list may be an object by now, whose names are texts.
                    if isinstance(holder, dict) and not isinstance(path[-1], str):
                        continue
                    holder[path[-1]] = junk
                else:
                    made = junk
            except (KeyError, IndexError, TypeError):
                continue
        return made

    return build()


def _places(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    yield path
    pairs = (
        value.items()
        if isinstance(value, dict)
        else enumerate(value)
        if isinstance(value, list)
        else ()
    )
    for step, part in pairs:
        yield from _places(part, (*path, step))
