"""A critic's review on a page: from its structured data, else from what it prints."""
