"""What editors may do with what is to be told: see it, hold it, release it, drop it."""
