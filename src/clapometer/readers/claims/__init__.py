"""Claims read out of stories: what a press story states about films and series, each with the
words it stands on. Plain Python and tables; no network, no database, no model."""
