"""Digests: what happened in a follower's day or week to what they follow, in one message."""
