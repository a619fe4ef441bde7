"""What was announced of a work, on its page: the status under the title, the list, the marks."""
