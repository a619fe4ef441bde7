"""The keys of the queue: one table that the page, its script and the reference read."""

from __future__ import annotations

from django.utils.translation import gettext_lazy

KEYS = {
    "y": gettext_lazy("yes: write it, and go on to the next"),
    "n": gettext_lazy("no: nothing is written, and go on"),
    "e": gettext_lazy("edit it first; Enter in a field saves and accepts, Escape leaves it"),
    "l": gettext_lazy("later: to the end of the queue"),
    "j": gettext_lazy("the next one, nothing decided"),
    "k": gettext_lazy("the one before"),
    "1–9": gettext_lazy("the answer of that number, where there are some to choose from"),
    "u": gettext_lazy("undo your last decision; it waits here again"),
    "o": gettext_lazy("open the source in a new tab"),
    "?": gettext_lazy("show or hide these keys"),
}
"""Key -> what it does. They are off while you type in a field."""
