"""Which reports repeat which: word for word, edited, translated, or told anew.

In this order: a report's `Text`, the `bands` by which others that share sentences with it are found, what two texts
have in common (`shared`), and which of several likely sources it was taken from (`chosen`, `retellings`).
"""

from riwayat.chronicle.copies.banding import bands
from riwayat.chronicle.copies.chosen import chosen, is_likely
from riwayat.chronicle.copies.compared import Shared, shared
from riwayat.chronicle.copies.retold import Beside, retellings
from riwayat.chronicle.copies.texts import Text, text_of

__all__ = ["Beside", "Shared", "Text", "bands", "chosen", "is_likely", "retellings", "shared", "text_of"]
