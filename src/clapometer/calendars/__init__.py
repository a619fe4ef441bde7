"""Calendar feeds (iCalendar, RFC 5545): premieres as they are announced, and chart days."""
