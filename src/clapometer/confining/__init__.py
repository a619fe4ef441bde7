"""Running what reads strangers' bytes in a process of its own, with bounds on memory and time."""
