"""What readers propose for the record, and what editors decide: nothing is written before."""
