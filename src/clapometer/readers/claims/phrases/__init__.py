"""The grammar of people and works in stories, as tables: rows of patterns, each with its name and
an example of our own that a test runs. See rows.py for how a pattern is written."""
