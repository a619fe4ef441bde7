"""Web Push: messages to browsers, encrypted for each (RFC 8030, 8188, 8291 and 8292)."""
