"""Messages in the reader's browser: its worker, what its scripts ask the site, what it is told."""
