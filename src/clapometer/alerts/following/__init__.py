"""What a reader does: follow, choose, be reached, stop."""
