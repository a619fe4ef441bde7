"""Readers: pure parsers from files to records and problems, never the database.

`tables.open_table` opens a file, `profiles.match_profile` or `mapping.guess` say which column is
what, `reviews.read_reviews` and `works.read_works` give records and refusals, row by row.
"""
