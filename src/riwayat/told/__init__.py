"""The chronicle as it is told to others: what of it is JSON, and who is named in it."""

from riwayat.told.forms import Happening, happening
from riwayat.told.masking import MASK, Mask, Names, names_of

__all__ = ["MASK", "Happening", "Mask", "Names", "happening", "names_of"]
