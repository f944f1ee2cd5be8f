"""Sentences as vectors that are near each other where they say the same, in whatever of our languages."""

from riwayat.vectors.background import background
from riwayat.vectors.network import Vectors, VectorsError
from riwayat.vectors.packing import packed, unpacked
from riwayat.vectors.pairing import LEAST, STRONG, Pair, pair, strength

__all__ = [
    "LEAST",
    "STRONG",
    "Pair",
    "Vectors",
    "VectorsError",
    "background",
    "packed",
    "pair",
    "strength",
    "unpacked",
]
