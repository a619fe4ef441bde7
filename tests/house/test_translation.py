"""Texts that scoring hands out to be translated are marked where gettext's tools look."""

from __future__ import annotations

import ast
import shutil
import subprocess
from pathlib import Path

import pytest

from clapometer.scoring import moments
from clapometer.scoring.marking import gettext_noop

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


@pytest.mark.skipif(shutil.which("xgettext") is None, reason="GNU gettext is not installed")
def test_gettext_itself_finds_every_text_of_a_moment():
    command = ["xgettext", "--keyword=gettext_noop", "--from-code=UTF-8", "--no-wrap", "-o", "-"]
    found = subprocess.run([*command, SOURCE], capture_output=True, text=True, check=True).stdout
    assert all(f'msgid "{kind.says}"' in found for kind in moments.KINDS.values())
