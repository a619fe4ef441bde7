"""Stories of the press on pages: lists of them, one with what it states, who reports a fact."""
