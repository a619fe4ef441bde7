"""Mail that comes back: reading it, and what follows for the address it is about."""
