"""Readings tied to each other: copies, happenings, origins, disputes.  Pure; what is kept is the store's affair."""
