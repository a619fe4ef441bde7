"""Saved queries: questions over the whole site, each with its rules for dates and ties."""
