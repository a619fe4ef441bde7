"""The timeline of a work: everything that is dated about it and its parts, on either clock."""
