"""The taker of claims: what a story states becomes a fact of the record, through the services."""
