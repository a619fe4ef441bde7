"""Feeds of the web: RSS, Atom and JSON Feed. Bytes in, items out; nothing is fetched here."""
