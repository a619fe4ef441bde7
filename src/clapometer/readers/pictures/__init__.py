"""Pictures that people upload: told by their bytes, decoded in a process apart, drawn anew."""
