"""Facts to cite: what can be said of a work at an instant, each with its permalink.

Reads from projections only; the sentences themselves are the room `sentences`.
"""
