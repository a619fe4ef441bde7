"""Labelled stories: comparing claims with labels, and what rules earn by it."""
