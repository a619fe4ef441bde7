"""What notices come from, one file each."""
