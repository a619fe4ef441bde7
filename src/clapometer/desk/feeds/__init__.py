"""Feeds that editors subscribe: asked politely, each new item taken in once."""
