"""The compiled pass over events in time order: what each row takes away and what it adds.

Every loop works on one stretch of rows at a time, small enough for the processor's cache, and
holds no lock of the interpreter. Nothing is sorted, and nothing branches on what a row says: what
an event does to a state is read from a table of masks (`words.transitions`).
"""

from __future__ import annotations

from typing import Any

import numpy as np
from llvmlite import ir
from numba import njit, types
from numba.extending import intrinsic

from .words import EXCLUDED, KIND_SHIFT, LEFT_OUT, NO_ROW, VERDICT, WITHDRAWN, Array

AHEAD = 32
# A row beyond 7 of the masks is for those who have spoken: SAID, moved down to the 8.
_SPOKEN_SHIFT, _SPOKEN = np.uint32(15), np.uint32(8)
_SHIFT, _LEFT_OUT, _NO_ROW = np.uint32(KIND_SHIFT), np.uint32(LEFT_OUT), np.uint32(NO_ROW)
_OUT, _VERDICT, _NOTHING = np.uint32(WITHDRAWN | EXCLUDED), np.uint32(VERDICT), np.uint32(0)


@intrinsic
def fetch_ahead(typing_context: Any, array: Any, position: Any) -> Any:  # noqa: ARG001 -- numba's signature
    """Ask for the array's cell to be brought near, long before it is needed.

    A table larger than the cache answers in about a hundred nanoseconds; asked for in time, many
    such answers overlap. It changes no result.
    """

    def generate(context: Any, builder: Any, signature: Any, arguments: Any) -> Any:
        view = context.make_array(signature.args[0])(context, builder, arguments[0])
        cell = builder.gep(view.data, [arguments[1]])
        byte, number = ir.IntType(8).as_pointer(), ir.IntType(32)
        kind = ir.FunctionType(ir.VoidType(), [byte, number, number, number])
        function = builder.module.declare_intrinsic("llvm.prefetch", [byte], kind)
        hints = [ir.Constant(number, hint) for hint in (1, 2, 1)]
        builder.call(function, [builder.bitcast(cell, byte), *hints])
        return context.get_dummy_value()

    return types.void(array, types.intp), generate


@njit(nogil=True, cache=True, inline="always")
def after_event(state: Any, event: Any, steps: Array) -> Any:
    """Return what a reviewer's state becomes by an event; both are uint32."""
    row = np.uint64((event >> _SHIFT) | ((state >> _SPOKEN_SHIFT) & _SPOKEN)) << np.uint64(2)
    take, keep, put = steps[row], steps[row + np.uint64(1)], steps[row + np.uint64(2)]
    return (event & take) | (state & keep) | put


@njit(nogil=True, cache=True, inline="always")
def in_force(state: Any) -> Any:
    """Return the verdict and grade that count, 0 where none do; uint32."""
    return _NOTHING if state & _OUT else state & _VERDICT


@njit(nogil=True, cache=True, error_model="numpy")
def follow_numbered(
    words: Array, reviews: Array, steps: Array, states: Array, before: Array, after: Array
) -> None:
    """Write what each row takes away and adds, where each review has a number of its own."""
    last = words.size - 1
    for i in range(words.size):
        fetch_ahead(states, np.intp(reviews[min(i + AHEAD, last)]))
        event, review = words[i], np.uint64(np.uint32(reviews[i]))
        state = states[review]
        changed = after_event(state, event, steps)
        states[review] = changed
        counts = event >> _SHIFT != _LEFT_OUT
        before[i] = in_force(state) if counts else _NO_ROW
        after[i] = in_force(changed) if counts else _NO_ROW
