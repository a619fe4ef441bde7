"""Ways to reach a follower, a folder each, all under one contract (contract.py)."""
