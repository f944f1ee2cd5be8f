"""Indonesian: word lists and rules."""
