"""Texts that scoring hands out to be translated are marked where gettext's tools look."""

from __future__ import annotations

import ast
from pathlib import Path

from clapometer.reviews import consensus
from clapometer.scoring import moments, pooling
from clapometer.scoring.marking import gettext_noop
from clapometer.signals.statuses import stages, vocabulary

SOURCE = Path(moments.__file__)


def marked(source: str) -> set[str]:
    """The texts that stand, as literals, as the argument of gettext_noop."""
    calls = [one for one in ast.walk(ast.parse(source)) if isinstance(one, ast.Call)]
    return {
        ast.literal_eval(call.args[0])
        for call in calls
        if isinstance(call.func, ast.Name) and call.func.id == gettext_noop.__name__
    }


def test_every_text_of_a_moment_is_marked():
    says = {kind.says for kind in moments.KINDS.values()} | {moments.BY_RULE}
    assert says == marked(SOURCE.read_text("utf-8"))


def test_so_are_the_words_about_reviews_of_the_first_episodes():
    source = Path(pooling.__file__).read_text("utf-8")
    assert set(pooling.FIRST_EPISODES.values()) == marked(source)


def test_so_are_the_words_of_what_is_announced():
    folder = Path(stages.__file__).parent
    texts = marked((folder / "stages.py").read_text("utf-8"))
    texts |= marked((folder / "vocabulary.py").read_text("utf-8"))
    tables = (stages.STAGES, stages.CERTAINTIES, vocabulary.STATUSES)
    words = {one.word for table in tables for one in table.values()}
    assert words | set(stages.STANDINGS.values()) == texts


def test_so_are_the_reasons_to_look_at_a_consensus_again():
    assert set(consensus.REASONS.values()) == marked(Path(consensus.__file__).read_text("utf-8"))


def test_a_text_that_is_not_marked_would_be_found():
    assert marked('KINDS = {"a": Kind(gettext_noop("One " "text."), "Another.")}') == {"One text."}
