"""Clapometer: the open record of how a film or series is received.

For analysts: `import clapometer as clap`, then `clap.score(positive=34, count=35)`. The names below
are loaded when they are first used, so that the import itself takes next to no time.
"""

from __future__ import annotations

# Every checker takes this name for true; the module `typing` would take longer than all of this.
TYPE_CHECKING = False

if TYPE_CHECKING:
    from clapometer.library.comparing import Comparison, compare
    from clapometer.library.grading import grade, infer_scale
    from clapometer.library.histories import History, history
    from clapometer.library.moments import Moments, moments
    from clapometer.library.problems import Refused
    from clapometer.library.reading import Reviews, read_reviews
    from clapometer.library.reconciling import Reconciliation, reconcile
    from clapometer.library.rulebook import Rules, rule, rules
    from clapometer.library.score import Score
    from clapometer.library.scores import Scores, score, scores

    __version__: str

__all__ = [
    "Comparison", "History", "Moments", "Reconciliation", "Refused", "Reviews", "Rules", "Score",
    "Scores", "compare", "grade", "history", "infer_scale", "moments", "read_reviews", "reconcile",
    "rule", "rules", "score", "scores",
]  # fmt: skip


if not TYPE_CHECKING:  # A checker knows the names above, and finds one that is misspelled.

    def __getattr__(name: str) -> object:
        """Load a name of the library, or the version, when it is first asked for."""
        if name == "__version__":
            from importlib.metadata import version

            found: object = version("clapometer")
        elif name in __all__:
            from importlib import import_module

            from clapometer.library.names import PUBLIC

            found = getattr(import_module(f"clapometer.library.{PUBLIC[name]}"), name)
        else:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        globals()[name] = found
        return found


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__, "__version__"} - {"TYPE_CHECKING", "annotations"})
