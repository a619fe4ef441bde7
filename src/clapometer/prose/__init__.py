"""Reading opinions out of prose: whether a text is for or against, and what it speaks of."""
