"""Arabic: word lists and rules."""
