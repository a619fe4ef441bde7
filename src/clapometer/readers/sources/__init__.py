"""Readers of catalogues: what TVmaze, Wikidata and IMDb tell of works, as one shape of record."""
