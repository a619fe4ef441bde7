"""Taking texts in: a link, a file, a pasted text or an item of a feed becomes proposals."""
