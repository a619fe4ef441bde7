"""The story itself: its paragraphs, without what a page puts around and between them."""
