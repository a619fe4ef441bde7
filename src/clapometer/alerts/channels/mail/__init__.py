"""Mail to followers: through the site's own mail server, to addresses that were confirmed."""
