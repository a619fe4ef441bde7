"""Every public name is documented, and every example in its docstring holds."""

from __future__ import annotations

import doctest
import inspect
import typing
from importlib import import_module

import pytest

import clapometer
from clapometer.library.names import CLASSES, FUNCTIONS, PUBLIC


def test_the_package_offers_what_the_table_says():
    assert sorted(clapometer.__all__) == sorted(PUBLIC)
    assert set(PUBLIC) <= set(dir(clapometer))
    for name in PUBLIC:
        found = getattr(clapometer, name)
        assert found.__module__ == f"clapometer.library.{PUBLIC[name]}"
        assert found.__name__ == name


def test_a_name_that_is_not_there_is_an_attribute_error():
    with pytest.raises(AttributeError, match="has no attribute 'colour'"):
        _ = clapometer.colour
    assert clapometer.__version__


@pytest.mark.parametrize("name", sorted({*PUBLIC.values()}))
def test_the_examples_hold(name):
    module = import_module(f"clapometer.library.{name}")
    failed, tried = doctest.testmod(module)
    assert not failed
    assert tried or name not in FUNCTIONS.values()


@pytest.mark.parametrize("name", sorted(FUNCTIONS))
def test_every_function_has_an_example(name):
    found = getattr(clapometer, name)
    assert "\n    >>> import clapometer as clap\n" in found.__doc__
    for parameter in inspect.signature(found).parameters:
        assert f"`{parameter}`" in found.__doc__, f"{name} does not explain {parameter}"


@pytest.mark.parametrize("name", sorted(PUBLIC))
def test_everything_public_is_documented_and_typed(name):
    found = getattr(clapometer, name)
    members = [found] if name in FUNCTIONS else [found, *own_members(found)]
    for one in members:
        assert inspect.getdoc(one), one
        made = one.fget if isinstance(one, property) else one
        if inspect.isfunction(made):
            hints = made.__annotations__
            wanted = {*inspect.signature(made).parameters, "return"} - {"self"}
            assert wanted <= set(hints), made


def own_members(found: type) -> list[object]:
    """The public functions and properties of a class of ours."""
    return [
        value
        for one in found.__mro__
        if one.__module__.startswith("clapometer.library")
        for name, value in vars(one).items()
        if not name.startswith("_") and isinstance(value, property | typing.Callable)
    ]


def test_every_class_is_what_some_function_gives_back():
    given = " ".join(str(getattr(clapometer, name).__annotations__["return"]) for name in FUNCTIONS)
    assert {name for name in CLASSES if name not in given} == {"Refused"}
