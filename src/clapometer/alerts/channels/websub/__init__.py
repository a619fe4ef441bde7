"""WebSub: hubs are told which public feed has changed, and tell their subscribers (W3C WebSub)."""
