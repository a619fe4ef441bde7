"""The pages on which editors enter, correct and take back what stands in the record."""
