"""Webhooks: signed posts to an address of the follower's own, by Standard Webhooks."""
