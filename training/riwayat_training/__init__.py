"""Training of the tagger that Riwayat ships; nothing here is needed to use it."""
