"""Taking works in from catalogues: fetched, matched, compared; never twice, never over a person."""
