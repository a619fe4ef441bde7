"""What the page of a work says about the work itself: one module for each section."""
