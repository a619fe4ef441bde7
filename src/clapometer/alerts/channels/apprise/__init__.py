"""Other services (ntfy, Matrix …) through Apprise, which is there if the owner installed it."""
