"""What is announced of works: the vocabulary, and the state that follows from it. Pure."""
