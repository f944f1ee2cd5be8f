"""Riwayat: what the news says was done, and by whose word."""
