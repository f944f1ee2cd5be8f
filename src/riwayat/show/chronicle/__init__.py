"""The terminal view of the chronicle: happenings, their origins, people, narrators, copies."""
