"""The names that `import clapometer as clap` offers, and where each is made."""

from __future__ import annotations

FUNCTIONS: dict[str, str] = {
    "score": "scores",
    "scores": "scores",
    "history": "histories",
    "moments": "moments",
    "compare": "comparing",
    "read_reviews": "reading",
    "grade": "grading",
    "infer_scale": "grading",
    "rule": "rulebook",
    "rules": "rulebook",
    "reconcile": "reconciling",
}
"""Function -> the module of this room that defines it."""
CLASSES: dict[str, str] = {
    "Score": "score",
    "Scores": "scores",
    "History": "histories",
    "Moments": "moments",
    "Comparison": "comparing",
    "Reconciliation": "reconciling",
    "Reviews": "reading",
    "Rules": "rulebook",
    "Refused": "problems",
}
"""What the functions give back, and the refusal that they raise."""
PUBLIC: dict[str, str] = {**FUNCTIONS, **CLASSES}
