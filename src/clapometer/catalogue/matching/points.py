"""What each likeness between an incoming work and one of the catalogue is worth, as tables.

A score is a sum of points, 100 at most: for the title, the year, and the kind. The limits were
chosen on one half of the films of a real list and then measured on the other
(docs/explanation/matching.md).
"""

from __future__ import annotations

TITLE_POINTS = {"printed": 60, "normal": 58, "named": 54, "tail": 54, "main": 36}
"""By the way of the less sure of the two forms."""
NEAR_FROM = 90.0
"""Likeness of two titles, by RapidFuzz in hundredths, from which they are compared at all."""
NEAR_LOSS = 3.0
"""Points that each hundredth of unlikeness takes away from those of the way."""
NEAR_LETTERS = 8
"""Letters of the shorter title, below which one changed letter makes another word."""
YEAR_POINTS = {0: 30, 1: 20, 2: 8}
"""By the years between; further apart it is another work with the same title."""
YEAR_APART = -20
YEAR_UNKNOWN = 10
KIND_POINTS = 10
KIND_UNKNOWN = 5

AUTOMATIC = 85
"""From so many points a match needs no person, if nothing speaks against it."""
WORTH_ASKING = 60
"""From so many points a person is asked; with fewer the work is taken for another."""
CLEAR_BY = 15
"""Points by which the best must lead the second."""
