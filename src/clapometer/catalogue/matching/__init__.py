"""Which work of the catalogue an incoming work is, and how sure that is."""
