"""The demo's example of a real record: a series as public facts tell it, each with its source."""
