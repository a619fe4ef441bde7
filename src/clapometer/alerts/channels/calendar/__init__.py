"""Calendars: the premieres and chart days of what a follower follows."""
