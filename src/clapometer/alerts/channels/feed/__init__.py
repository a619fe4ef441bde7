"""Feeds: what a follower is told, or what is told of a work, for programs that ask for it."""
