"""Riwayat's own annotated cases, and the measures that say how well they are read."""
