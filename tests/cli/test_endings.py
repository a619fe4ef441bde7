"""How commands end: known errors in a sentence, unknown ones in a sentence and a log."""

from __future__ import annotations

import errno
from importlib import import_module

import click
import pytest

from clapometer.cli import endings


@pytest.mark.parametrize("name", endings.KNOWN)
def test_every_known_error_is_the_name_of_an_error_there_is(name):
    module, _, kind = name.rpartition(".")
    assert issubclass(getattr(import_module(module), kind), Exception)


@pytest.mark.parametrize(("code", "template"), endings.KNOWN.values())
def test_every_known_error_ends_in_a_code_of_the_table_and_names_what_happened(code, template):
    assert code in endings.ENDINGS
    assert template.format(error="because", where="there")


def raising(error):
    def run():
        raise error

    return run


def test_an_error_of_a_known_kind_is_one_sentence(capsys):
    from django.db.utils import OperationalError

    assert endings.conclude(raising(OperationalError("disk I/O\nerror"))) == endings.FAILED
    said = capsys.readouterr()
    assert said.err == (
        "The database cannot be used (disk I/O error); `clapometer check` says more.\n"
    )
    assert said.out == ""


def test_the_nearest_known_kind_counts():
    nowhere = PermissionError(errno.EACCES, "no", "/somewhere/file")
    code, sentence = endings.ending_of(nowhere)
    assert code == endings.FAILED
    assert sentence == (
        "/somewhere/file may not be read or written by this user; change its permissions."
    )


def test_an_unforeseen_error_is_a_sentence_and_its_traceback_lies_in_the_folder(
    capsys, tmp_path, monkeypatch
):
    monkeypatch.setenv("CLAPOMETER_DATA", str(tmp_path))
    assert endings.conclude(raising(ZeroDivisionError("seven by nothing"))) == endings.FAILED
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert "Traceback" not in said
    assert str(tmp_path / endings.LOG_NAME) in said
    log = (tmp_path / endings.LOG_NAME).read_text(encoding="utf-8")
    assert "Traceback" in log
    assert "seven by nothing" in log


@pytest.mark.parametrize("error", [KeyboardInterrupt(), click.Abort()])
def test_an_interruption_ends_with_130(error, capsys):
    assert endings.conclude(raising(error)) == endings.INTERRUPTED
    assert "Traceback" not in capsys.readouterr().err


def test_our_own_endings_say_their_sentence_and_their_code(capsys):
    assert endings.conclude(raising(endings.refused("No."))) == endings.REFUSED
    assert endings.conclude(raising(endings.failed("Alas."))) == endings.FAILED
    assert capsys.readouterr().err == "No.\nAlas.\n"


def test_a_command_that_ends_well_ends_with_0():
    assert endings.conclude(lambda: None) == endings.DONE
