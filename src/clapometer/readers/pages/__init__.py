"""Pages of the web read without a network: bytes of HTML, or a plain text, into a `Page`."""

from .page import Page, Repaired
from .reading import read_page, read_text
from .refusals import PageRefused
from .reviewfound import ReviewFound

__all__ = ["Page", "PageRefused", "Repaired", "ReviewFound", "read_page", "read_text"]
