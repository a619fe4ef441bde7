"""Clapometer: the open record of how a film or series is received."""

from importlib.metadata import version

__version__ = version("clapometer")
