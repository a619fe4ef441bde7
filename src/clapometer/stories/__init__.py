"""Stories of the press: what was published where, which facts it supports, under which topics."""
