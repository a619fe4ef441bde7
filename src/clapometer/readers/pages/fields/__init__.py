"""The fields of a page: headline, byline, outlet, dates, topics, language, and where each stood."""
